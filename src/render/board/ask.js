// Questions to the program. A newer one of a lane makes the answer to an older one worthless: the program is told by
// the number, and it is not shown.
const tab = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');
const language = document.documentElement.lang.slice(0, 2);
const status = find('state');
const numbers = {};
// What is known of single changes, and the state without hires of which the table of more people is.
let told = new Map();
let gridded = null;
const alone = ({ hires, audits, cases, ...rest }) => rest;
let timer;
let patience;

const say = (text) => { clearTimeout(patience); status.textContent = text; };
// What is under way; after two seconds also that it goes on, and how long it may.
const wait = (text) => {
  say(text);
  patience = setTimeout(() => { status.textContent = status.dataset.long; }, 2000);
};
const post = (path, lane, more) => fetch(path, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-shuanggang': 'board' },
  body: JSON.stringify({ tab: tab + lane, number: numbers[lane], lang: language, state, ...more }),
});
const ask = async (path, lane, more, show) => {
  const mine = numbers[lane] = (numbers[lane] || 0) + 1;
  try {
    const response = await post(path, lane, more);
    const text = await response.text();
    if (mine !== numbers[lane] || response.status === 204) return;
    if (response.ok) show(text); else say(text);
  } catch {
    if (mine === numbers[lane]) say(status.dataset.gone);
  }
};

// Each part of an answer takes the place of the part of its name, unless that says the same already: what a part says is
// all but what the parts within it say. Who was at work on one of them stays there.
const says = (part) => {
  const copy = part.cloneNode(true);
  for (const within of copy.querySelectorAll('[data-part]')) within.replaceChildren();
  return copy.innerHTML;
};
const shown = new Map(all('[data-part]').map((part) => [part.dataset.part, says(part)]));
const parsed = (text) => {
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content;
};
const place = (text) => {
  const at = document.activeElement;
  const name = ['person', 'why', 'file', 'copy'].find((key) => at?.dataset && key in at.dataset);
  const again = name && `[data-${name}="${CSS.escape(at.dataset[name])}"]`;
  const answer = parsed(text);
  const trouble = answer.querySelector('[data-trouble]') !== null;
  const parts = [...answer.querySelectorAll('[data-part]')].map((part) => [part, part.dataset.part, says(part)]);
  for (const [part, named, said] of parts) {
    if (shown.get(named) === said) continue;
    // The parts within come with it.
    for (const [within, name_, said_] of parts) if (part.contains(within)) shown.set(name_, said_);
    document.querySelector(`[data-part="${CSS.escape(named)}"]`)?.replaceChildren(...part.childNodes);
  }
  dress();
  if (again) document.querySelector(again)?.focus({ preventScroll: true });
  return trouble;
};
// People are levers too: each shows the state, which may have gone on since the cards beside it were asked for.
const dress = () => {
  for (const select of all('select[data-person]')) {
    if (!select.options.length) {
      select.append(...find(`fates-${select.dataset.choices}`).content.cloneNode(true).children);
      const never = select.dataset.never?.split(' ') || [];
      for (const option of select.options) option.disabled = never.includes(option.value);
    }
    select.value = state.people[select.dataset.person] || '';
  }
};

// First how far the matters are served, then who sits where; the reasons, what the years ahead bring and what other
// levers would do take longer and follow.
const plan = () => {
  const begun = performance.now();
  forget();
  wait(status.dataset.busy);
  find('detail').ariaBusy = 'true';
  return ask('/service', '', {}, (text) => {
    if (cannot(text)) return;
    wait(status.dataset.served);
    status.dataset.took = Math.round(performance.now() - begun);
    seats();
  });
};
// What was known of the state before, and is not known of this one.
const forget = () => {
  for (const why of all('[data-why][aria-expanded="true"]')) steps.why(why.dataset, why);
  for (const card of all('.missed')) card.classList.remove('missed');
  told = new Map();
  if (!same(alone(state), gridded)) find('grid').ariaBusy = 'true';
};
// Shows an answer; whether it is why there is none.
const cannot = (text) => {
  const trouble = place(text);
  if (trouble) say(status.dataset.failed);
  return trouble;
};
const seats = () => ask('/answer', '', {}, (text) => {
  if (cannot(text)) return;
  find('detail').ariaBusy = 'false';
  say(status.dataset.ready);
  missing();
  leave();
  reasons();
});
// Who is away today, everyone else at their posts: asked of the state that is shown.
const missing = () => {
  const { value } = form.elements.gone;
  if (!value) { find('absent').replaceChildren(); return; }
  ask('/gone', 'gone', { about: value }, (text) => { find('absent').replaceChildren(...parsed(text).childNodes); });
};
// A year's leave in the state that is shown, while it is looked at.
const leave = () => {
  const { open, lastElementChild: told_ } = find('leave');
  if (!open) { told_.replaceChildren(); return; }
  ask('/leave', 'leave', {}, (text) => { told_.replaceChildren(...parsed(text).childNodes); });
};
const reasons = () => ask('/reasons', '', {}, (text) => {
  // That they are not known takes nothing away from what is.
  if (!parsed(text).querySelector('[data-trouble]')) place(text);
  follow();
});
const follow = () => ask('/ahead', '', {}, (text) => {
  find('ahead').innerHTML = text;
  if (document.querySelector('[data-wait]')) today(); else hints();
});
const today = () => ask('/today', '', {}, (text) => {
  if (!parsed(text).querySelector('[data-trouble]')) place(text);
  hints();
});
const hints = () => ask('/hints', '', {}, (text) => {
  const found = parsed(text);
  const grid = found.querySelector('.grid');
  if (!grid) return;
  const at = document.activeElement?.closest?.('.grid button');
  told = new Map([...found.querySelectorAll('[data-key]')].map((hint) => [hint.dataset.key, hint.textContent]));
  for (const hint of found.querySelectorAll('[data-bad]')) document.querySelector(`[data-hint="${CSS.escape(hint.dataset.key)}"]`)?.classList.add('missed');
  find('grid').replaceChildren(grid);
  find('grid').ariaBusy = 'false';
  gridded = alone(state);
  if (at) document.querySelector(`.grid button[data-established="${at.dataset.established}"][data-contract="${at.dataset.contract}"]`)?.focus();
  show();
});
// Whoever drags a slider is answered where it rests for a moment, all else at once; an answer on its way to how the levers
// stood before is not shown, or it would move them back under the hand.
const soon = (wait) => { numbers[''] = (numbers[''] || 0) + 1; clearTimeout(timer); timer = setTimeout(plan, wait); };

const endings = { toml: 'toml', book: 'xlsx', html: 'html', xlsx: 'xlsx', docx: 'docx' };
const save = async (form_, as) => {
  numbers.file = (numbers.file || 0) + 1;
  say(status.dataset.busy);
  try {
    const response = await post('/file', 'file', { about: form_, name: form.elements.name.value });
    if (!response.ok) { say(await response.text()); return; }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `${as || document.title}.${endings[form_.split(' ')[0]]}`;
    link.click();
    URL.revokeObjectURL(link.href);
    say(status.dataset.saved);
  } catch {
    say(status.dataset.gone);
  }
};

// What happens when a lever is moved.
const field = (target, name) => move((next) => {
  const { where } = form.elements;
  next.hires[where.value ? `${name}:${where.value}` : name] = Math.min(50, Math.max(0, Math.round(Number(target.value)) || 0));
}, name);
addEventListener('input', ({ target }) => {
  const { name, value, dataset } = target;
  if (dataset.person) move((next) => { next.people[dataset.person] = value; });
  else if (target.form !== form) return;
  else if (name === 'established' || name === 'contract') field(target, name);
  else if (name === 'where') show();
  else if (name === 'gone') missing();
  else if (name === 'rule') move((next) => { next.rules[dataset.rule] = value; });
  else if (name === 'volume') move((next) => { next.volumes[dataset.section] = Number(value); }, value + dataset.section);
  else if (name === 'month') move((next) => { next.month = Number(value) ? months[value].value : null; }, name);
  else if (name === 'audit') move((next) => { next.audits = value.split(' '); next.cases = 0; });
  else if (name === 'cases') move((next) => { next.audits = form.elements.audit.value.split(' '); next.cases = Number(value); }, name);
});
addEventListener('toggle', ({ target }) => { if (target.id === 'leave') leave(); }, true);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', (event) => { event.preventDefault(); go(nothing()); });

const steps = {
  undo: () => back(past, future),
  redo: () => back(future, past),
  step: ({ step, for: name }) => {
    const input = form.elements[name];
    if (step > 0) input.stepUp(); else input.stepDown();
    field(input, name);
  },
  mark: ({ mark }) => {
    const now = Number(form.elements.month.value);
    const next = mark > 0 ? marks().find((at) => at > now) : [0, ...marks()].reverse().find((at) => at < now);
    if (next !== undefined) move((state_) => { state_.month = next ? months[next].value : null; });
  },
  at: ({ at }) => move((next) => { next.month = months[at].value; }),
  established: ({ established, contract }) => move((next) => { next.hires = { established: Number(established), contract: Number(contract) }; }),
  why: ({ why }, button) => {
    const because = document.querySelector(`[data-because="${CSS.escape(why)}"]`);
    const open = button.ariaExpanded !== 'true';
    button.ariaExpanded = String(open);
    because.replaceChildren();
    if (!open) return;
    because.textContent = status.dataset.busy;
    ask('/why', 'why', { about: why }, (text) => { because.replaceChildren(...parsed(text).childNodes); });
  },
  apply: ({ apply }) => move((next) => {
    for (const [what, key, value] of apply.split('\n').map((line) => line.split('\t'))) {
      if (what === 'hire') next.hires[key] = (next.hires[key] || 0) + Number(value);
      else if (what === 'audits') { next.audits = [key]; next.cases = Number(value); } else next[{ person: 'people', rule: 'rules', number: 'numbers' }[what]][key] = value;
    }
    find('verdict').focus({ preventScroll: false });
  }),
  pin: () => {
    const name = form.elements.name.value.trim() || `${form.elements.name.dataset.usual} ${pins.length + 1}`;
    pins = [...pins.filter((pin) => pin.name !== name), { name, state: structuredClone(state) }].slice(-7);
    form.elements.name.value = '';
    show();
  },
  showPin: ({ showPin }) => go(structuredClone(pins[showPin].state)),
  dropPin: ({ dropPin }) => { pins.splice(dropPin, 1); show(); },
  beside: () => {
    find('beside').textContent = status.dataset.busy;
    const others = [[find('pinned').dataset.today, nothing()], ...pins.map((pin) => [pin.name, pin.state])];
    ask('/beside', 'beside', { others }, (text) => { find('beside').replaceChildren(...parsed(text).childNodes); });
  },
  copy: async () => {
    await navigator.clipboard.writeText(all('.command').map((line) => line.textContent).join('\n'));
    say(status.dataset.copied);
  },
  file: ({ file, as }) => save(file, as),
};
addEventListener('click', ({ target }) => {
  const button = target.closest?.('button');
  const step = button && Object.keys(steps).find((key) => key in button.dataset);
  if (step) steps[step](button.dataset, button);
});
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.type === 'text') return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) steps.redo(); else steps.undo();
});

// The cell of the table of more people to which a step leads, where it has one.
const cell = (button) => {
  if (!button || form.elements.where.value || Object.keys(state.hires).some((who) => who.includes(':'))) return null;
  const then = { established: 0, contract: 0, ...state.hires };
  then[button.dataset.for] += Number(button.dataset.step);
  return document.querySelector(`.grid button[data-established="${then.established}"][data-contract="${then.contract}"]`);
};

// What a lever would do, for whoever points at it or comes to it with the keyboard.
const hint = ({ target }) => {
  const at = cell(target.closest?.('[data-step]')) ?? target.closest?.('[data-hint], select[name="rule"], .grid button');
  const rule = at?.dataset.rule && `rule ${at.dataset.rule}=`;
  const pending = at?.closest('.grid') && find('grid').ariaBusy === 'true';
  const said = pending ? [status.dataset.busy] : !at ? [] : at.dataset.said ? [at.dataset.said] : rule ? [...told].filter(([key]) => key.startsWith(rule)).map(([, text]) => text) : [told.get(at.dataset.hint)];
  find('hint').textContent = said.filter(Boolean).join('\n') || find('hint').dataset.rest;
};
addEventListener('mouseover', hint);
addEventListener('focusin', hint);

// People are moved by hand, and who is to join is put into a section.
let held = null;
const fate = (card, target) => {
  if (card.dataset.hire) return target.startsWith('at:') ? target : null;
  const select = card.querySelector('select');
  const choices = select?.dataset.choices;
  if (choices === 'loan') return target === 'loan' ? '' : target.startsWith('at:') ? 'back' : null;
  const never = [...select.options].some((option) => option.disabled && option.value === target);
  return choices === 'here' && target !== 'loan' && !never ? target : null;
};
const over = (place_) => { for (const other of all('.place.over')) other.classList.remove('over'); place_?.classList.add('over'); };
addEventListener('dragstart', (event) => {
  held = event.target.closest?.('.card[draggable]');
  if (!held) return;
  event.dataTransfer.setData('text/plain', held.dataset.id ?? held.dataset.hire);
  event.dataTransfer.effectAllowed = 'move';
});
addEventListener('dragover', (event) => {
  const at = held && event.target.closest?.('.place');
  if (!at || fate(held, at.dataset.target) === null) return;
  event.preventDefault();
  over(at);
});
addEventListener('drop', (event) => {
  const at = held && event.target.closest?.('.place');
  const becomes = at ? fate(held, at.dataset.target) : null;
  if (becomes === null) return;
  event.preventDefault();
  const { id, hire } = held.dataset;
  move((next) => {
    if (!hire) { next.people[id] = becomes; return; }
    const who = becomes.replace('at', hire);
    next.hires[who] = Math.min(50, (next.hires[who] || 0) + 1);
  });
});
addEventListener('dragend', () => { held = null; over(null); });

// The other language begins where this one stood: the name of the window is kept in memory alone.
addEventListener('click', ({ target }) => { if (target.closest?.('a[hreflang]')) window.name = JSON.stringify({ state, pins }); });
try {
  const before = JSON.parse(window.name || 'null');
  if (before?.state) { state = before.state; pins = before.pins; }
} catch { /* The window had a name of its own. */ }
window.name = '';
show();
if (same(state, nothing())) reasons(); else plan();

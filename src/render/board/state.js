'use strict';
// The address had the token, which is spent; a link or a history need not keep it.
history.replaceState(null, '', location.pathname + (location.search.includes('lang=') ? `?lang=${document.documentElement.lang.slice(0, 2)}` : ''));
const find = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const form = find('levers');
const months = [...find('months').content.children].map((month) => ({ value: month.value, name: month.textContent }));
const marks = () => all('.marks button').map((mark) => Number(mark.dataset.at));

// How the levers stand; what came before and after, for whoever wants it back.
const nothing = () => ({ hires: {}, people: {}, rules: {}, volumes: {}, numbers: {}, month: null, audits: [], cases: 0 });
let state = nothing();
let past = [];
let future = [];
let pins = [];
let last = { key: null, at: 0 };

const sorted = (entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
const clean = (wild) => {
  const keep = (entries, worth) => sorted(Object.fromEntries(Object.entries(entries).filter(([, value]) => worth(value))));
  return {
    hires: keep(wild.hires, (count) => count > 0),
    people: keep(wild.people, Boolean),
    rules: keep(wild.rules, Boolean),
    volumes: keep(wild.volumes, (percent) => percent !== 100),
    numbers: sorted(wild.numbers),
    month: wild.month || null,
    audits: wild.cases ? wild.audits : [],
    cases: wild.cases,
  };
};
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// One move of a lever. Moves of one slider that follow each other closely are one step back.
const move = (change, key = null) => {
  const next = structuredClone(state);
  change(next);
  go(clean(next), key);
};
const go = (next, key = null) => {
  if (!same(next, state)) {
    const now = performance.now();
    if (!(key && key === last.key && now - last.at < 1000)) past.push(state);
    last = { key, at: now };
    future = [];
    state = next;
  }
  show();
  soon(key ? 20 : 0);
};
const back = (from, to) => {
  if (!from.length) return;
  to.push(state);
  state = from.pop();
  last = { key: null, at: 0 };
  show();
  soon(0);
};

// The levers show the state, whatever moved it.
const show = () => {
  const { established, contract, where, audit, cases, month } = form.elements;
  const at = where.value ? `:${where.value}` : '';
  established.value = state.hires[`established${at}`] || 0;
  contract.value = state.hires[`contract${at}`] || 0;
  if (cases) {
    const asked = state.audits.join(' ');
    if (state.cases && [...audit.options].some((option) => option.value === asked)) audit.value = asked;
    cases.max = audit.selectedOptions[0].dataset.most;
    cases.value = state.cases;
    form.querySelector('output[for="cases"]').value = state.cases;
  }
  const index = Math.max(0, months.findIndex(({ value }) => value === state.month));
  month.value = index;
  month.setAttribute('aria-valuetext', months[index].name);
  form.querySelector('output[for="month"]').value = months[index].name;
  for (const mark of all('.marks button')) mark.ariaPressed = String(Number(mark.dataset.at) === index);
  for (const rule of all('select[name="rule"]')) rule.value = state.rules[rule.dataset.rule] || '';
  for (const volume of all('input[name="volume"]')) {
    volume.value = state.volumes[volume.dataset.section] ?? 100;
    document.querySelector(`output[for="${CSS.escape(volume.id)}"]`).value = `${volume.value}%`;
  }
  dress();
  const words = find('hired').dataset;
  const section = (id) => [...where.options].find((option) => option.value === id)?.textContent || id;
  find('hired').textContent = Object.entries(state.hires).map(([who, count]) => {
    const [employment, place] = who.split(':');
    return `${words[employment]} +${count}${place ? ` · ${section(place)}` : ''}`;
  }).join('  ');
  const only = Object.keys(state.hires).every((who) => !who.includes(':'));
  for (const cell of all('.grid td button')) {
    const is = ['established', 'contract'].every((who) => Number(cell.dataset[who]) === (state.hires[who] || 0));
    cell.ariaPressed = String(only && is);
  }
  document.querySelector('[data-undo]').disabled = !past.length;
  document.querySelector('[data-redo]').disabled = !future.length;
  const list = find('pinned');
  list.replaceChildren(...pins.map(({ name }, i) => {
    const item = document.createElement('li');
    const button = (said, what) => {
      const made = document.createElement('button');
      Object.assign(made, { type: 'button', textContent: said, ariaLabel: `${said}: ${name}` });
      made.dataset[what] = i;
      return made;
    };
    item.append(name, ' ', button(list.dataset.show, 'showPin'), ' ', button(list.dataset.drop, 'dropPin'));
    return item;
  }));
  document.querySelector('[data-beside]').disabled = !pins.length;
};

'use strict';
// The address had the token, which is spent; a link or a history need not keep it.
history.replaceState(null, '', location.pathname + (location.search.includes('lang=') ? `?lang=${document.documentElement.lang.slice(0, 2)}` : ''));
const form = document.getElementById('levers');
const answer = document.getElementById('answer');
const state = document.getElementById('state');
const tab = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');
let number = 0;
let timer;
const all = (selector) => [...form.querySelectorAll(selector)];
const moved = (here) => all('input[name="person"]').filter((box) => ('here' in box.dataset) === here && box.checked !== here).map((box) => box.value);
const stands = () => {
  const { established, contract, month, audit, cases } = form.elements;
  const asked = cases ? Number(cases.value) : 0;
  return {
    established: Number(established.value) || 0,
    contract: Number(contract.value) || 0,
    away: moved(true),
    back: moved(false),
    rules: Object.fromEntries(all('select[name="rule"]').filter((rule) => rule.value).map((rule) => [rule.dataset.rule, rule.value])),
    month: month.value || null,
    audits: asked ? audit.value.split(' ') : [],
    cases: asked,
  };
};
// A newer question makes the answer to an older one worthless: the program is told by the number, and it is not shown.
const ask = async (path, show) => {
  const mine = ++number;
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shuanggang': 'board' },
      body: JSON.stringify({ tab, number: mine, lang: document.documentElement.lang.slice(0, 2), state: stands() }),
    });
    const text = await response.text();
    if (mine !== number || response.status === 204) return;
    if (response.ok) show(text); else state.textContent = text;
  } catch {
    if (mine === number) state.textContent = state.dataset.gone;
  }
};
// First the plan; what the years ahead bring takes longer and follows.
const plan = () => {
  state.textContent = state.dataset.busy;
  return ask('/answer', (text) => {
    answer.innerHTML = text;
    state.textContent = state.dataset.ready;
    const ahead = document.getElementById('ahead');
    if (ahead && 'wanted' in ahead.dataset) ask('/ahead', (more) => { ahead.innerHTML = more; delete ahead.dataset.wanted; });
  });
};
const soon = () => { clearTimeout(timer); timer = setTimeout(plan, 60); };
const shown = () => {
  const { audit, cases } = form.elements;
  if (!cases) return;
  cases.max = audit.selectedOptions[0].dataset.most;
  form.querySelector('output').value = cases.value;
};
form.addEventListener('input', () => { shown(); soon(); });
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(() => { shown(); soon(); }));
form.addEventListener('click', ({ target }) => {
  const { step, for: name } = target.dataset;
  if (!step) return;
  const field = form.elements[name];
  if (step > 0) field.stepUp(); else field.stepDown();
  soon();
});
answer.addEventListener('click', async ({ target }) => {
  if (!('copy' in target.dataset)) return;
  await navigator.clipboard.writeText([...answer.querySelectorAll('.command')].map((line) => line.textContent).join('\n'));
  state.textContent = state.dataset.copied;
});

'use strict';
// Folded parts are printed open, and fold again afterwards.
const folded = [];
addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('details:not([open])')) { part.open = true; part.dataset.folded = ''; folded.push(part); }
});
addEventListener('afterprint', () => { for (const part of folded.splice(0)) { part.open = false; delete part.dataset.folded; } });
// A code of a character and digits stays on its line, and so does a month or a number with what it counts or is a part of.
const whole = /((?:[\u3400-\u9fff](?=0\d|\d+(?![\d\u3400-\u9fff])))?\d[\d,.]*(?: \/ \d[\d,.]*)*(?: ?[\u3400-\u9fff](?:\d+[月日])*)?)/;
const keep = (root) => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (/[\u3400-\u9fff]|\d \/ \d/.test(data) && whole.test(data) && !parentElement.closest('script, svg, option, .solved ul, .number')) found.push(texts.currentNode);
  }
  for (const text of found) {
    text.replaceWith(...text.data.split(whole).filter(Boolean).map((said) => {
      if (!whole.test(said) || /^[\d,.]+$/.test(said)) return said;
      const kept = document.createElement('span');
      [kept.className, kept.textContent] = ['whole', said];
      return kept;
    }));
  }
};
keep(document.body);
// On paper a table of many columns comes some columns at a time: as many as have room for a number of seven digits.
const ABREAST = 11;
const parts = [];
addEventListener('beforeprint', () => {
  for (const box of document.querySelectorAll('.scroll.turned')) {
    const shown = [...box.querySelectorAll('thead th')].flatMap((head, at) => (at > 0 && !head.classList.contains('off') ? [at] : []));
    const count = Math.ceil(shown.length / ABREAST);
    const size = Math.ceil(shown.length / count);
    for (let part = 0; part < count; part += 1) {
      const copy = box.cloneNode(true);
      const columns = [0, ...shown.slice(part * size, (part + 1) * size)];
      for (const row of copy.querySelectorAll('tr')) row.replaceChildren(...columns.map((at) => row.cells[at]));
      copy.className = 'scroll part';
      box.before(copy);
      parts.push(copy);
    }
    box.classList.add('parted');
  }
});
addEventListener('afterprint', () => {
  for (const copy of parts.splice(0)) copy.remove();
  for (const box of document.querySelectorAll('.parted')) box.classList.remove('parted');
});
// A link to a folded part opens it.
const reveal = (hash) => {
  const part = hash && document.getElementById(hash.slice(1));
  const details = part && part.querySelector(':scope > details');
  if (details) details.open = true;
};
addEventListener('click', ({ target }) => reveal(target.closest('a')?.hash));
addEventListener('hashchange', () => reveal(location.hash));
reveal(location.hash);
// What is not ticked is not seen, in tables and in charts alike.
for (const choice of document.querySelectorAll('.choice')) {
  choice.hidden = false;
  choice.addEventListener('change', ({ target }) => {
    for (const other of document.querySelectorAll(`.choice input[value="${target.value}"]`)) other.checked = target.checked;
    for (const seen of document.querySelectorAll(`[data-choice="${target.value}"]`)) seen.classList.toggle('off', !target.checked);
  });
}
// A table is sorted by its heads: up, down, as it was.
const bare = (cell) => cell.textContent.trim();
const number = (text) => (/^\*?[+\-−]?[\d,]+(\.\d+)?%?$/.test(text) ? Number(text.replace(/[*,%+]/g, '').replace('−', '-')) : NaN);
const language = document.documentElement.lang;
const order = (a, b) => {
  const [x, y] = [number(a), number(b)];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return Number.isNaN(x) ? a.localeCompare(b, language) : x - y;
};
for (const table of document.querySelectorAll('table:not(.lanes)')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  if (rows.length < 3) continue;
  const heads = [...table.tHead.rows[0].cells];
  // Once the rows are moved or hidden, another stands above each.
  const apart = () => body.querySelectorAll('.same').forEach((cell) => cell.classList.remove('same'));
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const next = { none: 'ascending', ascending: 'descending', descending: 'none' }[head.ariaSort || 'none'];
      for (const other of heads) other.ariaSort = null;
      if (next !== 'none') head.ariaSort = next;
      const sorted = [...rows];
      if (next !== 'none') sorted.sort((a, b) => order(bare(a.cells[column]), bare(b.cells[column])));
      if (next === 'descending') sorted.reverse();
      body.append(...sorted);
      apart();
    });
  });
  if (rows.length < 12) continue;
  // A long table is filtered by any word in its rows.
  const filter = document.createElement('input');
  filter.type = 'search';
  filter.className = 'filter';
  filter.autocomplete = 'off';
  filter.placeholder = document.getElementById('content').dataset.filter;
  filter.ariaLabel = `${filter.placeholder}: ${table.caption.textContent}`;
  filter.addEventListener('input', () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    apart();
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
  });
  table.parentElement.before(filter);
}
// A name that heads a row is marked wherever else it stands.
const places = new Map();
for (const place of document.querySelectorAll('tbody th, tbody td, .chips li, svg text.name')) {
  const name = (place.querySelector('title') || place).textContent.trim();
  if (name.length < 2 || !Number.isNaN(number(name))) continue;
  places.set(name, [...(places.get(name) || []), place]);
}
const mark = (name) => {
  const on = !places.get(name)[0].classList.contains('hit');
  for (const hit of document.querySelectorAll('.hit')) hit.classList.remove('hit');
  if (on) for (const place of places.get(name)) place.classList.add('hit');
  for (const button of document.querySelectorAll('button.name')) button.ariaPressed = String(on && button.textContent === name);
};
for (const [name, all] of places) {
  if (all.length < 2 || !all.some((place) => place.localName === 'th')) continue;
  for (const place of all) {
    if (place.localName !== 'th') { place.addEventListener('click', () => mark(name)); continue; }
    const button = document.createElement('button');
    button.className = 'name';
    button.ariaPressed = 'false';
    button.append(...place.childNodes);
    place.append(button);
    button.addEventListener('click', () => mark(name));
  }
}
// Levers choose among answers that were worked out beforehand.
for (const solved of document.querySelectorAll('.solved')) {
  const cells = solved.dataset.cells.split(' ');
  const side = Number(solved.dataset.most) + 1;
  const of = (name) => { const { value, max } = solved.querySelector(`[data-lever="${name}"]`); return Math.max(0, Math.min(Math.trunc(Number(value)) || 0, max ? Number(max) : Infinity)); };
  const answer = () => {
    const at = ((of('rule') * Number(solved.dataset.months) + of('month')) * side + of('first')) * side + of('second');
    const said = solved.querySelectorAll('li')[Number(cells[at])];
    const shown = solved.querySelector('[role=status]');
    [shown.className, shown.textContent] = [said.className, said.textContent];
    keep(shown);
  };
  solved.hidden = false;
  solved.addEventListener('input', answer);
  answer();
}

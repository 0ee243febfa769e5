'use strict';
// Folded parts are printed open, and fold again afterwards.
const folded = [];
addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('details:not([open])')) { part.open = true; folded.push(part); }
});
addEventListener('afterprint', () => { for (const part of folded.splice(0)) part.open = false; });
// A link to a folded part opens it.
const reveal = () => {
  const part = location.hash && document.getElementById(location.hash.slice(1));
  const details = part && part.querySelector(':scope > details');
  if (details) details.open = true;
};
addEventListener('hashchange', reveal);
reveal();
// What is not ticked is not seen, in tables and in charts alike.
for (const choice of document.querySelectorAll('.choice')) {
  choice.hidden = false;
  choice.addEventListener('change', ({ target }) => {
    for (const other of document.querySelectorAll(`.choice input[value="${target.value}"]`)) other.checked = target.checked;
    for (const seen of document.querySelectorAll(`[data-choice="${target.value}"]`)) seen.classList.toggle('off', !target.checked);
  });
}

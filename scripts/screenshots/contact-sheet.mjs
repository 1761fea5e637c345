import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sizes = ['narrow', 'smallest', 'zoomed', 'wide'];

/**
 * One page for the eye, without anything from elsewhere: a row for each screen, a column for each look and size.
 *
 * @param {string} folder of pictures, `<screen>/<language>-<theme>-<size>.png`
 * @returns {string} the file
 */
export function writeContactSheet(folder) {
  const screens = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, pictures: picturesOf(join(folder, name)) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const file = join(folder, 'index.html');
  writeFileSync(file, page(screens));
  return file;
}

/** @param {string} folder */
function picturesOf(folder) {
  const bySize = (/** @type {string} */ name) => sizes.findIndex((size) => name.endsWith(`${size}.png`));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort((a, b) => bySize(a) - bySize(b) || a.localeCompare(b, 'en'));
}

/** @param {{ name: string, pictures: string[] }[]} screens */
function page(screens) {
  const rows = screens.map(({ name, pictures }) => {
    const figures = pictures.map((picture) => {
      const words = picture.replace('.png', '').split('-');
      const path = [name, picture].map(encodeURIComponent).join('/');
      return `<figure data-words="${words.join(' ')}"><button type="button"><img loading="lazy" src="${path}" alt="${asText(`${name}, ${words.join(', ')}`)}"></button><figcaption>${words.join(' · ')}</figcaption></figure>`;
    });
    return `<section><h2>${asText(name)}</h2><div class="row">${figures.join('')}</div></section>`;
  });
  const count = screens.reduce((sum, { pictures }) => sum + pictures.length, 0);
  return `<!doctype html>
<html lang="en" dir="ltr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Dialdesk: every screen</title>
<style>${style}</style>
<header>
  <h1>Dialdesk <small>${screens.length} screens, ${count} pictures</small></h1>
  <input type="search" id="name" placeholder="Screen" aria-label="Screen" dir="auto">
  ${[['en', 'fa'], ['light', 'dark'], sizes].map(choice).join('\n  ')}
</header>
<main>${rows.join('\n')}</main>
<dialog><img alt=""><p></p></dialog>
<script>${script}</script>
</html>
`;
}

/** @param {string[]} words */
const choice = (words) =>
  `<fieldset>${words.map((word) => `<label><input type="checkbox" value="${word}" checked> ${word}</label>`).join('')}</fieldset>`;

/** @param {string} text */
const asText = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f1f3f4, #101214); color: light-dark(#1b1f23, #e6e8ea); }
header { position: sticky; z-index: 1; inset-block-start: 0; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 12px 24px; border-block-end: 1px solid #8884; background: inherit; }
h1 { margin: 0; margin-inline-end: auto; font-size: 16px; }
small { font-weight: 400; opacity: .7; }
fieldset { display: flex; gap: 12px; margin: 0; padding: 4px 12px; border: 1px solid #8886; border-radius: 8px; }
input[type=search] { padding: 6px 12px; border: 1px solid #8886; border-radius: 8px; background: transparent; color: inherit; font: inherit; }
section { padding: 16px 24px; border-block-end: 1px solid #8883; }
h2 { margin: 0 0 12px; font-size: 14px; }
.row { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-end; }
figure { margin: 0; }
figure button { display: block; padding: 0; border: 0; background: none; cursor: zoom-in; }
figure img { display: block; block-size: 280px; border: 1px solid #8886; border-radius: 6px; }
figcaption { margin-block-start: 4px; font-size: 12px; opacity: .75; }
dialog { max-inline-size: 96vw; max-block-size: 96vh; padding: 16px; border: 0; border-radius: 12px; }
dialog::backdrop { background: #000a; }
dialog img { display: block; max-inline-size: 90vw; max-block-size: 84vh; }
dialog p { margin: 8px 0 0; }
[hidden] { display: none !important; }
`;

const script = `
const figures = [...document.querySelectorAll('figure')];
const enlarged = document.querySelector('dialog');
let at = 0;
function filter() {
  const text = document.getElementById('name').value.trim().toLowerCase();
  const off = [...document.querySelectorAll('input[type=checkbox]:not(:checked)')].map((box) => box.value);
  for (const section of document.querySelectorAll('section')) {
    const named = section.querySelector('h2').textContent.toLowerCase().includes(text);
    for (const figure of section.querySelectorAll('figure'))
      figure.hidden = !named || figure.dataset.words.split(' ').some((word) => off.includes(word));
    section.hidden = !section.querySelector('figure:not([hidden])');
  }
}
function show(index) {
  const shown = figures.filter((figure) => !figure.hidden);
  at = (index + shown.length) % shown.length;
  const picture = shown[at].querySelector('img');
  enlarged.querySelector('img').src = picture.src;
  enlarged.querySelector('p').textContent = picture.alt;
  if (!enlarged.open) enlarged.showModal();
}
document.querySelector('header').addEventListener('input', filter);
document.querySelector('main').addEventListener('click', (event) => {
  const figure = event.target.closest('figure');
  if (figure && event.target.closest('button')) show(figures.filter((one) => !one.hidden).indexOf(figure));
});
enlarged.addEventListener('click', () => enlarged.close());
document.addEventListener('keydown', (event) => {
  if (!enlarged.open) return;
  if (event.key === 'ArrowRight') show(at + 1);
  if (event.key === 'ArrowLeft') show(at - 1);
});
`;

// The list of keys, which is also a menu: whoever has a mouse and no keyboard presses the lines. Letter keys can be
// switched off here, because a word spoken to a dictation program would press them all.

import { el, setText } from '../shared/dom.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./keys.js').Action} Action */

/** @type {readonly {keys: string, action: Action, words: string}[]} */
const LINES = [
  { keys: 'Q', action: 'corner', words: 'key_corner' },
  { keys: 'L', action: 'language', words: 'key_language' },
  { keys: 'T', action: 'theme', words: 'key_theme' },
  { keys: 'S', action: 'sort', words: 'key_sort' },
  { keys: 'D', action: 'table', words: 'key_table' },
  { keys: 'E', action: 'explain', words: 'key_explain' },
  { keys: 'F', action: 'full', words: 'key_full' },
  { keys: 'B  .', action: 'black', words: 'key_black' },
  { keys: '↓ ↑', action: 'next', words: 'key_page' },
  { keys: 'Home End', action: 'last', words: 'key_ends' },
  { keys: 'Esc', action: 'close', words: 'key_close' },
];

/** @param {Wall} wall @param {(action: Action) => void} act */
export function createHelp(wall, act) {
  const { i18n, prefs } = wall;
  const title = el('h2', { id: 'keys-title' });
  const lines = LINES.map(({ keys, action, words }) => ({ words, label: el('span'), keys, action }));
  const menu = el('ul', { class: 'keys-list' }, ...lines.map(({ keys, action, label }) => el('li', null,
    el('button', { type: 'button', class: 'keys-line', 'data-action': action, onclick: () => act(action) }, el('kbd', { dir: 'ltr' }, keys), label))));
  const letters = el('input', { type: 'checkbox', id: 'keys-letters', onchange: () => { prefs.set({ letters: letters.checked }); } });
  const letters_label = el('label', { for: 'keys-letters', class: 'keys-letters' }, letters, el('span'));
  const dialog = el('dialog', { class: 'keys', 'aria-labelledby': 'keys-title' }, title, menu, letters_label);
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });

  function open() {
    letters.checked = prefs.now.letters;
    if (!dialog.open) dialog.showModal();
  }

  return {
    dialog,
    open,
    /** @returns {boolean} whether there was something to close */
    close() {
      const was = dialog.open;
      dialog.close();
      return was;
    },
    update() {
      setText(title, i18n.t('keys'));
      for (const { words, label } of lines) setText(label, i18n.t(words));
      setText(/** @type {Element} */ (letters_label.lastElementChild), i18n.t('letters_on'));
    },
  };
}

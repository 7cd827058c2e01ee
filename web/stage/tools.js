// Buttons for whoever has a mouse at the projector and no keyboard: the table in place of the picture, how it was counted, the
// steps of a count, the list of keys. They come with the pointer and go with it, and are always there for Tab.

import { el, setAttr, setShown, setText } from '../shared/dom.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./keys.js').Action} Action */

/** @param {Wall} wall @param {(action: Action) => void} act */
export function createTools({ i18n, pager, face }, act) {
  const button = (/** @type {Action} */ action, /** @type {string} */ key) => el('button', { type: 'button', class: 'tool button', 'data-action': action, onclick: () => act(action) },
    el('kbd', { 'aria-hidden': 'true' }, key), el('span'));
  const back = button('back', '↑'), next = button('next', '↓'), table = button('table', 'D'), explain = button('explain', 'E'), keys = button('keys', '?');
  const root = el('div', { class: 'tools', role: 'group' }, back, next, explain, table, keys);
  return {
    root,
    /** @param {{results: boolean, explained: boolean}} what the wall shows */
    update({ results, explained }) {
      setAttr(root, 'aria-label', i18n.t('tools'));
      for (const [node, words] of /** @type {[Element, string][]} */ ([[back, i18n.t(pager.story ? 'tool_back' : 'tool_page_back')], [next, i18n.t(pager.story ? 'tool_next' : 'tool_page_next')],
        [table, i18n.t('tool_table')], [explain, i18n.t('tool_explain')], [keys, i18n.t('keys_open')]])) setText(/** @type {Element} */ (node.lastElementChild), words);
      setShown(back, results && pager.pages > 1);
      setShown(next, results && pager.pages > 1);
      setShown(table, results);
      setShown(explain, results && explained);
      setAttr(table, 'aria-pressed', String(face.now === 'table'));
      setAttr(explain, 'aria-pressed', String(face.now === 'explained'));
    },
  };
}

// What an item that is not voted on shows the room: the note of a slide, the four fields of an analysis.

import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { currentItem } from './ui.js';

/** @typedef {import('../shared/wire.js').Lines} Lines */

/** @type {readonly (keyof Lines)[]} */
export const FIELDS = ['strengths', 'weaknesses', 'opportunities', 'threats'];

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createPreview(desk) {
  const { i18n } = desk;
  const note = el('p', { class: 'preview-note' }), board = el('div', { class: 'board' });
  const root = el('section', { class: 'preview', 'aria-label': i18n.t('preview') }, note, board);

  function update() {
    const item = currentItem(desk.state, desk.ui);
    setWords(note, i18n.pick(item?.note));
    setShown(note, i18n.pick(item?.note).text !== '');
    const fields = item?.kind === 'swot' ? FIELDS : [];
    setShown(board, fields.length > 0);
    keyed(board, fields, (field) => field, () => el('section', { class: 'board-field' }, el('h3'), el('ul')), (node, field) => {
      const [heading, list] = node.children;
      setAttr(node, 'data-field', field);
      setText(heading, i18n.t(field));
      keyed(list, item?.lines?.[field] ?? [], (line) => line.id, () => el('li'), (line_node, line) => setWords(line_node, i18n.pick(line.text)));
    });
  }
  return { root, update };
}

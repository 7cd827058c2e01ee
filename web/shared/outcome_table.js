// A result of any method as a table with its key numbers, for the pages of facilitator and organisers. What stands in it is what
// the stage's table twin says, word for word, so that wall, desk and record never tell three stories.

import { el, keyed, setAttr, setShown, setText } from './dom.js';
import { createI18n } from './i18n.js';
import { tableOf } from '../stage/pictures/tables.js';
import { tell } from '../stage/pictures/told.js';
import { pictureWords } from '../stage/pictures/words.js';
import { words as stageWords } from '../stage/words.js';
import { words as common } from './words.js';

/** @typedef {import('./i18n.js').I18n} I18n */
/** @typedef {import('./wire.js').Item} Item */
/** @typedef {import('./wire.js').Tally} Tally */
/** @typedef {{item: Item, tally: Tally, before?: Tally | null, sorted?: boolean, closed?: boolean}} Model  `before`: of the round before this one */

// Terms are the stage's here; a page's own words may use the same key for something else.
const speech = createI18n(common, stageWords, pictureWords);

/** The stage's way of speaking, in the language of the page. @param {I18n} i18n */
export function speechOf(i18n) {
  speech.setDigits(i18n.digits);
  speech.setLang(i18n.lang);
  return speech;
}

/** @param {I18n} i18n @param {Model} model */
export function outcomeTable(i18n, { item, tally, before = null, sorted = true, closed = false }) {
  const scene = /** @type {import('../stage/scene.js').Scene} */ (/** @type {unknown} */ ({ item, tally, round: tally.round, view: closed ? 'closed' : 'results' }));
  const { caption, head, lines } = tableOf(tell(scene, speechOf(i18n), sorted, before));
  // The title of the vote stands above the table already.
  return { caption, says: caption.slice(i18n.pick(item.title).text.length).replace(/^\. /u, ''), head, lines };
}

/** @param {I18n} i18n */
export function createOutcomeTable(i18n) {
  const caption = el('caption', { class: 'visually-hidden' }), head = el('tr'), body = el('tbody'), says = el('p', { class: 'outcome-says' });
  const frame = el('div', { class: 'outcome-frame', tabindex: 0, role: 'region' }, el('table', { class: 'outcome-table' }, caption, el('thead', null, head), body));
  const root = el('div', { class: 'outcome' }, says, frame);
  return {
    root,
    /** @param {Model} model */
    update(model) {
      const told = outcomeTable(i18n, model);
      setText(caption, told.caption);
      setText(says, told.says);
      setShown(says, told.says !== '');
      setAttr(frame, 'aria-label', told.caption);
      keyed(head, told.head.map((text, at) => ({ text, at })), ({ at }) => String(at), () => el('th', { scope: 'col' }), (node, { text }) => setText(node, text));
      const width = told.head.length;
      keyed(body, told.lines, ({ id }) => `${id}/${width}`, () => el('tr', null, el('th', { scope: 'row' }, el('bdi')), ...Array.from({ length: width - 1 }, () => el('td', { class: 'num' }, el('bdi')))), (row, { id, cells, lead }) => {
        setAttr(row, 'data-option', id);
        setAttr(row, 'data-lead', !!lead);
        const [name, ...rest] = row.children;
        setText(name.children[0], lead ? `${cells[0]} ★` : cells[0]);
        setAttr(name, 'aria-label', lead ? `${cells[0]} (${speech.t('winner')})` : null);
        rest.forEach((cell, index) => setText(cell.children[0], cells[index + 1] ?? ''));
      });
    },
  };
}

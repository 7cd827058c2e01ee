// Rows of a result: the place or the number of an option, its text, one figure, and what explains it; under them a bar where
// shares say something. The rows are text, in order, so those who listen hear what others see.

import { el, keyed, setAttr, setShown, setText, setVar, setWords } from '../../shared/dom.js';
import { fixed, rational } from '../../shared/numbers.js';

/** @typedef {import('../../shared/i18n.js').I18n} I18n */
/** @typedef {import('../../shared/wire.js').Item} Item */
/** @typedef {import('../../shared/wire.js').Wire} Wire */
/** @typedef {{wide: number, at: number}} Part a share of the bar, and where on the scale it stands, 0 the worst */
/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} badge place or number
 * @property {import('../../shared/dom.js').Words} label
 * @property {boolean} [lead] wins, leads, is funded
 * @property {string} value the one figure
 * @property {string} [small] what explains it
 * @property {boolean} [warn] people disagree, or it is out
 * @property {number} [bar] a share
 * @property {Part[]} [parts] a stacked bar
 */
/** @typedef {{says?: string, rows: Row[], key?: string}} Told `key`: how to read the bars */

/** At most one decimal, as means are read. @param {I18n} i18n @param {Wire|null|undefined} value */
export const short = (i18n, value) => value === null || value === undefined ? '–' : i18n.number(fixed(rational(value), 1).replace(/\.0$/, ''));

/** Best first, with the place that ties share. @param {any} result @returns {{id: string, place: number}[]} */
export function placesOf({ ranking = [] }) {
  let place = 1;
  return ranking.flatMap((/** @type {string|string[]} */ tier) => {
    const ids = [tier].flat(), at = place;
    place += ids.length;
    return ids.map((id) => ({ id, place: at }));
  });
}

/** An option's text and number. @param {I18n} i18n @param {Item} item @param {string} id */
export function optionOf(i18n, item, id) {
  const index = (item.options ?? []).findIndex((option) => option.id === id);
  return { label: i18n.pick(item.options?.[index]?.text ?? id), number: i18n.number(index + 1) };
}

/** Who wins or leads, and nobody before the first counted ballot. @param {any} result @returns {Set<string>} */
export const leadersOf = ({ winners, turnout }) => new Set(turnout.counted > 0 ? winners : []);

/** @param {I18n} i18n */
export function createRows(i18n) {
  const list = el('ol', { class: 'rows' });
  return {
    root: list,
    /** @param {Row[]} rows @param {Map<string, string>} marks */
    update(rows, marks) {
      keyed(list, rows, ({ id }) => id, createRow, (node, row) => {
        const [badge, text, value, track] = node.children, [label, note, small] = text.children, mark = marks.get(row.id);
        setAttr(node, 'data-lead', !!row.lead);
        setText(badge, row.badge);
        setWords(label, row.label);
        setText(/** @type {Element} */ (note), mark ?? '');
        setShown(note, !!mark);
        setText(small, row.small ?? '');
        setShown(small, !!row.small);
        setAttr(small, 'data-warn', !!row.warn);
        setText(value, row.value);
        setAttr(value, 'title', row.lead ? i18n.t('winner') : null);
        const parts = row.parts ?? (row.bar === undefined ? [] : [{ wide: row.bar, at: NaN }]);
        setShown(track, parts.length > 0);
        keyed(track, parts.map((part, i) => ({ ...part, i })).filter(({ wide }) => wide > 0), ({ i }) => String(i), () => el('i'), (piece, { wide, at }) => {
          setVar(piece, '--wide', wide.toFixed(4));
          setAttr(piece, 'data-side', Number.isNaN(at) ? null : at < 0.5 ? 'low' : 'high');
          setVar(piece, '--mix', `${Math.round(Math.abs(at - 0.5) * 200) || 0}%`);
        });
      });
    },
  };
}

/** @param {Row} row */
function createRow({ id }) {
  return el('li', { class: 'row', 'data-option': id }, el('span', { class: 'badge num' }),
    el('span', { class: 'row-text' }, el('bdi', { class: 'row-name' }), el('span', { class: 'bar-note' }), el('span', { class: 'small soft row-small' })),
    el('strong', { class: 'row-value num' }), el('span', { class: 'row-track', 'aria-hidden': 'true' }));
}

/** A picture of rows alone. @param {(i18n: I18n, item: Item, result: any) => Told} tell @returns {(i18n: I18n) => import('./figures.js').Figure} */
export const rowFigure = (tell) => (i18n) => {
  const says = el('p', { class: 'says' }), rows = createRows(i18n), key = el('p', { class: 'small soft' });
  return {
    root: el('div', { class: 'stack' }, says, rows.root, key),
    update(item, result, marks) {
      const told = tell(i18n, item, result);
      setText(says, told.says ?? '');
      setShown(says, !!told.says);
      rows.update(told.rows, marks);
      setText(key, told.key ?? '');
      setShown(key, !!told.key);
    },
  };
};

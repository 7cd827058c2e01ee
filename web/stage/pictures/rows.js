// Rows like those of the bars, for pictures that draw something else than one bar: number, label, a track that the picture
// fills, a large figure and a small one. They share the grid and the shapes of the bars, so all pictures look of one hand.

import { el, keyed, setAttr, setShown, setText, setVar, setWords, svg } from '../../shared/dom.js';

/** @typedef {import('../../shared/dom.js').Words} Words */
/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} [badge] number on the ballot paper
 * @property {Words} label
 * @property {string} figure
 * @property {string[]} [small] lines beside the figure
 * @property {{text: string, tone: 'plain'|'warn'}} [note] stands under the label
 * @property {boolean} [lead]
 * @property {import('../../shared/wire.js').Wire} [count] as on the wire, for data-count
 * @property {string} [state] for the style sheet
 */

const STAR = 'M8 1.2l2 4.3 4.7.6-3.4 3.2.9 4.7L8 11.7 3.8 14l.9-4.7L1.3 6.1 6 5.5z';

/** @param {string} name class of the list */
export function createRows(name) {
  const list = el('ol', { class: `bars rows ${name}` });
  return {
    list,
    /**
     * @param {readonly Row[]} rows @param {(track: HTMLElement, row: Row, index: number) => void} fill
     * @param {{figure?: number, small?: number}} [chars] room for so many characters at least, where the next step may need them
     */
    draw(rows, fill, chars = {}) {
      // Columns are as wide as the longest of all rows, so that all tracks stand on one scale.
      setVar(list, '--figures', Math.max(chars.figure ?? 0, ...rows.map(({ figure }) => figure.length)));
      setVar(list, '--small-chars', Math.max(chars.small ?? 0, ...rows.flatMap(({ small = [] }) => small.map(({ length }) => length))));
      keyed(list, rows, ({ id }) => id, createRow, (node, row, index) => {
        const [badge, text, sign, track, figure, small] = node.children;
        const [label, note] = text.children;
        setAttr(node, 'data-lead', !!row.lead);
        setAttr(node, 'data-count', row.count ?? null);
        setAttr(node, 'data-state', row.state ?? null);
        setText(badge, row.badge ?? '');
        setAttr(badge, 'data-none', row.badge === undefined);
        setWords(label, row.label);
        setShown(note, row.note !== undefined);
        setText(note, row.note?.text ?? '');
        setAttr(note, 'data-tone', row.note?.tone ?? null);
        setAttr(sign, 'data-on', !!row.lead);
        setText(figure, row.figure);
        setShown(small, (row.small ?? []).length > 0 || rows.some((each) => (each.small ?? []).length > 0) || (chars.small ?? 0) > 0);
        keyed(small, row.small ?? [], (_line) => String((row.small ?? []).indexOf(_line)), () => el('span', { class: 'small-line' }), (line, words) => setText(line, words));
        fill(/** @type {HTMLElement} */ (track), row, index);
      });
    },
  };
}

/** @param {Row} row */
function createRow({ id }) {
  return el('li', { class: 'bar', 'data-option': id }, el('span', { class: 'bar-number num' }),
    el('span', { class: 'bar-text' }, el('bdi', { class: 'bar-label' }), el('span', { class: 'row-note' })),
    svg('svg', { class: 'bar-sign', viewBox: '0 0 16 16' }, svg('path', { d: STAR, fill: 'currentColor' })),
    el('span', { class: 'row-track' }), el('span', { class: 'bar-count num' }), el('span', { class: 'bar-share num' }));
}

// A scale to choose from: a row of cells with the browser's own radio buttons inside, or, where it is too long for that, a
// slider. Nothing is chosen until a person chooses, and a choice can be taken back where "no opinion" is an answer.

import { el, keyed, setAttr, setShown, setText, setWords } from '../../shared/dom.js';

/** @typedef {import('../kinds.js').I18n} I18n */
/** @typedef {import('../../shared/dom.js').Words} Words */
/** @typedef {{value: number, text: string, label?: string, former?: boolean}} Cell `former`: my answer of the round before */
/**
 * @typedef {object} Scale
 * @property {Cell[]} cells in reading order; the ends alone for a slider
 * @property {number|undefined} picked
 * @property {string} label what is rated
 * @property {Words} [low] what stands under the first cell
 * @property {Words} [high] under the last
 * @property {string} [none] the name of the cell that takes a choice back; without it there is none
 */

const CELLS_MAX = 11;

/** The whole numbers from `min` to `max` as cells, or its ends where they would be too many. @param {I18n} i18n @param {number} min @param {number} max @param {(value: number) => Partial<Cell>} [more] @returns {Cell[]} */
export function cellsOf(i18n, min, max, more = () => ({})) {
  const values = max - min < CELLS_MAX ? Array.from({ length: max - min + 1 }, (_, i) => min + i) : [min, max];
  return values.map((value) => ({ value, text: i18n.number(value), ...more(value) }));
}

/** @param {I18n} i18n @param {string} name of the group of radio buttons @param {boolean} long a slider @param {(value: number|null) => void} onPick null takes it back */
export function createScale(i18n, name, long, onPick) {
  const low = el('bdi'), high = el('bdi'), between = el('span', { class: 'scale-none' }), ends = el('div', { class: 'scale-ends small soft' }, low, between, high);
  const cells = el('div', { class: 'cells' }), slider = el('input', { type: 'range', class: 'slider', step: 1, oninput: () => onPick(Number(slider.value)) });
  const value = el('output', { class: 'scale-value num' }), none = el('button', { class: 'button button-quiet', type: 'button', 'data-value': 'none', onclick: () => onPick(null) });
  const root = el('div', { class: 'scale', role: 'radiogroup' }, ...long ? [el('div', { class: 'slider-line' }, slider, value)] : [cells], ends, long && none);

  /** @param {{value: number|null}} cell */
  const createCell = (cell) => el('label', { class: cell.value === null ? 'cell cell-none' : 'cell', 'data-value': cell.value ?? 'none' },
    el('input', { class: 'visually-hidden', type: 'radio', name, onchange: () => onPick(cell.value) }), el('span', { class: 'cell-box num' }));

  return {
    root,
    /** @param {Scale} scale */
    update(scale) {
      const { picked, none: no_opinion } = scale, named = !!(scale.low?.text || scale.high?.text);
      setAttr(root, 'aria-label', scale.label);
      setWords(low, scale.low);
      setWords(high, scale.high);
      setShown(ends, named);
      if (long) {
        const [first, last] = scale.cells, middle = Math.round((first.value + last.value) / 2);
        for (const [key, to] of /** @type {const} */ ([['min', first.value], ['max', last.value], ['aria-label', scale.label], ['data-unset', picked === undefined], ['aria-valuetext', picked === undefined ? no_opinion ?? '–' : null]])) setAttr(slider, key, to);
        if (Number(slider.value) !== (picked ?? middle)) slider.value = String(picked ?? middle);
        setAttr(root, 'role', 'group');
        setText(value, picked === undefined ? '–' : i18n.number(picked));
        setText(none, no_opinion ?? '');
        setShown(none, !!no_opinion && picked !== undefined);
        return;
      }
      // Where the ends have names, "no opinion" stands between these and not behind the highest.
      const back = no_opinion ? [{ value: null, text: no_opinion }] : [];
      for (const [place, shown] of /** @type {const} */ ([[cells, named ? scale.cells : [...scale.cells, ...back]], [between, named ? back : []]])) {
        keyed(place, /** @type {(Cell | {value: null, text: string})[]} */ (shown), ({ value: v }) => String(v), createCell, (node, cell) => {
          const input = /** @type {HTMLInputElement} */ (node.querySelector('input')), on = (picked ?? null) === cell.value;
          setText(/** @type {Element} */ (node.lastElementChild), cell.text);
          if (input.checked !== on) input.checked = on;
          if (cell.value === null) return;
          setAttr(input, 'aria-label', cell.label);
          setAttr(node, 'data-former', !!cell.former);
          setAttr(node, 'data-picked', on);
        });
      }
    },
  };
}

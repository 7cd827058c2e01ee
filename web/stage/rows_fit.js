// Rows of a picture in the largest type that fits: label over a thick, medium or thin bar, or beside it (see results.css), on
// one page if they can be read, and else on several.

import { setAttr, setVar } from '../shared/dom.js';
import { firstThatFits, holds } from './fit.js';

const SMALLEST = 2.6;
const FULL = 4;   // a twenty-fifth of the height: what an option should have
const LEAST = 3.6, LEAST_OF_MANY = 3.2;   // below this, two pages are read more easily than one; ten to twelve lines are worth a little
const SIZES = [5, 4.5, 4, 3.8, LEAST, 3.4, LEAST_OF_MANY, 2.9, SMALLEST];   // of an option's text, in hundredths of the wall's height
const SHAPES = ['roomy', 'medium', 'tight', 'beside'];
const PER_PAGE = [12, 10, 8, 6, 5, 4, 3, 2, 1];

/** @typedef {{per: number, size: number, shape: string, dense: boolean, whole: boolean, compact: boolean}} Candidate */

/**
 * Large type with each label on one line is best; then large type with labels that wrap; then without the second language;
 * then smaller, down to what the last row reads well; then pages.
 * @param {number} count @param {readonly string[]} shapes @param {number} wanted the least size while there is another page to go to @returns {Candidate[][]}
 */
export function candidatesFor(count, shapes, wanted = LEAST) {
  const blocks = PER_PAGE.filter((per) => per === 12 || per < count);
  return blocks.map((per, block) => {
    // Where even one line alone is too long, it may be as small as can be read.
    const least = block === blocks.length - 1 ? SMALLEST : Math.min(per, count) >= 10 ? Math.min(wanted, LEAST_OF_MANY) : wanted;
    const sizes = SIZES.filter((size) => size >= least), smallest = sizes[sizes.length - 1];
    const each = (/** @type {number} */ size, /** @type {boolean} */ dense, /** @type {boolean} */ whole) => shapes.map((shape) => ({ per, size, shape, dense, whole, compact: dense && size === smallest }));
    const large = sizes.filter((size) => size >= FULL), small = sizes.filter((size) => size < FULL);
    return [
      ...large.flatMap((size) => each(size, false, true)), ...large.flatMap((size) => each(size, false, false)), ...each(FULL, true, false),
      ...small.flatMap((size) => [...each(size, false, false), ...each(size, true, false)]),
    ];
  });
}

/**
 * @param {object} rows
 * @param {HTMLElement} rows.view gets data-dense
 * @param {import('./pager.js').Pager} [rows.pager] where the list is paged: what fits must fit on each page
 * @param {HTMLElement} rows.place holds the list
 * @param {HTMLElement} rows.list gets data-shape, --type and --figure
 * @param {number} rows.count
 * @param {readonly string[]} [rows.shapes] of those above
 * @param {number} [rows.least] see candidatesFor
 * @param {boolean} [rows.wrapping] labels have two lines at every size, so that one line is no reason to choose a smaller one
 * @param {(per_page: number) => void} rows.draw
 * @param {() => boolean} [rows.fits] a further wish
 */
export function fitRows({ view, pager, place, list, count, shapes = SHAPES, least = LEAST, wrapping = false, draw, fits = () => true }) {
  const held = (/** @type {boolean} */ whole) => holds(place, list) && !(whole && wraps(list)) && fits();
  firstThatFits(candidatesFor(count, shapes, least), ({ per, size, shape, dense }) => {
    setAttr(view, 'data-dense', dense);
    setVar(list, '--type', size);
    setVar(list, '--figure', size >= FULL ? 1.667 : 1.5);
    setAttr(list, 'data-shape', shape);
    draw(per);
  }, ({ per, whole }) => {
    const one_line = whole && !wrapping;
    if (!held(one_line)) return false;
    if (!pager || pager.pages < 2) return true;
    const all = pager.every(() => {
      draw(per);
      return held(one_line);
    });
    draw(per);
    return all;
  });
}

/** Whether a label takes more than one line. @param {HTMLElement} list */
function wraps(list) {
  return [...list.querySelectorAll('.bar-text')].some((text) => text.getBoundingClientRect().height > 1.6 * parseFloat(getComputedStyle(text).fontSize));
}

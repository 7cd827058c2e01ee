// Words by size, as real text in lines: the most frequent first, the same votes always the same picture, no word over another,
// Arabic and Latin words side by side.

import { el, keyed, setAttr, setShown, setText, setVar } from '../../shared/dom.js';
import { compare, toNumber } from '../../shared/numbers.js';
import { firstThatFits, holds } from '../fit.js';
import { pagesOf } from '../scale.js';
import { ranked } from './told.js';

/** @typedef {import('./told.js').Told} Told */
/** @typedef {{term: string, text: string, count: import('./told.js').Wire, size: number}} Word */

const LARGEST = 3.2, STEPS = 7;   // times the smallest; in steps, so that equal-looking counts are equal
const PER_PAGE = [60, 45, 32, 22, 14, 8];
const SIZES = [7, 6.2, 5.4, 4.6, 4, 3.4, 3, 2.7];

/** Words in the order of their count; the area of a word grows with it. @param {import('./told.js').Result} result @returns {Word[]} */
export function wordsOf(result) {
  const terms = ranked(result).map(({ id }) => id).filter((term) => compare(result.scores[term] ?? 0, 0) > 0);
  const counts = terms.map((term) => toNumber(result.scores[term]));
  const most = Math.max(...counts, 1), least = Math.min(...counts, most);
  const root = (/** @type {number} */ count) => (most > least ? (Math.sqrt(count) - Math.sqrt(least)) / (Math.sqrt(most) - Math.sqrt(least)) : 0);
  return terms.map((term, index) => ({
    term, text: result.spellings?.[term] ?? term, count: result.scores[term], size: 1 + (Math.round(root(counts[index]) * STEPS) / STEPS) * (LARGEST - 1),
  }));
}

/** @param {import('../stage.js').Wall} wall */
export function createWordsPicture({ i18n, pager }) {
  const list = el('ol', { class: 'cloud', 'aria-hidden': 'true' });
  const place = el('div', { class: 'picture-rows' }, list);
  const root = el('div', { class: 'picture' }, place);
  let per_page = 60;

  /** @param {Told} told */
  function draw({ result, key, leaders }) {
    const pages = pagesOf(wordsOf(result), per_page);
    pager.set(key, pages.length, performance.now());
    const shown = pages[pager.page];
    keyed(list, shown, ({ term }) => term, () => el('li', { class: 'cloud-word' }, el('bdi'), el('span', { class: 'cloud-count num' })), (node, { term, text, count, size }, index) => {
      setAttr(node, 'data-option', term);
      setAttr(node, 'data-count', count);
      setAttr(node, 'data-lead', leaders.has(term));
      setVar(node, '--size', size.toFixed(3));
      setText(node.children[0], text);
      setText(node.children[1], i18n.number(count));
      setShown(node.children[1], size > 1.6 || index === 0);
    });
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (!refit) return draw(told);
      const total = wordsOf(told.result).length;
      const blocks = PER_PAGE.filter((per, index) => index === 0 || per < total).map((per) => SIZES.map((size) => ({ per, size, compact: size === SIZES[SIZES.length - 1] })));
      firstThatFits(blocks, ({ per, size }) => {
        per_page = per;
        draw(told);
        setVar(list, '--type', size);
      }, () => pager.every(() => {
        draw(told);
        return holds(place, list);
      }));
      draw(told);
    },
  };
}

// Results: one row an option, its bar on the one scale of the view, count and share in cells of their own, the base named.
// While the vote is open the bars move with it; once it is closed the facts of the final result stand under them.

import { el, setAttr, setShown, setText, setVar } from '../shared/dom.js';
import { createBars } from '../shared/bars.js';
import { shares } from '../shared/numbers.js';
import { marked, orderOf, scoresOf } from '../shared/result.js';
import { baseText, createVerdict } from './facts.js';
import { firstThatFits, holds } from './fit.js';
import { createHeading } from './heading.js';
import { commonEnd, fullScore, pagesOf } from './scale.js';
import { slide } from './slide.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Result} Result */
/** @typedef {import('../shared/wire.js').Item} Item */

const SMALLEST = 2.6;
const SIZES = [5, 4.5, 4, 3.7, 3.4, 3.1, 2.8, SMALLEST];   // of an option's text, in hundredths of the wall's height
const SHAPES = ['roomy', 'medium', 'tight', 'beside'];   // label over a thick, medium or thin bar, or beside it: see results.css
const PER_PAGE = [12, 10, 8, 6, 4, 2, 1];
const FULL = 4;   // a twenty-fifth of the height: what an option should have

/** @param {Wall} wall */
export function createResultsView(wall) {
  const { i18n, pager } = wall;
  const heading = createHeading(wall);
  const bars = createBars(i18n);
  const place = el('div', { class: 'bars-place' }, bars.root);
  const verdict = createVerdict(wall);
  const base = el('p', { class: 'base' });
  const page = el('p', { class: 'page num' });
  const root = el('article', { class: 'results' }, heading.root, place,
    el('footer', { class: 'results-foot' }, verdict.root, el('p', { class: 'base-line' }, base, page)));
  const list = /** @type {HTMLElement} */ (bars.root.firstElementChild);
  let per_page = 12, end = 0, end_of = '', order_was = '', one_line = false;

  /** @param {Scene} scene @param {Item} item @param {Result} result */
  function draw(scene, item, result) {
    const options = item.options ?? [];
    const scores = scoresOf(item, result);
    const percents = shares(scores, result.base.value);
    const winners = marked(result);
    const order = orderOf(item, result, wall.prefs.now.sorted);
    const pages = pagesOf(order, per_page);
    pager.set(`${item.id}/${scene.round}`, pages.length, performance.now());
    if (end_of !== `${item.id}/${scene.round}`) end = 0;
    end_of = `${item.id}/${scene.round}`;
    end = commonEnd(item, [result], end);
    const shown = pages[pager.page];
    const caption = `${i18n.pick(item.title).text}. ${baseText(i18n, item, result)}`;
    const moved = order_was !== '' && order_was !== order.join();
    order_was = order.join();
    const settle = moved ? slide(list) : null;
    bars.update({
      rows: shown.map((index) => ({
        id: options[index].id, number: index + 1, label: i18n.pick(options[index].text), score: scores[index], lead: winners.has(options[index].id),
      })),
      base: result.base.value, caption, unit: i18n.t(item.method === 'dots' ? 'score_dots' : 'score_votes'), shown: true,
      scale: fullScore(end, result.base.value), shares: shown.map((index) => percents[index]),
    });
    if (settle) requestAnimationFrame(settle);
    setVar(bars.root, '--figures', Math.max(3, ...scores.map((score) => i18n.number(score).length)));
    setShown(page, pages.length > 1);
    setText(page, i18n.t('page', { page: pager.page + 1, pages: pages.length }));
  }

  return {
    root,
    /** @param {Scene} scene @param {State} state @param {boolean} refit */
    update(scene, state, refit) {
      const { item, tally } = scene;
      const result = tally?.result;
      if (!item || !result) return;
      heading.update(scene, state);
      setText(base, baseText(i18n, item, result));
      verdict.update(scene, item, result);
      if (!refit) return draw(scene, item, result);
      const count = item.options?.length ?? 0;
      firstThatFits(candidatesFor(count), ({ per, size, shape, dense, whole }) => {
        per_page = per;
        one_line = whole;
        setAttr(root, 'data-dense', dense);
        draw(scene, item, result);
        bars.flush();
        setVar(list, '--type', size);
        setVar(list, '--figure', size >= FULL ? 1.667 : 1.5);
        setAttr(list, 'data-shape', shape);
      }, () => holds(place, list) && !(one_line && wraps(list)));
    },
  };
}

/**
 * Large type with each label on one line is best; then large type with labels that wrap; then without the second language;
 * then smaller; pages last.
 * @param {number} count
 */
function candidatesFor(count) {
  const shapes = (/** @type {number} */ size, /** @type {boolean} */ dense, /** @type {boolean} */ whole) => SHAPES.map((shape) => ({ size, shape, dense, whole, compact: dense && size === SMALLEST }));
  const large = SIZES.filter((size) => size >= FULL), small = SIZES.filter((size) => size < FULL);
  const all = [
    ...large.flatMap((size) => shapes(size, false, true)), ...large.flatMap((size) => shapes(size, false, false)), ...shapes(FULL, true, false),
    ...small.flatMap((size) => [...shapes(size, false, false), ...shapes(size, true, false)]),
  ];
  return PER_PAGE.filter((per) => per === 12 || per < count).map((per) => all.map((each) => ({ per, ...each })));
}

/** Whether a label takes more than one line. @param {HTMLElement} list */
function wraps(list) {
  return [...list.querySelectorAll('.bar-text')].some((text) => text.getBoundingClientRect().height > 1.6 * parseFloat(getComputedStyle(text).fontSize));
}

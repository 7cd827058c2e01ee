// Ratings and grades as stacked bars, best first: the middle line of all bars is where half of the room is better and half is
// worse, so what stands on it is the median. Beside each bar the mean or the grade in words, the spread, and how far people agree.

import { el, keyed, setAttr, setText, setVar } from '../../shared/dom.js';
import { toNumber } from '../../shared/numbers.js';
import { fitRows } from '../rows_fit.js';
import { pagesOf } from '../scale.js';
import { createRows } from './rows.js';
import { agreementOf, classesOf, deviation, medianOf, partsOf } from './spread.js';

/** @typedef {import('./told.js').Told} Told */

/** The scale of a method that rates. @param {Told} told @returns {{min: number, max: number, words: string[]|null}} */
export function scaleOf({ item, params, i18n }) {
  if (item.method !== 'majority_judgment') return { min: params.min ?? 0, max: params.max ?? 10, words: null };
  const grades = params.grades ?? [];
  return { min: 0, max: Math.max(0, grades.length - 1), words: grades.map((grade) => i18n.pick(grade).text) };
}

/** Numbers of one option, whatever of them the method gives. @param {Told} told @param {string} id */
export function ratingOf({ item, result }, id) {
  const stats = result.stats?.[id] ?? {};
  const grade = item.method === 'majority_judgment' && result.scores[id] !== null && result.scores[id] !== undefined ? toNumber(result.scores[id]) : null;
  return {
    distribution: stats.distribution,
    mean: /** @type {import('./told.js').Wire|null} */ (stats.mean ?? null),
    median: /** @type {import('./told.js').Wire|null} */ (grade ?? stats.median ?? medianOf(stats.distribution)),
    grade,
    raters: /** @type {import('./told.js').Wire|null} */ (stats.n ?? null),
    deviation: deviation(stats.distribution, stats.variance),
    agreement: agreementOf(result.agreement?.[id] ?? result.measures?.[id]?.van_der_eijk),
  };
}

/** How far people agree, as a note under an option: loud only where they do not. @param {Told} told @param {ReturnType<typeof agreementOf>} agreement @returns {import('./rows.js').Row['note']} */
export function agreementNote({ i18n }, agreement) {
  if (agreement === null) return undefined;
  return { text: i18n.t(`agreement_${agreement}`), tone: agreement === 'split' || agreement === 'low' ? 'warn' : 'plain' };
}

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createStacksPicture({ i18n, pager }, view) {
  const rows = createRows('stacks');
  const legend = el('ul', { class: 'legend' });
  const ends = el('p', { class: 'legend-figures' });
  const place = el('div', { class: 'picture-rows' }, rows.list);
  const root = el('div', { class: 'picture', 'aria-hidden': 'true' }, el('div', { class: 'legend-line' }, legend, ends), place);
  let per_page = 12;

  /** @param {Told} told */
  function draw(told) {
    const { min, max, words } = scaleOf(told);
    const pages = pagesOf(told.order, per_page);
    pager.set(told.key, pages.length, performance.now());
    const classes = classesOf(min, max);
    keyed(legend, classes.map((values, index) => ({ values, at: classes.length > 1 ? index / (classes.length - 1) : 1 })).reverse(), ({ values }) => String(values[0]),
      () => el('li', { class: 'legend-part' }, el('span', { class: 'swatch' }), el('bdi')), (node, { values, at }) => {
        tint(/** @type {HTMLElement} */ (node.children[0]), at);
        setText(node.children[1], words?.[values[0]] ?? [...new Set([values[0], values[values.length - 1]])].map(i18n.number).join('–'));
      });
    setAttr(legend, 'data-words', words !== null);
    setText(ends, words ? '' : i18n.t('mean'));
    rows.draw(pages[pager.page].map((id) => {
      const rating = ratingOf(told, id);
      const small = [];
      if (!words && rating.median !== null) small.push(i18n.t('figure_median', { value: told.short(rating.median) }));
      if (!words && rating.deviation !== null) small.push(i18n.t('figure_spread', { value: i18n.number(rating.deviation.toFixed(1)) }));
      return {
        id, badge: i18n.number(told.number(id)), label: told.label(id), lead: told.leaders.has(id), count: told.result.scores[id] ?? undefined, small,
        figure: words ? words[rating.grade ?? -1] ?? '' : rating.mean === null ? '–' : told.short(rating.mean), note: agreementNote(told, rating.agreement),
      };
    }), (track, { id }) => stack(track, ratingOf(told, id), min, max));
    setAttr(rows.list, 'data-words', words !== null);
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (!refit) return draw(told);
      fitRows({
        view, pager, list: rows.list, place, count: told.options.length, shapes: ['roomy', 'medium', 'tight'],
        draw(per) {
          per_page = per;
          draw(told);
        },
      });
    },
  };
}

/** @param {HTMLElement} track @param {ReturnType<typeof ratingOf>} rating @param {number} min @param {number} max */
function stack(track, { distribution, median }, min, max) {
  const middle = median === null ? NaN : toNumber(median);
  keyed(track, partsOf(distribution, min, max), ({ values }) => String(values[0]), () => el('span', { class: 'stack-part' }), (node, { values, from, to, at }) => {
    setVar(node, '--from', from.toFixed(4));
    setVar(node, '--wide', (to - from).toFixed(4));
    setAttr(node, 'data-median', to > from && values.includes(middle));
    tint(node, at);
  });
}

/** Two ramps that meet in the middle: CSS mixes them. @param {HTMLElement} node @param {number} at 0 the worst, 1 the best */
export function tint(node, at) {
  setAttr(node, 'data-side', at < 0.5 ? 'low' : 'high');
  setVar(node, '--mix', `${Math.round(Math.abs(at - 0.5) * 200)}%`);
}

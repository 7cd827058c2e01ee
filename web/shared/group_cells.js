// What one group says about each option, in one short figure and the length of a bar: a share where scores are shares, a mean on
// its scale, a grade, or the place in the group's own ranking. Pure but for the words.

import { shares, toNumber } from './numbers.js';
import { isShare } from './outcome.js';
import { scoresOf } from './result.js';

/** @typedef {import('./i18n.js').I18n} I18n */
/** @typedef {import('./wire.js').Item} Item */
/** @typedef {import('./wire.js').Result & {stats?: Record<string, any>, measures?: any}} Result */
/** @typedef {{text: string, fill: number}} Cell  `fill` between 0 and 1 */

const NONE = { text: '–', fill: 0 };
const SCALES = ['score', 'agreement', 'delphi'];

/** @param {I18n} i18n @param {Item} item @param {Result} result @returns {Cell[]} in ballot-paper order */
export function cellsOf(i18n, item, result) {
  const options = item.options ?? [], { method = '', params = {} } = item;
  if (result.turnout.counted === 0) return options.map(() => NONE);
  if (isShare(item)) return shares(scoresOf(item, result), result.base.value).map((share) => ({ text: i18n.percent(share), fill: Math.min(100, Number(share)) / 100 }));
  if (method === 'pb_greedy' || method === 'pb_mes') {
    return options.map(({ id }) => ({ text: `${i18n.number(result.scores[id] ?? 0)}${result.winners.includes(id) ? ' ✓' : ''}`, fill: part(toNumber(result.scores[id] ?? 0), result.turnout.counted) }));
  }
  if (method === 'majority_judgment') {
    const grades = params.grades ?? [];
    // The score is the number of the grade; the grade itself is told in words.
    return options.map(({ id }) => {
      const grade = result.scores[id];
      return grade === null || grade === undefined ? NONE : { text: i18n.pick(grades[toNumber(grade)]).text, fill: part(toNumber(grade), grades.length - 1) };
    });
  }
  if (SCALES.includes(method)) {
    const low = params.min ?? 0, high = params.max ?? 1;
    return options.map(({ id }) => {
      const value = method === 'score' && params.rank_by !== 'sum' ? result.scores[id] : result.stats?.[id]?.[method === 'delphi' ? 'median' : 'mean'];
      return value === null || value === undefined ? NONE : { text: i18n.number(value), fill: part(toNumber(value) - low, high - low) };
    });
  }
  return placesOf(i18n, options.map(({ id }) => id), result);
}

/** The place in the ranking; those that tie share it. @param {I18n} i18n @param {string[]} ids @param {Result} result @returns {Cell[]} */
function placesOf(i18n, ids, { ranking }) {
  let next = 1;
  /** @type {Map<string, number>} */
  const places = new Map();
  for (const tier of ranking) {
    const tied = Array.isArray(tier) ? tier : [tier];
    for (const id of tied) places.set(id, next);
    next += tied.length;
  }
  return ids.map((id) => {
    const place = places.get(id);
    return place === undefined ? NONE : { text: i18n.number(place), fill: part(ids.length - place + 1, ids.length) };
  });
}

/** Whether the figures are places, so that the table says so. @param {Item} item */
export function arePlaces(item) {
  return !isShare(item) && !['pb_greedy', 'pb_mes', 'majority_judgment', ...SCALES].includes(item.method ?? '');
}

/** @param {number} value @param {number} whole */
function part(value, whole) {
  return whole > 0 ? Math.max(0, Math.min(1, value / whole)) : 0;
}

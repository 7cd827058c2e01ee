// How long a bar is. All bars of a view share one scale, and its end is a round share of the base, so that a bar's length
// means something and the scale seldom has to change. Pure, and exact but for the length of a bar.

import { compare, rational, toNumber } from '../shared/numbers.js';
import { scoresOf } from '../shared/result.js';

/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Result} Result */
/** @typedef {import('../shared/wire.js').Wire} Wire */

const ENDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * The end of the scale: the smallest round share that holds the longest bar. It never shrinks while one round is on the
 * wall (`before`), so a bar moves only when its own votes do, or when the leader outgrows the scale.
 * @param {number[]} shares each between 0 and 1
 * @param {number} before the end so far, 0 at first
 */
export function scaleEnd(shares, before = 0) {
  const longest = shares.reduce((most, share) => Math.max(most, share), 0);
  const end = ENDS.find((each) => each >= longest - 1e-9) ?? longest;
  return Math.max(end, before);
}

/** @param {Item} item @param {Result} result @returns {number[]} shares of the base between 0 and 1 */
export function sharesOf(item, result) {
  const base = toNumber(result.base.value);
  return scoresOf(item, result).map((score) => (base > 0 ? toNumber(score) / base : 0));
}

/** @param {Item} item @param {Result[]} results of one view, the groups' among them @param {number} [before] */
export function commonEnd(item, results, before = 0) {
  return scaleEnd(results.flatMap((result) => sharesOf(item, result)), before);
}

/**
 * From where to where the bars of scores reach that are no shares; zero is always in it, and it never shrinks.
 * @param {Wire[]} scores @param {{low: Wire, high: Wire}} before @param {Wire|null} whole the end of the scale, where it has one
 */
export function reach(scores, before, whole = null) {
  const high = scores.reduce((top, score) => (compare(score, top) > 0 ? score : top), before.high);
  return { low: scores.reduce((least, score) => (compare(score, least) < 0 ? score : least), before.low), high: whole ?? high };
}

/**
 * The score that fills a bar, exactly: the end of the scale times the base.
 * @param {number} end as scaleEnd gives it, a whole number of percent @param {Wire} base @returns {Wire}
 */
export function fullScore(end, base) {
  const { n, d } = rational(base);
  return n > 0n ? `${n * BigInt(Math.round(end * 10_000))}/${d * 10_000n}` : 1;
}

/**
 * Pages of nearly equal length: 13 lines on pages of 12 are 7 and 6, not 12 and 1.
 * @template Line
 * @param {Line[]} lines
 * @param {number} most
 * @returns {Line[][]}
 */
export function pagesOf(lines, most) {
  const count = Math.max(1, Math.ceil(lines.length / most));
  const size = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, page) => lines.slice(page * size, (page + 1) * size)).filter((page, index) => page.length > 0 || index === 0);
}

// From a result on the wire to what the bars need: scores, the end of the scale, who is marked, and what is said about a
// tie. Pure, and exact where something is decided: only the length of a bar is a rounded number.

import { compare, rational, toNumber } from '../shared/numbers.js';
import { scaleEnd } from './scale.js';

/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Result} Result */
/** @typedef {import('../shared/wire.js').Wire} Wire */

/** The scores in ballot-paper order; an option that got nothing may be absent. @param {Item} item @param {Result} result @returns {Wire[]} */
export function scoresOf(item, result) {
  return (item.options ?? []).map(({ id }) => result.scores[id] ?? 0);
}

/** @param {Item} item @param {Result} result @returns {number[]} shares of the base between 0 and 1 */
export function sharesOf(item, result) {
  const base = toNumber(result.base.value);
  return scoresOf(item, result).map((score) => (base > 0 ? toNumber(score) / base : 0));
}

/**
 * The score that fills a bar, exactly: the end of the scale times the base.
 * @param {number} end as scaleEnd gives it, a whole number of percent @param {Wire} base @returns {Wire}
 */
export function fullScore(end, base) {
  const { n, d } = rational(base);
  return n > 0n ? `${n * BigInt(Math.round(end * 10_000))}/${d * 10_000n}` : 1;
}

/** @param {Item} item @param {Result[]} results of one view, the groups' among them @param {number} [before] */
export function commonEnd(item, results, before = 0) {
  return scaleEnd(results.flatMap((result) => sharesOf(item, result)), before);
}

/** Whom the wall marks: the winners so far, and nobody before the first counted vote. @param {Result} result @returns {Set<string>} */
export function marked(result) {
  return new Set(result.winners.filter((id) => compare(result.scores[id] ?? 0, 0) > 0));
}

/**
 * What the wall says about a tie. It is settled when the rule declared before the vote left no more winners than seats.
 * @param {Item} item @param {Result} result @returns {{kind: 'none'}|{kind: 'open'|'settled', options: string[], seats: number}}
 */
export function tieOf(item, result) {
  if (!result.tie || marked(result).size === 0) return { kind: 'none' };
  const seats = item.params?.seats ?? 1;
  return { kind: result.winners.length > seats ? 'open' : 'settled', options: result.tie.options, seats: result.tie.seats };
}

/**
 * Places in the list: the ballot paper's order, or by score on purpose; equal scores keep the ballot paper's order.
 * @param {Item} item @param {Result|undefined} result @param {boolean} sorted @returns {number[]} indexes into the options
 */
export function orderOf(item, result, sorted) {
  const places = (item.options ?? []).map((_, index) => index);
  if (!sorted || !result) return places;
  const scores = scoresOf(item, result);
  return places.sort((a, b) => compare(scores[b], scores[a]) || a - b);
}

/**
 * Which sentence names the base. Weighted counting has sums of weights below the bars, not heads.
 * @param {Item} item @param {Result} result @returns {{key: string, n: Wire}}
 */
export function baseOf(item, result) {
  const { of, value } = result.base;
  if (of === 'dots') return { key: 'base_dots', n: value };
  if (compare(value, result.turnout.counted) !== 0) return { key: 'base_weight', n: value };
  return { key: item.method === 'approval' ? 'base_voters' : 'base_ballots', n: value };
}

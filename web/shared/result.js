// What a result says, read from the wire: scores in ballot-paper order, whom a page marks, whether a tie is open. Pure and
// exact, and the same for every page, so that no two of them can mark different winners.

import { compare } from './numbers.js';

/** @typedef {import('./wire.js').Item} Item */
/** @typedef {import('./wire.js').Result} Result */
/** @typedef {import('./wire.js').Wire} Wire */

/** The scores in ballot-paper order; an option that got nothing may be absent. @param {Item} item @param {Result|null|undefined} result @returns {Wire[]} */
export function scoresOf(item, result) {
  return (item.options ?? []).map(({ id }) => result?.scores[id] ?? 0);
}

/** Whom a page marks: the winners so far, and nobody before the first counted ballot. @param {Result|null|undefined} result @returns {Set<string>} */
export function marked(result) {
  return new Set(result && result.turnout.counted > 0 ? result.winners : []);
}

/**
 * What is said about a tie. It is settled when the rule declared before the vote left no more winners than seats.
 * @param {Item} item @param {Result} result @returns {{kind: 'none'}|{kind: 'open'|'settled', options: string[], seats: number}}
 */
export function tieOf(item, result) {
  if (!result.tie || result.turnout.counted === 0) return { kind: 'none' };
  const seats = item.params?.seats ?? 1;
  return { kind: result.winners.length > seats ? 'open' : 'settled', options: result.tie.options, seats: result.tie.seats };
}

/**
 * Places in a list: the ballot paper's order, or by score on purpose; equal scores keep the ballot paper's order.
 * @param {Item} item @param {Result|null|undefined} result @param {boolean} sorted @returns {number[]} indexes into the options
 */
export function orderOf(item, result, sorted) {
  const places = (item.options ?? []).map((_, index) => index);
  if (!sorted || !result) return places;
  const scores = scoresOf(item, result);
  return places.sort((a, b) => compare(scores[b], scores[a]) || a - b);
}

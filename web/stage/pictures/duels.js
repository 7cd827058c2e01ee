// Duels between options: who beats whom, in which order a table shows them, and the circle that keeps anyone from beating all
// the others. Pure.

import { compare } from '../../shared/numbers.js';
import { ranked } from './told.js';

/** @typedef {import('./told.js').Result} Result */

/** @param {Result} result @param {string} a @param {string} b @returns {number} above 0 where a beats b */
export function duel({ pairwise }, a, b) {
  return compare(pairwise?.[a]?.[b] ?? 0, pairwise?.[b]?.[a] ?? 0);
}

/** Best first; every option is there once. @param {Result} result @param {readonly string[]} ids @returns {{id: string, place: number, tied: boolean}[]} */
export function standings(result, ids) {
  const list = ranked(result).filter(({ id }) => ids.includes(id));
  const missing = ids.filter((id) => !list.some((each) => each.id === id));
  return [...list, ...missing.map((id) => ({ id, place: list.length + 1, tied: missing.length > 1 }))];
}

/** The one that beats every other, if there is one. @param {Result} result @param {readonly string[]} ids */
export function unbeaten(result, ids) {
  return result.pairwise ? ids.find((a) => ids.every((b) => a === b || duel(result, a, b) > 0)) ?? null : null;
}

/**
 * The shortest circle of defeats through one of the best options: A beats B, B beats C, C beats A.
 * @param {Result} result @param {readonly string[]} ids those that stand highest first @returns {string[]} empty where there is none
 */
export function circle(result, ids) {
  if (!result.pairwise) return [];
  /** @type {string[]} */
  let best = [];
  for (const start of ids) {
    /** @type {string[][]} */
    let paths = [[start]];
    const seen = new Set([start]);
    while (paths.length > 0 && (best.length === 0 || paths[0].length < best.length)) {
      const closed = paths.find((path) => path.length > 2 && duel(result, path[path.length - 1], start) > 0);
      if (closed) {
        best = closed;
        break;
      }
      paths = paths.flatMap((path) => ids.filter((id) => !seen.has(id) && duel(result, path[path.length - 1], id) > 0).map((id) => {
        seen.add(id);
        return [...path, id];
      }));
    }
    if (best.length === 3) break;
  }
  return best;
}

/** Majorities that ranked pairs did not lock because they would have closed a circle. @param {Result} result @param {readonly string[]} ids @returns {[string, string][]} */
export function unlocked(result, ids) {
  const { locked } = result;
  if (!locked) return [];
  return ids.flatMap((a) => ids.filter((b) => a !== b && duel(result, a, b) > 0 && !locked.some(([x, y]) => x === a && y === b)).map((b) => /** @type {[string, string]} */ ([a, b])));
}

// Which two options meet next, and what was said of pairs so far. Every pair comes once for a voter; the options that met
// least come first, so that each is compared as often as the others however early a voter stops. Which of several such pairs,
// and which of the two stands first, differs from voter to voter and stays the same through reloads. Pure.

/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */
/** @typedef {import('../../../shared/wire.js').Pair} Pair */

/** @param {Ballot|null|undefined} ballot */
export const pairsOf = (ballot) => ballot?.pairs ?? [];

/** The two of a pair. @param {Pair} pair @returns {string[]} */
export const both = (pair) => 'winner' in pair ? [pair.winner, pair.loser] : 'tie' in pair ? pair.tie : pair.skip;

/** The two, where something was said of them. @param {Pair} pair */
export const judged = (pair) => 'skip' in pair ? [] : both(pair);

/** How many pairs there are. @param {Item} item */
export const pairCount = ({ options = [] }) => options.length * (options.length - 1) / 2;

const keyOf = (/** @type {string[]} */ two) => two.slice().sort().join('/');

/** @param {Item} item @param {Ballot|null|undefined} ballot @returns {Ballot} */
export function fittingPairs(item, ballot) {
  const seen = new Set(), known = new Set((item.options ?? []).map(({ id }) => id));
  return { pairs: pairsOf(ballot).filter((pair) => both(pair).every((id) => known.has(id)) && !seen.has(keyOf(both(pair))) && seen.add(keyOf(both(pair)))) };
}

/** A number that is the same for the same text and scatters well: FNV-1a with a last stir. @param {string} text */
function scatter(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ hash >>> 16, 0x85ebca6b);
  return (hash ^ hash >>> 13) >>> 0;
}

/** @param {Item} item @param {Ballot} ballot @param {string} voter @returns {string[]|null} null: all have met */
export function nextPair(item, ballot, voter) {
  const ids = (item.options ?? []).map(({ id }) => id), met = new Set(pairsOf(ballot).map((pair) => keyOf(both(pair)))), count = new Map();
  for (const id of pairsOf(ballot).flatMap(both)) count.set(id, (count.get(id) ?? 0) + 1);
  const times = (/** @type {string} */ id) => count.get(id) ?? 0, last = new Set(both(pairsOf(ballot)[pairsOf(ballot).length - 1] ?? { skip: [] }));
  let best = /** @type {string[]|null} */ (null), least = /** @type {number[]} */ ([]);
  for (let i = 0; i < ids.length; i++) {
    for (let j = i + 1; j < ids.length; j++) {
      const two = [ids[i], ids[j]];
      if (met.has(keyOf(two))) continue;
      // First the ones that met least, then two that were not both just seen, then by chance.
      const rank = [times(two[0]) + times(two[1]), Math.max(times(two[0]), times(two[1])), two.filter((id) => last.has(id)).length, scatter(`${voter}/${item.id}/${keyOf(two)}`)];
      const at = rank.findIndex((value, k) => value !== least[k]);
      if (!best || at >= 0 && rank[at] < least[at]) [best, least] = [two, rank];
    }
  }
  return best && scatter(`${voter}/${keyOf(best)}/side`) % 2 ? best.slice().reverse() : best;
}

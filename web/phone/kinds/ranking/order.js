// My order of the options as a ballot: what a tap or a move makes of it. Pure; every place holds one option.

/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */
/** @typedef {import('../../kinds.js').Touched} Touched */

/** How many options may be ranked. @param {Item} item */
export const limit = ({ params, options = [] }) => Math.min(options.length, params?.max_ranked ?? Infinity);

/** The options that a ballot ranks, best first, without those that the item no longer has. @param {Item} item @param {Ballot|null|undefined} ballot */
export const listed = (item, ballot) => (ballot?.ranking ?? []).flat().filter((id) => item.options?.some((option) => option.id === id));

/** Puts an option at the end. @param {Item} item @param {Ballot} ballot @param {string} id @returns {Touched} */
export function place(item, ballot, id) {
  const ranking = listed(item, ballot);
  if (ranking.includes(id)) return { ballot };
  return ranking.length < limit(item) ? { ballot: { ranking: [...ranking, id] } } : { ballot, limit: ['full_ranks', { n: limit(item) }] };
}

/** @param {Item} item @param {Ballot} ballot @param {string} id @returns {Touched} */
export const remove = (item, ballot, id) => ({ ballot: { ranking: listed(item, ballot).filter((one) => one !== id) } });

/** Moves an option to a place; the others close up. @param {Item} item @param {Ballot} ballot @param {string} id @param {number} to @returns {Touched} */
export function move(item, ballot, id, to) {
  const ranking = listed(item, ballot), from = ranking.indexOf(id), others = ranking.filter((one) => one !== id);
  if (from < 0) return { ballot };
  others.splice(Math.min(Math.max(0, to), others.length), 0, id);
  return { ballot: { ranking: others } };
}

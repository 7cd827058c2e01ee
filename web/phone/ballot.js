// A ballot while it is being made: what one touch changes, what is left, and what still stands against sending it.
// Pure functions over the ballots of the contract; the server has the last word, these only spare people a refusal.

/** @typedef {import('../shared/wire.js').Ballot} Ballot */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {'full_choices'|'full_points'|'full_cap'} Limit why a touch changed nothing */
/** @typedef {{ballot: Ballot, limit?: Limit}} Touched */
/** @typedef {'need_choice'|'need_more'|'need_points'} Lack what still stands against sending */

/** @param {Item} item how many options may be approved */
export function mostChoices({ params, options }) {
  return params?.max ?? options?.length ?? 0;
}

/** @param {Ballot} ballot @returns {string[]} the options it names, in no order of preference */
export function chosen(ballot) {
  if (ballot.choice) return [ballot.choice];
  return ballot.approve ?? Object.keys(ballot.points ?? {}).filter((id) => ballot.points?.[id]);
}

/** @param {Ballot} ballot @param {string} option */
export function pointsOf(ballot, option) {
  return ballot.points?.[option] ?? 0;
}

/** Choices or points not yet given. @param {Item} item @param {Ballot} ballot */
export function left(item, ballot) {
  if (item.method === 'dots') return (item.params?.dots ?? 0) - Object.values(ballot.points ?? {}).reduce((a, b) => a + b, 0);
  return mostChoices(item) - (ballot.approve?.length ?? 0);
}

/** Chooses an option, or takes the choice back. @param {Item} item @param {Ballot} ballot @param {string} option @returns {Touched} */
export function choose(item, ballot, option) {
  if (item.method === 'plurality') return { ballot: { choice: option } };
  const approve = ballot.approve ?? [];
  if (approve.includes(option)) return { ballot: { approve: approve.filter((id) => id !== option) } };
  if (left(item, ballot) <= 0) return { ballot, limit: 'full_choices' };
  return { ballot: { approve: (item.options ?? []).map(({ id }) => id).filter((id) => id === option || approve.includes(id)) } };
}

/** Gives or takes one point. @param {Item} item @param {Ballot} ballot @param {string} option @param {1|-1} step @returns {Touched} */
export function point(item, ballot, option, step) {
  const now = pointsOf(ballot, option), cap = item.params?.cap ?? Infinity;
  if (step < 0 && now === 0) return { ballot };
  if (step > 0 && now >= cap) return { ballot, limit: 'full_cap' };
  if (step > 0 && left(item, ballot) <= 0) return { ballot, limit: 'full_points' };
  const points = { ...ballot.points, [option]: now + step };
  if (points[option] === 0) delete points[option];
  return { ballot: { points } };
}

/** What is missing before it can be sent. @param {Item} item @param {Ballot} ballot @returns {Lack|null} */
export function lack(item, ballot) {
  const count = chosen(ballot).length, least = item.params?.min ?? 0;
  if (count === 0) return 'need_choice';
  if (item.method === 'approval' && count < least) return 'need_more';
  if (item.method === 'dots' && item.params?.use_all && left(item, ballot) > 0) return 'need_points';
  return null;
}

/**
 * A ballot kept from before, without what the item no longer offers.
 * @param {Item} item @param {Ballot|null|undefined} ballot @returns {Ballot}
 */
export function fitting(item, ballot) {
  const known = new Set((item.options ?? []).map(({ id }) => id));
  if (item.method === 'plurality') return ballot?.choice && known.has(ballot.choice) ? { choice: ballot.choice } : {};
  if (item.method === 'approval') return { approve: (ballot?.approve ?? []).filter((id) => known.has(id)) };
  return { points: Object.fromEntries(Object.entries(ballot?.points ?? {}).filter(([id]) => known.has(id))) };
}

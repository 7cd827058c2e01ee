// The ballot of a priority matrix: a place for each option on each axis. Pure.

/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */

/** @param {Item} item */
export const axesOf = ({ params }) => params?.axes ?? [];

/** On every axis. @param {Item} item @param {Ballot} ballot @param {string} id */
export const done = (item, ballot, id) => axesOf(item).every((axis) => ballot.scores?.[id]?.[axis.id] !== undefined);

/** @param {Ballot} ballot @param {string} id @param {string} axis @param {number|null} value null takes it back @returns {Ballot} */
export function put(ballot, id, axis, value) {
  const marks = { ...ballot.scores?.[id] }, scores = { ...ballot.scores };
  if (value === null) delete marks[axis];
  else marks[axis] = value;
  if (Object.keys(marks).length) scores[id] = marks;
  else delete scores[id];
  return { scores };
}

/** The first option that is not done, or the last. @param {Item} item @param {Ballot} ballot @param {string[]} ids in the order they are shown */
export function startAt(item, ballot, ids) {
  const open = ids.findIndex((id) => !done(item, ballot, id));
  return open < 0 ? ids.length - 1 : open;
}

/** Only what the item still offers, and only on its scales. @param {Item} item @param {Ballot|null|undefined} ballot @returns {Ballot} */
export function fitting(item, ballot) {
  /** @type {Record<string, Record<string, number>>} */
  const scores = {};
  for (const { id } of item.options ?? []) {
    for (const axis of axesOf(item)) {
      const value = ballot?.scores?.[id]?.[axis.id];
      if (Number.isInteger(value) && value >= axis.min && value <= axis.max) scores[id] = { ...scores[id], [axis.id]: value };
    }
  }
  return { scores };
}

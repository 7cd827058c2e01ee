// What is typed, as a ballot of words. Pure.

/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */

export const TEXT_MAX = 80; // letters in one answer: it is read on the wall
const FIELDS_MAX = 20;

/** @param {Item} item */
export const most = ({ params }) => Math.min(params?.max_words ?? FIELDS_MAX, FIELDS_MAX);

/** @param {Item} item @param {Ballot|null|undefined} ballot @returns {string[]} as typed, with gaps as empty texts */
export const drafted = (item, ballot) => (ballot?.words ?? []).filter((text) => typeof text === 'string').slice(0, most(item)).map((text) => text.slice(0, TEXT_MAX));

/** What is really there. @param {Ballot} ballot */
export const filled = (ballot) => (ballot.words ?? []).map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean);

/** One field more than is filled, up to the limit. @param {Item} item @param {Ballot} ballot */
export function fieldCount(item, ballot) {
  const written = drafted(item, ballot), last = written.reduce((at, text, i) => text.trim() ? i + 1 : at, 0);
  return Math.min(most(item), last + 1);
}

/** @param {Item} item @param {Ballot} ballot @param {number} at @param {string} text @returns {Ballot} */
export function withText(item, ballot, at, text) {
  const words = drafted(item, ballot);
  while (words.length < at) words.push('');
  words[at] = text.slice(0, TEXT_MAX);
  while (words.length && !words[words.length - 1]) words.pop();
  return { words };
}

// A vote while it is being written: from an item to the fields of the form, and from the fields to an item as the agenda
// file has it, with everything that is still wrong. Words that were not touched keep their other languages. Pure.

import { parseList, withDuplicates } from './paste.js';

/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').T} T */
/** @typedef {'plurality'|'approval'|'dots'} Method */
/**
 * @typedef {object} Draft
 * @property {string} question
 * @property {string} text one option a line
 * @property {number[]} twins indexes of lines that say the same as an earlier one and are wanted all the same
 * @property {Method} method
 * @property {number | null} max options one may choose; null is any number
 * @property {number | null} dots
 * @property {number | null} cap most points on one option; null is no limit
 * @property {boolean} live the room sees results while it votes
 * @property {boolean} shuffle
 */
/** @typedef {(text: T | undefined) => string} Pick the words that the facilitator sees */
/** @typedef {'question'|'options'|'too-many-options'|'max'|'dots'|'cap'} Wrong */

/** The server's bound on one item. */
export const OPTIONS_MAX = 200;

/** @returns {Draft} */
export function blank() {
  return { question: '', text: '', twins: [], method: 'plurality', max: 3, dots: 5, cap: 3, live: false, shuffle: false };
}

/** @param {Item} item @param {Pick} pick @returns {Draft} */
export function draftOf(item, pick) {
  const { params = {} } = item;
  const lines = (item.options ?? []).map((option) => pick(option.text));
  return {
    question: pick(item.title), text: lines.join('\n'), method: item.method ?? 'plurality',
    twins: withDuplicates(lines).map((line, index) => line.sameAs === null ? -1 : index).filter((index) => index >= 0),
    max: item.method === 'approval' ? params.max ?? null : 3, dots: params.dots ?? 5, cap: item.method === 'dots' ? params.cap ?? null : 3,
    live: item.results === 'live', shuffle: item.shuffle === true,
  };
}

/**
 * The lines of the form: pasted ones are cleaned, an item's own ones stand as they are.
 * @param {string} text @param {Item | null} item @param {Pick} pick
 */
export function linesOf(text, item, pick) {
  if (item && text === draftOf(item, pick).text) return { question: null, lines: withDuplicates(text.split('\n')) };
  return parseList(text);
}

/**
 * @param {Draft} draft @param {string} id of the item @param {Item | null} item what it replaces @param {Pick} pick
 * @returns {{what: Record<string, unknown>, wrong: Wrong[]}}
 */
export function voteOf(draft, id, item, pick) {
  const { lines, question } = linesOf(draft.text, item, pick);
  const texts = lines.filter((line, index) => line.sameAs === null || draft.twins.includes(index)).map((line) => line.text);
  const title = draft.question.trim() || question || '';
  /** @type {Wrong[]} */
  const wrong = [];
  if (title === '') wrong.push('question');
  if (texts.length < 2) wrong.push('options');
  if (texts.length > OPTIONS_MAX) wrong.push('too-many-options');
  if (draft.method === 'approval' && draft.max !== null && !(draft.max >= 1)) wrong.push('max');
  if (draft.method === 'dots' && !((draft.dots ?? 0) >= 1)) wrong.push('dots');
  if (draft.method === 'dots' && draft.cap !== null && !(draft.cap >= 1)) wrong.push('cap');
  const same = item && title === pick(item.title);
  return {
    wrong,
    what: {
      ...(item?.note ? { note: item.note } : {}), ...(item?.seconds ? { seconds: item.seconds } : {}), ...(item?.then ? { then: item.then } : {}),
      id, kind: 'vote', title: same ? item.title : title, options: optionsOf(texts, item, pick), method: draft.method, params: paramsOf(draft, item, texts.length),
      results: draft.live ? 'live' : 'hidden', shuffle: draft.shuffle,
    },
  };
}

/**
 * Options keep their id, detail and languages where their words are the old ones; the others get fresh numbers.
 * @param {string[]} texts @param {Item | null} item @param {Pick} pick
 */
function optionsOf(texts, item, pick) {
  const old = [...item?.options ?? []];
  const found = texts.map((text) => {
    const at = old.findIndex((option) => pick(option.text) === text);
    return at < 0 ? null : old.splice(at, 1)[0];
  });
  const taken = new Set(found.map((option) => option?.id));
  let next = 0;
  return texts.map((text, index) => {
    const same = found[index];
    if (same) return { id: same.id, text: same.text, ...(same.detail ? { detail: same.detail } : {}), ...(same.answers ? { answers: same.answers } : {}) };
    do next += 1; while (taken.has(`o${next}`));
    return { id: `o${next}`, text };
  });
}

/** What belongs to no method (quorum, weights, tie-break) stays. @param {Draft} draft @param {Item | null} item @param {number} many */
function paramsOf(draft, item, many) {
  /** @type {Record<string, unknown>} */
  const params = { ...item?.params };
  const { min } = params;
  for (const name of ['min', 'max', 'dots', 'cap', 'use_all', 'confidence', 'majority']) if (item?.method !== draft.method || ['max', 'dots', 'cap'].includes(name)) delete params[name];
  if (draft.method === 'approval' && draft.max !== null && draft.max < many) params.max = Math.max(draft.max, typeof min === 'number' ? min : 1);
  if (draft.method === 'dots') params.dots = draft.dots;
  if (draft.method === 'dots' && draft.cap !== null && draft.cap < (draft.dots ?? 0)) params.cap = draft.cap;
  return params;
}

// A vote while it is being written: from an item to the fields of the form, and from the fields to an item as the agenda
// file has it, with everything that is still wrong. Words that were not touched keep their other languages. Pure.

import { hasCosts, hasOptions, kindOf } from './catalogue.js';
import { splitCost, wireCost, withCost } from './costs.js';
import { parseList, sameForm, withDuplicates } from './paste.js';
import { firstValues, paramsOf, valuesOf } from './draft_rule.js';
import { secrecyOf } from '../shared/secrecy.js';

/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').T} T */
/** @typedef {import('./paste.js').Line & {cost?: string | null}} Line */
/** @typedef {Record<string, any>} Values of the fields of one method */
/**
 * @typedef {object} Draft
 * @property {string} question
 * @property {string} text one option a line; "project; cost" for a budget
 * @property {number[]} twins indexes of lines that say the same as an earlier one and are wanted all the same
 * @property {string} method
 * @property {Record<string, Values>} rules by method, so that trying another one loses nothing
 * @property {boolean} live the room sees results while it votes
 * @property {boolean} shuffle
 * @property {import('../shared/wire.js').Secrecy} secrecy
 */
/** @typedef {(text: T | undefined) => string} Pick the words that the facilitator sees */
/** @typedef {{at: string, args?: Record<string, number | string>, key?: string}} Wrong  `at`: the field; `key`: of the sentence, `wrong_AT` if absent */

/** The server's bound on one item. */
export const OPTIONS_MAX = 200;

/** @returns {Draft} */
export function blank() {
  return { question: '', text: '', twins: [], method: 'plurality', rules: {}, live: false, shuffle: false, secrecy: 'pseudonymous' };
}

/** The values of the method that is chosen, made when they are first asked for. @param {Draft} draft @param {Pick} pick */
export function rulesOf(draft, pick) {
  return draft.rules[draft.method] ??= firstValues(kindOf(draft.method), pick);
}

/** @param {Item} item @param {Pick} pick @returns {Draft} */
export function draftOf(item, pick) {
  const { params = {}, method = 'plurality' } = item;
  const names = (item.options ?? []).map((option) => pick(option.text));
  const lines = (item.options ?? []).map((option, index) => hasCosts(method) ? withCost(names[index], params.costs?.[option.id]) : names[index]);
  return {
    question: pick(item.title), text: lines.join('\n'), method, rules: { [method]: valuesOf(kindOf(method), params, pick) },
    twins: withDuplicates(names).map((line, index) => line.sameAs === null ? -1 : index).filter((index) => index >= 0),
    live: item.results === 'live', shuffle: item.shuffle === true, secrecy: secrecyOf(item),
  };
}

/**
 * The lines of the form: pasted ones are cleaned, an item's own ones stand as they are.
 * @param {Draft} draft @param {Item | null} item @param {Pick} pick @returns {{question: string | null, lines: Line[]}}
 */
export function linesOf({ text, method }, item, pick) {
  const own = item !== null && text === draftOf(item, pick).text && hasCosts(method) === hasCosts(item.method ?? '');
  if (!hasCosts(method)) return own ? { question: null, lines: withDuplicates(text.split('\n')) } : parseList(text);
  /** @type {Map<string, string>} */
  const costs = new Map();
  const split = text.split('\n').map((line) => splitCost(line));
  const { question, lines } = own ? { question: null, lines: withDuplicates(split.map(({ name }) => name)) } : parseList(split.map(({ name }) => name).join('\n'));
  for (const { name, cost } of split) if (cost !== null && name !== '') costs.set(costKey(name), costs.get(costKey(name)) ?? cost);
  return { question, lines: lines.map((line) => ({ ...line, cost: costs.get(costKey(line.text)) ?? null })) };
}

/** A line is known again after its numbering was taken away. @param {string} name */
function costKey(name) {
  const cleaned = parseList(name).lines[0]?.text ?? name;
  return sameForm(cleaned);
}

/**
 * @param {Draft} draft @param {string} id of the item @param {Item | null} item what it replaces @param {Pick} pick
 * @returns {{what: Record<string, unknown>, wrong: Wrong[]}}
 */
export function voteOf(draft, id, item, pick) {
  const { lines, question } = linesOf(draft, item, pick), { method } = draft;
  const kept = hasOptions(method) ? lines.filter((line, index) => line.sameAs === null || draft.twins.includes(index)) : [];
  const title = draft.question.trim() || question || '';
  const options = optionsOf(kept.map((line) => line.text), item, pick);
  /** @type {Wrong[]} */
  const wrong = [];
  if (title === '') wrong.push({ at: 'question' });
  if (hasOptions(method) && kept.length < 2) wrong.push({ at: 'options' });
  if (kept.length > OPTIONS_MAX) wrong.push({ at: 'options', key: 'wrong_too_many_options' });
  const bare = kept.find((line) => line.cost === null);
  if (hasCosts(method) && bare) wrong.push({ at: 'options', key: 'wrong_costs', args: { option: bare.text } });
  const { params, wrong: of_rule } = paramsOf(kindOf(method), rulesOf(draft, pick), { item, many: kept.length, pick });
  if (hasCosts(method)) params.costs = Object.fromEntries(options.map((option, index) => [option.id, wireCost(kept[index].cost ?? '0')]));
  if (draft.secrecy === 'secret' && isWeighted({ params }, [])) wrong.push({ at: 'secrecy', key: 'secret_no_weights' });
  const same = item && title === pick(item.title);
  return {
    wrong: [...wrong, ...of_rule],
    what: {
      ...(item?.note ? { note: item.note } : {}), ...(item?.seconds ? { seconds: item.seconds } : {}), ...(item?.then ? { then: item.then } : {}),
      id, kind: 'vote', title: same ? item.title : title, ...(hasOptions(method) ? { options } : {}), method, params,
      results: isLive(draft) ? 'live' : 'hidden', secrecy: draft.secrecy, ...(hasOptions(method) ? { shuffle: draft.shuffle } : {}),
    },
  };
}

/** Of a secret vote the room sees nothing while it votes; the wish is kept for the case that it becomes another kind. @param {Draft} draft */
export function isLive({ live, secrecy }) {
  return live && secrecy !== 'secret';
}

/** Once voting on it was open, a vote keeps its secrecy. @param {Item | null} item */
export function isSecrecyLocked(item) {
  return item !== null && (item.settled === true || item.status !== 'waiting' || item.round > 1);
}

/** Ballots count by the weight of their group, which a secret ballot does not have. @param {{params?: Record<string, any>} | null} item @param {import('../shared/wire.js').Group[]} groups of the workshop */
export function isWeighted(item, groups) {
  const { group_weights, group_mode } = item?.params ?? {};
  if (group_mode === 'share') return true;
  return group_weights === undefined ? groups.some((group) => group.weight !== undefined) : Object.keys(group_weights).length > 0;
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

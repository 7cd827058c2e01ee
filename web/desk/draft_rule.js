// The rule of a draft: from parameters to the values of fields and back, with what is wrong about them. Pure.

import { FIRST_AXES, FIRST_GRADES, METHODS } from './catalogue.js';
import { readAmount, wireCost } from './costs.js';

/** @typedef {import('./catalogue.js').Field} Field */
/** @typedef {import('./catalogue.js').Kind} Kind */
/** @typedef {import('./draft.js').Pick} Pick */
/** @typedef {import('./draft.js').Values} Values */
/** @typedef {import('./draft.js').Wrong} Wrong */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').T} T */
/** @typedef {{name: string, low: string, high: string}} AxisWords */

/** What belongs to no method stays when the method changes. */
const COMMON = ['eligible', 'quorum', 'group_weights', 'group_mode'];

/** @param {Kind} kind @param {Pick} pick @returns {Values} of a new vote */
export function firstValues(kind, pick) {
  return Object.fromEntries(kind.fields.map((field) => [field.name, firstOf(field, pick)]));
}

/** @param {Field} field @param {Pick} pick */
function firstOf({ type, first }, pick) {
  if (type === 'lines') return gradeLines(FIRST_GRADES, pick);
  if (type === 'axes') return axesWords(FIRST_AXES, pick);
  return first;
}

/** @param {Kind} kind @param {Record<string, any>} params @param {Pick} pick @returns {Values} of an item */
export function valuesOf(kind, params, pick) {
  return Object.fromEntries(kind.fields.map((field) => {
    const { name, type, optional, plain } = field, value = params[name];
    if (type === 'lines') return [name, gradeLines(value ?? [], pick)];
    if (type === 'axes') return [name, axesWords(value ?? FIRST_AXES, pick)];
    if (type === 'money') return [name, value === undefined ? null : String(value)];
    return [name, value ?? (optional ? null : plain ?? firstOf(field, pick))];
  }));
}

/** A person writes the best grade first, the server wants the worst. @param {T[]} grades @param {Pick} pick */
function gradeLines(grades, pick) {
  return [...grades].reverse().map(pick).join('\n');
}

/** @param {any[]} axes @param {Pick} pick @returns {{steps: number, words: AxisWords[]}} */
function axesWords(axes, pick) {
  return { steps: axes[0]?.max ?? 5, words: axes.map((axis) => ({ name: pick(axis.name ?? axis.id), low: pick(axis.low), high: pick(axis.high) })) };
}

/**
 * @param {Kind} kind @param {Values} values @param {{item: Item | null, many: number, pick: Pick}} around `many` options
 * @returns {{params: Record<string, any>, wrong: Wrong[]}}
 */
export function paramsOf(kind, values, { item, many, pick }) {
  const own = new Set(kind.fields.map((field) => field.name)), same = item?.method === kind.method;
  /** @type {Record<string, any>} */
  const params = Object.fromEntries(Object.entries(item?.params ?? {}).filter(([name]) => name !== 'costs' && !own.has(name) && (same || COMMON.includes(name) || !METHODS.includes(kind.method))));
  Object.assign(params, kind.fixed);
  /** @type {Wrong[]} */
  const wrong = [];
  for (const field of kind.fields) {
    const value = valueOf(field, values[field.name], wrong, { item: same ? item : null, pick });
    if (value !== undefined && value !== '' && value !== field.plain) params[field.name] = value;
  }
  if (kind.method === 'pb_mes' && String(params.completion).startsWith('add1') && typeof values.budget === 'string') params.increment = stepOf(values.budget);
  if (wrong.length === 0) wrong.push(...contradictions(kind, params, many));
  if (wrong.length === 0) loosen(kind, params, many);
  return { params, wrong };
}

/**
 * @param {Field} field @param {any} value as the form holds it @param {Wrong[]} wrong @param {{item: Item | null, pick: Pick}} around
 * @returns {any} as the server takes it; undefined where nothing is to be said
 */
function valueOf(field, value, wrong, { item, pick }) {
  const { name, type, least = 0, most = 0 } = field;
  switch (type) {
    case 'number':
      if (value === null && field.optional) return undefined;
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) wrong.push({ at: name, key: 'wrong_number', args: { least, most } });
      return value;
    case 'money': {
      const amount = readAmount(value ?? '');
      if (amount === null || Number(amount) <= 0) wrong.push({ at: name });
      return wireCost(amount ?? '0');
    }
    case 'lines': {
      const lines = String(value).split('\n').map((line) => line.trim()).filter((line) => line !== '');
      if (lines.length < 2 || new Set(lines).size < lines.length) wrong.push({ at: name });
      const known = [...item?.params?.grades ?? [], ...FIRST_GRADES];
      return lines.reverse().map((line) => known.find((grade) => pick(grade) === line) ?? line);
    }
    case 'axes':
      if (value.words.some((/** @type {AxisWords} */ axis) => axis.name.trim() === '')) wrong.push({ at: name });
      if (!(value.steps >= 2 && value.steps <= 10)) wrong.push({ at: 'steps', key: 'wrong_number', args: { least: 2, most: 10 } });
      return axesOf(value, item?.params?.axes ?? FIRST_AXES, pick);
    default: return value;
  }
}

/** @param {{steps: number, words: AxisWords[]}} value @param {import('../shared/wire.js').Axis[]} old @param {Pick} pick */
function axesOf({ steps, words }, old, pick) {
  const kept = (/** @type {string} */ now, /** @type {T | undefined} */ before) => before !== undefined && pick(before) === now.trim() ? before : now.trim();
  return words.map((axis, index) => {
    const before = old[index];
    const { threshold, ...rest } = before;
    const low = kept(axis.low, before.low), high = kept(axis.high, before.high);
    return { ...rest, name: kept(axis.name, before.name), ...(low ? { low } : {}), ...(high ? { high } : {}), max: steps, ...(threshold !== undefined && steps === before.max ? { threshold } : {}) };
  });
}

/** What is right field by field and wrong together. @param {Kind} kind @param {Record<string, any>} params @param {number} many @returns {Wrong[]} */
function contradictions({ method, fields }, params, many) {
  const is_scale = ['score', 'agreement', 'delphi'].includes(method);
  if (is_scale && params.max <= params.min) return [{ at: 'max', key: 'wrong_scale' }];
  if (is_scale && params.max - params.min > 100) return [{ at: 'max', key: 'wrong_scale_wide' }];
  if (method === 'approval' && params.max !== undefined && params.min > params.max) return [{ at: 'min', key: 'wrong_min' }];
  if (method === 'dots' && params.use_all && params.cap !== undefined && many > 1 && params.cap * many < params.dots) return [{ at: 'cap', key: 'wrong_use_all' }];
  if (fields.some((field) => field.name === 'seats') && many > 1 && (params.seats ?? 1) >= many) return [{ at: 'seats', key: 'wrong_seats', args: { n: many } }];
  return [];
}

/** A bound that binds nobody is none. @param {Kind} kind @param {Record<string, any>} params @param {number} many */
function loosen({ method }, params, many) {
  if (method === 'approval' && params.max >= many) delete params.max;
  if (params.max_ranked >= many) delete params.max_ranked;
  if (params.cap >= params.dots) delete params.cap;
}

/** By how much a share of the budget grows from try to try: about a thousandth of the budget, in round numbers. @param {string} budget */
function stepOf(budget) {
  return 10 ** Math.max(0, String(Math.floor(Number(readAmount(budget) ?? '0'))).length - 4);
}

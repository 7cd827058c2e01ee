// Counts ballots by the published definitions, on its own: it shares no line with the server, so that two programs have
// to agree before a result is called right. Exact numbers only; the order of the ballots never matters.
import { ONE, ZERO, compare, product, quotient, ratio, readRational, sum, written } from './rational.js';

/** @typedef {import('./rational.js').Rational} Rational */
/** @typedef {Map<string, bigint>} Marks  option and what the ballot gives it */
/** @typedef {{marks: Marks} | {blank: true} | {invalid: string}} Reading */
/** @typedef {{ballot: Record<string, unknown>, group?: string, n?: number, weight?: unknown}} Cast */
/**
 * @typedef {object} Rule
 * @property {string} method
 * @property {Record<string, any>} params
 * @property {string[]} options in ballot-paper order
 */
/**
 * @typedef {object} Counted
 * @property {Record<string, string>} scores
 * @property {{of: string, value: string}} base
 * @property {string[]} winners
 * @property {(string | string[])[]} ranking
 * @property {{options: string[], seats: number} | null} tie
 * @property {string[]} [passed]
 * @property {{ballots: number, empty: number, invalid: number, counted: number, weight: string, turnout?: string, quorum_met?: boolean}} turnout
 */

/** The methods this page can recount; a round of another one is named as not recounted, never as right. */
export const METHODS = ['approval', 'dots', 'plurality'];

/**
 * What one ballot says under a rule.
 * @param {Rule} rule
 * @param {Record<string, unknown>} ballot
 * @returns {Reading}
 */
export function read(rule, ballot) {
  const { params } = rule;
  const known = new Set(rule.options);
  if (rule.method === 'plurality') {
    const choice = ballot.choice ?? null;
    if (choice === null) return { blank: true };
    if (typeof choice !== 'string') return { invalid: 'wrong-shape' };
    return known.has(choice) ? { marks: new Map([[choice, 1n]]) } : { invalid: 'unknown-option' };
  }
  if (rule.method === 'approval') {
    const approve = ballot.approve ?? [];
    if (!Array.isArray(approve) || approve.some((id) => typeof id !== 'string')) return { invalid: 'wrong-shape' };
    if (approve.length === 0) return { blank: true };
    if (approve.some((id) => !known.has(id))) return { invalid: 'unknown-option' };
    if (new Set(approve).size !== approve.length) return { invalid: 'repeated-option' };
    if (approve.length > (params.max ?? Infinity)) return { invalid: 'too-many' };
    if (approve.length < (params.min ?? 0)) return { invalid: 'too-few' };
    return { marks: new Map(approve.map((id) => [id, 1n])) };
  }
  return readDots(params, known, ballot.points ?? {});
}

/**
 * @param {Record<string, any>} params @param {Set<string>} known @param {unknown} points
 * @returns {Reading}
 */
function readDots(params, known, points) {
  if (typeof points !== 'object' || points === null || Array.isArray(points)) return { invalid: 'wrong-shape' };
  /** @type {Marks} */
  const marks = new Map();
  let given = 0n;
  for (const [id, value] of Object.entries(points)) {
    if (!known.has(id)) return { invalid: 'unknown-option' };
    if (!Number.isSafeInteger(value) || value < 0) return { invalid: 'not-whole' };
    if (value > (params.cap ?? Infinity)) return { invalid: 'over-cap' };
    if (value > 0) marks.set(id, BigInt(value));
    given += BigInt(value);
  }
  if (given === 0n) return { blank: true };
  if (given > BigInt(params.dots)) return { invalid: 'too-many' };
  if (params.use_all && given < BigInt(params.dots)) return { invalid: 'too-few' };
  return { marks };
}

/**
 * @param {Rule} rule
 * @param {Cast[]} casts the ballots that stand: a replaced one is not among them
 * @returns {Counted}
 */
export function count(rule, casts) {
  const turnout = { ballots: 0, empty: 0, invalid: 0 };
  /** @type {{marks: Marks, group: string, weight: Rational}[]} */
  const valid = [];
  for (const cast of casts) {
    const n = cast.n ?? 1;
    const group = cast.group ?? '';
    const weight = readRational(cast.weight ?? 1) ?? ONE;
    const reading = read(rule, cast.ballot);
    turnout.ballots += n;
    if ('invalid' in reading || !hasWeight(rule, group)) turnout.invalid += n;
    else if ('blank' in reading) turnout.empty += n;
    else valid.push({ marks: reading.marks, group, weight: product(ratio(BigInt(n)), weight) });
  }
  const factors = groupFactors(rule, valid);
  const scores = new Map(rule.options.map((id) => [id, ZERO]));
  let weight = ZERO;
  let given = ZERO;
  for (const each of valid) {
    const effective = product(each.weight, factors.get(each.group) ?? ONE);
    weight = sum(weight, effective);
    for (const [id, value] of each.marks) {
      const points = product(ratio(value), effective);
      scores.set(id, sum(scores.get(id) ?? ZERO, points));
      given = sum(given, points);
    }
  }
  const counted = turnout.ballots - turnout.empty - turnout.invalid;
  return {
    scores: Object.fromEntries([...scores].map(([id, score]) => [id, written(score)])),
    base: rule.method === 'dots' ? { of: 'dots', value: written(given) } : { of: 'voters', value: written(weight) },
    ...placing(rule, scores, counted),
    ...passing(rule, scores, weight),
    turnout: { ...turnout, counted, weight: written(weight), ...entitlement(rule.params, turnout.ballots) },
  };
}

/** @param {Rule} rule @param {string} group */
function hasWeight(rule, group) {
  return rule.params.group_mode !== 'share' || rule.params.group_weights?.[group] !== undefined;
}

/**
 * @param {Rule} rule @param {{group: string, weight: Rational}[]} valid
 * @returns {Map<string, Rational>}
 */
function groupFactors(rule, valid) {
  /** @type {[string, unknown][]} */
  const named = Object.entries(rule.params.group_weights ?? {});
  const weights = new Map(named.map(([id, value]) => [id, readRational(value) ?? ONE]));
  if (rule.params.group_mode !== 'share') return weights;
  for (const [id, share] of weights) {
    const turnedOut = valid.filter((each) => each.group === id).reduce((total, each) => sum(total, each.weight), ZERO);
    if (turnedOut.n > 0n) weights.set(id, quotient(share, turnedOut));
  }
  return weights;
}

/** @param {Rule} rule @param {Map<string, Rational>} scores @param {number} counted */
function placing(rule, scores, counted) {
  /** @type {string[][]} */
  const tiers = [];
  const score = (/** @type {string} */ id) => scores.get(id) ?? ZERO;
  for (const id of [...rule.options].sort((a, b) => compare(score(b), score(a)))) {
    const tier = tiers[tiers.length - 1];
    if (tier && compare(score(tier[0]), score(id)) === 0) tier.push(id);
    else tiers.push([id]);
  }
  const ranking = tiers.map((tier) => tier.length === 1 ? tier[0] : tier);
  if (counted === 0) return { winners: [], ranking, tie: null };
  /** @type {string[]} */
  const winners = [];
  let tie = null;
  for (const tier of tiers) {
    const left = (rule.params.seats ?? 1) - winners.length;
    if (left <= 0) break;
    if (tier.length > left) tie = { options: tier, seats: left };
    winners.push(...(tie && rule.params.tie_break === 'order' ? tier.slice(0, left) : tier));
  }
  return { winners, ranking, tie };
}

/** @param {Rule} rule @param {Map<string, Rational>} scores @param {Rational} weight */
function passing(rule, scores, weight) {
  const majority = readRational(rule.params.majority);
  if (rule.method !== 'plurality' || majority === null) return {};
  return { passed: rule.options.filter((id) => compare(scores.get(id) ?? ZERO, product(majority, weight)) > 0) };
}

/** @param {Record<string, any>} params @param {number} ballots */
function entitlement(params, ballots) {
  if (!(params.eligible > 0)) return {};
  const turnout = ratio(BigInt(ballots), BigInt(params.eligible));
  const quorum = readRational(params.quorum);
  return { turnout: written(turnout), ...(quorum === null ? {} : { quorum_met: compare(turnout, quorum) >= 0 }) };
}

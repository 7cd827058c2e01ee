// Counts ballots by the published definitions, on its own: it shares no line with the server, so that two programs have
// to agree before a result is called right. Exact numbers only; the order of the ballots never matters.
import { ONE, ZERO, compare, product, quotient, ratio, readRational, sum, written } from './rational.js';
import { read } from './read.js';

/** @typedef {import('./rational.js').Rational} Rational */
/** @typedef {import('./read.js').Marks} Marks */
/** @typedef {import('./read.js').Rule} Rule */
/** @typedef {{ballot: Record<string, any>, group?: string, n?: number, weight?: unknown}} Cast */
/** @typedef {Map<string, Rational | null>} Scores  null: nobody has said anything about it */
/**
 * @typedef {object} Counted
 * @property {Record<string, string | null>} scores
 * @property {{of: string, value: string}} base
 * @property {string[]} winners
 * @property {(string | string[])[]} ranking
 * @property {{options: string[], seats: number} | null} tie
 * @property {string[]} [passed]
 * @property {{ballots: number, empty: number, invalid: number, counted: number, weight: string, turnout?: string, quorum_met?: boolean}} turnout
 */

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
    if ('invalid' in reading || weight.n < 0n || !hasWeight(rule, group)) turnout.invalid += n;
    else if ('blank' in reading) turnout.empty += n;
    else valid.push({ marks: reading.marks, group, weight: product(ratio(BigInt(n)), weight) });
  }
  const factors = groupFactors(rule, valid);
  /** @type {Map<string, {value: Rational, weight: Rational}[]>} */
  const given = new Map(rule.options.map((id) => [id, []]));
  let weight = ZERO;
  for (const each of valid) {
    const effective = product(each.weight, factors.get(each.group) ?? ONE);
    weight = sum(weight, effective);
    for (const [id, value] of each.marks) given.get(id)?.push({ value, weight: effective });
  }
  const scores = new Map([...given].map(([id, all]) => [id, rule.method === 'score' ? rating(rule.params, all) : total(all)]));
  const counted = turnout.ballots - turnout.empty - turnout.invalid;
  return {
    scores: Object.fromEntries([...scores].map(([id, score]) => [id, score && written(score)])),
    base: baseOf(rule, scores, weight),
    ...placing(rule, scores, counted),
    ...passing(rule, scores, weight),
    turnout: { ...turnout, counted, weight: written(weight), ...entitlement(rule.params, turnout.ballots) },
  };
}

/** @param {{value: Rational, weight: Rational}[]} all */
function total(all) {
  return all.reduce((so_far, { value, weight }) => sum(so_far, product(value, weight)), ZERO);
}

/**
 * Over those who rated it. The median is halfway between the two middle ones where they differ (type 2 of Hyndman and Fan).
 * @param {Record<string, any>} params @param {{value: Rational, weight: Rational}[]} all @returns {Rational | null}
 */
function rating({ rank_by = 'mean', min_raters }, all) {
  const raters = all.reduce((so_far, { weight }) => sum(so_far, weight), ZERO);
  if (compare(raters, readRational(min_raters ?? 0) ?? ZERO) < 0) return null;
  if (rank_by === 'sum') return total(all);
  if (raters.n === 0n) return null;
  if (rank_by === 'mean') return quotient(total(all), raters);
  const sorted = [...all].sort((a, b) => compare(a.value, b.value)), half = quotient(raters, ratio(2n));
  let below = ZERO;
  /** @type {Rational | null} */
  let low = null;
  for (const { value, weight } of sorted) {
    below = sum(below, weight);
    if (low === null && compare(below, half) >= 0) low = value;
    if (low !== null && compare(below, half) > 0) return quotient(sum(low, value), ratio(2n));
  }
  return low;
}

/** What a share is a share of. @param {Rule} rule @param {Scores} scores @param {Rational} weight */
function baseOf({ method }, scores, weight) {
  if (method !== 'dots' && method !== 'allocation') return { of: 'voters', value: written(weight) };
  return { of: method === 'dots' ? 'dots' : 'points', value: written([...scores.values()].reduce((/** @type {Rational} */ so_far, score) => sum(so_far, score ?? ZERO), ZERO)) };
}

/** Where groups weigh their share, a ballot of a group without a weight is invalid. @param {Pick<Rule, 'params'>} rule @param {string} group */
export function hasWeight(rule, group) {
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

/** @param {Rational | null} a @param {Rational | null} b @returns {number} options without a score come last */
function better(a, b) {
  return a === null || b === null ? Number(a === null) - Number(b === null) : compare(b, a);
}

/** @param {Rule} rule @param {Scores} scores @param {number} counted */
function placing(rule, scores, counted) {
  /** @type {string[][]} */
  const tiers = [];
  const score = (/** @type {string} */ id) => scores.get(id) ?? null;
  for (const id of [...rule.options].sort((a, b) => better(score(a), score(b)))) {
    const tier = tiers[tiers.length - 1];
    if (tier && better(score(tier[0]), score(id)) === 0) tier.push(id);
    else tiers.push([id]);
  }
  const ranking = tiers.map((tier) => tier.length === 1 ? tier[0] : tier);
  if (counted === 0) return { winners: [], ranking, tie: null };
  /** @type {string[]} */
  const winners = [];
  let tie = null;
  for (const tier of tiers) {
    const left = (rule.params.seats ?? 1) - winners.length;
    if (left <= 0 || score(tier[0]) === null) break;
    if (tier.length > left) tie = { options: tier, seats: left };
    winners.push(...(tie && rule.params.tie_break === 'order' ? tier.slice(0, left) : tier));
  }
  return { winners, ranking, tie };
}

/** @param {Rule} rule @param {Scores} scores @param {Rational} weight */
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

// What one ballot says under a rule, by the published definitions: marks on options, an abstention, or why it is invalid. It shares
// no line with the server, so that two programs have to agree before a result is called right. Pure.
import { ONE, ZERO, quotient, ratio, readRational, sum } from './rational.js';

/** @typedef {import('./rational.js').Rational} Rational */
/** @typedef {Map<string, Rational>} Marks  option and what the ballot gives it */
/** @typedef {{marks: Marks} | {blank: true} | {invalid: string}} Reading */
/**
 * @typedef {object} Rule
 * @property {string} method
 * @property {Record<string, any>} params
 * @property {string[]} options in ballot-paper order
 */
/** @typedef {(rule: Rule, ballot: Record<string, any>, known: Set<string>) => Reading} Reader */

/** @type {Record<string, Reader>} */
const READERS = {
  plurality: readChoice,
  approval: (rule, ballot, known) => readApprovals(rule.params, ballot, known),
  qa_upvotes: (_, ballot, known) => readApprovals({}, ballot, known),
  dots: (rule, ballot, known) => readPoints(ballot, known, { cap: rule.params.cap, total: rule.params.dots, all: rule.params.use_all === true }),
  allocation: (rule, ballot, known) => readPoints(ballot, known, { total: rule.params.total, all: rule.params.exact !== false }),
  quadratic: readVotes,
  score: readScores,
  borda: readRanking,
};

/** The methods this page can recount; a round of another one is named as not recounted, never as right. */
export const METHODS = Object.keys(READERS).sort();

/** @param {Rule} rule @param {Record<string, any>} ballot @returns {Reading} */
export function read(rule, ballot) {
  if (entriesOf(ballot) === null) return { invalid: 'wrong-shape' };
  return READERS[rule.method](rule, ballot, new Set(rule.options));
}

/** A member that is missing says nothing; one that is null is not of the right shape. @param {Record<string, any>} ballot @param {string} name @param {unknown} nothing */
function member(ballot, name, nothing) {
  return name in ballot ? ballot[name] : nothing;
}

/** @type {Reader} */
function readChoice(_, ballot, known) {
  const choice = ballot.choice ?? null;
  if (choice === null) return { blank: true };
  if (typeof choice !== 'string') return { invalid: 'wrong-shape' };
  return known.has(choice) ? { marks: new Map([[choice, ONE]]) } : { invalid: 'unknown-option' };
}

/** @param {Record<string, any>} params @param {Record<string, any>} ballot @param {Set<string>} known @returns {Reading} */
function readApprovals({ min = 0, max = Infinity }, ballot, known) {
  const approve = member(ballot, 'approve', []);
  if (!Array.isArray(approve) || approve.some((id) => typeof id !== 'string')) return { invalid: 'wrong-shape' };
  if (approve.length === 0) return { blank: true };
  if (approve.some((id) => !known.has(id))) return { invalid: 'unknown-option' };
  if (new Set(approve).size !== approve.length) return { invalid: 'repeated-option' };
  if (approve.length > max) return { invalid: 'too-many' };
  if (approve.length < min) return { invalid: 'too-few' };
  return { marks: new Map(approve.map((id) => [id, ONE])) };
}

/** @param {unknown} value @returns {[string, any][] | null} */
function entriesOf(value) {
  return typeof value !== 'object' || value === null || Array.isArray(value) ? null : Object.entries(value);
}

/** @param {Record<string, any>} ballot @param {Set<string>} known @param {{cap?: number, total: number, all: boolean}} limits @returns {Reading} */
function readPoints(ballot, known, { cap = Infinity, total, all }) {
  const points = entriesOf(member(ballot, 'points', {}));
  if (points === null) return { invalid: 'wrong-shape' };
  /** @type {Marks} */
  const marks = new Map();
  let given = 0n;
  for (const [id, value] of points) {
    if (!known.has(id)) return { invalid: 'unknown-option' };
    if (!Number.isInteger(value)) return { invalid: 'not-whole' };
    if (value < 0) return { invalid: 'out-of-range' };
    if (value > cap) return { invalid: 'over-cap' };
    if (value > 0) marks.set(id, ratio(BigInt(value)));
    given += BigInt(value);
  }
  if (given === 0n) return { blank: true };
  if (given > BigInt(total)) return { invalid: 'too-many' };
  if (all && given < BigInt(total)) return { invalid: 'too-few' };
  return { marks };
}

/** Votes that cost their squares. @type {Reader} */
function readVotes({ params }, ballot, known) {
  const points = entriesOf(member(ballot, 'points', {}));
  if (points === null) return { invalid: 'wrong-shape' };
  /** @type {Marks} */
  const marks = new Map();
  let cost = 0n;
  for (const [id, value] of points) {
    if (!known.has(id)) return { invalid: 'unknown-option' };
    if (!Number.isInteger(value)) return { invalid: 'not-whole' };
    if (value < 0 && !params.negative) return { invalid: 'out-of-range' };
    if (value !== 0) marks.set(id, ratio(BigInt(value)));
    cost += BigInt(value) ** 2n;
  }
  if (cost > BigInt(params.credits)) return { invalid: 'too-many' };
  return marks.size === 0 ? { blank: true } : { marks };
}

/** A rating of zero is an opinion; an option that is not there has none. @type {Reader} */
function readScores({ params }, ballot, known) {
  const scores = entriesOf(member(ballot, 'scores', {}));
  if (scores === null) return { invalid: 'wrong-shape' };
  for (const [id, value] of scores) {
    if (!known.has(id)) return { invalid: 'unknown-option' };
    if (!Number.isInteger(value)) return { invalid: 'not-whole' };
    if (value < params.min || value > params.max) return { invalid: 'out-of-range' };
  }
  return scores.length === 0 ? { blank: true } : { marks: new Map(scores.map(([id, value]) => [id, ratio(BigInt(value))])) };
}

/** Places as points, so that a ranking adds up like the others. @type {Reader} */
function readRanking(rule, ballot, known) {
  const ranking = member(ballot, 'ranking', []);
  if (!Array.isArray(ranking)) return { invalid: 'wrong-shape' };
  const tiers = ranking.map((tier) => Array.isArray(tier) ? tier : [tier]).filter((tier) => tier.length > 0);
  const all = tiers.reduce((flat, tier) => [...flat, ...tier], []);
  if (all.some((id) => typeof id !== 'string')) return { invalid: 'wrong-shape' };
  if (all.some((id) => !known.has(id))) return { invalid: 'unknown-option' };
  if (new Set(all).size !== all.length) return { invalid: 'repeated-option' };
  if (all.length === 0) return { blank: true };
  if (rule.params.strict && tiers.some((tier) => tier.length > 1)) return { invalid: 'equal-ranks' };
  if (all.length > (rule.params.max_ranked ?? Infinity)) return { invalid: 'too-many' };
  return { marks: placePoints(rule, tiers, all) };
}

/** @param {Rule} rule @param {string[][]} tiers best first @param {string[]} ranked @returns {Marks} */
function placePoints({ params, options }, tiers, ranked) {
  const { variant = 'average' } = params, start = readRational(params.start ?? 0) ?? ZERO;
  /** The points of the place with so many places above it. @param {number} above */
  const carries = (above) => {
    if (variant === 'dowdall') return ratio(1n, BigInt(above + 1));
    if (variant === 'modified') return ratio(BigInt(ranked.length - above));
    return sum(ratio(BigInt(options.length - 1 - above)), start);
  };
  const left = options.filter((id) => !ranked.includes(id));
  /** @type {Marks} */
  const marks = new Map();
  let above = 0;
  for (const tier of variant === 'average' && left.length > 0 ? [...tiers, left] : tiers) {
    const together = tier.reduce((total, _, index) => sum(total, carries(above + index)), ZERO);
    for (const id of tier) marks.set(id, quotient(together, ratio(BigInt(tier.length))));
    above += tier.length;
  }
  return marks;
}

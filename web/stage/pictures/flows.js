// Rounds of a count as steps that can be told one after another: who stands where, what moved and from whom, who is elected
// or goes out. Pure; a step's numbers are those of the wire, its lengths are for drawing.

import { compare, rational, sum, toNumber } from '../../shared/numbers.js';
import { listed } from './told.js';

/** @typedef {import('../../shared/wire.js').Wire} Wire */
/** @typedef {import('./told.js').Round} Round */
/** @typedef {{id: string, votes: Wire, gain: Wire, was: Wire, state: 'in'|'elected'|'leaving'|'left'|'out'}} Row */
/**
 * @typedef {object} Step
 * @property {Row[]} rows in one order through all steps
 * @property {Wire} exhausted ballots that name nobody who is still in
 * @property {Wire} lapsed how many of them came in this step
 * @property {{id: string, kind: 'out'|'surplus'}|null} source whose votes moved; null where there is none, or more than one
 * @property {string[]} elected in this round
 * @property {string[]} leaving go out at the end of this round
 * @property {Wire} standing votes that still count
 * @property {Wire|null} quota
 * @property {string[]} tied for the fewest, where no rule settles who goes out
 * @property {boolean} last
 */

/** @param {Wire} a @param {Wire} b @returns {Wire} a - b */
export function minus(a, b) {
  const x = rational(a), y = rational(b);
  const n = x.n * y.d - y.n * x.d, d = x.d * y.d;
  return n % d === 0n ? String(n / d) : `${n}/${d}`;
}

// Keep factors are approached and not exact: what differs by less than this has not moved.
const STILL = 1e-6;

/** @param {Wire} now @param {Wire} was @returns {Wire} */
function change(now, was) {
  const moved = minus(now, was);
  return Math.abs(toNumber(moved)) < STILL ? 0 : moved;
}

/**
 * Options in the order of the first round, most votes first, which stays through all steps: what moves is votes, not rows.
 * @param {Round[]} rounds @param {readonly string[]} ids in ballot-paper order
 */
export function orderOfRounds(rounds, ids) {
  const first = rounds[0]?.votes ?? {};
  return [...ids].sort((a, b) => compare(first[b] ?? 0, first[a] ?? 0) || ids.indexOf(a) - ids.indexOf(b));
}

/** @param {Round[]} rounds @param {readonly string[]} ids @param {Wire|null} quota of all rounds, where there is one @returns {Step[]} */
export function stepsOf(rounds, ids, quota = null) {
  const order = orderOfRounds(rounds, ids);
  const elected = new Set(), out = new Set();
  return rounds.map((round, index) => {
    const before = rounds[index - 1];
    const leaving = listed(round.eliminated), now = listed(round.elected), left = listed(before?.eliminated);
    now.forEach((id) => elected.add(id));
    const rows = order.map((id) => {
      const votes = round.votes[id] ?? 0, was = before ? before.votes[id] ?? 0 : votes;
      const state = elected.has(id) ? 'elected' : out.has(id) ? left.includes(id) ? 'left' : 'out' : leaving.includes(id) ? 'leaving' : 'in';
      return { id, votes, was, gain: change(votes, was), state: /** @type {Row['state']} */ (state) };
    });
    leaving.forEach((id) => out.add(id));
    const total = sum(Object.values(round.votes));
    return {
      rows, leaving, elected: now, exhausted: round.exhausted, lapsed: before ? change(round.exhausted, before.exhausted) : 0,
      source: before ? sourceOf(before, rows) : null, standing: total.d === 1n ? String(total.n) : `${total.n}/${total.d}`,
      quota: round.quota ?? quota, tied: listed(round.tied), last: index === rounds.length - 1,
    };
  });
}

/** @param {Round} before @param {Row[]} rows @returns {Step['source']} */
function sourceOf(before, rows) {
  const losers = rows.filter(({ gain }) => compare(gain, 0) < 0);
  if (losers.length !== 1) return null;
  const [{ id }] = losers;
  return { id, kind: listed(before.eliminated).includes(id) ? 'out' : 'surplus' };
}

/**
 * Bands from the source's bar to the end of each bar that grew: all in votes, so that a band is as wide as what moved.
 * @param {Step} step @returns {{to: string|null, from: [number, number], at: [number, number]}[]} `to` null: exhausted
 */
export function bandsOf({ rows, source, exhausted, lapsed }) {
  const giver = rows.find(({ id }) => id === source?.id);
  if (!source || !giver) return [];
  let begin = toNumber(giver.votes);
  const bands = rows.filter(({ gain }) => compare(gain, 0) > 0).map(({ id, was, gain }) => ({ to: /** @type {string|null} */ (id), start: toNumber(was), width: toNumber(gain) }));
  if (compare(lapsed, 0) > 0) bands.push({ to: null, start: toNumber(minus(exhausted, lapsed)), width: toNumber(lapsed) });
  // In the order of the bars' ends, so that bands seldom cross.
  return bands.sort((a, b) => a.start - b.start).map(({ to, start, width }) => {
    const from = /** @type {[number, number]} */ ([begin, begin + width]);
    begin += width;
    return { to, from, at: [start, start + width] };
  });
}

import test from 'node:test';
import assert from 'node:assert/strict';
import { count } from '../../records/count.js';
import { readRational, written } from '../../records/rational.js';

/** @param {Partial<import('../../records/count.js').Rule>} rule @param {import('../../records/count.js').Cast[]} casts */
const counted = (rule, casts) => count({ method: 'plurality', params: {}, options: ['A', 'B', 'C'], ...rule }, casts);
/** @param {number} n @param {Record<string, unknown>} ballot @param {object} [more] */
const cast = (n, ballot, more) => ({ n, ballot, ...more });

test('exact numbers: whole, fractions and decimals, and nothing else', () => {
  assert.deepEqual(['0.1', '3/6', 7, '-2', '4/2'].map((text) => { const value = readRational(text); return value && written(value); }), ['1/10', '1/2', '7', '-2', '2']);
  assert.deepEqual([1.5, '1/0', 'x', null, '1e3', ' 1'].map(readRational), [null, null, null, null, null, null]);
});

test('plurality: blanks are cast and in no base, a tie is told and settled only by the declared rule', () => {
  const casts = [cast(3, { choice: 'A' }), cast(3, { choice: 'B' }), cast(2, {}), cast(1, { choice: 'X' })];
  const open = counted({}, casts);
  assert.deepEqual(open.scores, { A: '3', B: '3', C: '0' });
  assert.deepEqual(open.winners, ['A', 'B']);
  assert.deepEqual(open.tie, { options: ['A', 'B'], seats: 1 });
  assert.deepEqual(open.base, { of: 'voters', value: '6' });
  assert.deepEqual(open.turnout, { ballots: 9, empty: 2, invalid: 1, counted: 6, weight: '6' });
  assert.deepEqual(counted({ params: { tie_break: 'order' } }, casts).winners, ['A']);
});

test('a majority must be exceeded, a quorum must be reached', () => {
  const casts = [cast(2, { choice: 'A' }), cast(1, { choice: 'B' })];
  assert.deepEqual(counted({ params: { majority: '2/3' } }, casts).passed, []);
  assert.deepEqual(counted({ params: { majority: '1/2' } }, casts).passed, ['A']);
  assert.equal(counted({ params: { eligible: 6, quorum: '1/2' } }, casts).turnout.quorum_met, true);
  assert.equal(counted({ params: { eligible: 7, quorum: '1/2' } }, casts).turnout.quorum_met, false);
});

test('approval: limits bind ballots that are not blank', () => {
  const rule = { method: 'approval', params: { min: 2, max: 2 } };
  const { turnout, scores } = counted(rule, [cast(1, { approve: ['A', 'B'] }), cast(1, { approve: ['A'] }), cast(1, { approve: ['A', 'B', 'C'] }), cast(1, { approve: ['A', 'A'] }), cast(1, { approve: [] })]);
  assert.deepEqual(turnout, { ballots: 5, empty: 1, invalid: 3, counted: 1, weight: '1' });
  assert.deepEqual(scores, { A: '1', B: '1', C: '0' });
});

test('dots: shares are of the dots given, an overspent ballot is never cut', () => {
  const rule = { method: 'dots', params: { dots: 5, cap: 3 } };
  const result = counted(rule, [cast(2, { points: { A: 3, B: 2 } }), cast(1, { points: { A: 4 } }), cast(1, { points: { A: 3, B: 3 } }), cast(1, { points: { A: 0 } }), cast(1, { points: { A: 1.5 } })]);
  assert.deepEqual(result.scores, { A: '6', B: '4', C: '0' });
  assert.deepEqual(result.base, { of: 'dots', value: '10' });
  assert.deepEqual(result.turnout, { ballots: 6, empty: 1, invalid: 3, counted: 2, weight: '2' });
});

test('groups weigh what was agreed: by factor, or a fixed share whatever their turnout', () => {
  const casts = [cast(10, { choice: 'A' }, { group: 'staff' }), cast(5, { choice: 'B' }, { group: 'staff' }), cast(2, { choice: 'B' }, { group: 'board' }), cast(1, { choice: 'A' }, { group: 'board' }), cast(1, { choice: 'C' })];
  const share = counted({ params: { group_weights: { staff: '50', board: '50' }, group_mode: 'share' } }, casts);
  assert.deepEqual(share.scores, { A: '50', B: '50', C: '0' });
  assert.equal(share.turnout.invalid, 1);
  const factor = counted({ params: { group_weights: { board: '1/3' } } }, casts);
  assert.deepEqual(factor.scores, { A: '31/3', B: '17/3', C: '1' });
  assert.equal(factor.turnout.weight, '17');
});

test('no counted ballot, no winner', () => {
  const result = counted({}, [cast(4, {})]);
  assert.deepEqual([result.winners, result.ranking, result.tie], [[], [['A', 'B', 'C']], null]);
});

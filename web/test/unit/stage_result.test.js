import test from 'node:test';
import assert from 'node:assert/strict';
import { marked, orderOf, tieOf } from '../../shared/result.js';
import { baseOf } from '../../stage/facts.js';
import { commonEnd, fullScore, pagesOf, scaleEnd } from '../../stage/scale.js';
import { toNumber } from '../../shared/numbers.js';
import { secondOf, nextLang } from '../../stage/texts.js';

const item = (more = {}) => ({ id: 'v', kind: 'vote', title: 'Q', options: ['A', 'B', 'C'].map((id) => ({ id, text: id })), method: 'plurality', status: 'open', round: 1, revealed: true, ...more });
const result = (scores, more = {}) => ({ scores, base: { of: 'voters', value: 10 }, winners: ['A'], ranking: [], tie: null, turnout: { ballots: 10, empty: 0, invalid: 0, counted: 10, weight: 10 }, ...more });

const none = { ballots: 0, empty: 0, invalid: 0, counted: 0, weight: 0 };

test('the scale ends at a round share that holds the longest bar', () => {
  assert.equal(scaleEnd([0.3, 0.1]), 0.3);
  assert.equal(scaleEnd([0.31]), 0.35);
  assert.equal(scaleEnd([1]), 1);
  assert.equal(scaleEnd([]), 0.1);
});

test('the scale never shrinks while a round is shown', () => {
  assert.equal(scaleEnd([0.2], 0.5), 0.5);
  assert.equal(commonEnd(item(), [result({ A: 4, B: 1, C: 0 })], 0.6), 0.6);
});

test('groups and the whole room share one scale', () => {
  const end = commonEnd(item(), [result({ A: 4, B: 4, C: 2 }), result({ A: 2, B: 0, C: 0 }, { base: { of: 'voters', value: 2 } })]);
  assert.equal(end, 1);
});

test('a full bar is the end of the scale times the base, also for a base that is a fraction', () => {
  assert.equal(toNumber(fullScore(0.35, 412)), 0.35 * 412);
  assert.equal(toNumber(fullScore(0.5, '7/2')), 1.75);
  assert.equal(fullScore(0.5, 0), 1);
});

test('nobody is marked before the first counted vote', () => {
  assert.deepEqual([...marked(result({ A: 0, B: 0, C: 0 }, { winners: ['A', 'B', 'C'], turnout: none }))], []);
  assert.deepEqual([...marked(result({ A: '7/2', B: 1, C: 0 }))], ['A']);
});

test('a tie is open while more win than there are seats, and settled where the ballot paper decides', () => {
  const tie = { options: ['A', 'B'], seats: 1 };
  assert.equal(tieOf(item(), result({ A: 4, B: 4, C: 2 }, { winners: ['A', 'B'], tie })).kind, 'open');
  assert.equal(tieOf(item({ params: { seats: 1, tie_break: 'order' } }), result({ A: 4, B: 4, C: 2 }, { winners: ['A'], tie })).kind, 'settled');
  assert.equal(tieOf(item(), result({ A: 4, B: 3, C: 2 })).kind, 'none');
  assert.equal(tieOf(item(), result({ A: 0, B: 0, C: 0 }, { winners: ['A', 'B', 'C'], tie: { options: ['A', 'B', 'C'], seats: 1 }, turnout: none })).kind, 'none');
});

test('the order is that of the ballot paper unless sorted on purpose, and equal scores keep it', () => {
  const scores = result({ A: 1, B: '9/2', C: '9/2' });
  assert.deepEqual(orderOf(item(), scores, false), [0, 1, 2]);
  assert.deepEqual(orderOf(item(), scores, true), [1, 2, 0]);
});

test('the base is named for what it is', () => {
  assert.equal(baseOf(item(), result({})).key, 'of_ballots');
  assert.equal(baseOf(item({ method: 'approval' }), result({})).key, 'of_voters');
  assert.equal(baseOf(item({ method: 'dots' }), result({}, { base: { of: 'dots', value: 412 } })).key, 'of_dots');
  assert.equal(baseOf(item(), result({}, { base: { of: 'voters', value: '27/2' } })).key, 'base_weight');
});

test('pages are of nearly equal length', () => {
  const lines = Array.from({ length: 13 }, (_, index) => index);
  assert.deepEqual(pagesOf(lines, 12).map((page) => page.length), [7, 6]);
  assert.deepEqual(pagesOf(lines, 99).map((page) => page.length), [13]);
  assert.deepEqual(pagesOf([], 12), [[]]);
});

test('the second line of a title is the next language that has it', () => {
  const title = { ar: 'س', fr: 'F' };
  assert.deepEqual(secondOf(title, 'ar', ['ar', 'en', 'fr']), { text: 'F', lang: 'fr', dir: 'ltr' });
  assert.equal(secondOf(title, 'fr', ['ar', 'en', 'fr'])?.lang, 'ar');
  assert.equal(secondOf({ ar: 'س' }, 'ar', ['ar', 'en']), null);
  assert.equal(secondOf('plain', 'ar', ['ar', 'en']), null);
  assert.equal(nextLang('fr', ['ar', 'en', 'fr']), 'ar');
});

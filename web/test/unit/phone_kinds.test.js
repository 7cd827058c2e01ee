// What a touch does to the ballots of the rarer kinds: points and credits, rankings, ratings, places, budgets and short texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isOver, kinds as budgets, spent } from '../../phone/kinds/budget/budget.js';
import { axesOf, done, fitting as fittingPlaces, put, startAt } from '../../phone/kinds/matrix/places.js';
import { allocation, rest, set, spread, step, stepFor } from '../../phone/kinds/points/allocation.js';
import { quadratic, unspent, vote } from '../../phone/kinds/points/quadratic.js';
import { placeAt } from '../../phone/kinds/ranking/drag.js';
import { limit, listed, move, place, remove } from '../../phone/kinds/ranking/order.js';
import { kinds as ratings, rated } from '../../phone/kinds/scores/scores.js';
import { kinds as texts } from '../../phone/kinds/texts/texts.js';
import { TEXT_MAX, fieldCount, filled, withText } from '../../phone/kinds/texts/typed.js';

const options = 'abcdef'.split('').map((id) => ({ id, text: id.toUpperCase() }));
const item = (method, params = {}) => /** @type {any} */ ({ id: 'q', kind: 'vote', title: 'Q', options, method, params, shuffle: false, status: 'open', round: 1, revealed: false });
const sum = (points) => Object.values(points).reduce((a, b) => a + b, 0);

test('a sum is shared in steps that suit it, and stops at round numbers and at what is left', () => {
  assert.deepEqual([5, 10, 20, 60, 100, 250, 1000].map(stepFor), [1, 1, 1, 5, 5, 20, 50]);
  const hundred = item('allocation', { total: 100 });
  let { ballot } = set(hundred, {}, 'a', '٣٣');
  assert.deepEqual(ballot, { points: { a: 33 } }, 'typed in Arabic digits');
  ballot = step(hundred, ballot, 'a', 1).ballot;
  assert.deepEqual(ballot.points, { a: 35 });
  ballot = step(hundred, set(hundred, {}, 'a', '33').ballot, 'a', -1).ballot;
  assert.deepEqual(ballot.points, { a: 30 });
  ballot = set(hundred, ballot, 'b', '99999').ballot;
  assert.deepEqual(ballot.points, { a: 30, b: 70 }, 'cut down to what there is');
  assert.equal(step(hundred, ballot, 'c', 1).limit?.[0], 'full_points');
  assert.deepEqual(set(hundred, ballot, 'b', '').ballot, { points: { a: 30 } }, 'an empty field is nothing');
  assert.deepEqual(step(hundred, set(hundred, {}, 'a', '98').ballot, 'b', 1).ballot.points, { a: 98, b: 2 }, 'less than a step is left');
});

test('what is left is spread over the options that have points, or over all, and the sum comes out', () => {
  const hundred = item('allocation', { total: 100 });
  const some = spread(hundred, { points: { b: 10, d: 20, e: 3 } }).ballot;
  assert.deepEqual(some.points, { b: 33, d: 42, e: 25 });
  assert.equal(sum(spread(hundred, {}).ballot.points), 100);
  assert.equal(rest(hundred, spread(hundred, { points: { a: 1 } }).ballot), 0);
  assert.deepEqual(allocation.lack(hundred, { points: { a: 60 } }), ['need_rest', { n: 40 }]);
  assert.equal(allocation.lack(hundred, { points: { a: 60, b: 40 } }), null);
  assert.equal(allocation.lack(item('allocation', { total: 100, exact: false }), { points: { a: 60 } }), null);
  assert.equal(allocation.lack(hundred, { points: {} })?.[0], 'need_choice');
});

test('votes cost their squares, against as for, and never more than the credits', () => {
  const ten = item('quadratic', { credits: 10 }), both = item('quadratic', { credits: 10, negative: true });
  let ballot = /** @type {any} */ ({});
  for (let i = 0; i < 3; i++) ({ ballot } = vote(ten, ballot, 'a', 1));
  assert.equal(unspent(ten, ballot), 1);
  assert.deepEqual(vote(ten, ballot, 'a', 1).limit, ['full_credits', { n: 1, cost: 7 }]);
  assert.deepEqual(vote(ten, ballot, 'b', 1).ballot.points, { a: 3, b: 1 });
  assert.deepEqual(vote(ten, {}, 'a', -1), { ballot: {} }, 'no votes against here');
  ballot = vote(both, vote(both, {}, 'c', -1).ballot, 'c', -1).ballot;
  assert.deepEqual(ballot.points, { c: -2 });
  assert.equal(unspent(both, ballot), 6);
  assert.deepEqual(vote(both, { points: { c: -1 } }, 'c', 1).ballot.points, {}, 'zero is nothing');
  assert.equal(quadratic.lack(both, { points: { c: -2 } }), null);
});

test('ranking: in the order of the taps, up to the limit, each place once', () => {
  const three = item('schulze', { max_ranked: 3 });
  let ballot = /** @type {any} */ ({});
  for (const id of ['d', 'a', 'c']) ({ ballot } = place(three, ballot, id));
  assert.deepEqual(ballot, { ranking: ['d', 'a', 'c'] });
  assert.deepEqual(place(three, ballot, 'b'), { ballot, limit: ['full_ranks', { n: 3 }] });
  assert.equal(place(three, ballot, 'd').ballot, ballot, 'a second touch of the same changes nothing');
  assert.deepEqual(move(three, ballot, 'c', 0).ballot.ranking, ['c', 'd', 'a']);
  assert.deepEqual(move(three, ballot, 'd', 1).ballot.ranking, ['a', 'd', 'c']);
  assert.deepEqual(move(three, ballot, 'd', 99).ballot.ranking, ['a', 'c', 'd']);
  assert.deepEqual(move(three, ballot, 'a', -5).ballot.ranking, ['a', 'd', 'c']);
  assert.deepEqual(move(three, ballot, 'e', 0).ballot, ballot, 'what is not ranked does not move');
  assert.deepEqual(remove(three, ballot, 'a').ballot.ranking, ['d', 'c']);
  assert.equal(limit(item('borda')), 6);
  assert.deepEqual(listed(three, { ranking: [['b', 'gone'], 'a'] }), ['b', 'a']);
});

test('a dragged row takes the place over whose middle it is', () => {
  const middles = [30, 90, 150, 210];
  assert.deepEqual([10, 31, 89, 91, 151, 999].map((at) => placeAt(middles, 1, at)), [0, 1, 1, 1, 2, 3]);
  assert.equal(placeAt(middles, 0, 30), 0);
  assert.equal(placeAt(middles, 3, 20), 0);
});

test('a rating can be given, changed and taken back, and only fits its scale', () => {
  assert.deepEqual(rated(rated({}, 'a', 0), 'b', 7), { scores: { a: 0, b: 7 } });
  assert.deepEqual(rated({ scores: { a: 0, b: 7 } }, 'a', null), { scores: { b: 7 } });
  const ten = item('score', { min: 1, max: 10 }), grades = item('majority_judgment', { grades: ['bad', 'good', 'best'] });
  assert.deepEqual(ratings.score.fitting(ten, { scores: { a: 0, b: 10, c: 11, d: 2.5, gone: 3 } }), { scores: { b: 10 } });
  assert.deepEqual(ratings.majority_judgment.fitting(grades, { scores: { a: 0, b: 2, c: 3 } }), { scores: { a: 0, b: 2 } });
  assert.equal(ratings.score.lack(ten, { scores: {} })?.[0], 'need_score');
  assert.equal(ratings.score.lack(ten, { scores: { a: 1 } }), null);
});

test('a place has a mark on each axis; half of one is not done, and going on leads to the first that is open', () => {
  const plane = item('priority_matrix', { axes: [{ id: 'impact', min: 1, max: 5 }, { id: 'ease', min: 0, max: 3 }] });
  assert.equal(axesOf(plane).length, 2);
  let ballot = put({}, 'a', 'impact', 4);
  assert.equal(done(plane, ballot, 'a'), false);
  ballot = put(ballot, 'a', 'ease', 0);
  assert.equal(done(plane, ballot, 'a'), true);
  assert.equal(startAt(plane, ballot, ['a', 'b', 'c']), 1);
  assert.equal(startAt(plane, ballot, ['a']), 0);
  assert.deepEqual(put(put(ballot, 'a', 'ease', null), 'a', 'impact', null), { scores: {} });
  assert.deepEqual(fittingPlaces(plane, { scores: { a: { impact: 5, ease: 4, other: 1 }, b: { ease: 3 }, gone: { impact: 1 } } }), { scores: { a: { impact: 5 }, b: { ease: 3 } } });
});

test('the running total of a budget is exact, tells when it is over, and forbids nothing', () => {
  const money = item('pb_mes', { budget: '0.3', costs: { a: '0.1', b: '1/10', c: 0.1, d: '1/3' } });
  assert.equal(isOver(money, { approve: ['a', 'b', 'c'] }), false, 'three tenths are three tenths');
  assert.equal(isOver(money, { approve: ['a', 'd'] }), true);
  assert.equal(spent(money, { approve: [] }), '0/1');
  assert.equal(budgets.pb_mes.lack(money, { approve: ['a', 'd'] }), null);
});

test('short texts: a field more than is filled, up to the limit; gaps and blanks are no answers', () => {
  const three = item('words', { max_words: 3 });
  let ballot = withText(three, {}, 0, 'حرفة UNDP 2026');
  assert.equal(fieldCount(three, ballot), 2);
  ballot = withText(three, withText(three, ballot, 2, ' craft '), 1, '   ');
  assert.equal(fieldCount(three, ballot), 3);
  assert.deepEqual(texts.words.finished?.(ballot), { words: ['حرفة UNDP 2026', 'craft'] });
  assert.deepEqual(filled(withText(three, ballot, 0, '')), ['craft']);
  assert.deepEqual(withText(three, withText(three, { words: ['x'] }, 1, 'y'), 1, '').words, ['x']);
  assert.equal(withText(three, {}, 0, 'ل'.repeat(500)).words?.[0].length, TEXT_MAX);
  assert.deepEqual(texts.words.fitting(three, { words: ['a', 'b', 'c', 'd'] }), { words: ['a', 'b', 'c'] });
  assert.equal(texts.words.lack(three, { words: ['  '] })?.[0], 'need_word');
});

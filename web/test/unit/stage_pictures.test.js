// What the pictures draw, worked out without a page: parts of bars, points that do not hide each other, votes that move,
// circles of defeats, budgets that fill, words by size.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { toNumber } from '../../shared/numbers.js';
import { budgetOf } from '../../stage/pictures/budget.js';
import { concordOf } from '../../stage/pictures/concordance.js';
import { circle, standings, unbeaten, unlocked } from '../../stage/pictures/duels.js';
import { bandsOf, minus, orderOfRounds, stepsOf } from '../../stage/pictures/flows.js';
import { cutOf, pointsOf } from '../../stage/pictures/matrix.js';
import { boxOf } from '../../stage/pictures/ranges.js';
import { folded } from '../../stage/pictures/rounds.js';
import { apart } from '../../stage/pictures/scatter.js';
import { agreementOf, classesOf, deviation, medianOf, partsOf } from '../../stage/pictures/spread.js';
import { cut } from '../../stage/pictures/told.js';
import { wordsOf } from '../../stage/pictures/word_cloud.js';
import { reach } from '../../stage/scale.js';

const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, text: id }));
const turnout = { ballots: 9, empty: 0, invalid: 0, counted: 9, weight: 9 };

test('the parts of a stacked bar stand best first, without a gap, and fill it', () => {
  const parts = partsOf({ 1: 2, 2: 0, 3: '1/2', 4: '3/2', 5: 1 }, 1, 5);
  assert.deepEqual(parts.map(({ values }) => values[0]), [5, 4, 3, 2, 1]);
  parts.forEach((part, index) => assert.equal(part.from, index === 0 ? 0 : parts[index - 1].to));
  assert.equal(parts[4].to, 1);
  assert.equal(parts[0].to, 0.2);
  assert.deepEqual([parts[0].at, parts[4].at], [1, 0]);
});

test('nobody rated: no part has a width', () => {
  assert.ok(partsOf({}, 1, 5).every(({ from, to }) => from === 0 && to === 0));
  assert.equal(medianOf({ 1: 0 }), null);
  assert.equal(deviation(undefined), null);
});

test('a long scale is told in at most eleven classes, each value in one of them', () => {
  for (const [min, max] of [[0, 10], [1, 5], [0, 100], [1, 9], [-5, 5], [0, 1]]) {
    const classes = classesOf(min, max);
    assert.ok(classes.length <= 11, `${min} to ${max}`);
    assert.deepEqual(classes.flat(), Array.from({ length: max - min + 1 }, (_, index) => min + index));
  }
});

test('the median of an even number lies halfway, and weights may be fractions', () => {
  assert.equal(medianOf({ 1: 1, 2: 1, 4: 1, 5: 1 }), 3);
  assert.equal(medianOf({ 1: '1/3', 2: '1/3', 5: '1/3' }), 2);
  assert.equal(medianOf({ 3: 7 }), 3);
});

test('the spread is the population standard deviation, from the variance where the result has it', () => {
  assert.equal(deviation({ 1: 1, 5: 1 }), 2);
  assert.equal(deviation({}, '9/4'), 1.5);
});

test('agreement below zero is two camps, and a null says nothing', () => {
  assert.deepEqual(['-1/10', 0, '1/5', '3/5', 1, null, undefined].map(agreementOf), ['split', 'low', 'some', 'broad', 'broad', null, null]);
});

test('points that do not meet keep their places; those that would hide each other do not', () => {
  const box = { width: 600, height: 400 }, radius = 20;
  const loose = [{ x: 100, y: 100 }, { x: 300, y: 300 }];
  assert.deepEqual(apart(loose, box, radius), loose);
  const crowd = Array.from({ length: 12 }, (_, index) => ({ x: 300 + (index % 3), y: 200 + (index % 2) }));
  const drawn = apart(crowd, box, radius);
  drawn.forEach((a, i) => {
    assert.ok(a.x >= radius && a.x <= box.width - radius && a.y >= radius && a.y <= box.height - radius);
    drawn.slice(i + 1).forEach((b) => assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 2 * radius - 1e-6));
  });
  assert.deepEqual(apart(crowd, box, radius), drawn, 'the same votes give the same picture');
  assert.ok(apart([{ x: 0, y: 0 }, { x: 0, y: 0 }], box, radius).every(({ x, y }) => x >= radius && y >= radius), 'also in a corner');
});

test('a point stands by its two means, and an option without both is left out', () => {
  const axes = [{ id: 'impact', min: 1, max: 5 }, { id: 'effort', min: 0, max: 10, threshold: 4 }];
  const told = { params: { axes }, options, result: { stats: { A: { impact: 5, effort: 0 }, B: { impact: 3, effort: '5/2' }, C: { impact: null, effort: 3 } } } };
  assert.deepEqual(pointsOf(/** @type {any} */ (told)), [{ id: 'A', x: 0, y: 1 }, { id: 'B', x: 0.25, y: 0.5 }]);
  assert.deepEqual(cutOf(axes), { x: 0.4, y: 0.5 });
});

const tennessee = [
  { votes: { M: 42, N: 26, C: 15, K: 17 }, exhausted: 0, eliminated: 'C' },
  { votes: { M: 42, N: 26, K: 32 }, exhausted: 0, eliminated: 'N' },
  { votes: { M: 42, K: 56 }, exhausted: 2 },
];

test('rounds become steps: rows keep one order, and each step knows who gave and who goes', () => {
  assert.deepEqual(orderOfRounds(tennessee, ['C', 'K', 'M', 'N']), ['M', 'N', 'K', 'C']);
  const [first, second, third] = stepsOf(tennessee, ['C', 'K', 'M', 'N']);
  assert.deepEqual([first.source, first.leaving, first.last], [null, ['C'], false]);
  assert.deepEqual(second.source, { id: 'C', kind: 'out' });
  assert.deepEqual(second.rows.map(({ id, state }) => `${id} ${state}`), ['M in', 'N leaving', 'K in', 'C left']);
  assert.deepEqual(third.rows.map(({ state }) => state), ['in', 'left', 'in', 'out']);
  assert.deepEqual([third.lapsed, third.standing, third.last], ['2', '98', true]);
});

test('bands carry exactly the votes that moved, those that lapse among them', () => {
  const [, , third] = stepsOf(tennessee, ['C', 'K', 'M', 'N']);
  assert.deepEqual(bandsOf(third), [{ to: null, from: [0, 2], at: [0, 2] }, { to: 'K', from: [2, 26], at: [32, 56] }]);
});

test('a surplus leaves the end of a bar that keeps the quota; several givers have no bands', () => {
  const rounds = [{ votes: { A: 9, B: 4, C: 3 }, exhausted: 0, elected: ['A'], transferred: 'A' }, { votes: { A: 6, B: '11/2', C: '9/2' }, exhausted: 0, eliminated: 'C' }];
  const [, second] = stepsOf(rounds, ['A', 'B', 'C'], 6);
  assert.deepEqual(second.source, { id: 'A', kind: 'surplus' });
  assert.equal(second.rows[0].state, 'elected');
  assert.deepEqual(bandsOf(second), [{ to: 'C', from: [6, 7.5], at: [3, 4.5] }, { to: 'B', from: [7.5, 9], at: [4, 5.5] }]);
  const meek = stepsOf([{ votes: { A: 9, B: 8, C: 3 }, exhausted: 0 }, { votes: { A: 7, B: 7.5, C: 5.5 }, exhausted: 0 }], ['A', 'B', 'C']);
  assert.deepEqual([meek[1].source, bandsOf(meek[1])], [null, []]);
});

test('what an approached count leaves behind has not moved', () => {
  const [, second] = stepsOf([{ votes: { A: 6, B: 5 }, exhausted: 0 }, { votes: { A: 5.9999999999, B: 5.0000000001 }, exhausted: 0 }], ['A', 'B']);
  assert.ok(second.rows.every(({ gain }) => gain === 0));
});

test('differences are exact', () => {
  assert.equal(minus('1/3', '1/3'), '0');
  assert.equal(toNumber(minus('7/2', 4)), -0.5);
});

test('where not all rows fit, the winner and those in motion stay, and nobody is lost', () => {
  const [, second] = stepsOf(tennessee, ['C', 'K', 'M', 'N']);
  assert.equal(folded(second, 9).rest.length, 0);
  const { shown, rest } = folded(second, 3, new Set(['K']));
  assert.ok(shown.some(({ id }) => id === 'K'));
  assert.equal(shown.length, 2);
  assert.equal(shown.length + rest.length, 4);
});

const pairwise = (/** @type {Record<string, Record<string, number>>} */ wins, more = {}) => /** @type {any} */ ({ pairwise: wins, scores: {}, winners: [], ranking: [], tie: null, turnout, ...more });
const cycle = pairwise({ A: { B: 6, C: 3, D: 9 }, B: { A: 3, C: 7, D: 9 }, C: { A: 6, B: 2, D: 9 }, D: { A: 0, B: 0, C: 0 } });

test('one who beats everybody is found, and where nobody does, so is the circle', () => {
  assert.equal(unbeaten(cycle, ['A', 'B', 'C', 'D']), null);
  assert.deepEqual(circle(cycle, ['A', 'B', 'C', 'D']), ['A', 'B', 'C']);
  const order = pairwise({ A: { B: 6, C: 6 }, B: { A: 3, C: 6 }, C: { A: 3, B: 3 } });
  assert.equal(unbeaten(order, ['C', 'B', 'A']), 'A');
  assert.deepEqual(circle(order, ['A', 'B', 'C']), []);
});

test('majorities that were not locked are those that would have closed the circle', () => {
  const locked = pairwise(cycle.pairwise, { locked: [['B', 'C'], ['A', 'B'], ['A', 'D'], ['B', 'D'], ['C', 'D']] });
  assert.deepEqual(unlocked(locked, ['A', 'B', 'C', 'D']), [['C', 'A']]);
  assert.deepEqual(unlocked(cycle, ['A', 'B', 'C', 'D']), []);
});

test('places count those before, and ties share one', () => {
  assert.deepEqual(standings(pairwise({}, { ranking: ['C', ['A', 'B']] }), ['A', 'B', 'C', 'D']).map(({ id, place, tied }) => `${id}${place}${tied ? '=' : ''}`), ['C1', 'A2=', 'B2=', 'D4']);
});

test('a budget fills in the order of funding, and says why the others were not funded', () => {
  const told = { item: { method: 'pb_greedy' }, options, counted: 9, params: { budget: '100', costs: { A: '40', B: '30', C: '50', D: '0.5' } }, result: { scores: { A: 5, B: 7, C: 6, D: 0 }, winners: ['A', 'B'], bought: ['B', 'A'], spent: 70 } };
  const { left, projects } = budgetOf(/** @type {any} */ (told));
  assert.equal(left, '30');
  assert.deepEqual(projects.map(({ id, funded, left: after, why }) => [id, funded, String(after), why]), [['B', 0, '70', 'funded'], ['A', 1, '30', 'funded'], ['C', null, '30', 'too_dear'], ['D', null, '30', 'no_votes']]);
  const short = { ...told, item: { method: 'pb_mes' }, params: { budget: '200', costs: told.params.costs } };
  assert.equal(budgetOf(/** @type {any} */ (short)).projects[2].why, 'shares', 'money is left, but not with those who want it');
});

test('words stand by count, equal counts have one size, and the size grows with the root', () => {
  const words = wordsOf(/** @type {any} */ ({ ranking: ['ماء', ['eau', 'water'], 'air'], scores: { ماء: 16, eau: 4, water: 4, air: 1 }, spellings: { eau: 'Eau' } }));
  assert.deepEqual(words.map(({ text }) => text), ['ماء', 'Eau', 'water', 'air']);
  assert.equal(words[1].size, words[2].size);
  assert.ok(words[0].size > words[1].size && words[1].size > words[3].size);
  assert.equal(words[3].size, 1);
});

test('a box of a Delphi round lies on its scale; without ratings there is none', () => {
  assert.deepEqual(boxOf({ median: 6, q1: 5, q3: '15/2' }, 1, 9), { from: 0.5, to: 0.8125, median: 0.625 });
  assert.equal(boxOf({ median: null }, 1, 9), null);
});

test("Kendall's W is told in words", () => {
  assert.deepEqual(['9/10', 0.5, '3/10', 0, null].map(concordOf), ['strong', 'moderate', 'weak', 'none', null]);
});

test('bars below zero: zero is always on the scale, and the scale never shrinks', () => {
  const first = reach([4, -3, '1/2'], { low: 0, high: 0 });
  assert.deepEqual(first, { low: -3, high: 4 });
  assert.deepEqual(reach([1, -1], first), first);
  assert.deepEqual(reach([60], { low: 0, high: 1 }, 100), { low: 0, high: 100 });
});

test('a long name is cut at a word, and a short one is left alone', () => {
  assert.equal(cut('Export marketing'), 'Export marketing');
  assert.equal(cut('Testing laboratory (ISO 17025) for leather'), 'Testing laboratory…');
  assert.ok(cut('x'.repeat(60)).length <= 24);
});

// The table twin of every method: real numbers under the right headings, and one line an option.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createI18n } from '../../shared/i18n.js';
import { outcomeWords } from '../../shared/outcome.js';
import { words as shared_words } from '../../shared/words.js';
import { pictureOf } from '../../stage/pictures/index.js';
import { tableOf } from '../../stage/pictures/tables.js';
import { tell } from '../../stage/pictures/told.js';
import { pictureWords } from '../../stage/pictures/words.js';
import { words } from '../../stage/words.js';

globalThis.document = /** @type {any} */ ({ documentElement: {} });
const i18n = createI18n(shared_words, outcomeWords, pictureWords, words);
i18n.setLang('en');
const options = ['A', 'B', 'C'].map((id) => ({ id, text: `Option ${id}` }));
const bare = (/** @type {string} */ text) => text.replace(/[\u2066-\u2069]/g, '');

/** @param {string} method @param {Record<string, any>} result @param {Record<string, any>} [params] @param {boolean} [sorted] */
function table(method, result, params = {}, sorted = false) {
  const whole = { scores: {}, base: { of: 'voters', value: 9 }, winners: ['A'], ranking: ['A', 'B', 'C'], tie: null, turnout: { ballots: 9, empty: 0, invalid: 0, counted: 9, weight: 9 }, ...result };
  const item = { id: 'v', kind: 'vote', title: 'Q', options: method === 'words' ? [] : options, method, params, status: 'closed', round: 1, revealed: true };
  const scene = /** @type {any} */ ({ view: 'closed', item, round: 1, tally: { item: 'v', round: 1, entry: 1, ballots: 9, voters: 9, result: whole } });
  const { head, lines, caption } = tableOf(tell(scene, i18n, sorted));
  for (const { cells } of lines) assert.equal(cells.length, head.length, 'a cell under each heading');
  return { head, caption: bare(caption), lines: lines.map(({ cells, lead }) => [...cells.map(bare), ...(lead ? ['lead'] : [])]) };
}

test('sums have a share where the score is one, and none where it is not', () => {
  assert.deepEqual(table('approval', { scores: { A: 6, B: 3, C: 0 } }).lines, [['1 Option A', '6', '67%', 'lead'], ['2 Option B', '3', '33%'], ['3 Option C', '0', '0%']]);
  assert.deepEqual(table('quadratic', { scores: { A: 4, B: 1, C: -3 } }).lines[2], ['3 Option C', '-3']);
  assert.deepEqual(table('borda', { scores: { A: 1, B: '9/2', C: 2 }, winners: ['B'] }, {}, true).lines.map(([name]) => name), ['2 Option B', '3 Option C', '1 Option A']);
});

test('ratings have mean, median, spread and agreement; an option nobody rated has dashes', () => {
  const stats = { A: { n: 4, mean: '7/2', median: 4, variance: '9/4', distribution: { 1: 1, 3: 0, 4: 2, 5: 1 } }, B: { n: 2, mean: 3, median: 3, variance: 4, distribution: { 1: 1, 5: 1 } }, C: { n: 0, mean: null, median: null, variance: null, distribution: {} } };
  const { lines } = table('score', { scores: { A: '7/2', B: 3, C: null }, stats, agreement: { A: '2/3', B: -1, C: null } }, { min: 1, max: 5 });
  assert.deepEqual(lines, [['1 Option A', '3.5', '4', '1.5', 'Broad agreement', '4', 'lead'], ['2 Option B', '3', '3', '2', 'Split: two camps', '2'], ['3 Option C', '–', '–', '–', '–', '0']]);
});

test('grades are words, best first, and the score is the number of the grade', () => {
  const { head, lines } = table('majority_judgment', { scores: { A: 2, B: 1, C: 0 }, stats: { A: { grade: 'good', distribution: { 0: 1, 1: 2, 2: 6 } } } }, { grades: ['poor', { en: 'fair' }, 'good'] });
  assert.deepEqual(head.slice(1, 5), ['Majority grade', 'good', 'fair', 'poor']);
  assert.deepEqual(lines[0].slice(1, 5), ['good', '6', '2', '1']);
});

test('rounds have a column each and say how each option ended', () => {
  const rounds = [{ votes: { A: 4, B: 3, C: 2 }, exhausted: 0, eliminated: 'C' }, { votes: { A: 5, B: 3 }, exhausted: 1 }];
  const { lines } = table('irv', { rounds });
  assert.deepEqual(lines, [['1 Option A', '4', '5', 'wins', 'lead'], ['2 Option B', '3', '3', '–'], ['3 Option C', '2', '', 'out in round 1'], ['No further choice', '0', '1', '']]);
});

test('duels tell the circle in the caption', () => {
  const pairwise = { A: { B: 6, C: 3 }, B: { A: 3, C: 7 }, C: { A: 6, B: 2 } };
  const { caption, lines } = table('condorcet', { scores: { A: 0, B: 0, C: 0 }, winners: [], ranking: [['A', 'B', 'C']], pairwise, smith: ['A', 'B', 'C'] });
  assert.match(caption, /A circle: 1 Option A beats 2 Option B, 2 Option B beats 3 Option C, 3 Option C beats 1 Option A\. So there is no Condorcet winner\./);
  assert.deepEqual(lines[0], ['1 Option A', '1', '', '6', '3']);
});

test('a matrix too large for a message leaves a ranking', () => {
  assert.deepEqual(table('schulze', { scores: {}, ranking: ['B', ['A', 'C']], winners: ['B'] }).lines, [['2 Option B', '1', 'lead'], ['1 Option A', '2'], ['3 Option C', '2']]);
});

test('a budget, a committee, words, and rank correlation', () => {
  assert.deepEqual(table('pb_mes', { scores: { A: 5, B: 4, C: 0 }, winners: ['B'], bought: ['B'], spent: 60 }, { budget: 100, costs: { A: 50, B: 60, C: 1 } }).lines,
    [['2 Option B', '60', '4', 'Funded: no. 1', 'lead'], ['1 Option A', '50', '5', 'more than is left'], ['3 Option C', '1', '0', 'no votes']]);
  assert.deepEqual(table('seq_pav', { scores: { C: 4, A: '5/2' }, winners: ['C', 'A'] }).lines, [['3 Option C', '1', '4', 'lead'], ['1 Option A', '2', '2.5', 'lead'], ['2 Option B', 'not chosen', '–']]);
  assert.deepEqual(table('words', { scores: { leather: 3, 'جلد': 2 }, ranking: ['leather', 'جلد'], winners: ['leather'], spellings: { leather: 'Leather' } }).lines, [['Leather', '3', 'lead'], ['جلد', '2']]);
  const concord = table('concordance', { scores: {}, measures: { kendall_w: '19/25', mean_rank: { A: '5/2', B: 1, C: '5/2' } } });
  assert.match(concord.caption, /strongly agrees .*W = 0\.76/);
  assert.deepEqual(concord.lines.map(([name]) => name), ['2 Option B', '1 Option A', '3 Option C']);
});

test('a plane names its quarters, and a Delphi round its box and what moved', () => {
  const axes = [{ id: 'impact', min: 1, max: 5, name: 'Impact', high: 'Great impact' }, { id: 'effort', min: 1, max: 5 }];
  assert.deepEqual(table('priority_matrix', { scores: { A: 6, B: null, C: null }, stats: { A: { impact: 4, effort: 2, quadrant: 'high-low' }, B: { impact: null, effort: 3, quadrant: null } } }, { axes }).lines.slice(0, 2),
    [['1 Option A', '4', '2', 'Great impact · effort: low', '6', 'lead'], ['2 Option B', '–', '3', '–', '–']]);
  const { lines } = table('delphi', { scores: { A: 6 }, stats: { A: { n: 5, median: 6, q1: 5, q3: 8, iqr: 3, mean: 6, consensus: false } }, shift: { A: { median_shift: -1 } } }, { min: 1, max: 9 });
  assert.deepEqual(lines[0], ['1 Option A', '6', '5–8', '6', 'No', 'median −1', '5']);
});

test('a method that nobody has drawn yet is told by bars', () => {
  assert.equal(typeof pictureOf('a method of tomorrow'), 'function');
});

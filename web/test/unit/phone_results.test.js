// What the phone says of a result of each kind: places, figures and reasons, in the reader's words.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { projectRows } from '../../phone/results/budget.js';
import { termsOf } from '../../phone/results/cloud.js';
import { placeRows } from '../../phone/results/plane.js';
import { committee, concordance, duels, rounds } from '../../phone/results/rankings.js';
import { delphi, grades, partsOf, ratings } from '../../phone/results/ratings.js';
import { leadersOf, placesOf } from '../../phone/results/rows.js';
import { words } from '../../phone/results/words.js';
import { createI18n } from '../../shared/i18n.js';
import { words as core } from '../../shared/words-core.js';

globalThis.document = /** @type {any} */ ({ documentElement: {} });
const i18n = createI18n(core, words);
i18n.setLang('en');
const plain = (/** @type {string|undefined} */ text) => (text ?? '').replace(/[\u2066-\u2069]/g, '');

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() }));
const item = (method, params = {}) => /** @type {any} */ ({ id: 'q', kind: 'vote', title: 'Q', options, method, params });
const turnout = { ballots: 10, empty: 0, invalid: 0, counted: 10, weight: 10 };
const result = (more) => ({ scores: {}, base: { of: 'voters', value: 10 }, winners: ['a'], ranking: ['a', ['b', 'c']], tie: null, turnout, ...more });

test('tied options share a place, the next one counts on; nobody leads before the first ballot', () => {
  assert.deepEqual(placesOf({ ranking: ['a', ['b', 'c'], 'd'] }), [{ id: 'a', place: 1 }, { id: 'b', place: 2 }, { id: 'c', place: 2 }, { id: 'd', place: 4 }]);
  assert.deepEqual([...leadersOf(result({ turnout: { counted: 0 } }))], []);
});

test('ratings: the mean, the median, who rated, how far the room agrees, and parts that make up the whole', () => {
  const stats = { a: { n: 9, mean: '65/9', median: '15/2', distribution: { 5: 3, 7: '3/2', 10: 4.5 } }, b: { n: 0, mean: null, median: null, distribution: {} }, c: { n: 2, mean: 0, median: 0, distribution: { 0: 2 } } };
  const { rows } = ratings(i18n, item('score', { min: 0, max: 10 }), result({ stats, agreement: { a: '-1/10', b: null, c: 1 } }));
  assert.deepEqual(rows.map(({ value, small, warn, lead }) => [value, plain(small), !!warn, lead]), [
    ['7.2', 'median 7.5 · rated by 9 · the room is split', true, true], ['–', 'rated by 0', false, false], ['0', 'median 0 · rated by 2 · broad agreement', false, false]]);
  const parts = partsOf(stats.a.distribution, 0, 10);
  assert.equal(parts.length, 11);
  assert.deepEqual([parts[0], parts[5]], [{ wide: 0.5, at: 1 }, { wide: 1 / 3, at: 0.5 }], 'the best first');
  assert.deepEqual(partsOf({}, 0, 10), []);
  const long = partsOf({ 0: 1, 100: 3 }, 0, 100);
  assert.ok(long.length <= 11 && long[0].wide === 0.75 && long[long.length - 1].wide === 0.25);
});

test('a Delphi round: the middle half, consensus, and how the median moved', () => {
  const stats = { a: { n: 5, median: 7, q1: 6, q3: 8, mean: '34/5', consensus: true, distribution: { 7: 5 } }, b: { n: 0, median: null, q1: null, q3: null, mean: null }, c: { n: 5, median: 3, q1: 1, q3: 8, mean: 4, consensus: false, distribution: { 3: 5 } } };
  const { rows } = delphi(i18n, item('delphi', { min: 1, max: 9 }), result({ stats, shift: { a: { median_shift: '1/2' }, c: { median_shift: 0 } } }));
  assert.equal(plain(rows[0].small), 'half of the room between 6 and 8 · mean 6.8 · consensus · median moved +0.5');
  assert.equal(plain(rows[2].small), 'half of the room between 1 and 8 · mean 4 · no consensus yet');
  assert.equal(rows[1].value, '–');
});

test('a majority grade is said in words', () => {
  const { rows, says } = grades(i18n, item('majority_judgment', { grades: ['Bad', { en: 'Good' }, 'Best'] }), result({ scores: { a: 2, b: 1, c: null }, stats: {} }));
  assert.deepEqual(rows.map(({ value }) => value), ['Best', 'Good', '–']);
  assert.ok(says);
});

test('duels: how many each beats, and plainly when nobody beats all', () => {
  const pairwise = { a: { b: 6, c: 4 }, b: { a: 4, c: 6 }, c: { a: 6, b: 4 } };
  const told = duels(i18n, item('condorcet'), result({ pairwise, winners: [], ranking: [['a', 'b', 'c']] }));
  assert.equal(told.says, words.en.no_duel_winner);
  assert.deepEqual(told.rows.map(({ value, small }) => [plain(value), plain(small)]), [['Place 1', 'beats 1 of 2'], ['Place 1', 'beats 1 of 2'], ['Place 1', 'beats 1 of 2']]);
});

test('rounds: the votes of the last round an option stood in, and where it went out or in', () => {
  const irv = result({ ranking: ['a', 'b', 'c'], rounds: [{ votes: { a: 4, b: 3, c: 3 }, eliminated: 'c' }, { votes: { a: '11/2', b: '9/2' } }] });
  assert.deepEqual(rounds(i18n, item('irv'), irv).rows.map(({ value, small }) => [value, plain(small)]), [['5.5', ''], ['4.5', ''], ['3', 'out in round 1']]);
  const stv = result({ ranking: ['a', 'b', 'c'], winners: ['a', 'b'], quota: 4, rounds: [{ votes: { a: 5, b: 3, c: 2 }, elected: ['a'] }, { votes: { a: 4, b: '7/2', c: '5/2' }, eliminated: 'c' }, { votes: { a: 4, b: 6 }, elected: ['b'] }] });
  const told = rounds(i18n, item('stv', { seats: 2 }), stv);
  assert.equal(plain(told.says), 'Quota: 4');
  assert.deepEqual(told.rows.map(({ value, small, lead }) => [value, plain(small), lead]), [['5', 'elected in round 1', true], ['6', 'elected in round 3', true], ['2.5', 'out in round 2', false]]);
});

test('a budget: funded in the order of funding, then the rest, with costs and votes', () => {
  const rows = projectRows(i18n, item('pb_mes', { budget: 100, costs: { a: 60, b: '0.5', c: '125/2' } }), result({ scores: { a: 3, b: 2, c: 1 }, bought: ['b', 'a'], spent: '121/2', winners: ['a', 'b'] }));
  assert.deepEqual(rows.map(({ id, value, small }) => [id, value, plain(small)]), [['b', 'Funded', 'Cost 0.5 · 2 votes'], ['a', 'Funded', 'Cost 60 · 3 votes'], ['c', 'Not funded', 'Cost 62.5 · 1 vote']]);
});

test('places on a plane, committees, likeness of rankings', () => {
  const axes = [{ id: 'impact', min: 1, max: 5, high: 'Strong', low: 'Weak' }, { id: 'ease', min: 1, max: 5 }];
  const rows = placeRows(i18n, item('priority_matrix', { axes }), result({ stats: { a: { impact: '9/2', ease: 2, quadrant: 'high-low' }, b: { impact: 1, ease: null, quadrant: null } } }));
  assert.equal(plain(rows[0].small), 'impact 4.5 (Strong) · ease 2 (low)');
  assert.equal(plain(rows[1].small), 'impact 1 · ease –');
  assert.deepEqual(committee(i18n, item('seq_pav', { seats: 2 }), result({ winners: ['c', 'a'], ranking: ['c', 'a', 'b'] })).rows.map(({ id, value }) => [id, plain(value)]), [['c', 'Place 1'], ['a', 'Place 2'], ['b', '–']]);
  const told = concordance(i18n, item('concordance'), result({ measures: { kendall_w: '2/3', mean_rank: { a: '4/3', b: 2, c: null } } }));
  assert.match(plain(told.says), /0\.67 of 1/);
  assert.equal(plain(told.rows[0].small), 'mean rank 1.3');
});

test('words: the most frequent first, in the spelling most people used', () => {
  const terms = termsOf({ scores: { craft: 4, 'undp 2026': 16, z: 1, a: 1 }, spellings: { 'undp 2026': 'UNDP 2026' } });
  assert.deepEqual(terms.map(({ text, size }) => [text, size]), [['UNDP 2026', 1], ['craft', 0.5], ['a', 0.25], ['z', 0.25]]);
});

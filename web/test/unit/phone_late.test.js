// What comes after the page: fetched one after the other, most urgent first, again and again until it is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { kindsOf, partOf } from '../../phone/kinds.js';
import { createLate } from '../../phone/late.js';
import { wantedParts } from '../../phone/needs.js';

const turn = () => new Promise((done) => setImmediate(done));

/** A network that answers when told. */
function network() {
  const asked = /** @type {{name: string, tries: number, answer: (part: any) => void, fail: (error: any) => void}[]} */ ([]);
  const timers = /** @type {{run: () => void, ms: number}[]} */ ([]);
  const arrivals = /** @type {string[]} */ ([]);
  const late = createLate((name) => arrivals.push(name), () => {}, (name, tries) => new Promise((answer, fail) => { asked.push({ name, tries, answer, fail }); }), (run, ms) => timers.push({ run, ms }));
  return { late, asked, timers, arrivals };
}

test('one after the other, and what is wanted now before what was wanted earlier', async () => {
  const { late, asked, arrivals } = network();
  late.want(['ranking', 'results']);
  assert.deepEqual(asked.map(({ name }) => name), ['ranking']);
  late.want(['scores']);
  asked[0].answer({ kinds: {} });
  await turn();
  assert.deepEqual(asked.map(({ name }) => name), ['ranking', 'scores']);
  asked[1].answer({});
  await turn();
  asked[2].answer({});
  await turn();
  assert.deepEqual(arrivals, ['ranking', 'scores', 'results']);
  late.want(['ranking']);
  await turn();
  assert.equal(asked.length, 3, 'what is there is not fetched again');
  assert.ok(late.get('ranking') && !late.get('pairs'));
});

test('a failure is tried again after growing pauses under another address, and the page is told in time', async () => {
  const { late, asked, timers } = network();
  late.want(['pairs']);
  assert.equal(late.troubled, false);
  const pauses = [];
  for (let i = 0; i < 6; i++) {
    asked[i].fail(new Error('no network'));
    await turn();
    const pause = timers[timers.length - 1];
    pauses.push(pause.ms);
    pause.run();
    await turn();
    assert.equal(asked.length, i + 2);
  }
  assert.deepEqual(asked.map(({ tries }) => tries), [0, 1, 2, 3, 4, 5, 6], 'each attempt has a query of its own');
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 8000]);
  assert.equal(late.troubled, true);
  asked[6].answer({});
  await turn();
  assert.equal(late.troubled, false);
});

test('a request that hangs is given up, and a person in a hurry does not wait', async () => {
  const { late, asked, timers } = network();
  late.want(['matrix']);
  timers[0].run();
  await turn();
  assert.equal(asked.length, 1);
  late.hurry();
  await turn();
  assert.equal(asked.length, 2, 'the next attempt is made at once');
});

test('every method has a kind here or a module, and a kind is there when its module is', () => {
  const methods = 'plurality approval qa_upvotes dots allocation quadratic score priority_matrix borda condorcet schulze ranked_pairs irv stv majority_judgment pairwise_comparison pb_greedy pb_mes seq_pav seq_phragmen words agreement concordance delphi'.split(' ');
  const nothing = kindsOf(/** @type {any} */ ({ get: () => null }));
  for (const method of methods) assert.ok(partOf(method) || nothing(/** @type {any} */ ({ method })), method);
  const kind = { fitting: () => ({}) };
  const ranking = kindsOf(/** @type {any} */ ({ get: (name) => name === 'ranking' ? { kinds: { irv: kind } } : null }));
  assert.equal(ranking(/** @type {any} */ ({ method: 'irv' })), kind);
  assert.equal(ranking(/** @type {any} */ ({ method: 'score' })), null);
});

test('what is shown is wanted first, then what is open, then the rest of the agenda, the results at last', () => {
  const items = { a: { id: 'a', kind: 'vote', method: 'dots' }, b: { id: 'b', kind: 'vote', method: 'irv' }, s: { id: 's', kind: 'swot' } };
  const state = /** @type {any} */ ({ stage: { item: null }, workshop: { methods: ['dots', 'irv', 'stv', 'delphi'] }, items, order: ['a', 'b', 's'] });
  assert.deepEqual(wantedParts(state, null), ['ranking', 'swot', 'scores', 'results']);
  assert.deepEqual(wantedParts(state, /** @type {any} */ (items.s)), ['swot', 'ranking', 'scores', 'results']);
  const open = /** @type {any} */ ({ ...state, items: { ...items, p: { id: 'p', kind: 'vote', method: 'words', status: 'open' } }, order: ['a', 'b', 's', 'p'] });
  assert.deepEqual(wantedParts(open, null), ['texts', 'ranking', 'swot', 'scores', 'results'], 'also while the group is asked for');
  assert.equal(wantedParts({ ...open, stage: { item: 'b' } }, null)[0], 'ranking', 'what is on the wall comes first then');
  assert.deepEqual(wantedParts(/** @type {any} */ ({ workshop: null, items: {}, order: [], stage: { item: null } }), null), ['results']);
});

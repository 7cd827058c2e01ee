// The state is the fold of the messages: a welcome replaces, a change touches what it carries, old news loses.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createStore, empty, itemsInOrder, reduce, stageItem, tallyOf } from '../../shared/store.js';

const item = (id, more = {}) => ({ id, kind: 'vote', title: id, options: [], method: 'plurality', params: {}, shuffle: false, status: 'waiting', round: 1, revealed: false, ...more });
const stage = (more = {}) => ({ view: 'item', item: 'a', round: 1, qr: false, frozen: false, ...more });
const welcome = (more = {}) => ({
  type: 'welcome', role: 'voter', now: 1, entry: 10, you: { voter: 'v', token: 't', group: null }, mine: {},
  workshop: { code: '482913', title: 'W', sample: true, languages: ['ar'], groups: [], digits: 'latn', items: [item('a'), item('b')], stage: stage() },
  tallies: [{ item: 'a', round: 1, entry: 9, ballots: 2, voters: 5 }], room: { connected: 3, voters: 5, voted: 2, saving: true }, ...more,
});
const fold = (...messages) => messages.reduce(reduce, empty);

test('a welcome is the whole state, also a second one', () => {
  const state = fold(welcome(), { type: 'change', entry: 11, items: [item('c')], order: ['c'], stage: stage({ item: 'c' }) }, welcome({ entry: 12 }));
  assert.deepEqual(itemsInOrder(state).map(({ id }) => id), ['a', 'b']);
  assert.equal(state.workshop?.code, '482913');
  assert.equal('items' in (state.workshop ?? {}), false);
  assert.equal(tallyOf(state, 'a')?.ballots, 2);
  assert.equal(stageItem(state)?.id, 'a');
});

test('a change puts items in place, forgets those that are gone, and keeps the rest', () => {
  const state = fold(welcome(), { type: 'change', entry: 11, do: 'open', items: [item('b', { status: 'open' }), item('c')], order: ['c', 'b'], stage: stage({ item: 'b' }) });
  assert.deepEqual(itemsInOrder(state).map(({ id, status }) => [id, status]), [['c', 'waiting'], ['b', 'open']]);
  assert.equal(state.items.a, undefined);
  assert.equal(stageItem(state)?.id, 'b');
});

test('a change from before the welcome, or before any, changes nothing', () => {
  const now = fold(welcome());
  assert.equal(reduce(now, { type: 'change', entry: 9, items: [], order: [], stage: stage() }), now);
  assert.equal(reduce(empty, { type: 'change', entry: 9, items: [item('a')], order: ['a'], stage: stage() }), empty);
});

test('the newest tally of each round stays, whatever the order of arrival', () => {
  const tally = (round, entry, ballots) => ({ type: 'tally', item: 'a', round, entry, ballots, voters: 5 });
  const state = fold(welcome(), tally(1, 20, 4), tally(1, 15, 3), tally(2, 16, 1));
  assert.equal(tallyOf(state, 'a', 1)?.ballots, 4);
  assert.equal(tallyOf(state, 'a', 2)?.ballots, 1);
  assert.equal(tallyOf(state, 'x'), null);
});

test('a receipt becomes my ballot, and an older one does not come back', () => {
  const receipt = (entry, id, ballot, round = 1) => ({ type: 'receipt', id, item: 'a', round, entry, leaf: '', code: `CODE-${entry}`, ballot });
  const state = fold(welcome(), receipt(21, 'second', { choice: 'y' }), receipt(20, 'first', { choice: 'x' }));
  assert.deepEqual(state.mine.a, { round: 1, id: 'second', ballot: { choice: 'y' }, entry: 21, code: 'CODE-21' });
  const later = reduce(state, receipt(30, 'third', { choice: 'z' }, 2));
  assert.equal(later.mine.a.round, 2);
  assert.equal(reduce(later, receipt(40, 'late', { choice: 'w' }, 1)), later);
  assert.equal(reduce(state, { type: 'receipt', id: 'act', entry: 50 }), state);
});

test('room and unknown messages', () => {
  assert.equal(fold(welcome(), { type: 'room', connected: 9, voters: 9, voted: 1, saving: false }).room.saving, false);
  const now = fold(welcome());
  assert.equal(reduce(now, { type: 'something-new' }), now);
});

test('the page is told once a frame, and only if something changed', () => {
  const frames = [], shown = [];
  const store = createStore((state) => shown.push(state.room.connected), (run) => frames.push(run));
  store.dispatch(welcome());
  for (const connected of [4, 5, 6]) store.dispatch({ type: 'room', connected, voters: 6, voted: 0, saving: true });
  store.dispatch({ type: 'pong', now: 1 });
  assert.equal(frames.length, 1);
  frames.pop()();
  assert.deepEqual(shown, [6]);
  store.dispatch({ type: 'pong', now: 2 });
  assert.equal(frames.length, 0);
});

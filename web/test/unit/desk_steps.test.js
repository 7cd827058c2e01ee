import test from 'node:test';
import assert from 'node:assert/strict';
import { neighbour, nextStep } from '../../desk/steps.js';

/** @typedef {import('../../shared/wire.js').Item} Item */

/** @param {string} id @param {Partial<Item>} [more] @returns {Item} */
const vote = (id, more) => ({ id, kind: 'vote', title: id, status: 'waiting', round: 1, revealed: false, ...more });
/** @param {string} id @returns {Item} */
const slide = (id) => ({ id, kind: 'slide', title: id, status: 'waiting', round: 1, revealed: false });
/** @param {string | null} item @param {'join'|'item'|'groups'|'black'} [view] */
const stage = (item, view = 'item') => ({ view, item, round: null, qr: false, frozen: false });

test('a vote goes from waiting to open, closed, revealed and on', () => {
  const last = slide('b');
  const step = (/** @type {Partial<Item>} */ more) => {
    const item = vote('a', more);
    return nextStep(item, stage('a'), [item, last]);
  };
  assert.deepEqual(step({}), { do: 'open', item: 'a' });
  assert.deepEqual(step({ status: 'open' }), { do: 'close', item: 'a' });
  assert.deepEqual(step({ status: 'open', revealed: true }), { do: 'close', item: 'a' });
  assert.deepEqual(step({ status: 'closed' }), { do: 'reveal', item: 'a' });
  assert.deepEqual(step({ status: 'closed', revealed: true }), { do: 'show', item: 'b', view: 'item' });
});

test('a slide is shown, then the agenda goes on, and at its end there is no step', () => {
  const a = slide('a'), b = slide('b');
  assert.deepEqual(nextStep(a, stage(null, 'join'), [a, b]), { do: 'show', item: 'a', view: 'item' });
  assert.deepEqual(nextStep(a, stage('a'), [a, b]), { do: 'show', item: 'b', view: 'item' });
  assert.equal(nextStep(b, stage('b'), [a, b]), null);
  assert.deepEqual(nextStep(null, stage(null, 'join'), [a, b]), { do: 'show', item: 'a', view: 'item' });
  assert.equal(nextStep(null, stage(null, 'join'), []), null);
});

test('a finished vote that is not on the stage is shown again before the agenda goes on', () => {
  const a = vote('a', { status: 'closed', revealed: true }), b = slide('b');
  assert.deepEqual(nextStep(a, stage('b'), [a, b]), { do: 'show', item: 'a', view: 'item' });
  assert.deepEqual(nextStep(a, stage('a', 'black'), [a, b]), { do: 'show', item: 'a', view: 'item' });
  assert.deepEqual(nextStep(a, stage('a', 'groups'), [a, b]), { do: 'show', item: 'b', view: 'item' });
});

test('arrows name the neighbour on the agenda and stop at its ends', () => {
  const items = [slide('a'), slide('b'), slide('c')];
  assert.equal(neighbour(stage('b'), items, 1), items[2]);
  assert.equal(neighbour(stage('b'), items, -1), items[0]);
  assert.equal(neighbour(stage('c'), items, 1), null);
  assert.equal(neighbour(stage('a'), items, -1), null);
  assert.equal(neighbour(stage(null, 'join'), items, 1), items[0]);
  assert.equal(neighbour(stage(null, 'join'), items, -1), null);
});

test('a black stage comes back to the item that it had', () => {
  const items = [slide('a'), slide('b')];
  assert.equal(neighbour(stage('a', 'black'), items, 1), items[0]);
  assert.equal(neighbour(stage('a', 'black'), items, -1), items[0]);
  assert.equal(neighbour(stage('a', 'join'), items, 1), items[0]);
});

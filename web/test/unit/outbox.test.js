// A ballot is kept until it is answered, goes out with one id however often, and never becomes two.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createOutbox } from '../../phone/outbox.js';
import { choose } from '../../phone/choice.js';
import { kindsOf } from '../../phone/kinds.js';
import { createVoting } from '../../phone/voting.js';
import { openStorage } from '../../shared/storage.js';

/** What localStorage does, over a map that outlives a page. */
function area(kept = new Map()) {
  return /** @type {any} */ ({ kept, getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => void kept.set(k, v), removeItem: (k) => void kept.delete(k) });
}

function world(disk = area()) {
  const w = { now: 1_000_000, open: true, sent: [], posted: [], answers: [], reply: /** @type {any} */ (null), counter: 0 };
  const storage = openStorage('t.', disk);
  const outbox = createOutbox({
    storage, now: () => w.now,
    send: (message) => w.open && !!w.sent.push(message),
    post: async (message) => { w.posted.push(message); return w.reply; },
    onAnswer: (pending, answer) => w.answers.push({ pending, answer }),
    fill: (bytes) => bytes.fill(++w.counter),
  });
  return { w, outbox, storage, disk };
}
const receipt = (id, more = {}) => ({ type: 'receipt', id, item: 'a', round: 1, entry: 7, code: 'AAAA-BBBB', ...more });

test('a ballot goes out at once and is forgotten with its receipt', () => {
  const { w, outbox } = world();
  outbox.cast('a', 1, { choice: 'x' });
  assert.deepEqual(w.sent, [{ type: 'cast', id: '01'.repeat(16), item: 'a', round: 1, ballot: { choice: 'x' } }]);
  assert.match(w.sent[0].id, /^[A-Za-z0-9_-]{8,64}$/);
  assert.equal(outbox.waiting('a', 1)?.ballot.choice, 'x');
  outbox.answer(receipt(w.sent[0].id));
  assert.equal(outbox.empty, true);
  assert.equal(w.answers.length, 1);
  outbox.answer(receipt(w.sent[0].id));
  assert.equal(w.answers.length, 1);
});

test('a second tap on the same ballot is the same ballot', () => {
  const { w, outbox } = world();
  outbox.cast('a', 1, { choice: 'x' });
  outbox.cast('a', 1, { choice: 'x' });
  assert.equal(w.sent.length, 1);
  w.open = false;
  outbox.cast('b', 1, {});
  outbox.cast('b', 1, {});
  w.open = true;
  outbox.connected({});
  assert.deepEqual(w.sent.slice(1).map(({ item }) => item), ['a', 'b']);
});

test('a change of mind before the answer replaces it under a new id, and the old answer settles nothing', () => {
  const { w, outbox } = world();
  outbox.cast('a', 1, { choice: 'x' });
  outbox.cast('a', 1, { choice: 'y' });
  assert.notEqual(w.sent[0].id, w.sent[1].id);
  outbox.answer(receipt(w.sent[0].id));
  assert.equal(outbox.waiting('a', 1)?.ballot.choice, 'y');
  outbox.answer(receipt(w.sent[1].id));
  assert.deepEqual(w.answers.map(({ pending }) => pending.ballot.choice), ['y']);
});

test('unanswered, it is sent again with the same id after three seconds, not before', () => {
  const { w, outbox } = world();
  outbox.cast('a', 1, { choice: 'x' });
  w.now += 2900;
  outbox.flush(0);
  assert.equal(w.sent.length, 1);
  w.now += 200;
  outbox.flush(0);
  assert.equal(w.sent.length, 2);
  assert.equal(w.sent[0].id, w.sent[1].id);
});

test('without a network it waits, survives a reload with its id, and goes out on return', () => {
  const first = world();
  first.w.open = false;
  first.outbox.cast('a', 1, { points: { x: 3 } });
  const id = first.outbox.waiting('a', 1)?.id;
  const second = world(area(first.disk.kept));
  assert.equal(second.outbox.waiting('a', 1)?.id, id);
  second.outbox.connected({});
  assert.deepEqual(second.w.sent.map((m) => m.id), [id]);
});

test('what the server already has is settled by the welcome, without sending', () => {
  const { w, outbox } = world();
  outbox.cast('a', 1, { choice: 'x' });
  const { id } = w.sent[0];
  outbox.connected({ a: { round: 1, id, ballot: { choice: 'x' }, entry: 9, code: 'CCCC-DDDD' } });
  assert.equal(w.sent.length, 1);
  assert.equal(w.answers[0].answer.code, 'CCCC-DDDD');
  assert.equal(outbox.empty, true);
});

test('a refusal that asks for patience keeps the ballot and its id; a final one ends it', () => {
  const { w, outbox } = world();
  outbox.cast('a', 1, { choice: 'x' });
  const { id } = w.sent[0];
  outbox.answer({ type: 'refused', id, reason: 'not-saving', retry: true });
  assert.equal(outbox.waiting('a', 1)?.waits, 'not-saving');
  assert.equal(w.answers.length, 0);
  w.now += 3100;
  outbox.flush(0);
  assert.equal(w.sent[1].id, id);
  outbox.answer({ type: 'refused', id, reason: 'closed', retry: false });
  assert.equal(outbox.empty, true);
  assert.equal(w.answers[0].answer.reason, 'closed');
});

test('where sockets cannot be had it goes by a plain request, one at a time, and a failed one is tried again', async () => {
  const { w, outbox } = world();
  w.open = false;
  outbox.cast('a', 1, { choice: 'x' });
  outbox.flush(3000);
  assert.equal(w.posted.length, 0);
  outbox.flush(4500);
  outbox.flush(4600);
  assert.equal(w.posted.length, 1);
  await new Promise(setImmediate);
  assert.equal(outbox.empty, false);
  w.now += 3100;
  w.reply = receipt(w.posted[0].id);
  outbox.flush(8000);
  await new Promise(setImmediate);
  assert.equal(w.posted[1].id, w.posted[0].id);
  assert.equal(outbox.empty, true);
});

test('rounds of one item are kept apart', () => {
  const { w, outbox } = world();
  w.open = false;
  outbox.cast('a', 1, { choice: 'x' });
  outbox.cast('a', 2, { choice: 'y' });
  assert.equal(outbox.waiting('a', 1)?.ballot.choice, 'x');
  assert.equal(outbox.waiting('a', 2)?.ballot.choice, 'y');
});

test('with storage refused everything works in memory, and the page can know', () => {
  const closed = /** @type {any} */ ({ getItem() { throw new Error('no'); }, setItem() { throw new Error('no'); }, removeItem() { throw new Error('no'); } });
  const { w, outbox, storage } = world(closed);
  outbox.cast('a', 1, { choice: 'x' });
  assert.equal(outbox.waiting('a', 1)?.ballot.choice, 'x');
  assert.equal(storage.durable, false);
  outbox.answer(receipt(w.sent[0].id));
  assert.equal(outbox.empty, true);
  assert.equal(openStorage('t.', null).durable, false);
});

const item = { id: 'a', kind: 'vote', title: 'A', method: 'plurality', params: {}, options: [{ id: 'x', text: 'X' }, { id: 'y', text: 'Y' }], shuffle: false, status: 'open', round: 1, revealed: false };

/** A voter: what the session does with answers, without a network. */
function voter(disk = area()) {
  const mine = /** @type {Record<string, any>} */ ({});
  const storage = openStorage('t.', disk);
  const sent = /** @type {any[]} */ ([]);
  let counter = 0;
  const outbox = createOutbox({
    storage, send: (m) => !!sent.push(m), post: async () => null, fill: (bytes) => bytes.fill(++counter),
    onAnswer: (pending, answer) => { voting.answered(pending, answer); if (answer.type === 'receipt') mine[pending.item] = { ...answer, ballot: pending.ballot }; },
  });
  const voting = createVoting(storage, outbox, kindsOf(/** @type {any} */ ({ get: () => null })));
  return { voting, outbox, sent, disk, standing: () => voting.standing(/** @type {any} */ (item), 1, mine.a) };
}

test('draft, kept, counted: the three states, and a draft that outlives a reload', () => {
  const v = voter();
  assert.deepEqual([v.standing().name, v.standing().touched], ['draft', false]);
  v.voting.touch(/** @type {any} */ (item), (ballot, it) => choose(it, ballot, 'x'));
  assert.deepEqual(voter(area(v.disk.kept)).standing().draft, { choice: 'x' });
  assert.equal(v.voting.send(/** @type {any} */ (item)), null);
  assert.equal(v.standing().name, 'kept');
  v.outbox.answer(receipt(v.sent[0].id));
  assert.equal(v.standing().name, 'counted');
  assert.equal(v.standing().touched, false);
});

test('a change leaves the counted vote standing until the new one is sent, and can be given up', () => {
  const v = voter();
  v.voting.cast(/** @type {any} */ (item), { choice: 'x' });
  v.outbox.answer(receipt(v.sent[0].id));
  v.voting.change(/** @type {any} */ (item), { choice: 'x' });
  assert.equal(v.standing().name, 'draft');
  v.voting.touch(/** @type {any} */ (item), (ballot, it) => choose(it, ballot, 'y'));
  assert.equal(v.standing().mine.ballot.choice, 'x');
  v.voting.leave(/** @type {any} */ (item));
  assert.equal(v.standing().name, 'counted');
  assert.equal(v.sent.length, 1);
});

test('a refused ballot stays on the paper with the reason, until it is touched', () => {
  const v = voter();
  v.voting.touch(/** @type {any} */ (item), (ballot, it) => choose(it, ballot, 'x'));
  v.voting.send(/** @type {any} */ (item));
  v.outbox.answer({ type: 'refused', id: v.sent[0].id, reason: 'invalid-ballot', retry: false });
  assert.equal(v.standing().name, 'refused');
  assert.deepEqual(v.standing().draft, { choice: 'x' });
  v.voting.touch(/** @type {any} */ (item), (ballot, it) => choose(it, ballot, 'y'));
  assert.equal(v.standing().name, 'draft');
});

test('an answer to the first ballot does not take the second from under the thumb', () => {
  const v = voter();
  v.voting.cast(/** @type {any} */ (item), { choice: 'x' });
  v.voting.change(/** @type {any} */ (item), { choice: 'x' });
  v.voting.touch(/** @type {any} */ (item), (ballot, it) => choose(it, ballot, 'y'));
  v.outbox.answer(receipt(v.sent[0].id));
  assert.equal(v.standing().name, 'draft');
  assert.deepEqual(v.standing().draft, { choice: 'y' });
});

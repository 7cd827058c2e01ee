// What a touch does to a ballot of the kinds that are in the page, which order a phone shows, and which one thing it shows at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { choice, choose } from '../../phone/choice.js';
import { dots, left, point } from '../../phone/dots.js';
import { shownOptions } from '../../phone/order.js';
import { viewOf } from '../../phone/view.js';

const options = 'abcdefghij'.split('').map((id) => ({ id, text: id.toUpperCase() }));
const item = (method, params = {}, more = {}) => /** @type {any} */ ({ id: 'q', kind: 'vote', title: 'Q', options, method, params, shuffle: false, status: 'open', round: 1, revealed: false, ...more });

test('one choice replaces the other', () => {
  assert.deepEqual(choose(item('plurality'), { choice: 'a' }, 'b'), { ballot: { choice: 'b' } });
});

test('up to three: the fourth changes nothing and says so, taking back makes room', () => {
  const three = item('approval', { max: 3 });
  let ballot = {};
  for (const id of ['c', 'a', 'b']) ({ ballot } = choose(three, ballot, id));
  assert.deepEqual(ballot, { approve: ['a', 'b', 'c'] });
  assert.deepEqual(choose(three, ballot, 'd'), { ballot, limit: ['full_choices'] });
  assert.deepEqual(choose(three, ballot, 'b').ballot, { approve: ['a', 'c'] });
});

test('points: never below zero, never above the cap or the sum', () => {
  const five = item('dots', { dots: 5, cap: 3 });
  assert.deepEqual(point(five, {}, 'a', -1), { ballot: {} });
  let ballot = {};
  for (let i = 0; i < 3; i++) ({ ballot } = point(five, ballot, 'a', 1));
  assert.equal(point(five, ballot, 'a', 1).limit?.[0], 'full_cap');
  for (let i = 0; i < 2; i++) ({ ballot } = point(five, ballot, 'b', 1));
  assert.equal(left(five, ballot), 0);
  assert.equal(point(five, ballot, 'c', 1).limit?.[0], 'full_points');
  ({ ballot } = point(five, ballot, 'b', -1));
  ({ ballot } = point(five, ballot, 'b', -1));
  assert.deepEqual(ballot, { points: { a: 3 } });
});

test('what is missing before it can be sent', () => {
  assert.equal(choice.lack(item('plurality'), {})?.[0], 'need_choice');
  assert.equal(choice.lack(item('approval', { min: 2 }), { approve: ['a'] })?.[0], 'need_more');
  assert.equal(choice.lack(item('approval', { min: 2 }), { approve: ['a', 'b'] }), null);
  assert.equal(dots.lack(item('dots', { dots: 5, use_all: true }), { points: { a: 3 } })?.[0], 'need_points');
  assert.equal(dots.lack(item('dots', { dots: 5 }), { points: { a: 3 } }), null);
});

test('a kept draft loses what the item no longer offers, or what was for another method', () => {
  assert.deepEqual(choice.fitting(item('plurality'), { choice: 'gone' }), {});
  assert.deepEqual(choice.fitting(item('approval'), { approve: ['a', 'gone'] }), { approve: ['a'] });
  assert.deepEqual(dots.fitting(item('dots'), { points: { gone: 2, b: 1 } }), { points: { b: 1 } });
  assert.deepEqual(choice.fitting(item('plurality'), { points: { a: 1 } }), {});
});

test('a shuffled paper is the same on every reload, differs between phones, is fair, and keeps the numbers', () => {
  const shuffled = item('plurality', {}, { shuffle: true });
  const order = (voter) => shownOptions(shuffled, voter);
  assert.deepEqual(order('v1'), order('v1'));
  assert.deepEqual(order('v1').map(({ number }) => number).sort((x, y) => x - y), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const { option, number } of order('v1')) assert.equal(options[number - 1].id, option.id);
  const first = new Map();
  for (let i = 0; i < 5000; i++) {
    const id = order(`voter-${i}-${(i * 7919) % 5000}`)[0].option.id;
    first.set(id, (first.get(id) ?? 0) + 1);
  }
  assert.equal(first.size, 10);
  for (const [id, count] of first) assert.ok(count > 400 && count < 600, `${id} stands first ${count} of 5000 times`);
  assert.deepEqual(shownOptions(item('plurality'), 'v1').map(({ number }) => number), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

/** @param {any[]} items @param {any} [more] */
function state(items, more = {}) {
  return /** @type {any} */ ({
    welcomed: true, workshop: { groups: [{ id: 'g', name: 'G' }] }, you: { voter: 'v', token: 't', group: 'g' }, mine: {}, tallies: {}, room: {},
    items: Object.fromEntries(items.map((it) => [it.id, it])), order: items.map(({ id }) => id),
    stage: { view: 'item', item: items[0]?.id ?? null, round: items[0]?.round ?? null, qr: false, frozen: false }, ...more,
  });
}
const vote = (id, more = {}) => item('plurality', {}, { id, ...more });
const shows = (...args) => { const { name, item: it, round } = viewOf(...args); return [name, it?.id ?? null, round]; };

test('one thing is shown: group first, then what is open, then the wall', () => {
  assert.deepEqual(shows(state([], { welcomed: false })), ['waiting', null, 0]);
  assert.deepEqual(shows(state([vote('a')], { you: { voter: 'v', token: 't', group: null } })), ['group', null, 0]);
  assert.deepEqual(shows(state([vote('a')]), { group: true }), ['group', null, 0]);
  assert.deepEqual(shows(state([vote('a')])), ['vote', 'a', 1]);
  assert.deepEqual(shows(state([{ id: 's', kind: 'slide', title: 'S', round: 1, status: 'waiting' }])), ['slide', 's', 1]);
  assert.deepEqual(shows(state([vote('a', { status: 'waiting' })])), ['waiting', 'a', 1]);
  assert.deepEqual(shows(state([vote('a', { status: 'closed' })])), ['closed', 'a', 1]);
  assert.deepEqual(shows(state([vote('a', { status: 'closed', revealed: true })])), ['results', 'a', 1]);
});

test('an open vote is shown even while the wall shows something else, until I have voted', () => {
  const slide = { id: 's', kind: 'slide', title: 'S', round: 1, status: 'waiting' };
  assert.deepEqual(shows(state([slide, vote('a')])), ['vote', 'a', 1]);
  assert.deepEqual(shows(state([slide, vote('a')], { mine: { a: { round: 1 } } })), ['slide', 's', 1]);
  const join = { stage: { view: 'join', item: 's', round: 1, qr: false, frozen: false } };
  assert.deepEqual(shows(state([slide], join)), ['waiting', null, 0]);
  assert.deepEqual(shows(state([slide, vote('a')], { ...join, mine: { a: { round: 1 } } })), ['vote', 'a', 1]);
  assert.deepEqual(shows(state([vote('a'), vote('b')]), { item: 'b' }), ['vote', 'b', 1]);
});

test('a new round asks again; the wall may show the old one', () => {
  assert.deepEqual(shows(state([vote('a', { round: 2 })], { mine: { a: { round: 1 } } })), ['vote', 'a', 2]);
  const old = { stage: { view: 'item', item: 'a', round: 1, qr: false, frozen: false } };
  assert.deepEqual(shows(state([vote('a', { round: 2, status: 'waiting', revealed: true })], old)), ['results', 'a', 1]);
  assert.deepEqual(shows(state([vote('a', { round: 2, status: 'waiting' })])), ['waiting', 'a', 2]);
});

// A log with secret and named votes, replayed: who may stand in a ballot, and what can no longer be changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compareRounds } from '../../records/compare.js';
import { countRound, replay } from '../../records/recount.js';

const options = [{ id: 'A', text: 'a' }, { id: 'B', text: 'b' }];
const item = (/** @type {string} */ id, /** @type {string} */ secrecy) => ({ id, kind: 'vote', title: id, method: 'plurality', params: {}, options, secrecy });
const agenda = { sawt: 1, title: 'Sample', languages: ['en'], groups: [{ id: 'g1', name: 'One' }, { id: 'g2', name: 'Two' }], items: [item('s', 'secret'), item('n', 'named'), { ...item('p', ''), secrecy: undefined }] };

let made = 0;
const act = (/** @type {string} */ type, /** @type {string} */ of, more = {}) => ({ type, by: 'facilitator', id: `act-${made += 1}-made`, item: of, ...more });
const ballot = (/** @type {string} */ of, /** @type {string} */ voter, more = {}) => ({ type: 'ballot', id: `cast-${made += 1}-made`, item: of, round: 1, voter, channel: 'phone', ballot: { choice: 'A' }, ...more });
const join = (/** @type {string} */ participant, more = {}) => ({ type: 'join', participant, group: 'g1', ...more });
/** @param {object[]} events */
const book = (...events) => replay([{ type: 'workshop', code: '482913', agenda }, ...events].map((event, index) => JSON.stringify({ entry: index + 1, ...event })).join('\n'));
const reasons = (/** @type {import('../../records/recount.js').Recount} */ { refusals }) => refusals.map(({ entry, reason }) => [entry, reason]);

test('a secret ballot needs no group, and one that has a group is refused', () => {
  const all = book(act('open', 's'), ballot('s', 'v1'), ballot('s', 'v2', { group: 'g1' }), ballot('s', 'v3', { at: undefined }));
  assert.deepEqual(reasons(all), [[4, 'bad-message']]);
  const secret = /** @type {import('../../records/recount.js').Item} */ (all.items.get('s'));
  assert.deepEqual([...secret.rounds[0].ballots.keys()], ['v1', 'v3']);
  assert.deepEqual(countRound(secret, secret.rounds[0])?.scores, { A: '2', B: '0' });
});

test('a pseudonymous ballot needs its group as before, and an item without the member is pseudonymous', () => {
  const all = book(act('open', 'p'), ballot('p', 'v1'), ballot('p', 'v2', { group: 'g1' }));
  assert.equal(all.items.get('p')?.secrecy, 'pseudonymous');
  assert.deepEqual(reasons(all), [[3, 'group-needed']]);
});

test('a named ballot is of somebody who has given a name before', () => {
  const cast = (/** @type {string} */ voter) => ballot('n', voter, { group: 'g1' });
  const all = book(join('p1'), join('p2', { name: '' }), join('p3', { name: 'Sample Voter' }), act('open', 'n'), cast('p1'), cast('p2'), cast('p3'), cast('stranger'),
    join('p1', { name: 'Second Sample' }), cast('p1'), join('p3'), cast('p3'));
  assert.deepEqual(reasons(all), [[6, 'name-needed'], [7, 'name-needed'], [9, 'name-needed']]);
  assert.deepEqual([...all.items.get('n')?.rounds[0].ballots.keys() ?? []], ['p3', 'p1']);
  assert.equal(all.items.get('n')?.rounds[0].superseded, 1);
});

test('a refused join gives nobody a name', () => {
  const all = book(join('p1', { group: 'unknown', name: 'Sample' }), act('open', 'n'), ballot('n', 'p1', { group: 'g1' }));
  assert.deepEqual(reasons(all), [[2, 'group-needed'], [4, 'name-needed']]);
});

test('an open secret round is not revealed; closed it is, and one of another kind at any time', () => {
  const all = book(act('open', 's'), act('reveal', 's'), act('close', 's'), act('reveal', 's'), act('round', 's'), act('open', 's'), act('reveal', 's'), act('open', 'n'), act('reveal', 'n'));
  assert.deepEqual(reasons(all), [[3, 'bad-act'], [8, 'bad-act']]);
});

test('a secret round that was closed is not opened again: what one more ballot changed would say whose it is', () => {
  const all = book(act('open', 's'), act('close', 's'), act('open', 's'), act('open', 'n'), act('close', 'n'), act('open', 'n'));
  assert.deepEqual(reasons(all), [[4, 'bad-act']]);
});

test('an item whose voting was open keeps its secrecy, whatever became of it since', () => {
  const to = (/** @type {string} */ secrecy) => act('replace', 'p', { what: item('p', secrecy) });
  assert.deepEqual(reasons(book(to('secret'), act('open', 'p'))), []);
  const all = book(act('open', 'p'), act('close', 'p'), to('named'), act('replace', 'p', { what: { ...item('p', 'pseudonymous'), title: 'Other words' } }), to('secret'));
  assert.deepEqual(reasons(all), [[4, 'bad-act'], [6, 'bad-act']]);
  assert.deepEqual([all.items.get('p')?.title, all.items.get('p')?.secrecy], ['Other words', 'pseudonymous']);
});

test('a new item comes with its secrecy', () => {
  const all = book({ type: 'add', by: 'facilitator', id: 'add-0001', what: item('x', 'secret') }, act('open', 'x'), ballot('x', 'v1', { group: 'g1' }));
  assert.equal(all.items.get('x')?.secrecy, 'secret');
  assert.deepEqual(reasons(all), [[4, 'bad-message']]);
});

test('an open secret round is compared by its ballots, as the server tells nothing else of it', () => {
  const all = book(act('open', 's'), ballot('s', 'v1'));
  const wall = (/** @type {number} */ ballots) => ({ code: '482913', entry: 3, items: [{ id: 's', title: 's', method: 'plurality', rounds: [{ round: 1, status: 'open', ballots, voters: 1 }] }] });
  const of = (/** @type {number} */ ballots) => compareRounds(all, wall(ballots)).find((verdict) => verdict.item === 's')?.differences.map(({ what }) => what);
  assert.deepEqual([of(1), of(2)], [[], ['ballots']]);
});

// A log with secret and named votes, replayed: who may stand in a ballot, and what can no longer be changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createChecker } from '../../records/checker.js';
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

test('while a secret vote is open the check does not judge: the log is kept back and the results go on', async () => {
  const wall = { code: '482913', entry: 9, log_until: 1, items: [] };
  const log = `${JSON.stringify({ entry: 1, type: 'workshop', code: '482913', agenda })}\n`;
  const checkWith = async (/** @type {object} */ results) => {
    const checker = createChecker({ downloads: /** @type {any} */ ({ load: async (/** @type {string} */ name) => ({ ok: true, text: name === 'results' ? JSON.stringify(results) : log }) }), onChange() {} });
    await checker.run();
    return checker.check;
  };
  assert.equal((await checkWith(wall)).status, 'withheld');
  const short = await checkWith({ ...wall, log_until: undefined });
  assert.deepEqual([short.status, short.problem], ['wrong', 'log-short'], 'a log that is short for no such reason is');
});

test('what was open under an id keeps its secrecy, also when it was taken away and comes again', () => {
  const again = (/** @type {string} */ secrecy) => ({ type: 'add', by: 'facilitator', id: `add-${made += 1}`, what: item('s', secrecy) });
  const all = book(act('open', 's'), act('close', 's'), act('remove', 's'), again('named'), again('secret'), act('open', 's'));
  assert.deepEqual(reasons(all), [[5, 'bad-act']]);
  assert.equal(all.items.get('s')?.secrecy, 'secret');
  assert.deepEqual(reasons(book(act('remove', 's'), again('named'))), []);
});

test('a name that is too long is refused with its join', () => {
  assert.deepEqual(reasons(book(join('p1', { name: 'ن'.repeat(160) }), join('p2', { name: 'ن'.repeat(161) }))), [[3, 'bad-message']]);
});

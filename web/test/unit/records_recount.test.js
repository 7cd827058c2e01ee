import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { compareRounds } from '../../records/compare.js';
import { createTree, shortCode } from '../../shared/merkle.js';
import { countRound, replay } from '../../records/recount.js';

const agenda = {
  sawt: 1, title: 'Sample', languages: ['en'], groups: [{ id: 'g1', name: 'One' }, { id: 'g2', name: 'Two', weight: '2' }],
  items: [{ id: 'intro', kind: 'slide', title: 'Hello' }, { id: 'first', kind: 'vote', title: 'First?', method: 'plurality', params: {}, options: [{ id: 'A', text: 'a' }, { id: 'B', text: 'b' }] }],
};

/** @param {Record<string, unknown>[]} events */
const log = (events) => [{ type: 'workshop', code: '482913', agenda }, ...events].map((event, index) => JSON.stringify({ at: '2026-11-24T08:00:00Z', entry: index + 1, ...event }));
/** @param {string} voter @param {string} choice @param {object} [more] */
const ballot = (voter, choice, more) => ({ type: 'ballot', id: `${voter}-${choice}-0001`, item: 'first', round: 1, voter, group: 'g1', channel: 'phone', ballot: choice ? { choice } : {}, ...more });
const open = { type: 'open', by: 'facilitator', id: 'open-0001', item: 'first', round: 1 };
const close = { type: 'close', by: 'facilitator', id: 'close-001', item: 'first', round: 1 };

const events = [
  ballot('early', 'A'), open, { type: 'join', participant: 'p1', group: 'g1' }, { type: 'join', participant: 'p1', group: 'g2' }, { type: 'join', participant: 'p2', group: 'g1' }, { type: 'join', participant: 'p3' },
  ballot('v1', 'A'), ballot('v2', 'B', { group: 'g2' }), ballot('v1', 'B'), ballot('v3', ''), ballot('v4', 'X'), close, ballot('v5', 'A'),
  { type: 'round', by: 'facilitator', id: 'round-001', item: 'first' }, { ...open, id: 'open-0002', round: 2 }, ballot('v1', 'A', { round: 1, id: 'stale-00001' }), ballot('v1', 'A', { round: 2, id: 'again-00001' }),
];

test('the last ballot of a voter counts, while the round is open, and entries that the rules refuse are named', () => {
  const book = replay(log(events).join('\n') + '\n');
  const rounds = book.items.get('first')?.rounds ?? [];
  assert.deepEqual([...rounds[0].ballots].map(([voter, cast]) => [voter, cast.ballot]), [['v1', { choice: 'B' }], ['v2', { choice: 'B' }], ['v3', {}]]);
  assert.equal(rounds[0].superseded, 1);
  assert.deepEqual([...rounds[1].ballots.keys()], ['v1']);
  assert.equal(book.participants, 2);
  assert.deepEqual(book.faults, []);
  assert.deepEqual(book.refusals.map(({ entry, reason }) => [entry, reason]), [[2, 'not-open'], [7, 'group-needed'], [12, 'invalid-ballot'], [14, 'closed'], [17, 'wrong-round']]);
});

test('group weights of the agenda count in the whole and not inside a group', () => {
  const book = replay(log(events).join('\n'));
  const item = /** @type {import('../../records/recount.js').Item} */ (book.items.get('first'));
  assert.deepEqual(countRound(item, item.rounds[0])?.scores, { A: '0', B: '3' });
  assert.deepEqual(countRound(item, item.rounds[0], ['g2'])?.scores, { A: '0', B: '1' });
});

test('where groups weigh their share, a ballot of a group without a weight is refused', () => {
  const params = { group_mode: 'share', group_weights: { g2: '1' } };
  const shares = { ...agenda, items: [{ ...agenda.items[1], params }] };
  const all = [open, ballot('v1', 'A'), ballot('v2', 'B', { group: 'g2' })];
  const lines = [{ type: 'workshop', code: '482913', agenda: shares }, ...all].map((event, index) => JSON.stringify({ entry: index + 1, ...event }));
  const book = replay(lines.join('\n'));
  assert.deepEqual(book.refusals.map(({ entry, reason }) => [entry, reason]), [[3, 'invalid-ballot']]);
  assert.deepEqual([...book.items.get('first')?.rounds[0].ballots.keys() ?? []], ['v2']);
});

test('the check code is that of the tree right after the close', () => {
  const lines = log(events);
  const tree = createTree();
  for (const line of lines.slice(0, 13)) tree.add(line);
  const book = replay(lines.join('\n'));
  assert.equal(book.items.get('first')?.rounds[0].check, shortCode(tree.root()));
  const changed = lines.map((line, index) => index === 6 ? line.replace('08:00', '08:01') : line);
  assert.notEqual(replay(changed.join('\n')).items.get('first')?.rounds[0].check, book.items.get('first')?.rounds[0].check);
});

test('a missing or broken line is a fault', () => {
  const lines = log(events);
  assert.deepEqual(replay([...lines.slice(0, 3), ...lines.slice(4)].join('\n')).faults.map((fault) => [fault.line, fault.reason]), [[4, 'out-of-order']]);
  assert.deepEqual(replay(`${lines[0]}\n{"entry":`).faults, [{ line: 2, reason: 'not-json' }]);
  assert.equal(replay('').faults[0].reason, 'no-workshop');
});

test('acts on the agenda: add in its place, replace without ballots, remove, amend', () => {
  const what = { id: 'new', kind: 'vote', title: 'New', method: 'dots', params: { dots: 3 }, options: [{ id: 'x', text: 'x' }] };
  const book = replay(log([
    { type: 'add', what, after: 'intro' }, { type: 'replace', item: 'new', what: { ...what, title: 'Newer' } }, open, ballot('v1', 'A'),
    { type: 'replace', item: 'first', what: { ...what, id: 'first' } }, { type: 'remove', item: 'first' }, { type: 'remove', item: 'intro' },
    { type: 'amend', item: 'first', option: 'A', text: 'aa' },
  ]).join('\n'));
  assert.deepEqual([...book.items.keys()], ['new', 'first']);
  assert.equal(book.items.get('new')?.title, 'Newer');
  assert.deepEqual(book.items.get('first')?.options.map((option) => option.text), ['aa', 'b']);
  assert.deepEqual(book.refusals.map((refusal) => refusal.reason), ['has-ballots', 'has-ballots']);
});

/** The results that a right server shows for `events`. */
function wall() {
  const lines = log(events);
  const check = replay(lines.join('\n')).items.get('first')?.rounds[0].check;
  return {
    code: '482913', entry: lines.length, items: [{ id: 'first', title: 'First?', method: 'plurality', rounds: [
      { round: 1, status: 'closed', check, ballots: 3, voters: 2, result: {
        scores: { A: 0, B: 3 }, base: { of: 'voters', value: 3 }, winners: ['B'], ranking: ['B', 'A'], tie: null, turnout: { ballots: 3, empty: 1, invalid: 0, counted: 2, weight: 3 } },
      groups: [{ id: 'others', merged: ['g1', 'g2'], ballots: 3, voters: 2 }] },
      { round: 2, status: 'open', ballots: 1, voters: 2, result: {
        scores: { A: 1, B: 0 }, base: { of: 'voters', value: '1' }, winners: ['A'], ranking: ['A', 'B'], tie: null, turnout: { ballots: 1, empty: 0, invalid: 0, counted: 1, weight: 1 } } }] }],
  };
}

test('rows equal wall, also while a round is open and more ballots have come since', () => {
  const later = [...log(events), ...log([...events, ballot('late', 'B', { round: 2 })]).slice(-1)];
  const verdicts = compareRounds(replay(later.join('\n'), wall().entry), wall());
  assert.deepEqual(verdicts.map(({ item, round, differences }) => [item, round, differences]), [['first', 1, []], ['first', 2, []]]);
  assert.deepEqual(compareRounds(replay(later.join('\n')), wall())[1].differences.map((difference) => difference.what), ['ballots', 'score', 'winners', 'ranking', 'tie', 'base', 'turnout-ballots', 'turnout-counted', 'turnout-weight']);
});

test('every number that differs is named with both values', () => {
  const book = replay(log(events).join('\n'));
  const wrong = wall();
  wrong.items[0].rounds[0].result.scores.B = 4;
  wrong.items[0].rounds[0].check = '0000-0000';
  const [{ differences }] = compareRounds(book, wrong);
  assert.deepEqual(differences.map(({ what, option, wall: shown }) => [what, option, shown]), [['check', undefined, '0000-0000'], ['score', 'B', '4']]);
  wrong.items[0].rounds.pop();
  assert.deepEqual(compareRounds(book, wrong)[1].differences, [{ what: 'round', log: '1', wall: '0' }]);
});

// Three entries as a download ends with them; the hashes are computed here by Node's own SHA-256.
test('the end of a download is compared with its entries, and is no entry itself', () => {
  const lines = log(events.slice(0, 2));
  const sha = (/** @type {Buffer[]} */ ...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const leaves = lines.map((line) => sha(Buffer.of(0), Buffer.from(line)));
  const root = sha(Buffer.of(1), sha(Buffer.of(1), leaves[0], leaves[1]), leaves[2]);
  const list = JSON.stringify({ first: 1, leaves: Buffer.concat(leaves).toString('base64'), type: 'leaves' });
  const closing = JSON.stringify({ key: 'sawt/482913+0+A', note: `sawt/482913\n3\n${root.toString('base64')}\n\n— sawt/482913 AAAA\n`, type: 'checkpoint' });
  const faults = (/** @type {string[]} */ ...file) => replay(file.join('\n')).faults;
  const book = replay([...lines, list, closing].join('\n'));
  assert.equal(book.entries, 3);
  assert.deepEqual(book.faults, []);
  assert.deepEqual(faults(lines[0], lines[1], lines[2].replace('open-0001', 'open-0009'), list, closing), [{ line: 4, reason: 'other-leaf' }, { line: 5, reason: 'other-root' }]);
  assert.deepEqual(faults(...lines, list, closing.replace('\\n3\\n', '\\n4\\n')), [{ line: 5, reason: 'other-root' }]);
  assert.deepEqual(replay([...lines, list, closing].join('\n'), 2).faults, []);
});

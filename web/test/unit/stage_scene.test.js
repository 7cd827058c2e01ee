import test from 'node:test';
import assert from 'node:assert/strict';
import { empty } from '../../shared/store.js';
import { sceneOf, turnoutOf } from '../../stage/scene.js';
import { hold } from '../../stage/latch.js';

const result = { scores: { A: 3, B: 1 }, base: { of: 'dots', value: 4 }, winners: ['A'], ranking: ['A', 'B'], tie: null, turnout: { ballots: 2, empty: 0, invalid: 0, counted: 2, weight: 2 } };
const vote = (more = {}) => ({ id: 'v', kind: 'vote', title: 'Q', options: [{ id: 'A', text: 'a' }, { id: 'B', text: 'b' }], method: 'dots', status: 'open', round: 1, revealed: false, rounds: [{ round: 1, status: 'open', ballots: 2 }], ...more });
const tally = (more = {}) => ({ item: 'v', round: 1, entry: 5, ballots: 2, voters: 9, ...more });

function state({ item = vote(), stage = {}, tallies = [tally()] } = {}) {
  return { ...empty, welcomed: true, items: { [item.id]: item }, order: [item.id],
    stage: { view: 'item', item: item.id, round: item.round ?? null, qr: false, frozen: false, ...stage },
    tallies: Object.fromEntries(tallies.map((one) => [`${one.item}/${one.round}`, one])) };
}

test('a vote is hidden until it is revealed, then shows results, and is final once closed', () => {
  assert.equal(sceneOf(state()).view, 'hidden');
  const seen = [tally({ result })];
  assert.equal(sceneOf(state({ item: vote({ revealed: true }), tallies: seen })).view, 'results');
  assert.equal(sceneOf(state({ item: vote({ revealed: true, status: 'closed', check: '7K2M-94QD' }), tallies: seen })).view, 'closed');
});

test('hiding takes the results off the wall at once, although the last tally still holds them', () => {
  const scene = sceneOf(state({ item: vote({ revealed: false }), tallies: [tally({ result })] }));
  assert.equal(scene.view, 'hidden');
});

test('a closed vote that is not revealed stays hidden and shows its check code', () => {
  const scene = sceneOf(state({ item: vote({ status: 'closed', check: '7K2M-94QD' }) }));
  assert.deepEqual([scene.view, scene.status, scene.check], ['hidden', 'closed', '7K2M-94QD']);
});

test('an open vote has no check code, and only an open current round has a countdown', () => {
  assert.equal(sceneOf(state({ item: vote({ check: 'AAAA-AAAA', ends: 99 }) })).check, null);
  assert.equal(sceneOf(state({ item: vote({ ends: 99 }) })).ends, 99);
  assert.equal(sceneOf(state({ item: vote({ ends: 99, status: 'closed' }) })).ends, null);
});

test('an earlier round is shown with its own status, check code and results, whatever the current round is', () => {
  const item = vote({ round: 2, revealed: false, ends: 99, rounds: [{ round: 1, status: 'closed', ballots: 2, check: 'OLD1-OLD1' }, { round: 2, status: 'open', ballots: 0 }] });
  const scene = sceneOf(state({ item, stage: { round: 1 }, tallies: [tally({ result })] }));
  assert.deepEqual([scene.view, scene.earlier, scene.round, scene.check, scene.ends], ['closed', true, 1, 'OLD1-OLD1', null]);
});

test('groups are shown only where results may be seen', () => {
  const groups = [{ id: 'g', ballots: 2, voters: 3, result }];
  assert.equal(sceneOf(state({ stage: { view: 'groups' } })).view, 'hidden');
  assert.equal(sceneOf(state({ item: vote({ revealed: true }), stage: { view: 'groups' }, tallies: [tally({ result, groups })] })).view, 'groups');
});

test('black, join, slides and boards', () => {
  assert.equal(sceneOf(state({ stage: { view: 'black', qr: true } })).view, 'black');
  assert.deepEqual([sceneOf(state({ stage: { view: 'join', qr: true } })).view, sceneOf(state({ stage: { view: 'join', qr: true } })).qr], ['join', false]);
  assert.equal(sceneOf(state({ item: { id: 's', kind: 'slide', title: 'S' }, tallies: [] })).view, 'slide');
  assert.equal(sceneOf(state({ item: { id: 's', kind: 'swot', title: 'S' }, tallies: [] })).view, 'swot');
  assert.equal(sceneOf(state({ stage: { item: 'gone' } })).view, 'join');
});

test('the counter follows the tally, and the room only until there is one', () => {
  const room = { connected: 9, voters: 12, voted: 4, item: 'v', saving: true };
  assert.deepEqual(turnoutOf(sceneOf(state()), room), { voted: 2, voters: 9 });
  assert.deepEqual(turnoutOf(sceneOf(state({ tallies: [] })), room), { voted: 4, voters: 12 });
  assert.deepEqual(turnoutOf(sceneOf(state({ tallies: [] })), { ...room, item: 'other' }), { voted: 0, voters: 12 });
});

test('frozen: the shown tally stays and what came since is counted, from the server or from the difference', () => {
  const first = tally({ result, ballots: 10 });
  const before = hold({ held: null, since: 0 }, first, false);
  const frozen = hold(before, tally({ result, ballots: 22 }), true);
  assert.deepEqual([frozen.held?.ballots, frozen.since], [10, 12]);
  assert.equal(hold(before, tally({ result, ballots: 10, since: 7 }), true).since, 7);
  const thawed = hold(frozen, tally({ result, ballots: 23 }), false);
  assert.deepEqual([thawed.held?.ballots, thawed.since], [23, 0]);
});

test('a reveal during a freeze is followed, because it is an act and not movement', () => {
  const before = hold({ held: null, since: 0 }, tally({ ballots: 10 }), true);
  assert.equal(hold(before, tally({ ballots: 11, result }), true).held?.result, result);
});

// Secret, pseudonymous and named: what each page does about who may know of a ballot whose it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { others, stageButtons } from '../../desk/actions.js';
import { createCommands } from '../../desk/commands.js';
import { blank, draftOf, isLive, isSecrecyLocked, isWeighted, voteOf } from '../../desk/draft.js';
import { wantedParts } from '../../phone/needs.js';
import { NAME_MAX, faceOf, nameIn } from '../../phone/secrecy/secrecy.js';
import { badgeText, isSealed, secrecyOf } from '../../shared/secrecy.js';
import { empty } from '../../shared/store.js';
import { sceneOf } from '../../stage/scene.js';

const i18n = /** @type {any} */ ({ t: (/** @type {string} */ key) => key, clock: String, pick: (/** @type {any} */ text) => ({ text }) });
const pick = (/** @type {any} */ text) => String(text ?? '');
const vote = (more = {}) => /** @type {any} */ ({ id: 'v', kind: 'vote', title: 'Q', method: 'plurality', params: {}, options: [{ id: 'a', text: 'a' }, { id: 'b', text: 'b' }], status: 'open', round: 1, revealed: false, rounds: [{ round: 1, status: 'open', ballots: 0 }], ...more });
const stateWith = (item, stage = {}, tally = {}) => /** @type {any} */ ({
  ...empty, welcomed: true, items: { [item.id]: item }, order: [item.id], stage: { view: 'item', item: item.id, round: 1, qr: false, frozen: false, ...stage },
  tallies: { 'v/1': { item: 'v', round: 1, entry: 5, ballots: 2, voters: 9, ...tally } },
});

test('an item that says nothing is pseudonymous, which has no badge', () => {
  assert.equal(secrecyOf({}), 'pseudonymous');
  assert.deepEqual(['secret', 'pseudonymous', 'named', undefined].map((secrecy) => badgeText(i18n, vote({ secrecy }))), ['secrecy_secret', '', 'secrecy_named', '']);
  assert.equal(badgeText(i18n, { kind: 'slide' }), '');
  assert.deepEqual(['waiting', 'open', 'closed'].map((status) => isSealed(vote({ secrecy: 'secret', status }))), [false, true, false]);
  assert.equal(isSealed(vote({ secrecy: 'named' })), false);
});

test('desk: the secrecy of a draft goes to the server and comes back, pseudonymous unless chosen', () => {
  const draft = { ...blank(), question: 'Q', text: 'a\nb' };
  assert.equal(voteOf(draft, 'v', null, pick).what.secrecy, 'pseudonymous');
  assert.equal(voteOf({ ...draft, secrecy: 'named' }, 'v', null, pick).what.secrecy, 'named');
  assert.equal(draftOf(vote({ secrecy: 'secret' }), pick).secrecy, 'secret');
  assert.equal(voteOf(draftOf(vote({ secrecy: 'named' }), pick), 'v', vote({ secrecy: 'named' }), pick).what.secrecy, 'named', 'another wording keeps it');
});

test('desk: of a secret vote the room sees nothing while it votes, and the wish for it is not lost', () => {
  const draft = { ...blank(), question: 'Q', text: 'a\nb', live: true };
  const results = (secrecy) => voteOf({ ...draft, secrecy }, 'v', null, pick).what.results;
  assert.deepEqual(['secret', 'pseudonymous', 'named'].map(results), ['hidden', 'live', 'live']);
  assert.equal(isLive({ ...draft, secrecy: 'secret' }), false);
  assert.equal(draft.live, true);
});

test('desk: weights of groups and a secret ballot, which has no group, do not go together', () => {
  const weighted = vote({ params: { group_weights: { g: '2' } } }), draft = draftOf(weighted, pick);
  assert.deepEqual(voteOf({ ...draft, secrecy: 'secret' }, 'v', weighted, pick).wrong, [{ at: 'secrecy', key: 'secret_no_weights' }]);
  assert.deepEqual(voteOf({ ...draft, secrecy: 'named' }, 'v', weighted, pick).wrong, []);
  assert.equal(isWeighted(weighted, []), true);
  assert.equal(isWeighted(null, [{ id: 'g', name: 'G', weight: '3/2' }]), true);
  assert.equal(isWeighted(vote(), [{ id: 'g', name: 'G' }]), false);
  assert.equal(isWeighted(vote({ params: { group_weights: {} } }), [{ id: 'g', name: 'G', weight: '3/2' }]), false, 'its own weights, none, stand before those of the groups');
  assert.equal(isWeighted(vote({ params: { group_mode: 'share' } }), []), true);
});

test('desk: the secrecy is locked once voting was open', () => {
  assert.equal(isSecrecyLocked(null), false);
  assert.equal(isSecrecyLocked(vote({ status: 'waiting' })), false);
  assert.equal(isSecrecyLocked(vote({ status: 'waiting', settled: true })), true);
  for (const more of [{ status: 'open' }, { status: 'closed' }, { status: 'waiting', round: 2 }]) assert.equal(isSecrecyLocked(vote(more)), true);
});

/** @param {any} item */
function deskWith(item) {
  const sent = /** @type {any[]} */ ([]), refused = /** @type {string[]} */ ([]);
  const desk = /** @type {any} */ ({
    i18n, state: stateWith(item), ui: { selected: null, round: null, armed: null }, clock: () => 0, pending: () => false, change() {}, dialogs: {},
    notices: { refuse: (/** @type {string} */ text) => refused.push(text) }, perform: async (/** @type {any} */ act) => { sent.push(act); return { done: true }; },
  });
  desk.commands = createCommands(desk, /** @type {any} */ ({}));
  return { desk, sent, refused };
}

test('desk: an open secret vote is not revealed, by button or key, and the reason is given', () => {
  const reveal = (item) => others(deskWith(item).desk, item).find(({ act }) => act === 'reveal');
  assert.deepEqual([reveal(vote({ secrecy: 'secret' }))?.off, reveal(vote({ secrecy: 'secret' }))?.detail], [true, 'secret_reveal']);
  assert.equal(reveal(vote({ secrecy: 'named' }))?.off, undefined);
  const secret = deskWith(vote({ secrecy: 'secret' }));
  secret.desk.commands.run('reveal');
  assert.deepEqual([secret.sent, secret.refused], [[], ['secret_reveal']]);
  const closed = deskWith(vote({ secrecy: 'secret', status: 'closed' }));
  closed.desk.commands.run('reveal');
  assert.deepEqual([closed.sent, closed.refused], [[{ do: 'reveal', item: 'v' }], []]);
});

test('desk: a secret vote is not shown by group', () => {
  const groups = (item) => stageButtons(deskWith(item).desk, item).views.find(({ act }) => act === 'show-groups');
  assert.deepEqual([groups(vote({ secrecy: 'secret' }))?.off, groups(vote({ secrecy: 'secret' }))?.detail], [true, 'secret_no_groups']);
  assert.equal(groups(vote())?.off, false);
});

test('stage: where the cut by group is asked for, a secret vote shows the whole room and says so', () => {
  const result = { turnout: { counted: 2 } }, stage = { view: 'groups' };
  const scene = (more, tally) => sceneOf(stateWith(vote({ revealed: true, status: 'closed', ...more }), stage, tally));
  assert.deepEqual([scene({ secrecy: 'secret' }, { result, groups: [] }).view, scene({ secrecy: 'secret' }, { result, groups: [] }).uncut], ['closed', true]);
  assert.deepEqual([scene({}, { result, groups: [{ id: 'g' }] }).view, scene({}, { result, groups: [{ id: 'g' }] }).uncut], ['groups', false]);
  assert.equal(sceneOf(stateWith(vote({ secrecy: 'secret' }))).uncut, false);
});

test('phone: what is said of a secret or named vote is fetched before its paper, and never for another', () => {
  const state = (...items) => /** @type {any} */ ({ ...empty, workshop: { methods: [] }, items: Object.fromEntries(items.map((item) => [item.id, item])), order: items.map(({ id }) => id) });
  const ranked = vote({ id: 'r', method: 'irv', secrecy: 'named' });
  assert.deepEqual(wantedParts(state(vote(), ranked), ranked), ['secrecy', 'ranking', 'results']);
  assert.deepEqual(wantedParts(state(vote({ method: 'score' }), { ...ranked, status: 'waiting', secrecy: 'secret' }), null), ['scores', 'secrecy', 'ranking', 'results']);
  assert.deepEqual(wantedParts(state(vote(), vote({ id: 'w', secrecy: 'pseudonymous' })), null), ['results']);
});

test('phone: a name is trimmed and bounded, and nothing but spaces is none', () => {
  assert.equal(nameIn('  ليلى   الخطيب \n'), 'ليلى الخطيب');
  assert.equal(nameIn(' \u00a0\t'), '');
  assert.equal([...nameIn('𐤀'.repeat(200))].length, NAME_MAX, 'characters, not halves of them');
  assert.equal(nameIn(`${'a'.repeat(79)} b`), 'a'.repeat(79), 'no space is left where it was cut');
});

test('phone: a named vote asks for the name until it has one, and again when it is to be changed', () => {
  assert.equal(faceOf(vote({ secrecy: 'named' }), '', false), 'form');
  assert.equal(faceOf(vote({ secrecy: 'named' }), 'A', false), 'given');
  assert.equal(faceOf(vote({ secrecy: 'named' }), 'A', true), 'form');
  assert.equal(faceOf(vote({ secrecy: 'secret' }), '', true), 'none');
});

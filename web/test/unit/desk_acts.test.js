import test from 'node:test';
import assert from 'node:assert/strict';
import { createActs, STALE_MS } from '../../desk/acts.js';

function world() {
  /** @type {any[]} */
  const sent = [];
  /** @type {(() => void)[]} */
  const timers = [];
  const it = { sent, timers, clock: 0, linked: true, acts: /** @type {any} */ (null) };
  let made = 0;
  it.acts = createActs({
    send: (message) => { if (it.linked) sent.push(message); return it.linked; },
    now: () => it.clock,
    makeId: () => `act-${++made}-made`,
    later: (run) => timers.push(run),
  });
  return it;
}

test('an act is done when its receipt comes, whatever else comes before', async () => {
  const { acts, sent } = world();
  const answer = acts.perform({ do: 'open', item: 'a' });
  assert.deepEqual(sent, [{ type: 'act', id: 'act-1-made', do: 'open', item: 'a' }]);
  assert.equal(acts.pending('open', 'a'), true);
  assert.equal(acts.pending('open', 'b'), false);
  acts.receive({ type: 'receipt', id: 'someone-else' });
  assert.equal(acts.size, 1);
  acts.receive({ type: 'receipt', id: 'act-1-made', item: 'a' });
  assert.deepEqual(await answer, { done: true, item: 'a' });
  assert.equal(acts.size, 0);
});

test('a refusal comes back with its text', async () => {
  const { acts } = world();
  const answer = acts.perform({ do: 'remove', item: 'a' });
  acts.receive({ type: 'refused', id: 'act-1-made', reason: 'has-ballots', retry: false, text: 'it has ballots' });
  assert.deepEqual(await answer, { done: false, reason: 'has-ballots', text: 'it has ballots', item: undefined });
});

test('after a lost connection the same ids go again in their order', () => {
  const it = world();
  it.linked = false;
  it.acts.perform({ do: 'add', what: {} });
  it.acts.perform({ do: 'open', item: 'b' });
  assert.deepEqual(it.sent, []);
  it.linked = true;
  it.acts.resend();
  assert.deepEqual(it.sent.map((message) => message.id), ['act-1-made', 'act-2-made']);
});

test('a server that cannot save is asked again under the same id', () => {
  const it = world();
  it.acts.perform({ do: 'close', item: 'a' });
  it.acts.receive({ type: 'refused', id: 'act-1-made', reason: 'not-saving', retry: true, text: '' });
  assert.equal(it.acts.size, 1);
  it.timers[0]();
  assert.deepEqual(it.sent.map((message) => message.id), ['act-1-made', 'act-1-made']);
});

test('an act without an answer is given up before it can surprise the room', async () => {
  const it = world();
  it.linked = false;
  const answer = it.acts.perform({ do: 'close', item: 'a' });
  it.clock = STALE_MS - 1;
  it.acts.expire();
  assert.equal(it.acts.size, 1);
  it.clock = STALE_MS;
  it.acts.expire();
  assert.deepEqual(await answer, { done: false, reason: 'no-answer' });
  it.linked = true;
  it.acts.resend();
  assert.deepEqual(it.sent, []);
});

// The connection with a clock and a network of our own: heartbeat, silence, pauses, byes, waking up.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connect, socketUrl } from '../../shared/socket.js';

/** A browser whose time moves only when told. */
function world({ random = 0.5 } = {}) {
  let now = 1_000_000, next = 1;
  const timers = new Map(), sockets = [], states = [], messages = [];
  let wake = () => {};
  const env = {
    open(url, protocol) {
      const socket = { url, protocol, readyState: 0, sent: [], closed: false, send(text) { this.sent.push(JSON.parse(text)); }, close() { this.closed = true; this.readyState = 3; } };
      sockets.push(socket);
      return /** @type {any} */ (socket);
    },
    setTimeout(run, ms) { timers.set(next, { at: now + ms, run }); return next++; },
    clearTimeout(id) { timers.delete(id); },
    now: () => now, random: () => random, onWake: (run) => { wake = run; },
  };
  const start = (more = {}) => connect({ url: 'ws://h/ws/482913', hello: () => ({ type: 'hello', role: 'voter' }), onMessage: (m) => messages.push(m), onState: (s) => states.push(s), ...more }, env);
  return {
    start, sockets, states, messages,
    get last() { return sockets[sockets.length - 1]; },
    get now() { return now; },
    wake: () => wake(),
    sleep(ms) { now += ms; },  // time passes, timers do not run: a phone with its screen off
    run(ms) {
      const end = now + ms;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].run();
      }
      now = end;
    },
    accept() {
      const socket = this.last;
      socket.readyState = 1;
      socket.onopen();
      this.say({ type: 'welcome', now });
      return socket;
    },
    say(message) { this.last.onmessage({ data: JSON.stringify(message) }); },
    drop(code = 1006) { const socket = this.last; socket.readyState = 3; socket.onclose({ code }); },
  };
}

test('hello goes first, the welcome opens, and nothing is sent before it', () => {
  const w = world(), socket = w.start();
  assert.equal(w.last.protocol, 'sawt.1');
  assert.equal(socket.send({ type: 'cast' }), false);
  w.last.readyState = 1;
  w.last.onopen();
  assert.deepEqual(w.last.sent, [{ type: 'hello', role: 'voter' }]);
  assert.equal(socket.send({ type: 'cast' }), false);
  w.say({ type: 'welcome', now: 5 });
  assert.equal(socket.phase, 'open');
  assert.equal(socket.send({ type: 'cast' }), true);
  assert.deepEqual(w.states.at(-1), { phase: 'open', lost_ms: 0 });
});

test('two seconds of quiet: a ping; six of silence: the link is given up and tried again', () => {
  const w = world(), socket = w.start();
  w.accept();
  w.run(1900);
  assert.equal(w.last.sent.length, 1);
  w.run(600);
  assert.equal(w.last.sent[1].type, 'ping');
  w.say({ type: 'pong', t: w.last.sent[1].t, now: w.now });
  w.run(5400);
  assert.equal(w.sockets.length, 1);
  assert.equal(socket.phase, 'open');
  w.run(1200);
  assert.equal(w.sockets[0].closed, true);
  assert.equal(w.states.some(({ phase }) => phase === 'lost'), true);
  assert.equal(w.sockets.length, 2);
});

test('a server that speaks every two seconds is never pinged', () => {
  const w = world();
  w.start();
  w.accept();
  for (let i = 0; i < 30; i++) { w.run(1500); w.say({ type: 'room' }); }
  assert.deepEqual(w.last.sent.map(({ type }) => type), ['hello']);
});

test('the pauses grow to eight seconds, are random in full, and start anew after a steady connection', () => {
  const pauses = [];
  const w = world({ random: 0.999 });
  w.start();
  for (let i = 0; i < 8; i++) {
    const before = w.now, count = w.sockets.length;
    w.drop();
    while (w.sockets.length === count) w.run(10);
    pauses.push(w.now - before);
  }
  pauses.forEach((pause, i) => assert.ok(Math.abs(pause - Math.min(8000, 250 * 2 ** i)) <= 20, `${pauses}`));
  w.accept();
  for (let i = 0; i < 6; i++) { w.run(1000); w.say({ type: 'room' }); }
  const count = w.sockets.length;
  w.drop();
  w.run(260);
  assert.equal(w.sockets.length, count + 1);
  const lucky = world({ random: 0 });
  lucky.start();
  lucky.drop();
  lucky.run(1);
  assert.equal(lucky.sockets.length, 2);
});

test('a bye with a time is waited for, spread at random', () => {
  for (const [random, from, to] of [[0, 1190, 1210], [0.999, 1790, 1810]]) {
    const w = world({ random });
    w.start();
    w.accept();
    w.say({ type: 'bye', reason: 'stopping', retry_ms: 1200, text: '' });
    w.drop(1001);
    w.run(from);
    assert.equal(w.sockets.length, 1);
    w.run(to - from);
    assert.equal(w.sockets.length, 2);
  }
});

test('byes that must not come back end it, with the reason, also when only the close code arrives', () => {
  for (const [reason, code] of [['unknown-workshop', 4404], ['wrong-key', 4401], ['bad-message', 4400], ['too-big', 1009]]) {
    for (const with_bye of [true, false]) {
      const w = world(), socket = w.start();
      w.accept();
      if (with_bye) w.say({ type: 'bye', reason, retry_ms: null, text: 'said' });
      else w.drop(code);
      assert.equal(socket.phase, 'ended', reason);
      assert.equal(w.states.at(-1)?.reason, reason);
      assert.equal(w.states.at(-1)?.text, with_bye ? 'said' : undefined);
      w.run(60_000);
      w.wake();
      assert.equal(w.sockets.length, 1);
    }
  }
});

test('byes that may come back do, with the usual pause', () => {
  for (const [reason, code] of [['slow-reader', 4413], ['hello-late', 4408], ['full', 4503], ['too-many-messages', 4429]]) {
    const w = world();
    w.start();
    w.accept();
    w.say({ type: 'bye', reason, retry_ms: null, text: '' });
    w.drop(code);
    w.run(4000);
    assert.equal(w.sockets.length, 2, reason);
  }
});

test('a wrong token is dropped once, and the voter comes in anew', () => {
  const w = world();
  let tokens = 1;
  w.start({ retryAfter: (reason) => reason === 'wrong-token' && tokens-- > 0 });
  w.accept();
  w.say({ type: 'bye', reason: 'wrong-token', retry_ms: null, text: '' });
  w.drop(4401);
  w.run(4000);
  assert.equal(w.sockets.length, 2);
  w.accept();
  w.say({ type: 'bye', reason: 'wrong-token', retry_ms: null, text: '' });
  assert.equal(w.states.at(-1)?.phase, 'ended');
});

test('a phone that wakes up does not trust a link that slept, and does not wait', () => {
  const w = world({ random: 0.999 });
  w.start();
  w.accept();
  w.sleep(600_000);
  w.wake();
  assert.equal(w.sockets.length, 2);
  assert.equal(w.sockets[0].closed, true);
  for (let i = 0; i < 6; i++) { w.drop(); w.run(8000); }
  w.drop();
  const count = w.sockets.length;
  w.wake();
  assert.equal(w.sockets.length, count + 1);
});

test('a short sleep asks instead of starting over', () => {
  const w = world();
  w.start();
  w.accept();
  w.sleep(3000);
  w.wake();
  assert.equal(w.sockets.length, 1);
  assert.equal(w.last.sent.at(-1).type, 'ping');
});

test('an opening that gets stuck is given up', () => {
  const w = world();
  w.start();
  w.run(9000);
  assert.equal(w.sockets.length, 2);
  assert.equal(w.sockets[0].closed, true);
});

test('what an abandoned socket still says counts for nothing', () => {
  const w = world();
  w.start();
  const old = w.accept();
  w.sleep(10_000);
  w.wake();
  const heard = w.messages.length;
  old.onmessage({ data: JSON.stringify({ type: 'room' }) });
  old.onclose({ code: 1006 });
  assert.equal(w.messages.length, heard);
  assert.equal(w.sockets.length, 2);
});

test('the server\'s clock is learnt from the fastest message', () => {
  const w = world(), socket = w.start();
  w.last.readyState = 1;
  w.last.onopen();
  w.say({ type: 'welcome', now: w.now + 5000 - 800 });
  assert.equal(socket.now() - w.now, 4200);
  w.say({ type: 'change', now: w.now + 5000 - 20 });
  assert.equal(socket.now() - w.now, 4980);
  w.say({ type: 'change', now: w.now + 5000 - 900 });
  assert.equal(socket.now() - w.now, 4980);
});

test('noise on the line does no harm, and the lost time is reported', () => {
  const w = world({ random: 0.999 });
  w.start();
  w.accept();
  for (const data of ['', '{', 'null', '[]', '{"type":7}']) w.last.onmessage({ data });
  assert.equal(w.messages.length, 1);
  w.drop();
  for (let i = 0; i < 4; i++) { w.run(1000); if (w.sockets.length > 1) w.drop(); }
  const { phase, lost_ms } = w.states.at(-1) ?? {};
  assert.equal(phase, 'lost');
  assert.ok(lost_ms >= 3500 && lost_ms <= 4500, String(lost_ms));
});

test('the address follows the page', () => {
  assert.equal(socketUrl('482913', /** @type {any} */ ({ protocol: 'http:', host: '10.0.0.1:8080' })), 'ws://10.0.0.1:8080/ws/482913');
  assert.equal(socketUrl('482913', /** @type {any} */ ({ protocol: 'https:', host: 'h' })), 'wss://h/ws/482913');
});

// One connection to the server that keeps itself alive: it says hello, notices silence, comes back with growing random
// pauses or at once when the phone wakes up, and honours the server's byes. It reports its state and hands messages on;
// it queues nothing, because what must not be lost has a place of its own (the phone's outbox).

import { BYE, HELLO, PING, PONG, SUBPROTOCOL, WELCOME } from './wire.js';

export const QUIET_MS = 2000;    // nothing heard for so long: ask
export const SILENCE_MS = 6000;  // still nothing: the link is dead, whatever the browser believes
const OPENING_MS = 8000;         // from the first packet to the welcome, on a bad link
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8000;
const STEADY_MS = 5000;          // a connection that held so long starts the pauses anew
const TICK_MS = 500;

/** Close codes after which coming back is of no use, with the reason they stand for. @type {Record<number, string>} */
const FINAL_CODES = { 1009: 'too-big', 4400: 'bad-message', 4401: 'wrong-key', 4404: 'unknown-workshop' };
const FINAL_REASONS = new Set([...Object.values(FINAL_CODES), 'wrong-token']);

/** @typedef {import('./wire.js').Message} Message */
/** @typedef {{phase:'connecting'|'open'|'lost'|'ended', lost_ms:number, reason?:string, text?:string}} State */
/**
 * @typedef {object} Env what the browser gives, replaced in tests
 * @property {(url: string, protocol: string) => WebSocket} open
 * @property {(run: () => void, ms: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 * @property {() => number} now
 * @property {() => number} random
 * @property {(wake: () => void) => void} onWake calls back when the page comes to life or the network returns
 */
/**
 * @typedef {object} Options
 * @property {string} url
 * @property {() => Message} hello the first message, made anew for each connection
 * @property {(message: Message) => void} onMessage each message, byes and pongs included
 * @property {(state: State) => void} onState on each change, and every half second while there is no connection
 * @property {(reason: string) => boolean} [retryAfter] may turn a bye that ends everything into one more try
 */
/** @typedef {ReturnType<typeof connect>} Socket */

/** The address of the workshop's WebSocket beside this page. @param {string} code */
export function socketUrl(code, place = location) {
  return `${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}/ws/${code}`;
}

/** @returns {Env} */
function browserEnv() {
  return {
    open: (url, protocol) => new WebSocket(url, protocol),
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer),
    now: () => Date.now(),
    random: () => Math.random(),
    onWake(wake) {
      addEventListener('online', wake);
      addEventListener('pageshow', wake);
      document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') wake(); });
    },
  };
}

/** @param {Options} options @param {Env} [env] */
export function connect({ url, hello, onMessage, onState, retryAfter = () => false }, env = browserEnv()) {
  /** @type {WebSocket|null} */
  let socket = null;
  /** @type {State['phase']} */
  let phase = 'connecting';
  let ended = /** @type {{reason:string, text?:string}|null} */ (null);
  let failures = 0;
  let opened_at = 0, heard_at = 0, asked_at = 0, welcomed_at = 0, lost_at = env.now();
  let pause = /** @type {any} */ (null), tick = /** @type {any} */ (null);
  let retry_ms = /** @type {number|null} */ (null);
  let excused = false;  // the page took care of what the bye complained about
  let offset = /** @type {number|null} */ (null);

  const report = () => onState({ phase, lost_ms: phase === 'open' ? 0 : env.now() - lost_at, ...ended });

  function open() {
    env.clearTimeout(pause);
    pause = null;
    let fresh;
    try { fresh = env.open(url, SUBPROTOCOL); } catch { return again(); }
    socket = fresh;
    opened_at = heard_at = asked_at = env.now();
    welcomed_at = 0;
    fresh.onopen = () => { heard_at = env.now(); transmit(hello()); };
    fresh.onmessage = (event) => { if (socket === fresh) receive(event.data); };
    fresh.onclose = (event) => { if (socket === fresh) lose(event.code); };
    fresh.onerror = () => {};  // a close follows
  }

  /** @param {string} data */
  function receive(data) {
    heard_at = env.now();
    let message;
    try { message = JSON.parse(data); } catch { return; }
    if (!message || typeof message.type !== 'string') return;
    if (typeof message.now === 'number') learnClock(message);
    if (message.type === BYE) leave(message);
    else if (message.type === WELCOME) {
      welcomed_at ||= heard_at;
      phase = 'open';
      report();
    }
    onMessage(message);
  }

  /** The server's clock, from the message that travelled fastest. @param {Message} message */
  function learnClock({ type, now, t }) {
    if (type === WELCOME && !welcomed_at) offset = null;
    const guess = now - heard_at + (type === PONG && typeof t === 'number' ? Math.max(0, heard_at - t) / 2 : 0);
    if (offset === null || guess > offset) offset = guess;
  }

  /** @param {Message} bye */
  function leave({ reason, retry_ms: wait, text }) {
    if (FINAL_REASONS.has(reason)) {
      excused = retryAfter(reason);
      if (!excused) return end(reason, text);
    }
    retry_ms = typeof wait === 'number' ? wait : null;
  }

  /** @param {string} reason @param {string} [text] */
  function end(reason, text) {
    ended = { reason, text };
    phase = 'ended';
    drop();
    env.clearTimeout(pause);
    env.clearTimeout(tick);
    report();
  }

  function drop() {
    const old = socket;
    socket = null;  // from here on nothing of the old one counts
    try { old?.close(); } catch { /* it was not open */ }
  }

  /** @param {number} [code] */
  function lose(code = 0) {
    const reason = FINAL_CODES[code];
    drop();
    if (phase === 'open') {
      phase = 'lost';
      lost_at = env.now();
      if (welcomed_at && env.now() - welcomed_at >= STEADY_MS) failures = 0;
    }
    if (reason && !excused && !retryAfter(reason)) return end(reason);
    excused = false;
    again();
    report();
  }

  /** The next try: when the server asked for it, or after a random part of a growing pause. */
  function again() {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++);
    const wait = retry_ms === null ? env.random() * longest : retry_ms * (1 + env.random() / 2);
    retry_ms = null;
    env.clearTimeout(pause);
    pause = env.setTimeout(open, wait);
  }

  function watch() {
    tick = env.setTimeout(watch, TICK_MS);
    if (phase !== 'open') report();
    if (!socket) return;
    const now = env.now(), silent = now - heard_at;
    if (welcomed_at ? silent >= SILENCE_MS : now - opened_at >= OPENING_MS) lose();
    else if (welcomed_at && silent >= QUIET_MS && now - asked_at >= QUIET_MS) ask();
  }

  function ask() {
    asked_at = env.now();
    transmit({ type: PING, t: asked_at });
  }

  /** The page came to life: a link that slept is not trusted, and no pause is waited for. */
  function wake() {
    if (phase === 'ended') return;
    if (!socket) open();
    else if (env.now() - heard_at >= SILENCE_MS) { lose(); open(); }
    else if (welcomed_at && env.now() - heard_at >= TICK_MS) ask();
  }

  /** @param {Message} message */
  function transmit(message) {
    if (!socket || socket.readyState !== 1) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  env.onWake(wake);
  open();
  tick = env.setTimeout(watch, TICK_MS);

  return {
    /** @param {Message} message @returns {boolean} whether it left; nothing is kept for later */
    send: (message) => phase === 'open' && transmit(message),
    /** Says hello again, after a change of group or language. */
    hello: () => phase === 'open' && transmit({ ...hello(), type: HELLO }),
    wake,
    close: () => end('closed'),
    /** The server's time, as well as it is known. */
    now: () => env.now() + (offset ?? 0),
    get phase() { return phase; },
  };
}

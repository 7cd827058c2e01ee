// What the facilitator asked for and the server has not yet answered. Each act has an id of its own, so that it can be sent
// again after a lost connection and still happens once. An act that found no connection for a while is given up and named:
// a "close" from a minute ago must not fall into a room that has moved on.

import { ACT, REFUSED, RECEIPT } from '../shared/wire.js';

/** @typedef {import('../shared/wire.js').Message} Message */
/** @typedef {{do: string, item?: string, [member: string]: unknown}} Act */
/** @typedef {{done: boolean, reason?: string, text?: string, item?: string}} Answer */
/** @typedef {{message: Message, at: number, settle: (answer: Answer) => void}} Waiting */

/** Chosen: longer than a Wi-Fi hand-over, shorter than a facilitator's patience. */
export const STALE_MS = 20000;
/** A refusal with `retry` (the log cannot save) is asked again after this. */
export const RETRY_MS = 1000;

/**
 * @param {object} world
 * @param {(message: Message) => boolean} world.send says whether it left
 * @param {() => number} world.now
 * @param {() => string} [world.makeId]
 * @param {(run: () => void, ms: number) => void} [world.later]
 * @param {() => void} [world.onChange]
 */
export function createActs({ send, now, makeId = randomId, later = (run, ms) => void setTimeout(run, ms), onChange = () => {} }) {
  /** @type {Map<string, Waiting>} */
  const waiting = new Map();

  /** @param {string} id @param {Answer} answer */
  function settle(id, answer) {
    const act = waiting.get(id);
    if (!act) return;
    waiting.delete(id);
    act.settle(answer);
    onChange();
  }

  return {
    /** @param {Act} act @returns {Promise<Answer>} what became of it */
    perform(act) {
      const message = { type: ACT, id: makeId(), ...act };
      return new Promise((resolve) => {
        waiting.set(message.id, { message, at: now(), settle: resolve });
        send(message);
        onChange();
      });
    },
    /** After a welcome: everything unanswered goes again, in its order, under its old id. */
    resend() {
      for (const { message } of waiting.values()) send(message);
    },
    /** @param {Message} message from the server */
    receive(message) {
      const act = waiting.get(message.id);
      if (!act) return;
      if (message.type === RECEIPT) settle(message.id, { done: true, item: message.item });
      if (message.type === REFUSED && message.retry) later(() => { if (waiting.has(message.id)) send(act.message); }, RETRY_MS);
      else if (message.type === REFUSED) settle(message.id, { done: false, reason: message.reason, text: message.text, item: message.item });
    },
    /** Gives up what is too old to be meant. */
    expire() {
      for (const [id, act] of waiting) if (now() - act.at >= STALE_MS) settle(id, { done: false, reason: 'no-answer' });
    },
    /** @param {string} does @param {string} [item] whether such an act is on its way */
    pending: (does, item) => [...waiting.values()].some(({ message }) => message.do === does && (item === undefined || message.item === item)),
    get size() { return waiting.size; },
  };
}

/** 96 random bits as 24 hexadecimal characters; getRandomValues is there on plain http too. */
export function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Ballots on their way. One per item and round is kept in the phone's storage with an id made once, and sent again with
// that id until the server says "counted" or "not counted": over the socket while there is one, by a plain request where
// the network breaks sockets. However often it is sent, it is one ballot.

import { CAST, RECEIPT, REFUSED } from '../shared/wire.js';

const KEY = 'outbox';
const REPEAT_MS = 3000;  // unanswered so long on an open socket: send again
const POST_MS = 4000;    // no socket for so long: try the plain request

/** @typedef {import('../shared/wire.js').Ballot} Ballot */
/** @typedef {import('../shared/wire.js').Message} Message */
/** @typedef {{id:string, item:string, round:number, ballot:Ballot, at:number, waits?:string}} Pending `waits`: the server's reason to ask for patience */
/**
 * @typedef {object} Ways
 * @property {import('../shared/storage.js').Storage} storage
 * @property {(message: Message) => boolean} send false if there is no socket
 * @property {(message: Message) => Promise<Message|null>} post null if that did not work either
 * @property {(pending: Pending, answer: Message) => void} onAnswer a receipt or a final refusal
 * @property {() => number} [now]
 * @property {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array} [fill] random bytes
 */

/** @param {Ways} ways */
export function createOutbox({ storage, send, post, onAnswer, now = () => Date.now(), fill = (bytes) => crypto.getRandomValues(bytes) }) {
  /** When each was last sent in this visit. @type {Map<string, number>} */
  const sent = new Map();
  let posting = false;

  /** @returns {Record<string, Pending>} */
  const all = () => storage.get(KEY) ?? {};
  /** @param {Record<string, Pending>} pending */
  const save = (pending) => Object.keys(pending).length ? storage.set(KEY, pending) : storage.remove(KEY);
  /** @param {string} id */
  const find = (id) => Object.values(all()).find((pending) => pending.id === id);
  /** @param {Pending} pending @returns {Message} */
  const message = ({ id, item, round, ballot }) => ({ type: CAST, id, item, round, ballot });

  function newId() {
    return Array.from(fill(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** @param {string} item @param {number} round @returns {Pending|null} */
  function waiting(item, round) {
    return all()[`${item}/${round}`] ?? null;
  }

  /** @param {Message} answer */
  function settle(answer) {
    const pending = find(answer.id);
    if (!pending) return;
    const key = `${pending.item}/${pending.round}`, rest = all();
    if (answer.type === REFUSED && answer.retry) {
      save({ ...rest, [key]: { ...pending, waits: answer.reason } });
      return;
    }
    delete rest[key];
    save(rest);
    sent.delete(pending.id);
    onAnswer(pending, answer);
  }

  /** @param {Pending} pending */
  async function postOne(pending) {
    posting = true;
    const answer = await post(message(pending)).catch(() => null);
    posting = false;
    if (answer) settle(answer);
  }

  return {
    waiting,
    /** Keeps a ballot and sends it. The same ballot again, e.g. by a second tap, stays the same one. @param {string} item @param {number} round @param {Ballot} ballot */
    cast(item, round, ballot) {
      const before = waiting(item, round);
      if (before && JSON.stringify(before.ballot) === JSON.stringify(ballot)) return;
      const pending = { id: newId(), item, round, ballot, at: now() };
      save({ ...all(), [`${item}/${round}`]: pending });
      if (send(message(pending))) sent.set(pending.id, now());
    },
    /** A fresh connection: what the server already has is settled, all the rest goes out again. @param {Record<string, import('../shared/wire.js').Mine>} mine */
    connected(mine) {
      sent.clear();
      for (const pending of Object.values(all())) {
        const counted = mine[pending.item];
        if (counted?.id === pending.id) settle({ type: RECEIPT, ...counted, item: pending.item });
      }
      this.flush(0);
    },
    /** Sends what is due. Called often; does nothing most of the time. @param {number} lost_ms how long there has been no connection */
    flush(lost_ms) {
      for (const pending of Object.values(all())) {
        if (now() - (sent.get(pending.id) ?? -Infinity) < REPEAT_MS) continue;
        if (lost_ms === 0 && send(message(pending))) sent.set(pending.id, now());
        else if (lost_ms >= POST_MS && !posting) {
          sent.set(pending.id, now());
          void postOne(pending);
        }
      }
    },
    /** A person asks for it: everything at once, on whichever way is there. */
    hurry(/** @type {number} */ lost_ms) {
      sent.clear();
      this.flush(lost_ms && POST_MS);
    },
    /** @param {Message} answer a receipt or a refusal */
    answer: settle,
    get empty() { return Object.keys(all()).length === 0; },
  };
}

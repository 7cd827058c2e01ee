// One workshop on this phone: the connection, what it tells, the outbox and the votes being made. It answers the server's
// byes for the page, and has no view of its own: it calls back when there is something new to show.

import { connect, socketUrl } from '../shared/socket.js';
import { createStore } from '../shared/store.js';
import { HELLO, RECEIPT, REFUSED, WELCOME } from '../shared/wire.js';
import { workshopStorage } from './identity.js';
import { createOutbox } from './outbox.js';
import { createVoting } from './voting.js';

/** @typedef {import('../shared/wire.js').Message} Message */
/** @typedef {ReturnType<typeof openSession>} Session */
/**
 * @typedef {object} Page
 * @property {() => void} show something changed
 * @property {() => string} lang
 * @property {(pending: import('./outbox.js').Pending, answer: Message) => void} answered
 */

/** @param {string} code @param {Page} page @param {(item: import('../shared/wire.js').Item) => import('./kinds.js').Kind|null} kindOf */
export function openSession(code, page, kindOf) {
  const storage = workshopStorage(code);
  const store = createStore(page.show);
  let connection = /** @type {import('../shared/socket.js').State} */ ({ phase: 'connecting', lost_ms: 0 });
  let group = /** @type {string|null} */ (null);  // chosen, not yet confirmed
  let timer = 0;

  const outbox = createOutbox({ storage, send: (message) => socket.send(message), post, onAnswer: settled });
  const voting = createVoting(storage, outbox, kindOf);
  const socket = connect({ url: socketUrl(code), hello, onMessage: receive, onState: changed, retryAfter: forgetToken });

  /** The name, for votes by name, goes each time: the same one again changes nothing. */
  function hello() {
    const wanted = group ?? (storage.get('token') ? null : storage.get('group'));
    return { type: HELLO, role: 'voter', token: storage.get('token') ?? undefined, group: wanted ?? undefined, name: storage.get('name') ?? undefined, lang: page.lang() };
  }

  /** A token that this server does not know is dropped; the voter comes in anew. @param {string} reason */
  function forgetToken(reason) {
    if (reason !== 'wrong-token' && reason !== 'wrong-key' || !storage.get('token')) return false;
    storage.remove('token');
    return true;
  }

  /** @param {Message} message */
  function receive(message) {
    if (message.type === RECEIPT || message.type === REFUSED) return outbox.answer(message);
    store.dispatch(message);
    if (message.type !== WELCOME) return;
    storage.set('token', message.you.token);
    if (message.you.group) storage.set('group', message.you.group);
    if (message.you.group) storage.remove('no_group');
    group = null;
    outbox.connected(message.mine ?? {});
  }

  /** @param {import('./outbox.js').Pending} pending @param {Message} answer */
  function settled(pending, answer) {
    voting.answered(pending, answer);
    store.dispatch({ ...answer, item: pending.item, round: pending.round, ballot: pending.ballot });
    page.answered(pending, answer);
    page.show();
  }

  /** The way round a network that breaks sockets. @param {Message} message @returns {Promise<Message|null>} */
  async function post(message) {
    const token = storage.get('token');
    if (!token) return null;
    const stop = new AbortController(), limit = setTimeout(() => stop.abort(), 8000);
    try {
      const answer = await fetch(`/api/workshops/${code}/cast`, {
        method: 'POST', headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json', 'Accept-Language': page.lang() },
        body: JSON.stringify({ ...message, group: storage.get('group') ?? undefined, name: storage.get('name') ?? undefined }), cache: 'no-store', signal: stop.signal,
      });
      return answer.ok ? await answer.json() : null;
    } finally {
      clearTimeout(limit);
    }
  }

  /** @param {import('../shared/socket.js').State} state */
  function changed(state) {
    connection = state;
    page.show();
  }

  // Another tab of the same person sent something: ask what the server has now.
  const onStorage = (/** @type {StorageEvent} */ event) => { if (event.key?.endsWith(`${code}.outbox`) && !event.newValue) socket.hello(); };
  addEventListener('storage', onStorage);
  timer = window.setInterval(() => {
    if (outbox.empty) return;
    outbox.flush(connection.lost_ms);
    page.show();
  }, 500);

  return {
    code, voting, outbox, storage,
    get state() { return store.state; },
    get connection() { return connection; },
    get group() { return group; },
    now: () => socket.now(),
    /** @param {string} id */
    setGroup(id) {
      group = id;
      storage.set('group', id);
      socket.hello();
      page.show();
    },
    /** Says again who this is: in which language the server should refuse, under which name a vote by name is cast. */
    greet: () => socket.hello(),
    hurry() {
      socket.wake();
      outbox.hurry(connection.lost_ms);
    },
    close() {
      clearInterval(timer);
      removeEventListener('storage', onStorage);
      socket.close();
    },
  };
}

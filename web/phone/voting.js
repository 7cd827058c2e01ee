// My votes while they are made: a draft for each item and round, kept in storage until the server has answered, and what
// became of what I sent. It decides which of the four states the phone shows: draft, kept, counted or refused.

import { choose, fitting, lack, point } from './ballot.js';

const DRAFTS = 'drafts';

/** @typedef {import('../shared/wire.js').Ballot} Ballot */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Message} Message */
/** @typedef {import('../shared/wire.js').Mine} Mine */
/** @typedef {import('./outbox.js').Pending} Pending */
/**
 * @typedef {object} Standing
 * @property {'draft'|'kept'|'counted'|'refused'} name
 * @property {Ballot} draft
 * @property {boolean} touched there is a draft that was not sent
 * @property {Pending|null} pending on its way
 * @property {Mine|null} mine counted
 * @property {Message|null} refusal
 */
/** @typedef {ReturnType<typeof createVoting>} Voting */

/**
 * @param {import('../shared/storage.js').Storage} storage
 * @param {Pick<ReturnType<typeof import('./outbox.js').createOutbox>, 'waiting'|'cast'>} outbox
 */
export function createVoting(storage, outbox) {
  /** Items taken up again while their ballot is on its way or counted. @type {Set<string>} */
  const reopened = new Set();
  /** @type {Map<string, Message>} */
  const refusals = new Map();

  /** @param {{id: string}} item @param {number} round */
  const keyOf = ({ id }, round) => `${id}/${round}`;
  /** @returns {Record<string, Ballot>} */
  const drafts = () => storage.get(DRAFTS) ?? {};

  /** @param {string} key @param {Ballot|null} ballot */
  function keep(key, ballot) {
    const all = drafts();
    if (ballot) all[key] = ballot;
    else if (key in all) delete all[key];
    else return;
    storage.set(DRAFTS, all);
  }

  /** @param {Item} item */
  const draftOf = (item) => fitting(item, drafts()[keyOf(item, item.round)]);

  /** @param {Item} item @param {import('./ballot.js').Touched} touched */
  function take(item, { ballot, limit }) {
    if (!limit) {
      refusals.delete(keyOf(item, item.round));
      keep(keyOf(item, item.round), ballot);
    }
    return limit;
  }

  return {
    /** @param {Item} item @param {number} round @param {Mine|undefined} counted @returns {Standing} */
    standing(item, round, counted) {
      const key = keyOf(item, round), kept = drafts()[key];
      const pending = outbox.waiting(item.id, round), refusal = refusals.get(key) ?? null;
      const mine = counted?.round === round ? counted : null;
      const open = reopened.has(key);
      const name = pending && !open ? 'kept' : refusal ? 'refused' : mine && !kept && !open ? 'counted' : 'draft';
      return { name, draft: fitting(item, kept), touched: !!kept, pending, mine, refusal };
    },
    /** @param {Item} item @param {string} option @returns why nothing changed, if so */
    choose: (item, option) => take(item, choose(item, draftOf(item), option)),
    /** @param {Item} item @param {string} option @param {1|-1} step */
    point: (item, option, step) => take(item, point(item, draftOf(item), option, step)),
    /** @param {Item} item @returns what is missing, if it could not be sent */
    send(item) {
      const missing = lack(item, draftOf(item));
      if (!missing) this.cast(item, draftOf(item));
      return missing;
    },
    /** @param {Item} item @param {Ballot} ballot `{}` abstains */
    cast(item, ballot) {
      refusals.delete(keyOf(item, item.round));
      reopened.delete(keyOf(item, item.round));
      outbox.cast(item.id, item.round, ballot);
    },
    /** Takes up again what was sent. @param {Item} item @param {Ballot|undefined} ballot */
    change(item, ballot) {
      reopened.add(keyOf(item, item.round));
      keep(keyOf(item, item.round), fitting(item, ballot));
    },
    /** Leaves what was sent as it is. @param {Item} item */
    leave(item) {
      reopened.delete(keyOf(item, item.round));
      keep(keyOf(item, item.round), null);
    },
    /** @param {Pending} pending @param {Message} answer */
    answered({ item, round, ballot }, answer) {
      const key = keyOf({ id: item }, round);
      if (answer.type === 'receipt') {
        if (!reopened.has(key)) keep(key, null);
        refusals.delete(key);
      } else {
        refusals.set(key, answer);
        if (!reopened.has(key) && Object.keys(ballot).length) keep(key, ballot);
      }
    },
  };
}

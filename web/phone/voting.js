// My votes while they are made: a draft for each item and round, kept in storage until the server has answered, and what
// became of what I sent. It decides which of the four states the phone shows: draft, kept, counted or refused.

const DRAFTS = 'drafts';
const RECEIPTS = 'receipts'; // what they were answered with, likewise
const SENT = 'sent'; // ballots that were counted, by item and round: a later round may show the earlier answer

/** @typedef {import('../shared/wire.js').Ballot} Ballot */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Message} Message */
/** @typedef {import('../shared/wire.js').Mine} Mine */
/** @typedef {import('./outbox.js').Pending} Pending */
/** @typedef {{entry: number, code: string, leaf?: string}} Receipt  the leaf's hash in base 64, unless the receipt came as part of a welcome */
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

/** The same ballot, in whatever order its members stand. @param {unknown} a @param {unknown} b @returns {boolean} */
export function same(a, b) {
  const sorted = (/** @type {string} */ _, /** @type {any} */ value) => value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

/**
 * @param {import('../shared/storage.js').Storage} storage
 * @param {Pick<ReturnType<typeof import('./outbox.js').createOutbox>, 'waiting'|'cast'>} outbox
 * @param {(item: Item) => import('./kinds.js').Kind|null} kindOf
 */
export function createVoting(storage, outbox, kindOf) {
  /** Items taken up again while their ballot is on its way or counted. @type {Set<string>} */
  const reopened = new Set();
  /** @type {Map<string, Message>} */
  const refusals = new Map();

  /** @param {{id: string}} item @param {number} round */
  const keyOf = ({ id }, round) => `${id}/${round}`;

  /** @param {string} shelf @param {string} key @param {Ballot|Receipt|null} what */
  function keep(shelf, key, what) {
    const all = storage.get(shelf) ?? {};
    if (what) all[key] = what;
    else if (key in all) delete all[key];
    else return;
    storage.set(shelf, all);
  }

  /** A ballot is left as it is until the module of its kind is there. @param {Item} item @param {Ballot|null|undefined} ballot */
  const fitting = (item, ballot) => kindOf(item)?.fitting(item, ballot) ?? ballot ?? {};

  /** @param {Item} item @returns {Ballot} */
  const draftOf = (item) => fitting(item, storage.get(DRAFTS)?.[keyOf(item, item.round)]);

  return {
    /** @param {Item} item @param {number} round @param {Mine|undefined} counted @returns {Standing} */
    standing(item, round, counted) {
      const key = keyOf(item, round), kept = storage.get(DRAFTS)?.[key];
      const pending = outbox.waiting(item.id, round), refusal = refusals.get(key) ?? null;
      const mine = counted?.round === round ? counted : null;
      const open = reopened.has(key);
      const name = pending && !open ? 'kept' : refusal ? 'refused' : mine && !kept && !open ? 'counted' : 'draft';
      return { name, draft: fitting(item, kept), touched: !!kept && !same(kept, mine?.ballot), pending, mine, refusal };
    },
    /** What I said in an earlier round. @param {Item} item @param {number} round @returns {Ballot|null} */
    former: (item, round) => storage.get(SENT)?.[keyOf(item, round)] ?? null,
    /** What my ballots were answered with, by item and round. @returns {Record<string, Receipt>} */
    receipts: () => storage.get(RECEIPTS) ?? {},
    /** @param {Item} item @param {(ballot: Ballot, item: Item) => import('./kinds.js').Touched} change @returns what became of the touch */
    touch(item, change) {
      const touched = change(draftOf(item), item);
      if (!touched.limit) {
        refusals.delete(keyOf(item, item.round));
        keep(DRAFTS, keyOf(item, item.round), touched.ballot);
      }
      return touched;
    },
    /** @param {Item} item @param {boolean} [grows] the voter goes on with it @returns what is missing, if it could not be sent */
    send(item, grows) {
      const kind = kindOf(item), draft = draftOf(item), missing = kind && kind.lack(item, draft);
      if (kind && !missing) this.cast(item, kind.finished?.(draft) ?? draft, grows);
      return missing;
    },
    /** @param {Item} item @param {Ballot} ballot `{}` abstains @param {boolean} [grows] */
    cast(item, ballot, grows) {
      refusals.delete(keyOf(item, item.round));
      if (grows) reopened.add(keyOf(item, item.round));
      else reopened.delete(keyOf(item, item.round));
      outbox.cast(item.id, item.round, ballot);
    },
    /** Takes up again what was sent. @param {Item} item @param {Ballot|undefined} ballot */
    change(item, ballot) {
      reopened.add(keyOf(item, item.round));
      keep(DRAFTS, keyOf(item, item.round), fitting(item, ballot));
    },
    /** Leaves what was sent as it is. @param {Item} item */
    leave(item) {
      reopened.delete(keyOf(item, item.round));
      keep(DRAFTS, keyOf(item, item.round), null);
    },
    /** @param {Pending} pending @param {Message} answer */
    answered({ item, round, ballot }, answer) {
      const key = keyOf({ id: item }, round);
      if (answer.type === 'receipt') {
        keep(SENT, key, ballot);
        keep(RECEIPTS, key, { entry: answer.entry, code: answer.code, leaf: answer.leaf });
        if (!reopened.has(key)) keep(DRAFTS, key, null);
        refusals.delete(key);
      } else {
        refusals.set(key, answer);
        if (!reopened.has(key) && Object.keys(ballot).length) keep(DRAFTS, key, ballot);
      }
    },
  };
}

// What a page knows of the workshop: a state, and a pure function that folds each message of the server into it.
// A welcome replaces everything, a change replaces the items it carries, and old news never overwrites newer.

import { CHANGE, RECEIPT, ROOM, TALLY, WELCOME } from './wire.js';

/** @typedef {import('./wire.js').Item} Item */
/** @typedef {import('./wire.js').Message} Message */
/** @typedef {import('./wire.js').Tally} Tally */
/**
 * @typedef {object} State
 * @property {boolean} welcomed
 * @property {number} entry the last entry that is in this state
 * @property {Omit<import('./wire.js').Workshop, 'items'|'stage'>|null} workshop
 * @property {Record<string, Item>} items
 * @property {string[]} order
 * @property {import('./wire.js').Stage} stage
 * @property {Record<string, Tally>} tallies by item and round, see `tallyOf`
 * @property {import('./wire.js').Room} room
 * @property {import('./wire.js').You|null} you
 * @property {Record<string, import('./wire.js').Mine>} mine
 * @property {import('./wire.js').Join|null} join
 * @property {import('./wire.js').Pages|null} pages
 */

/** @type {State} */
export const empty = {
  welcomed: false, entry: 0, workshop: null, items: {}, order: [], tallies: {}, you: null, mine: {}, join: null, pages: null,
  stage: { view: 'join', item: null, round: null, qr: false, frozen: false },
  room: { connected: 0, voters: 0, voted: 0, saving: true },
};

/** @param {State} state @param {Message} message @returns {State} the same object if nothing changed */
export function reduce(state, message) {
  switch (message.type) {
    case WELCOME: return welcome(message);
    case CHANGE: return change(state, message);
    case TALLY: return tally(state, /** @type {any} */ (message));
    case ROOM: return { ...state, room: /** @type {any} */ (message) };
    case RECEIPT: return receipt(state, message);
    default: return state;
  }
}

/** @param {Message} message @returns {State} */
function welcome({ entry, workshop, you, mine, tallies, room, join, pages }) {
  const { items, stage, ...rest } = workshop;
  return {
    welcomed: true, entry, workshop: rest, stage: stage ?? empty.stage, room: room ?? empty.room,
    items: Object.fromEntries(items.map((/** @type {Item} */ item) => [item.id, item])),
    order: items.map((/** @type {Item} */ item) => item.id),
    tallies: Object.fromEntries((tallies ?? []).map((/** @type {Tally} */ one) => [roundKey(one.item, one.round), one])),
    you: you ?? null, mine: mine ?? {}, join: join ?? null, pages: pages ?? null,
  };
}

/** @param {State} state @param {Message} message @returns {State} */
function change(state, { entry, items = [], order, stage }) {
  if (!state.welcomed || entry < state.entry) return state;
  const known = { ...state.items };
  for (const item of items) known[item.id] = item;
  const kept = order ?? [...new Set([...state.order, ...items.map((/** @type {Item} */ item) => item.id)])];
  const still = kept.filter((/** @type {string} */ id) => known[id]);
  return {
    ...state, entry, order: still, stage: stage ?? state.stage,
    items: Object.fromEntries(still.map((/** @type {string} */ id) => [id, known[id]])),
  };
}

/** @param {State} state @param {Tally} next @returns {State} */
function tally(state, next) {
  const key = roundKey(next.item, next.round), last = state.tallies[key];
  return last && last.entry > next.entry ? state : { ...state, tallies: { ...state.tallies, [key]: next } };
}

/** The page adds the ballot, which the receipt does not repeat. @param {State} state @param {Message} message @returns {State} */
function receipt(state, { id, item, round, entry, code, ballot }) {
  if (!item || !round) return state;
  const last = state.mine[item];
  if (last && (last.round > round || last.round === round && (last.entry ?? 0) > entry)) return state;
  const known = ballot ?? (last?.id === id ? last.ballot : {});
  return { ...state, mine: { ...state.mine, [item]: { round, id, ballot: known, entry, code } } };
}

/** @param {string} item @param {number} round */
function roundKey(item, round) {
  return `${item}/${round}`;
}

/** @param {State} state @param {string} item @param {number} [round] the current one if absent @returns {Tally|null} */
export function tallyOf(state, item, round = state.items[item]?.round) {
  return state.tallies[roundKey(item, round)] ?? null;
}

/** @param {State} state @returns {Item|null} what the stage shows */
export function stageItem(state) {
  return state.items[state.stage.item ?? ''] ?? null;
}

/** @param {State} state @returns {Item[]} in the order of the agenda */
export function itemsInOrder(state) {
  return state.order.map((id) => state.items[id]).filter(Boolean);
}

/**
 * Holds the state and tells about it at most once a frame, however many messages came.
 * @param {(state: State) => void} show @param {(run: () => void) => void} [soon]
 */
export function createStore(show, soon = (run) => void requestAnimationFrame(run)) {
  let state = empty, due = false;
  const schedule = () => {
    if (due) return;
    due = true;
    soon(() => { due = false; show(state); });
  };
  return {
    get state() { return state; },
    /** @param {Message} message */
    dispatch(message) {
      const next = reduce(state, message);
      if (next === state) return;
      state = next;
      schedule();
    },
    schedule,
  };
}

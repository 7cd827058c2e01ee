// What this desk alone looks at: which item is in the middle, which of its rounds, what is hidden on this screen. The
// workshop itself is the server's, so a second desk has all of it at once; nothing here is worth saving but the switches.

import { itemsInOrder, tallyOf } from '../shared/store.js';

/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Round} Round */
/**
 * @typedef {object} Ui
 * @property {string | null} selected an item one looks ahead or back to; null follows the stage
 * @property {number | null} round an earlier round that is looked at
 * @property {'all'|'groups'} cut of the result
 * @property {boolean} hidden results stay off this screen (the laptop may be mirrored to the wall)
 * @property {boolean} sorted bars by result and not by ballot paper
 * @property {boolean} singles single-character keys act
 * @property {boolean} timing the countdown panel is open
 * @property {{item: string, until: number} | null} armed a close that waits for its second press
 * @property {'now'|'agenda'|'room'} pane on a phone, where only one fits
 * @property {{phase: string, lost_ms: number, reason?: string, text?: string}} link
 */

/** How long a first press of "close" waits for the second. */
export const ARMED_MS = 6000;

/** @param {{get: (key: string) => any}} storage @returns {Ui} */
export function firstUi(storage) {
  return {
    selected: null, round: null, cut: 'all', sorted: false, timing: false, armed: null, pane: 'now',
    hidden: storage.get('hidden') === true, singles: storage.get('singles') !== false,
    link: { phase: 'connecting', lost_ms: 0 },
  };
}

/**
 * The item in the middle: the one chosen, else the one on the stage, else the first that is still to come.
 * @param {State} state @param {Ui} ui @returns {Item | null}
 */
export function currentItem(state, ui) {
  const items = itemsInOrder(state);
  return state.items[ui.selected ?? ''] ?? state.items[state.stage.item ?? ''] ?? items.find((item) => item.status !== 'closed') ?? items[0] ?? null;
}

/** The round whose result is looked at. @param {Item} item @param {Ui} ui */
export function viewedRound(item, ui) {
  return ui.round !== null && (item.rounds ?? []).some((round) => round.round === ui.round) ? ui.round : item.round;
}

/** @param {Item} item @param {number} round @returns {Round | null} */
export function roundOf(item, round) {
  return (item.rounds ?? []).find((each) => each.round === round) ?? null;
}

/** Whether any round of it has a ballot, so that its wording is locked. @param {State} state @param {Item} item */
export function hasBallots(state, item) {
  return (item.rounds ?? []).some((round) => round.ballots > 0) || (tallyOf(state, item.id)?.ballots ?? 0) > 0;
}

/** @param {Ui} ui @param {Item} item @param {number} now */
export function isArmed(ui, item, now) {
  return ui.armed !== null && ui.armed.item === item.id && now < ui.armed.until;
}

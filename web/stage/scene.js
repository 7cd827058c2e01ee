// What the wall shows, worked out from the state alone: which view, which item and round, whether results may be seen.
// Pure: no page, no clock. The page draws what this says and decides nothing itself.

import { asItStands } from '../shared/annulled.js';
import { secrecyOf } from '../shared/secrecy.js';
import { stageItem, tallyOf } from '../shared/store.js';

/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Tally} Tally */
/** @typedef {'join'|'slide'|'swot'|'hidden'|'results'|'groups'|'black'|'closed'} View */

/**
 * @typedef {object} Scene
 * @property {View} view
 * @property {Item|null} item
 * @property {number|null} round the round on the wall, null where the item has none
 * @property {boolean} earlier an earlier round is shown again
 * @property {import('../shared/wire.js').Status} status of the round on the wall
 * @property {Tally|null} tally newest tally of that round
 * @property {string|null} check check code of that round, once closed
 * @property {number|null} ends when its countdown ends, in server time
 * @property {boolean} uncut the cut by group was asked for, and a secret vote has none
 * @property {boolean} frozen
 * @property {boolean} qr the facilitator put the QR picture over the view
 */

/** @param {State} state @returns {Scene} */
export function sceneOf(state) {
  const { stage } = state;
  const item = stageItem(state);
  /** @type {Scene} */
  const scene = {
    view: 'join', item: null, round: null, earlier: false, status: 'waiting', tally: null, check: null, ends: null, uncut: false,
    frozen: stage.frozen, qr: stage.qr,
  };
  if (stage.view === 'black') return { ...scene, view: 'black' };
  if (stage.view === 'join' || item === null) return { ...scene, qr: false };
  if (item.kind !== 'vote') return { ...scene, view: item.kind === 'swot' ? 'swot' : 'slide', item };
  return { ...scene, ...voteScene(state, item, stage.round ?? item.round) };
}

/** @param {State} state @param {Item} item @param {number} round */
function voteScene(state, item, round) {
  const earlier = round !== item.round;
  const record = (item.rounds ?? []).find((each) => each.round === round);
  const status = earlier ? record?.status ?? 'closed' : item.status;
  const tally = tallyOf(state, item.id, round);
  // `revealed` speaks of the current round. What may be seen of an earlier one, the server says by sending it or not.
  const uncut = state.stage.view === 'groups' && secrecyOf(item) === 'secret';
  const seen = tally?.result !== undefined && (earlier || item.revealed);
  /** @type {View} */
  let view = 'hidden';
  if (seen) view = state.stage.view === 'groups' && !uncut && tally?.groups !== undefined ? 'groups' : status === 'closed' ? 'closed' : 'results';
  return {
    view, item: asItStands(item, round), round, earlier, status, tally, uncut,
    check: status === 'closed' ? (earlier ? record?.check : item.check ?? record?.check) ?? null : null,
    ends: !earlier && status === 'open' ? item.ends ?? null : null,
  };
}

/**
 * The two numbers of "87 of 142 have voted". The tally is at most a tenth of a second old; the room's count serves until
 * the first tally of a round is there, and only for the round that phones are voting in.
 * @param {Scene} scene @param {import('../shared/wire.js').Room} room
 */
export function turnoutOf({ tally, earlier, item }, room) {
  const voted = tally ? tally.ballots : !earlier && room.item === item?.id ? room.voted : 0;
  return { voted, voters: Math.max(voted, tally ? tally.voters : room.voters) };
}

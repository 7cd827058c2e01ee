// Which one thing the phone shows: a pure choice from what it knows of the workshop. An open vote comes before anything
// else on the wall, because a vote that nobody sees is lost; otherwise the phone follows the wall.

import { itemsInOrder, stageItem } from '../shared/store.js';

/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {'group'|'waiting'|'slide'|'swot'|'vote'|'closed'|'results'} Name */
/** @typedef {{name: Name, item: Item|null, round: number}} View */

/** @param {State} state @param {{group?: boolean, item?: string|null, no_group?: boolean}} wish what the person asked for: another group, one of several open votes, no group where none is needed @returns {View} */
export function viewOf(state, wish = {}) {
  const groups = state.workshop?.groups ?? [];
  if (!state.welcomed) return { name: 'waiting', item: null, round: 0 };
  const without = wish.no_group && state.workshop?.group_required === false;
  if (groups.length && (wish.group || !state.you?.group && !without)) return { name: 'group', item: null, round: 0 };
  const item = itemToShow(state, wish.item ?? null);
  if (!item) return { name: 'waiting', item: null, round: 0 };
  const on_wall = state.stage.item === item.id && state.stage.round ? state.stage.round : item.round;
  return { name: nameFor(item, on_wall), item, round: item.status === 'open' ? item.round : on_wall };
}

/** @param {Item} item @param {number} round @returns {Name} */
function nameFor(item, round) {
  if (item.kind !== 'vote') return item.kind;
  if (item.status === 'open') return 'vote';
  // Why a round is void is told beside its result, also where that is not shown.
  if ((item.revealed || item.rounds?.[round - 1]?.void) && (item.status === 'closed' || round < item.round)) return 'results';
  return item.status === 'closed' || round < item.round ? 'closed' : 'waiting';
}

/** @param {State} state @returns {Item[]} */
export function openVotes(state) {
  return itemsInOrder(state).filter(({ kind, status }) => kind === 'vote' && status === 'open');
}

/** @param {State} state @param {string|null} wished @returns {Item|null} */
function itemToShow(state, wished) {
  const open = openVotes(state), on_wall = stageItem(state), view = state.stage.view;
  const answered = (/** @type {Item} */ item) => state.mine[item.id]?.round === item.round;
  return open.find(({ id }) => id === wished)
    ?? open.find(({ id }) => id === on_wall?.id)
    ?? open.find((item) => !answered(item))
    ?? (view === 'join' ? null : on_wall)
    ?? open[0]
    ?? null;
}

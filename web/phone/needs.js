// Which late parts this phone will need, most urgent first: what it or the wall shows now, what is open, what the rest of the agenda asks
// for, and the results.

import { partOf } from './kinds.js';

/** @typedef {import('../shared/wire.js').Item} Item */

/** A vote that is neither secret nor by name needs no words about it. @param {Item|undefined} item */
export const isPlain = (item) => !['secret', 'named'].includes(item?.secrecy ?? '');

/** @param {import('../shared/store.js').State} state @param {Item|null} shown @returns {string[]} */
export function wantedParts({ workshop, items, order, stage }, shown) {
  const all = order.map((id) => items[id]), known = [shown ?? items[stage.item ?? ''], ...all.filter((item) => item?.status === 'open'), ...all];
  const parts = known.flatMap((item) => [isPlain(item) ? '' : 'secrecy', item?.kind === 'swot' ? 'swot' : partOf(item?.method)]);
  return [...new Set([...parts, ...(workshop?.methods ?? []).map(partOf), 'results'])].filter(Boolean);
}

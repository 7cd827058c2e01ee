// Rankings and committees told in rows, in the order of the result: the place, and what brought an option there.

import { toNumber } from '../../shared/numbers.js';
import { leadersOf, optionOf, placesOf, short } from './rows.js';

/** @typedef {import('./rows.js').I18n} I18n */
/** @typedef {import('./rows.js').Item} Item */

/** @param {I18n} i18n @param {Item} item @param {any} result @param {(id: string, place: number) => {value: string, small?: string, warn?: boolean, bar?: number}} tell @returns {import('./rows.js').Row[]} */
function rowsOf(i18n, item, result, tell) {
  const leaders = leadersOf(result);
  return placesOf(result).map(({ id, place }) => {
    const { label, number } = optionOf(i18n, item, id);
    return { id, badge: number, label, lead: leaders.has(id), ...tell(id, place) };
  });
}

/** Each against each. @param {I18n} i18n @param {Item} item @param {any} result @returns {import('./rows.js').Told} */
export function duels(i18n, item, result) {
  const pairwise = result.pairwise ?? {}, ids = (item.options ?? []).map(({ id }) => id);
  const wins = (/** @type {string} */ id) => ids.filter((other) => other !== id && toNumber(pairwise[id]?.[other] ?? 0) > toNumber(pairwise[other]?.[id] ?? 0)).length;
  return {
    says: item.method === 'condorcet' && result.turnout.counted > 0 && result.winners.length === 0 ? i18n.t('no_duel_winner') : undefined,
    rows: rowsOf(i18n, item, result, (id, place) => ({ value: i18n.t('place', { n: place }), small: result.pairwise ? i18n.t('beats', { n: wins(id), of: ids.length - 1 }) : undefined })),
  };
}

/** Rounds with transfers: the votes of the last round an option stood in, and where it was elected or went out. @param {I18n} i18n @param {Item} item @param {any} result @returns {import('./rows.js').Told} */
export function rounds(i18n, item, result) {
  /** @type {any[]} */
  const all = result.rounds ?? [], whole = toNumber(result.base?.value ?? 0);
  return {
    rows: rowsOf(i18n, item, result, (id) => {
      const out = all.findIndex(({ eliminated }) => [eliminated ?? []].flat().includes(id)), elected = all.findIndex((round) => (round.elected ?? []).includes(id));
      const last = all.filter(({ votes }) => votes?.[id] !== undefined && votes[id] !== null), at = elected >= 0 ? all[elected] : last[last.length - 1], votes = at?.votes?.[id] ?? 0;
      const small = elected >= 0 ? i18n.t('elected_in', { n: elected + 1 }) : out >= 0 ? i18n.t('out_in', { n: out + 1 }) : '';
      return { value: short(i18n, votes), small, bar: whole > 0 ? toNumber(votes) / whole : 0 };
    }),
    says: result.quota !== undefined ? i18n.t('quota', { value: short(i18n, result.quota) }) : undefined,
  };
}

/** A committee in the order in which its members were chosen. @param {I18n} i18n @param {Item} item @param {any} result @returns {import('./rows.js').Told} */
export function committee(i18n, item, result) {
  const order = result.winners ?? [];
  return { rows: rowsOf(i18n, item, result, (id) => ({ value: result.turnout.counted > 0 && order.includes(id) ? i18n.t('place', { n: order.indexOf(id) + 1 }) : '–' })) };
}

/** How alike the rankings are. @param {I18n} i18n @param {Item} item @param {any} result @returns {import('./rows.js').Told} */
export function concordance(i18n, item, result) {
  const { kendall_w: w, mean_rank: ranks } = result.measures ?? {};
  return {
    says: w === null || w === undefined ? undefined : i18n.t('concordance', { w: i18n.number(toNumber(w).toFixed(2)) }),
    rows: rowsOf(i18n, item, result, (id, place) => ({ value: i18n.t('place', { n: place }), small: ranks?.[id] === null || ranks?.[id] === undefined ? '' : i18n.t('mean_rank', { value: short(i18n, ranks[id]) }) })),
  };
}

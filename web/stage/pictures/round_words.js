// What one step of a count in rounds says, in a sentence or two: what moved, and what this round decides. Pure but for the words.

import { compare } from '../../shared/numbers.js';

/** @typedef {import('./told.js').Told} Told */
/** @typedef {import('./flows.js').Step} Step */

/** @param {Told} told @param {Step} step @param {number} index @returns {string} */
export function stepText(told, { rows, source, elected, leaving, last, standing, quota, lapsed, tied }, index) {
  const { i18n, briefs, item } = told;
  const parts = [index === 0 ? i18n.t('round_first') : moved(told, rows, source, lapsed)];
  const alternative = item.method === 'irv', winners = alternative && last ? told.result.winners : elected;
  if (tied.length > 0) parts.push(i18n.t('round_tied', { options: briefs(tied), winners: briefs(winners) }));
  else if (winners.length > 0 && alternative) parts.push(i18n.t('round_majority', { options: briefs(winners), standing: i18n.number(standing) }));
  else if (winners.length > 0) {
    const reached = winners.every((id) => quota !== null && compare(rows.find((row) => row.id === id)?.votes ?? 0, quota) >= 0);
    parts.push(i18n.t(reached ? 'round_elected' : 'round_filled', { n: winners.length, options: briefs(winners) }));
  }
  if (leaving.length > 0) parts.push(i18n.t('round_leaving', { n: leaving.length, options: briefs(leaving) }));
  return parts.filter(Boolean).join(' ');
}

/** @param {Told} told @param {Step['rows']} rows @param {Step['source']} source @param {Step['lapsed']} lapsed */
function moved({ i18n, briefs, short }, rows, source, lapsed) {
  const giver = rows.find(({ id }) => id === source?.id);
  if (!source || !giver) return i18n.t('round_moved');
  const gone = i18n.t(source.kind === 'out' ? 'round_from_out' : 'round_from_surplus', { option: briefs([source.id]), votes: short(String(giver.gain).replace('-', '')) });
  return compare(lapsed, 0) > 0 ? `${gone} ${i18n.t('round_lapsed', { votes: short(lapsed) })}` : gone;
}

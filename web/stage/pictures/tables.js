// The numbers of each picture as a table: what its twin shows and what a listener hears. Pure but for the words; the order of
// the lines is that of the picture.

import { shares } from '../../shared/numbers.js';
import { scoresOf } from '../../shared/result.js';
import { baseText, unitOf } from '../facts.js';
import { isShare } from '../../shared/outcome.js';
import { budgetOf } from './budget.js';
import { committeeOf } from './committee.js';
import { byMeanRank, concordText } from './concordance.js';
import { standings } from './duels.js';
import { duelStory } from './duels_table.js';
import { orderOfRounds } from './flows.js';
import { axisName, quarterName } from './matrix.js';
import { shiftOf } from './ranges.js';
import { ratingOf, scaleOf } from './stacks.js';
import { listed } from './told.js';
import { wordsOf } from './word_cloud.js';

/** @typedef {import('./told.js').Told} Told */
/** @typedef {import('./told.js').Wire} Wire */
/** @typedef {import('../twin.js').Table} Table */
/** @typedef {{head: string[], lines: {id: string, cells: string[], lead?: boolean}[], says?: string}} Part */

/** @type {Record<string, (told: Told) => Part>} */
const PARTS = {
  score: ratings, agreement: ratings, majority_judgment: grades, delphi: rangesTable, priority_matrix: matrixTable, condorcet: duelsTable, schulze: duelsTable,
  ranked_pairs: duelsTable, irv: roundsTable, stv: roundsTable, pairwise_comparison: pairs, pb_greedy: budgetTable, pb_mes: budgetTable, seq_pav: committeeTable,
  seq_phragmen: committeeTable, words: wordsTable, concordance: concordanceTable,
};

/** @param {Told} told @returns {Table} */
export function tableOf(told) {
  const { item, i18n, result } = told;
  const { head, lines, says } = (PARTS[item.method ?? ''] ?? sums)(told);
  const caption = [i18n.pick(item.title).text, says ?? '', baseText(i18n, item, result)].filter(Boolean).join('. ');
  return { caption, head, lines: lines.map((line) => ({ lead: told.leaders.has(line.id), ...line })) };
}

/** @param {Told} told @param {Wire|null|undefined} value */
function cell({ i18n }, value) {
  return value === null || value === undefined ? '–' : i18n.number(value);
}

/** @param {Told} told @returns {Part} */
function sums(told) {
  const { item, result, i18n, order, number, name } = told;
  const scores = scoresOf(item, result), percents = shares(scores, result.base.value);
  const share = isShare(item), intervals = result.stats?.[order[0]]?.low !== undefined, mean = result.stats?.[order[0]]?.mean !== undefined;
  const between = (/** @type {string} */ id) => shares([result.stats?.[id].low, result.stats?.[id].high], 1).map(i18n.percent).join('–');
  return {
    head: [i18n.t('option'), unitOf(i18n, item), ...(share ? [i18n.t('share')] : []), ...(intervals ? [i18n.t('interval')] : []), ...(mean ? [i18n.t('mean')] : [])],
    lines: order.map((id) => ({
      id, cells: [name(id), cell(told, scores[number(id) - 1]), ...(share ? [i18n.percent(percents[number(id) - 1])] : []), ...(intervals ? [between(id)] : []), ...(mean ? [cell(told, result.stats?.[id]?.mean)] : [])],
    })),
  };
}

/** @param {Told} told @returns {Part} */
function ratings(told) {
  const { i18n, order, name, result, item } = told;
  const more = item.method === 'agreement';
  return {
    head: [i18n.t('option'), i18n.t('mean'), i18n.t('median'), i18n.t('spread'), i18n.t('agreement'), ...(more ? ['consensus', 'rwg'].map((each) => i18n.t(`measure_${each}`)) : []), i18n.t('raters')],
    lines: order.map((id) => {
      const { mean, median, deviation, agreement, raters } = ratingOf(told, id), measures = result.measures?.[id];
      return { id, cells: [name(id), cell(told, mean), cell(told, median), deviation === null ? '–' : i18n.number(deviation.toFixed(2)), agreement === null ? '–' : i18n.t(`agreement_${agreement}`),
        ...(more ? [cell(told, measures?.consensus), cell(told, measures?.rwg)] : []), cell(told, raters)] };
    }),
  };
}

/** @param {Told} told @returns {Part} */
function grades(told) {
  const { i18n, order, name } = told, words = scaleOf(told).words ?? [];
  return {
    head: [i18n.t('option'), i18n.t('grade'), ...[...words].reverse(), i18n.t('agreement')],
    lines: order.map((id) => {
      const { grade, distribution, agreement } = ratingOf(told, id);
      return { id, cells: [name(id), words[grade ?? -1] ?? '–', ...words.map((_, index) => cell(told, distribution?.[index] ?? 0)).reverse(), agreement === null ? '–' : i18n.t(`agreement_${agreement}`)] };
    }),
  };
}

/** @param {Told} told @returns {Part} */
function rangesTable(told) {
  const { i18n, order, name, result } = told;
  return {
    head: [i18n.t('option'), i18n.t('median'), i18n.t('middle_half'), i18n.t('mean'), i18n.t('consensus'), ...(result.shift ? [i18n.t('shift')] : []), i18n.t('raters')],
    lines: order.map((id) => {
      const stats = result.stats?.[id] ?? {};
      return { id, lead: false, cells: [name(id), cell(told, stats.median), `${cell(told, stats.q1)}–${cell(told, stats.q3)}`, cell(told, stats.mean), i18n.t(stats.consensus ? 'yes' : 'no'), ...(result.shift ? [shiftOf(told, id) || '–'] : []), cell(told, stats.n)] };
    }),
  };
}

/** @param {Told} told @returns {Part} */
function matrixTable(told) {
  const { i18n, order, name, result, params } = told, axes = params.axes ?? [];
  return {
    head: [i18n.t('option'), ...axes.map((axis) => axisName(i18n, axis)), i18n.t('quarter'), unitOf(i18n, told.item)],
    lines: order.map((id) => {
      const stats = result.stats?.[id] ?? {}, [up, along] = String(stats.quadrant ?? '').split('-');
      return { id, cells: [name(id), ...axes.map((axis) => cell(told, stats[axis.id])), along ? quarterName(told, up === 'high' ? 'high' : 'low', along === 'high' ? 'high' : 'low') : '–', cell(told, result.scores[id])] };
    }),
  };
}

/** @param {Told} told @returns {Part} */
function duelsTable(told) {
  const { i18n, name, number, result, options } = told;
  const list = standings(result, options.map(({ id }) => id));
  const across = result.pairwise ? list.map(({ id }) => id) : [];
  return {
    says: duelStory(told).text,
    head: [i18n.t('option'), i18n.t('place'), ...across.map((id) => i18n.t('against', { n: number(id) }))],
    lines: list.map(({ id, place }) => ({ id, cells: [name(id), i18n.number(place), ...across.map((other) => (other === id ? '' : cell(told, result.pairwise?.[id]?.[other])))] })),
  };
}

/** @param {Told} told @returns {Part} */
function roundsTable(told) {
  const { i18n, name, result, options } = told, rounds = result.rounds ?? [];
  const ending = (/** @type {string} */ id) => {
    const out = rounds.findIndex(({ eliminated }) => listed(eliminated).includes(id)), elected = rounds.findIndex((round) => listed(round.elected).includes(id));
    if (elected >= 0 || result.winners.includes(id)) return i18n.t('state_elected');
    return out >= 0 ? i18n.t('out_in', { n: out + 1 }) : '–';
  };
  return {
    head: [i18n.t('option'), ...rounds.map((_, index) => i18n.t('count_round', { n: index + 1 })), i18n.t('ending')],
    lines: [
      ...orderOfRounds(rounds, options.map(({ id }) => id)).map((id) => ({ id, cells: [name(id), ...rounds.map(({ votes }) => (votes[id] === undefined ? '' : told.short(votes[id]))), ending(id)] })),
      { id: '', lead: false, cells: [i18n.t('exhausted'), ...rounds.map(({ exhausted }) => told.short(exhausted)), ''] },
    ],
  };
}

/** @param {Told} told @returns {Part} */
function pairs(told) {
  const { i18n, order, name, result, item } = told, stats = result.stats;
  return {
    head: [i18n.t('option'), unitOf(i18n, item), ...(stats ? [i18n.t('wins'), i18n.t('losses')] : [])],
    lines: order.map((id) => ({ id, cells: [name(id), cell(told, result.scores[id]), ...(stats ? [cell(told, stats[id]?.wins), cell(told, stats[id]?.losses)] : [])] })),
  };
}

/** @param {Told} told @returns {Part} */
function budgetTable(told) {
  const { i18n, name } = told, { budget, spent, left, projects } = budgetOf(told);
  return {
    says: `${i18n.t('budget_spent', { spent: i18n.number(spent), budget: i18n.number(budget) })}. ${i18n.t('budget_left', { left: i18n.number(left) })}`,
    head: [i18n.t('option'), i18n.t('cost'), i18n.t('score_votes'), i18n.t('ending')],
    lines: projects.map(({ id, cost, votes, funded, why }) => ({ id, cells: [name(id), cell(told, cost), cell(told, votes), funded === null ? i18n.t(`why_${why}`) : i18n.t('funded_at', { n: funded + 1 })] })),
  };
}

/** @param {Told} told @returns {Part} */
function committeeTable(told) {
  const { i18n, name, result, item } = told, { elected, rest } = committeeOf(told);
  return {
    head: [i18n.t('option'), i18n.t('place'), unitOf(i18n, item)],
    lines: [...elected, ...rest].map((id) => ({ id, cells: [name(id), elected.includes(id) ? i18n.number(elected.indexOf(id) + 1) : i18n.t('not_elected'), cell(told, result.scores[id])] })),
  };
}

/** @param {Told} told @returns {Part} */
function wordsTable(told) {
  const { i18n } = told;
  return { head: [i18n.t('word'), i18n.t('mentions')], lines: wordsOf(told.result).map(({ term, text, count }) => ({ id: term, cells: [text, cell(told, count)] })) };
}

/** @param {Told} told @returns {Part} */
function concordanceTable(told) {
  const { i18n, name, result } = told, ranks = result.measures?.mean_rank ?? {};
  return {
    says: concordText(told), head: [i18n.t('option'), i18n.t('mean_rank')],
    lines: byMeanRank(told).map((id) => ({ id, lead: false, cells: [name(id), cell(told, ranks[id])] })),
  };
}

// The rule of a vote in words ("5 points, at most 3 on one option"), for the pages of facilitator and organisers.

export { ruleWords } from './rule_words.js';

/** @typedef {import('./i18n.js').I18n} I18n */
/** @typedef {import('./wire.js').Params} Params */

/** Methods whose ballot is a ranking; they differ in how it is counted, so that is said too. */
export const RANKINGS = ['borda', 'condorcet', 'schulze', 'ranked_pairs', 'irv', 'stv', 'concordance'];

/** @type {Record<string, (i18n: I18n, params: Params) => string[]>} */
const PARTS = {
  plurality: (i18n, { majority }) => [i18n.t('rule_plurality'), ...majority ? [i18n.t('rule_majority', { share: majority })] : []],
  approval: (i18n, { min, max }) => [max ? i18n.t('rule_max', { n: max }) : i18n.t('rule_any'), ...min ? [i18n.t('rule_min', { n: min })] : []],
  qa_upvotes: (i18n) => [i18n.t('rule_upvotes')],
  dots: (i18n, { dots = 0, cap, use_all }) => [i18n.t('rule_dots', { n: dots }), ...cap && cap < dots ? [i18n.t('rule_cap', { n: cap })] : [], ...use_all ? [i18n.t('rule_use_all')] : []],
  allocation: (i18n, { total = 0, exact }) => [i18n.t('rule_dots', { n: total }), ...exact === false ? [] : [i18n.t('rule_use_all')]],
  quadratic: (i18n, { credits = 0, negative }) => [i18n.t('rule_credits', { n: credits }), i18n.t('rule_squares'), ...negative ? [i18n.t('rule_negative')] : []],
  score: (i18n, params) => [scale(i18n, params)],
  agreement: (i18n, params) => [i18n.t('rule_agree'), scale(i18n, params)],
  delphi: (i18n, params) => [scale(i18n, params), i18n.t('rule_rounds')],
  majority_judgment: (i18n, { grades = [] }) => [i18n.t('rule_grades', { n: grades.length, worst: i18n.pick(grades[0]).text, best: i18n.pick(grades[grades.length - 1]).text })],
  priority_matrix: (i18n, { axes = [] }) => [i18n.t('rule_axes', { axes: axes.map((axis) => i18n.pick(axis.name ?? axis.id).text).join(' × '), min: axes[0]?.min ?? 0, max: axes[0]?.max ?? 0 })],
  pairwise_comparison: (i18n) => [i18n.t('rule_pairs')],
  pb_greedy: (i18n, params) => [...budget(i18n, params), i18n.t('name_pb_greedy')],
  pb_mes: (i18n, params) => [...budget(i18n, params), i18n.t('name_pb_mes')],
  seq_pav: (i18n) => [i18n.t('rule_any'), i18n.t('name_seq_pav')],
  seq_phragmen: (i18n) => [i18n.t('rule_any'), i18n.t('name_seq_phragmen')],
  words: (i18n, { max_words }) => max_words ? [i18n.t('rule_words', { n: max_words })] : [i18n.t('name_words')],
};

/**
 * @param {I18n} i18n made with ruleWords @param {{method?: string, params?: Params}} vote
 * @returns {string[]} parts for chips or for one line; empty where there is no rule
 */
export function ruleParts(i18n, { method = '', params = {} }) {
  const parts = RANKINGS.includes(method)
    ? [i18n.t('rule_rank'), ...params.max_ranked ? [i18n.t('rule_max_ranked', { n: params.max_ranked })] : [], i18n.t(`name_${method}`)]
    : PARTS[method]?.(i18n, params) ?? [];
  if ((params.seats ?? 1) > 1) parts.push(i18n.t('rule_seats', { n: params.seats ?? 1 }));
  if (params.group_weights) parts.push(i18n.t(params.group_mode === 'share' ? 'rule_shares' : 'rule_weighted'));
  return parts;
}

/** @param {I18n} i18n @param {Params} params */
function scale(i18n, { min = 0, max = 0 }) {
  return i18n.t('rule_scale', { min, max });
}

/** @param {I18n} i18n @param {Params} params */
function budget(i18n, { budget: all = 0 }) {
  return all ? [i18n.t('rule_budget', { budget: amount(i18n, all) })] : [];
}

/** Money as a facilitator typed it: a whole number, a fraction or a decimal in a string. @param {I18n} i18n @param {import('./wire.js').Wire} value */
export function amount(i18n, value) {
  const decimal = /^(-?)(\d+)\.(\d+)$/u.exec(String(value));
  return i18n.number(decimal ? `${decimal[1]}${BigInt(decimal[2] + decimal[3])}/${10n ** BigInt(decimal[3].length)}` : value);
}

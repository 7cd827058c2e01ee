// A result in the shape that bars and tables are drawn from, and the sentences that stand beside it: what the shares are
// shares of, who abstained, what is tied. Pure but for the words; facilitator's and organisers' pages share it.

import { compare } from './numbers.js';
import { marked, orderOf, scoresOf, tieOf } from './result.js';

/** @typedef {import('./i18n.js').I18n} I18n */
/** @typedef {import('./wire.js').Item} Item */
/** @typedef {import('./wire.js').Result} Result */
/** @typedef {import('./wire.js').GroupTally} GroupTally */
/** @typedef {import('./wire.js').Group} Group */
/** @typedef {import('./bars.js').Row} Row */

/** @type {import('./i18n.js').Dictionaries} */
export const outcomeWords = {
  ar: {
    abstained: { zero: 'لا امتناع', one: 'امتناع واحد', two: 'امتناعان', few: '{n} امتناعات', many: '{n} امتناعًا', other: '{n} امتناع' },
    invalid: { zero: 'لا أوراق باطلة', one: 'ورقة باطلة واحدة', two: 'ورقتان باطلتان', few: '{n} أوراق باطلة', many: '{n} ورقة باطلة', other: '{n} ورقة باطلة' },
    base_weight: 'النسبة من مجموع الأوزان: {n}',
    tie_open: 'تعادل لم يُحسم: {options}',
    tie_settled: 'تعادل حُسم بترتيب ورقة الاقتراع: {options}',
    and: '، ',
    groups_places: 'الأرقام مراتب في ترتيب كل فئة',
    groups_small: 'المجموعات القليلة الأصوات معًا: {names}',
    quorum_met: 'اكتمل النصاب',
    quorum_missed: 'لم يكتمل النصاب',
    passed: 'تجاوز الأغلبية المطلوبة: {options}',
    passed_none: 'لم يتجاوز أي خيار الأغلبية المطلوبة',
    n_of_m: '{n} من {of}',
    score_net: 'صافي الأصوات', score_wins: 'معدل الفوز',
  },
  en: {
    abstained: { zero: 'no abstention', one: '{n} abstention', other: '{n} abstentions' },
    invalid: { one: '{n} invalid', other: '{n} invalid' },
    base_weight: 'of {n} in weight',
    tie_open: 'Tie, not settled: {options}',
    tie_settled: 'Tie, settled by ballot-paper order: {options}',
    and: ', ',
    groups_places: 'The figures are places in each group’s own ranking',
    groups_small: 'Small groups together: {names}',
    quorum_met: 'Quorum reached',
    quorum_missed: 'Quorum not reached',
    passed: 'Above the required majority: {options}',
    passed_none: 'No option is above the required majority',
    n_of_m: '{n} of {of}',
    score_net: 'Net votes', score_wins: 'Win rate',
  },
  fr: {
    abstained: { one: '{n} abstention', many: '{n} d’abstentions', other: '{n} abstentions' },
    invalid: { one: '{n} bulletin nul', many: '{n} de bulletins nuls', other: '{n} bulletins nuls' },
    base_weight: 'sur un poids total de {n}',
    tie_open: 'Égalité non départagée : {options}',
    tie_settled: 'Égalité départagée par l’ordre du bulletin : {options}',
    and: ', ',
    groups_places: 'Les chiffres sont les rangs dans le classement de chaque groupe',
    groups_small: 'Petits groupes réunis : {names}',
    quorum_met: 'Quorum atteint',
    quorum_missed: 'Quorum non atteint',
    passed: 'Au-dessus de la majorité requise : {options}',
    passed_none: 'Aucune option au-dessus de la majorité requise',
    n_of_m: '{n} sur {of}',
    score_net: 'Voix nettes', score_wins: 'Taux de victoires',
  },
};

/**
 * @param {I18n} i18n @param {Item} item @param {Result | null | undefined} result @param {boolean} [sorted]
 * @returns {Row[]} in ballot-paper order, or best first
 */
export function rowsOf(i18n, item, result, sorted = false) {
  const scores = scoresOf(item, result), leaders = marked(result), options = item.options ?? [];
  return orderOf(item, result, sorted).map((index) => ({
    id: options[index].id, number: index + 1, label: i18n.pick(options[index].text), score: scores[index], lead: leaders.has(options[index].id),
  }));
}

/** Methods whose result is a bar for each option: what adds up. All others are told by a table with their key numbers. */
const BARS = ['plurality', 'approval', 'qa_upvotes', 'dots', 'allocation', 'quadratic', 'borda', 'pairwise_comparison'];

/** @param {Item} item */
export const isBars = (item) => BARS.includes(item.method ?? '');

/** Whether a percentage of the base says something; a place, a mean or a net sum is no share. @param {Item} item */
export const isShare = (item) => ['plurality', 'approval', 'qa_upvotes', 'dots', 'allocation'].includes(item.method ?? '');

/** What the scores count. @param {I18n} i18n @param {Item} item */
export function unitOf(i18n, item) {
  return i18n.t(['dots', 'allocation', 'borda'].includes(item.method ?? '') ? 'score_dots' : item.method === 'quadratic' ? 'score_net' : item.method === 'pairwise_comparison' ? 'score_wins' : 'score_votes');
}

/** What a share is a share of. @param {I18n} i18n @param {Result} result */
export function baseOf(i18n, { base, turnout }) {
  if (base.of === 'dots' || base.of === 'points') return i18n.t('base_dots', { n: wholeOr(base.value) });
  return compare(base.value, turnout.counted) === 0 ? i18n.t('base_voters', { n: turnout.counted }) : i18n.t('base_weight', { n: i18n.number(base.value) });
}

/** @param {import('./wire.js').Wire} value a plural needs a number; a fraction of dots takes the form of the whole part */
function wholeOr(value) {
  return typeof value === 'number' ? value : Number(String(value).split('/')[0]) / Number(String(value).split('/')[1] ?? 1);
}

/**
 * The sentences under a result.
 * @param {I18n} i18n @param {Item} item @param {any} result with the further keys of its method
 * @returns {{key: string, text: string, tone: 'plain'|'warn'}[]}
 */
export function remarksOf(i18n, item, result) {
  /** @type {{key: string, text: string, tone: 'plain'|'warn'}[]} */
  const remarks = [];
  const names = (/** @type {string[]} */ ids) => ids.map((id) => nameOf(i18n, item, id)).join(i18n.t('and'));
  const { turnout, passed } = /** @type {Result & {passed?: string[], turnout: {quorum_met?: boolean}}} */ (result);
  if (turnout.counted > 0 && isShare(item)) remarks.push({ key: 'base', text: baseOf(i18n, result), tone: 'plain' });
  if (turnout.empty > 0) remarks.push({ key: 'abstained', text: i18n.t('abstained', { n: turnout.empty }), tone: 'plain' });
  if (turnout.invalid > 0) remarks.push({ key: 'invalid', text: i18n.t('invalid', { n: turnout.invalid }), tone: 'warn' });
  if (turnout.quorum_met !== undefined) remarks.push({ key: 'quorum', text: i18n.t(turnout.quorum_met ? 'quorum_met' : 'quorum_missed'), tone: turnout.quorum_met ? 'plain' : 'warn' });
  if (passed) remarks.push({ key: 'passed', text: passed.length > 0 ? i18n.t('passed', { options: names(passed) }) : i18n.t('passed_none'), tone: 'plain' });
  const tie = tieOf(item, result);
  if (tie.kind !== 'none') remarks.push({ key: 'tie', text: i18n.t(tie.kind === 'open' ? 'tie_open' : 'tie_settled', { options: names(tie.options) }), tone: 'warn' });
  return remarks;
}

/** "3 Vocational training". @param {I18n} i18n @param {Item} item @param {string} id */
function nameOf(i18n, item, id) {
  const index = (item.options ?? []).findIndex((option) => option.id === id);
  return index < 0 ? id : `${i18n.number(index + 1)} ${i18n.pick(item.options?.[index].text).text}`;
}

/**
 * The columns of a result by group: a name, and for the small groups that stand together also whose they are.
 * @param {I18n} i18n @param {GroupTally} tally @param {Group[]} known
 */
export function groupName(i18n, tally, known) {
  const name = (/** @type {string} */ id) =>
    id === '' || id === 'none' ? i18n.t('no_group') : i18n.pick(known.find((group) => group.id === id)?.name ?? id).text;
  if (!tally.merged) return { name: name(tally.id), merged: '' };
  return { name: i18n.t('others'), merged: tally.merged.map(name).join(i18n.t('and')) };
}

// Ratings told in rows, best first: the mean or the grade, the median, how many rated, how far they agree, and the
// distribution as a stacked bar with the best at its start.

import { toNumber } from '../../shared/numbers.js';
import { leadersOf, optionOf, placesOf, short } from './rows.js';

/** @typedef {import('./rows.js').I18n} I18n */
/** @typedef {import('./rows.js').Item} Item */
/** @typedef {import('../../shared/wire.js').Wire} Wire */

const MOST = 11; // classes that can still be told apart on a phone

/** The distribution as parts, best first. @param {Record<string, Wire>|undefined} distribution @param {number} min @param {number} max @returns {import('./rows.js').Part[]} */
export function partsOf(distribution, min, max) {
  const values = Object.entries(distribution ?? {}).map(([value, weight]) => ({ value: Number(value), weight: toNumber(weight) }));
  const total = values.reduce((sum, { weight }) => sum + weight, 0), width = Math.ceil((max - min + 1) / MOST), count = Math.ceil((max - min + 1) / width);
  if (total <= 0) return [];
  return Array.from({ length: count }, (_, i) => ({
    wide: values.filter(({ value }) => Math.floor((value - min) / width) === i).reduce((sum, { weight }) => sum + weight, 0) / total, at: count > 1 ? i / (count - 1) : 1,
  })).reverse();
}

/** Van der Eijk's A in words: below zero the room stands in two camps. @param {I18n} i18n @param {Wire|null|undefined} a */
function agreed(i18n, a) {
  if (a === null || a === undefined) return null;
  const value = toNumber(a);
  return { text: i18n.t(value < 0 ? 'agree_split' : value < 0.2 ? 'agree_low' : value < 0.6 ? 'agree_some' : 'agree_broad'), warn: value < 0.2 };
}

/** @param {I18n} i18n @param {Item} item @param {any} result @param {(id: string, stats: any) => {value: string, small: (string|false|undefined)[]}} tell @param {[number, number]} range */
function told(i18n, item, result, tell, [min, max]) {
  const leaders = leadersOf(result);
  return {
    key: i18n.t('best_first'),
    rows: placesOf(result).map(({ id }) => {
      const stats = result.stats?.[id] ?? {}, { label, number } = optionOf(i18n, item, id), { value, small } = tell(id, stats);
      const agreement = agreed(i18n, result.agreement?.[id] ?? result.measures?.[id]?.van_der_eijk);
      return { id, badge: number, label, lead: leaders.has(id), value, small: [...small, agreement?.text].filter(Boolean).join(' · '), warn: agreement?.warn, parts: partsOf(stats.distribution, min, max) };
    }),
  };
}

/** @param {Item} item @returns {[number, number]} */
const range = ({ params }) => [params?.min ?? 0, params?.max ?? 10];

/** @param {I18n} i18n @param {Item} item @param {any} result */
export const ratings = (i18n, item, result) => told(i18n, item, result, (_, { mean, median, n }) => ({
  value: short(i18n, mean), small: [median !== undefined && median !== null && i18n.t('median', { value: short(i18n, median) }), n !== undefined && i18n.t('raters', { n: toNumber(n ?? 0) })],
}), range(item));

/** The median leads here, with the middle half of the room. @param {I18n} i18n @param {Item} item @param {any} result */
export const delphi = (i18n, item, result) => told(i18n, item, result, (id, { mean, median, q1, q3, consensus }) => {
  const shift = result.shift?.[id]?.median_shift;
  return {
    value: short(i18n, median), small: [
      q1 !== undefined && q1 !== null && i18n.t('middle_half', { from: short(i18n, q1), to: short(i18n, q3) }), mean !== undefined && mean !== null && i18n.t('mean', { value: short(i18n, mean) }),
      consensus !== undefined && i18n.t(consensus ? 'consensus' : 'no_consensus'), shift !== undefined && shift !== null && toNumber(shift) !== 0 && i18n.t('moved', { by: `${toNumber(shift) > 0 ? '+' : ''}${short(i18n, shift)}` }),
    ],
  };
}, range(item));

/** @param {I18n} i18n @param {Item} item @param {any} result */
export function grades(i18n, item, result) {
  const names = item.params?.grades ?? [];
  const name = (/** @type {Wire|null|undefined} */ grade) => grade === null || grade === undefined ? '–' : i18n.pick(names[toNumber(grade)]).text;
  return { ...told(i18n, item, result, (id) => ({ value: name(result.scores[id]), small: [] }), [0, names.length - 1]), says: i18n.t('grade_is_median') };
}

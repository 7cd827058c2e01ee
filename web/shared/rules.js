// The rule of a vote in words ("5 points, at most 3 on one option"), for the pages of facilitator and organisers.

/** @typedef {import('./i18n.js').I18n} I18n */
/** @typedef {import('./wire.js').Params} Params */

/** @type {import('./i18n.js').Dictionaries} */
export const ruleWords = {
  ar: {
    rule_plurality: 'اختيار واحد',
    rule_seats: { zero: '', one: 'فائز واحد', two: 'فائزان', few: '{n} فائزين', many: '{n} فائزًا', other: '{n} فائز' },
    rule_any: 'أي عدد من الخيارات',
    rule_max: { zero: 'أي عدد من الخيارات', one: 'حتى خيار واحد', two: 'حتى خيارين', few: 'حتى {n} خيارات', many: 'حتى {n} خيارًا', other: 'حتى {n} خيار' },
    rule_min: { zero: '', one: 'خيار واحد على الأقل', two: 'خياران على الأقل', few: '{n} خيارات على الأقل', many: '{n} خيارًا على الأقل', other: '{n} خيار على الأقل' },
    rule_dots: { zero: 'لا نقاط', one: 'نقطة واحدة', two: 'نقطتان', few: '{n} نقاط', many: '{n} نقطة', other: '{n} نقطة' },
    rule_cap: { zero: '', one: 'واحدة لكل خيار كحد أقصى', two: 'اثنتان لكل خيار كحد أقصى', few: '{n} لكل خيار كحد أقصى', many: '{n} لكل خيار كحد أقصى', other: '{n} لكل خيار كحد أقصى' },
    rule_use_all: 'تُوزَّع كلها',
    rule_weighted: 'أوزان للمجموعات',
    rule_shares: 'حصة ثابتة لكل مجموعة',
  },
  en: {
    rule_plurality: 'One choice',
    rule_seats: { one: '{n} winner', other: '{n} winners' },
    rule_any: 'Any number of options',
    rule_max: { one: 'Up to {n} option', other: 'Up to {n} options' },
    rule_min: { one: 'at least {n} option', other: 'at least {n} options' },
    rule_dots: { one: '{n} point', other: '{n} points' },
    rule_cap: { one: 'at most {n} on one option', other: 'at most {n} on one option' },
    rule_use_all: 'all must be given',
    rule_weighted: 'weighted by group',
    rule_shares: 'a fixed share for each group',
  },
  fr: {
    rule_plurality: 'Un seul choix',
    rule_seats: { one: '{n} retenu', many: '{n} de retenus', other: '{n} retenus' },
    rule_any: 'Autant d’options que voulu',
    rule_max: { one: 'Jusqu’à {n} option', many: 'Jusqu’à {n} d’options', other: 'Jusqu’à {n} options' },
    rule_min: { one: 'au moins {n} option', many: 'au moins {n} d’options', other: 'au moins {n} options' },
    rule_dots: { one: '{n} point', many: '{n} de points', other: '{n} points' },
    rule_cap: { one: 'au plus {n} sur une option', many: 'au plus {n} sur une option', other: 'au plus {n} sur une option' },
    rule_use_all: 'tous à distribuer',
    rule_weighted: 'pondéré par groupe',
    rule_shares: 'une part fixe par groupe',
  },
};

/**
 * @param {I18n} i18n made with ruleWords @param {{method?: string, params?: Params}} vote
 * @returns {string[]} parts for chips or for one line; empty where there is no rule
 */
export function ruleParts(i18n, { method, params = {} }) {
  /** @type {string[]} */
  const parts = [];
  if (method === 'plurality') parts.push(i18n.t('rule_plurality'));
  if (method === 'approval') {
    parts.push(params.max ? i18n.t('rule_max', { n: params.max }) : i18n.t('rule_any'));
    if (params.min) parts.push(i18n.t('rule_min', { n: params.min }));
  }
  if (method === 'dots') {
    parts.push(i18n.t('rule_dots', { n: params.dots ?? 0 }));
    if (params.cap && params.cap < (params.dots ?? 0)) parts.push(i18n.t('rule_cap', { n: params.cap }));
    if (params.use_all) parts.push(i18n.t('rule_use_all'));
  }
  if ((params.seats ?? 1) > 1) parts.push(i18n.t('rule_seats', { n: params.seats ?? 1 }));
  if (params.group_weights) parts.push(i18n.t(params.group_mode === 'share' ? 'rule_shares' : 'rule_weighted'));
  return parts;
}

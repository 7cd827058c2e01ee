// Every kind of vote that the desk's form offers, in families as a facilitator thinks of them, each with the fields of its rule:
// what stands in a field at first, what the server takes, and what it takes for granted when nothing is said. Pure.

/**
 * @typedef {object} Field
 * @property {string} name of the parameter
 * @property {'number'|'check'|'choice'|'money'|'lines'|'axes'} type
 * @property {any} first what a new vote begins with; null is an empty field
 * @property {any} [plain] what the server does when nothing is said; such a value is not sent
 * @property {number} [least]
 * @property {number} [most]
 * @property {boolean} [optional] may be empty
 * @property {string[]} [values] of a choice; '' says nothing to the server
 * @property {boolean} [more] stands behind "More rules"
 */
/** @typedef {{method: string, fields: Field[], fixed?: Record<string, unknown>}} Kind  `fixed`: parameters that go with it without asking */
/** @typedef {{family: string, kinds: Kind[]}} Family */

/** @param {string} name @param {number | null} first @param {Partial<Field>} [more] @returns {Field} */
const number = (name, first, more) => ({ name, type: 'number', first, least: 1, most: 1000, ...more });
/** @param {string} name @param {boolean} first @param {boolean} plain @param {boolean} [more] @returns {Field} */
const check = (name, first, plain, more = false) => ({ name, type: 'check', first, plain, more });
/** @param {string} name @param {string[]} values the first is what the server takes for granted @param {Partial<Field>} [more] @returns {Field} */
const choice = (name, values, more) => ({ name, type: 'choice', values, first: values[0], plain: values[0], more: true, ...more });

const seats = number('seats', 1, { plain: 1, most: 200, more: true });
const places = number('seats', 3, { plain: 1, most: 200 });
const ranked = number('max_ranked', null, { optional: true, most: 200 });
/** @param {number} low @param {number} high */
const scale = (low, high) => [number('min', low, { least: -100, most: 100 }), number('max', high, { least: -100, most: 100 })];
const raters = number('min_raters', null, { optional: true, most: 100000, more: true });
const unranked = choice('unranked', ['last', 'ignore']);
const strength = choice('strength', ['winning', 'margins']);
/** @type {Field} */
const budget = { name: 'budget', type: 'money', first: null };

/** @type {Family[]} */
export const FAMILIES = [
  { family: 'choose', kinds: [
    { method: 'plurality', fields: [choice('majority', ['', '1/2', '2/3'], { more: false }), seats] },
    { method: 'approval', fields: [number('max', 3, { optional: true, most: 200 }), number('min', null, { optional: true, most: 200, more: true }), seats] },
    { method: 'qa_upvotes', fields: [] },
  ] },
  { family: 'share', kinds: [
    { method: 'dots', fields: [number('dots', 5), number('cap', 3, { optional: true }), check('use_all', false, false, true), seats] },
    { method: 'allocation', fields: [number('total', 100, { most: 100000 }), check('exact', true, true), seats], fixed: { report_mean: true } },
    { method: 'quadratic', fields: [number('credits', 25, { most: 10000 }), check('negative', false, false), seats] },
  ] },
  { family: 'rate', kinds: [
    { method: 'score', fields: [...scale(0, 10), choice('rank_by', ['mean', 'median', 'sum']), raters, seats] },
    { method: 'agreement', fields: scale(1, 5) },
    { method: 'majority_judgment', fields: [{ name: 'grades', type: 'lines', first: null }, choice('missing', ['worst', 'normalise']), seats] },
    { method: 'priority_matrix', fields: [{ name: 'axes', type: 'axes', first: null }, choice('rank_by', ['sum', 'product']), seats] },
    { method: 'delphi', fields: [...scale(1, 9), number('consensus_iqr', 1, { plain: 1, least: 0, most: 100, more: true })] },
  ] },
  { family: 'rank', kinds: [
    { method: 'borda', fields: [ranked, choice('variant', ['average', 'zero', 'modified', 'dowdall']), seats] },
    { method: 'schulze', fields: [ranked, unranked, strength, seats] },
    { method: 'ranked_pairs', fields: [ranked, unranked, strength, seats] },
    { method: 'condorcet', fields: [ranked, unranked] },
    { method: 'irv', fields: [ranked, choice('equal_ranks', ['split', 'exhaust'])] },
    { method: 'stv', fields: [places, ranked, choice('variant', ['wigm', 'scottish', 'meek']), choice('quota', ['droop', 'hb', 'hare'])] },
    { method: 'pairwise_comparison', fields: [choice('model', ['win_rate', 'bradley_terry'])] },
    { method: 'concordance', fields: [ranked] },
  ] },
  { family: 'spend', kinds: [
    { method: 'pb_mes', fields: [budget, choice('completion', ['add1_greedy', 'add1', 'greedy', 'none'], { plain: 'none' }), choice('utility', ['cost', 'cardinality'])] },
    { method: 'pb_greedy', fields: [budget, choice('by', ['votes', 'votes_per_cost']), check('skip', true, true, true)] },
    { method: 'seq_phragmen', fields: [places] },
    { method: 'seq_pav', fields: [places] },
  ] },
  { family: 'write', kinds: [{ method: 'words', fields: [number('max_words', 3, { optional: true, most: 20 })] }] },
];

const KINDS = new Map(FAMILIES.flatMap((family) => family.kinds.map((kind) => /** @type {const} */ ([kind.method, { ...kind, family: family.family }]))));

export const METHODS = [...KINDS.keys()];

/** A method that is not in the catalogue (a newer server's) has no fields, and keeps its parameters. @param {string} method */
export function kindOf(method) {
  return KINDS.get(method) ?? { method, fields: [], family: '' };
}

/** @param {string} method */
export const hasCosts = (method) => method === 'pb_greedy' || method === 'pb_mes';
/** @param {string} method */
export const hasOptions = (method) => method !== 'words';

/** Impact and feasibility: both are good when they are high, so their sum says what to do first. */
export const FIRST_AXES = [
  { id: 'impact', name: { ar: 'الأثر', en: 'Impact', fr: 'Effet' }, low: { ar: 'ضعيف', en: 'low', fr: 'faible' }, high: { ar: 'كبير', en: 'high', fr: 'fort' }, min: 1, max: 5 },
  { id: 'feasibility', name: { ar: 'قابلية التنفيذ', en: 'Feasibility', fr: 'Faisabilité' }, low: { ar: 'صعب', en: 'hard', fr: 'difficile' }, high: { ar: 'سهل', en: 'easy', fr: 'facile' }, min: 1, max: 5 },
];

/** Worst first, as the server wants them. */
export const FIRST_GRADES = [
  { ar: 'مرفوض', en: 'To reject', fr: 'À rejeter' }, { ar: 'ضعيف', en: 'Poor', fr: 'Insuffisant' }, { ar: 'مقبول', en: 'Acceptable', fr: 'Passable' },
  { ar: 'جيد', en: 'Good', fr: 'Bien' }, { ar: 'جيد جدا', en: 'Very good', fr: 'Très bien' }, { ar: 'ممتاز', en: 'Excellent', fr: 'Excellent' },
];

// What a picture is given: an item, its result with the further members of its method, and short ways to names and numbers.
// Pure but for the words; every picture and every table twin speaks of options through this, so a name is the same in both.

import { fixed, rational } from '../../shared/numbers.js';
import { marked, orderOf } from '../../shared/result.js';

/** @typedef {import('../../shared/wire.js').Item} Item */
/** @typedef {import('../../shared/wire.js').Option} Option */
/** @typedef {import('../../shared/wire.js').Wire} Wire */
/** @typedef {import('../../shared/wire.js').Tally} Tally */
/** @typedef {import('../../shared/i18n.js').I18n} I18n */
/**
 * @typedef {object} More what single methods tell beside the common members
 * @property {Record<string, any>} [stats]
 * @property {Record<string, any>} [agreement] van der Eijk's A, by option (and axis)
 * @property {Record<string, any>} [measures]
 * @property {Record<string, any>} [shift]
 * @property {Record<string, Record<string, Wire>>} [pairwise]
 * @property {[string, string][]} [locked]
 * @property {string[]} [smith]
 * @property {Round[]} [rounds]
 * @property {Wire} [quota]
 * @property {Wire} [spent]
 * @property {string[]} [bought]
 * @property {boolean} [estimable]
 * @property {Record<string, string>} [spellings]
 */
/** @typedef {{votes: Record<string, Wire>, exhausted: Wire, elected?: string|string[], eliminated?: string|string[], transferred?: string, tied?: string[], quota?: Wire}} Round */
/** @typedef {import('../../shared/wire.js').Result & More} Result */
/** @typedef {ReturnType<typeof tell>} Told */

/**
 * @param {import('../scene.js').Scene} scene @param {I18n} i18n @param {boolean} sorted by result instead of by ballot paper
 * @param {Tally|null} [before] the round before this one
 */
export function tell(scene, i18n, sorted, before = null) {
  const item = /** @type {Item} */ (scene.item), result = /** @type {Result} */ (scene.tally?.result);
  const options = item.options ?? [];
  const places = new Map(options.map(({ id }, index) => [id, index]));
  const label = (/** @type {string} */ id) => i18n.pick(options[places.get(id) ?? -1]?.text ?? id);
  const number = (/** @type {string} */ id) => (places.get(id) ?? 0) + 1;
  return {
    item, result, options, label, number, i18n, sorted,
    params: item.params ?? {},
    before: /** @type {Result|null} */ (before?.result ?? null),
    groups: scene.tally?.groups ?? [],
    /** What a listing is of, so that another round starts at its first page. */
    key: `${item.id}/${scene.round}`,
    final: scene.view === 'closed',
    leaders: marked(result),
    counted: result.turnout.counted,
    /** Ids in the order of the list. */
    order: orderOf(item, result, sorted).map((index) => options[index].id),
    /** "3 Vocational training" @param {string} id */
    name: (id) => places.has(id) ? `${i18n.number(number(id))} ${label(id).text}` : id,
    /** The same cut at a word, for sentences with several names. @param {string} id */
    brief: (id) => (places.has(id) ? `${i18n.number(number(id))} ${cut(label(id).text)}` : id),
    /** @param {string[]} ids */
    briefs: (ids) => ids.map((id) => `${i18n.number(number(id))} ${cut(label(id).text)}`).join(i18n.t('and')),
    /** @param {string[]} ids */
    names: (ids) => ids.map((id) => places.has(id) ? label(id).text : id).join(i18n.t('and')),
    /** With one decimal, or none where it is whole. @param {Wire} value */
    short: (value) => i18n.number(fixed(rational(value), 1)),
  };
}

const BRIEF = 22;   // letters of a name that still say which it is

/** @param {string} text @returns {string} */
export function cut(text) {
  if (text.length <= BRIEF + 4) return text;
  const short = text.slice(0, BRIEF + 1);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), BRIEF >> 1)).trimEnd()}…`;
}

/** Ids in the order of the ranking, best first. @param {Result} result @returns {{id: string, place: number, tied: boolean}[]} */
export function ranked({ ranking }) {
  let place = 1;
  return ranking.flatMap((tier) => {
    const ids = Array.isArray(tier) ? tier : [tier], at = place;
    place += ids.length;
    return ids.map((id) => ({ id, place: at, tied: ids.length > 1 }));
  });
}

/** One or several, as a list. @param {string|string[]|undefined} ids */
export function listed(ids) {
  return ids === undefined ? [] : Array.isArray(ids) ? ids : [ids];
}

// A fixed sum shared out: a step less, the number itself, a step more. Steps are as large as the sum asks for and stop at
// round numbers; the number can be typed; and what is left can be spread with one touch, so that the sum comes out.

import { el, setAttr } from '../../../shared/dom.js';
import { westernDigits } from '../../../shared/numbers.js';
import { linesOf } from '../../choice.js';
import { createStepper, fittingPoints, pointsOf, showStepper, withPoints } from '../../dots.js';
import { createRows, rowElement } from '../../paper.js';

/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */
/** @typedef {import('../../kinds.js').Touched} Touched */

const total = (/** @type {Item} */ { params }) => params?.total ?? 0;
const exact = (/** @type {Item} */ { params }) => params?.exact !== false;

/** @param {Item} item @param {Ballot} ballot */
export const rest = (item, ballot) => total(item) - Object.values(ballot.points ?? {}).reduce((a, b) => a + b, 0);

/** About twenty steps to the whole: 1, 2, 5, 10, 20, 50, … @param {number} all */
export function stepFor(all) {
  const rough = Math.max(1, all / 20), ten = 10 ** Math.floor(Math.log10(rough));
  return ten * ([1, 2, 5].find((one) => one * ten >= rough) ?? 10);
}

/** To the next round number, or as far as there is something left. @param {Item} item @param {Ballot} ballot @param {string} option @param {number} way @returns {Touched} */
export function step(item, ballot, option, way) {
  const now = pointsOf(ballot, option), size = stepFor(total(item)), left = rest(item, ballot);
  if (way > 0 && left <= 0) return { ballot, limit: ['full_points'] };
  const next = way > 0 ? Math.min((Math.floor(now / size) + 1) * size, now + left) : Math.max(0, (Math.ceil(now / size) - 1) * size);
  return { ballot: withPoints(ballot, option, next) };
}

/** A number that was typed, cut down to what there is. @param {Item} item @param {Ballot} ballot @param {string} option @param {string} typed @returns {Touched} */
export function set(item, ballot, option, typed) {
  const wanted = Number(westernDigits(typed).replace(/\D/g, '').slice(0, 9)), most = pointsOf(ballot, option) + rest(item, ballot);
  return { ballot: withPoints(ballot, option, Math.min(wanted, Math.max(0, most))) };
}

/** The rest in equal parts over the options that have points already, or over all; what does not divide goes to the first ones. @param {Item} item @param {Ballot} ballot @returns {Touched} */
export function spread(item, ballot) {
  const all = (item.options ?? []).map(({ id }) => id), some = all.filter((id) => pointsOf(ballot, id) > 0), over = some.length ? some : all;
  const left = rest(item, ballot), part = Math.floor(left / over.length), more = left % over.length;
  return { ballot: over.reduce((sum, id, i) => withPoints(sum, id, pointsOf(sum, id) + part + (i < more ? 1 : 0)), ballot) };
}

/** @type {import('../../kinds.js').Kind} */
export const allocation = {
  fitting: fittingPoints,
  lack(item, ballot) {
    const left = rest(item, ballot);
    if (left === total(item)) return ['need_choice'];
    return left > 0 && exact(item) ? ['need_rest', { n: left }] : null;
  },
  rule: (i18n, item) => i18n.t(exact(item) ? 'rule_allocation' : 'rule_allocation_most', { n: total(item) }),
  left(i18n, item, ballot) {
    const all = total(item), left = rest(item, ballot);
    const help = left > 0 && left < all ? { text: i18n.t('spread'), name: 'spread', change: (/** @type {Ballot} */ now_ballot, /** @type {Item} */ now) => spread(now, now_ballot) } : undefined;
    return { text: i18n.t('left_points', { n: left }), given: all - left, all, bar: true, act: help };
  },
  lines: (i18n, item, ballot) => linesOf(i18n, item, (id) => pointsOf(ballot, id) > 0 && i18n.t('points', { n: pointsOf(ballot, id) })),
  createPaper(i18n, _, hand) {
    return createRows(i18n, 'ol', (id) => {
      const input = el('input', { class: 'number num', inputmode: 'numeric', autocomplete: 'off', enterkeyhint: 'done', 'data-points': '',
        onfocus: () => input.select(), onchange: () => hand.touch((ballot, item) => set(item, ballot, id, input.value)),
        onkeydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === 'Enter') input.blur(); } });
      return rowElement(id, createStepper((way) => hand.touch((ballot, item) => step(item, ballot, id, way)), input));
    }, (node, row, item, ballot) => {
      const input = /** @type {HTMLInputElement} */ (node.querySelector('input')), given = pointsOf(ballot, row.option.id), text = i18n.number(given);
      // Who is typing is left alone: news come every second.
      if (document.activeElement !== input && input.value !== text) input.value = text;
      setAttr(input, 'aria-label', i18n.t('points_of', { option: i18n.pick(row.option.text).text }));
      showStepper(i18n, node, row, { least: given === 0, most: rest(item, ballot) <= 0 });
      return given > 0;
    });
  },
};

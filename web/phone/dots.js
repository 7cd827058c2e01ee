// Points, given one by one: a button less and a button more beside each option, and what is left at the thumb.

import { el, setAttr, setText, svg } from '../shared/dom.js';
import { linesOf } from './choice.js';
import { createRows, rowElement } from './paper.js';

/** @typedef {import('./kinds.js').Item} Item */
/** @typedef {import('./kinds.js').Ballot} Ballot */
/** @typedef {import('./kinds.js').Touched} Touched */

/** @param {Ballot} ballot @param {string} option */
export const pointsOf = ({ points }, option) => points?.[option] ?? 0;

/** Sets the points of one option. @param {Ballot} ballot @param {string} option @param {number} count @returns {Ballot} */
export function withPoints(ballot, option, count) {
  const points = { ...ballot.points, [option]: count };
  if (!count) delete points[option];
  return { points };
}

/** @param {Item} item @param {Ballot|null|undefined} ballot */
export const fittingPoints = (item, ballot) => ({ points: Object.fromEntries(Object.entries(ballot?.points ?? {}).filter(([id, count]) => count && (item.options ?? []).some((option) => option.id === id))) });

/** Points not yet given. @param {Item} item @param {Ballot} ballot */
export const left = (item, ballot) => (item.params?.dots ?? 0) - Object.values(ballot.points ?? {}).reduce((a, b) => a + b, 0);

/** Gives or takes one point. @param {Item} item @param {Ballot} ballot @param {string} option @param {number} step @returns {Touched} */
export function point(item, ballot, option, step) {
  const now = pointsOf(ballot, option);
  if (step < 0 && now === 0) return { ballot };
  if (step > 0 && now >= (item.params?.cap ?? Infinity)) return { ballot, limit: ['full_cap'] };
  if (step > 0 && left(item, ballot) <= 0) return { ballot, limit: ['full_points'] };
  return { ballot: withPoints(ballot, option, now + step) };
}

/**
 * A button less, the count, a button more. They are never disabled: pressed in vain, they explain.
 * @param {(step: 1|-1) => void} onStep @param {HTMLElement} middle
 */
export function createStepper(onStep, middle = el('span', { class: 'points num', 'data-points': '' })) {
  const button = (/** @type {'minus'|'plus'} */ action, /** @type {string} */ d) =>
    el('button', { class: 'step', type: 'button', 'data-action': action, onclick: () => onStep(action === 'plus' ? 1 : -1) },
      svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d })));
  return el('span', { class: 'stepper' }, button('minus', 'M6 12h12'), middle, button('plus', 'M6 12h12M12 6v12'));
}

/**
 * Names the two buttons for those who listen, and dims the one that gives or takes nothing.
 * @param {import('./kinds.js').I18n} i18n @param {Element} node @param {import('./paper.js').Row} row @param {{least: boolean, most: boolean}} at @param {string} [unit] goes into the words
 */
export function showStepper(i18n, node, { option, number }, at, unit = 'point') {
  const stepper = /** @type {Element} */ (node.querySelector('.stepper')), name = { option: `${i18n.number(number)}. ${i18n.pick(option.text).text}` };
  const minus = /** @type {Element} */ (stepper.firstElementChild), plus = /** @type {Element} */ (stepper.lastElementChild);
  setAttr(minus, 'aria-label', i18n.t(`take_${unit}`, name));
  setAttr(plus, 'aria-label', i18n.t(`add_${unit}`, name));
  setAttr(minus, 'aria-disabled', at.least ? 'true' : null);
  setAttr(plus, 'data-spent', at.most);
}

/** @type {import('./kinds.js').Kind} */
export const dots = {
  fitting: fittingPoints,
  lack: (item, ballot) => !Object.keys(ballot.points ?? {}).length ? ['need_choice'] : item.params?.use_all && left(item, ballot) > 0 ? ['need_points'] : null,
  rule(i18n, { params = {} }) {
    const { dots: all = 0, cap = Infinity, use_all } = params;
    return [i18n.t('rule_dots', { n: all }), cap < all && i18n.t('rule_cap', { n: cap }), use_all && i18n.t('rule_all')].filter(Boolean).join(' ');
  },
  left(i18n, item, ballot) {
    const all = item.params?.dots ?? 0, still = left(item, ballot);
    return { text: i18n.t('left_points', { n: Math.max(0, still) }), given: all - still, all };
  },
  lines: (i18n, item, ballot) => linesOf(i18n, item, (id) => pointsOf(ballot, id) > 0 && i18n.t('points', { n: pointsOf(ballot, id) })),
  createPaper(i18n, _, hand) {
    return createRows(i18n, 'ol', (id) => rowElement(id, createStepper((step) => hand.touch((ballot, now) => point(now, ballot, id, step)))), (node, row, item, ballot) => {
      const given = pointsOf(ballot, row.option.id);
      setText(/** @type {Element} */ (node.querySelector('[data-points]')), i18n.number(given));
      showStepper(i18n, node, row, { least: given === 0, most: left(item, ballot) <= 0 || given >= (item.params?.cap ?? Infinity) });
      return given > 0;
    });
  },
};

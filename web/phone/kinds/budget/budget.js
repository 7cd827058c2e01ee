// Projects with costs: choose those that should be funded, with the running total against the budget in sight. The total
// tells and does not forbid: a ballot may hold more than the money pays for, and the count decides what is funded.

import { el, setText } from '../../../shared/dom.js';
import { fixed, rational, sum, toNumber } from '../../../shared/numbers.js';
import { choice, choicePaper, linesOf } from '../../choice.js';

export { words } from './words.js';

/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */
/** @typedef {import('../../../shared/wire.js').Wire} Wire */

/** @param {Item} item @param {string} id @returns {Wire} */
const costOf = ({ params }, id) => params?.costs?.[id] ?? 0;

/** What the chosen projects cost together, exactly. @param {Item} item @param {Ballot} ballot @returns {Wire} */
export function spent(item, ballot) {
  const { n, d } = sum((ballot.approve ?? []).map((id) => costOf(item, id)));
  return `${n}/${d}`;
}

/** @param {Item} item @param {Ballot} ballot */
export function isOver({ params }, ballot, of = spent(/** @type {Item} */ ({ params }), ballot)) {
  const a = rational(of), b = rational(params?.budget ?? 0);
  return a.n * b.d > b.n * a.d;
}

/** @param {import('../../kinds.js').I18n} i18n @param {Wire} value */
const money = (i18n, value) => i18n.number(fixed(rational(value), 2).replace(/\.?0+$/, ''));

/** @type {import('../../kinds.js').Kind} */
const budget = {
  ...choice,
  rule: (i18n, item) => i18n.t('rule_budget', { budget: money(i18n, item.params?.budget ?? 0) }),
  left(i18n, item, ballot) {
    const total = spent(item, ballot), numbers = { spent: money(i18n, total), budget: money(i18n, item.params?.budget ?? 0) };
    return { text: i18n.t(isOver(item, ballot) ? 'budget_over' : 'budget_spent', numbers), given: toNumber(total), all: toNumber(item.params?.budget ?? 0), bar: true };
  },
  lines: (i18n, item, ballot) => linesOf(i18n, item, (id) => (ballot.approve ?? []).includes(id) && money(i18n, costOf(item, id))),
  createPaper: (i18n, item, hand) => choicePaper(i18n, item, hand, (node, { option }, now) => {
    const text = /** @type {Element} */ (node.querySelector('.option-text'));
    const cost = text.querySelector('.cost') ?? text.appendChild(el('span', { class: 'cost num' }));
    setText(cost, i18n.t('cost', { cost: money(i18n, costOf(now, option.id)) }));
  }),
};

/** @type {Record<string, import('../../kinds.js').Kind>} */
export const kinds = { pb_greedy: budget, pb_mes: budget };

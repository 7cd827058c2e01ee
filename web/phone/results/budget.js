// The budget filling up: what is funded in the order in which it was, and what is not, with costs and votes.

import { el, setText, setVar } from '../../shared/dom.js';
import { toNumber } from '../../shared/numbers.js';
import { createRows, optionOf, placesOf, short } from './rows.js';

/** @param {import('./rows.js').I18n} i18n @param {import('./rows.js').Item} item @param {any} result @returns {import('./rows.js').Row[]} */
export function projectRows(i18n, item, result) {
  const bought = /** @type {string[]} */ (result.bought ?? []), rest = placesOf(result).map(({ id }) => id).filter((id) => !bought.includes(id));
  return [...bought, ...rest].map((id) => {
    const { label, number } = optionOf(i18n, item, id), funded = bought.includes(id);
    return {
      id, badge: number, label, lead: funded, value: i18n.t(funded ? 'funded' : 'not_funded'),
      small: `${i18n.t('cost', { cost: short(i18n, item.params?.costs?.[id] ?? 0) })} · ${i18n.t('project_votes', { n: toNumber(result.scores?.[id] ?? 0) })}`,
    };
  });
}

/** @param {import('./rows.js').I18n} i18n @returns {import('./figures.js').Figure} */
export function createBudgetFigure(i18n) {
  const says = el('p', { class: 'says' }), fill = el('i'), rows = createRows(i18n);
  return {
    root: el('div', { class: 'stack' }, says, el('span', { class: 'meter', 'aria-hidden': 'true' }, fill), rows.root),
    update(item, result, marks) {
      const all = item.params?.budget ?? 0;
      setText(says, i18n.t('budget_spent_of', { spent: short(i18n, result.spent ?? 0), budget: short(i18n, all) }));
      setVar(fill, '--v', Math.min(1, toNumber(result.spent ?? 0) / (toNumber(all) || 1)).toFixed(4));
      rows.update(projectRows(i18n, item, result), marks);
    },
  };
}

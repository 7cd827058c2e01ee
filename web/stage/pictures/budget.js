// A budget filling up: one bar of all the money, each funded project a piece of it in the order in which it was funded, then
// what is left. Below, the projects with their costs and, for those that were not funded, why.

import { el, keyed, setAttr, setShown, setText, setVar } from '../../shared/dom.js';
import { compare, sum, toNumber } from '../../shared/numbers.js';
import { fitRows } from '../rows_fit.js';
import { pagesOf } from '../scale.js';
import { minus } from './flows.js';
import { createRows } from './rows.js';

/** @typedef {import('./told.js').Told} Told */
/** @typedef {import('./told.js').Wire} Wire */
/** @typedef {{id: string, cost: Wire, votes: Wire, funded: number|null, left: Wire, why: 'funded'|'no_votes'|'too_dear'|'shares'|'passed_over'}} Project `left`: after it was funded, or at the end */

/** @param {Told} told @returns {{budget: Wire, spent: Wire, left: Wire, projects: Project[]}} the funded in order of funding, then the rest by votes */
export function budgetOf({ item, result, params, options, counted }) {
  const budget = params.budget ?? 0, costs = params.costs ?? {};
  const bought = counted > 0 ? result.bought ?? result.winners : [];
  const total = sum(bought.map((id) => costs[id] ?? 0));
  const spent = result.spent ?? `${total.n}/${total.d}`, left = minus(budget, spent);
  let still = budget;
  const funded = bought.map((id, index) => {
    still = minus(still, costs[id] ?? 0);
    return { id, cost: costs[id] ?? 0, votes: result.scores[id] ?? 0, funded: index, left: still, why: /** @type {const} */ ('funded') };
  });
  const rest = options.map(({ id }) => id).filter((id) => !bought.includes(id)).sort((a, b) => compare(result.scores[b] ?? 0, result.scores[a] ?? 0));
  return {
    budget, spent, left,
    projects: [...funded, ...rest.map((id) => {
      const cost = costs[id] ?? 0, votes = result.scores[id] ?? 0;
      const why = /** @type {Project['why']} */ (compare(votes, 0) <= 0 ? 'no_votes' : compare(cost, left) > 0 ? 'too_dear' : item.method === 'pb_mes' ? 'shares' : 'passed_over');
      return { id, cost, votes, funded: null, left, why };
    })],
  };
}

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createBudgetPicture({ i18n, pager }, view) {
  const rows = createRows('projects');
  const fund = el('div', { class: 'fund' });
  const spent_line = el('span', { class: 'fund-spent' }), left_line = el('span', { class: 'fund-left' });
  const place = el('div', { class: 'picture-rows' }, rows.list);
  const root = el('div', { class: 'picture', 'aria-hidden': 'true' }, el('div', { class: 'fund-frame' }, fund, el('p', { class: 'fund-line' }, spent_line, left_line)), place);
  let per_page = 12;

  /** @param {Told} told */
  function draw(told) {
    const { budget, spent, left, projects } = budgetOf(told);
    const whole = toNumber(budget) || 1;
    const pages = pagesOf(projects, per_page);
    pager.set(told.key, pages.length, performance.now());
    setText(spent_line, i18n.t('budget_spent', { spent: i18n.number(spent), budget: i18n.number(budget) }));
    setText(left_line, i18n.t('budget_left', { left: i18n.number(left) }));
    keyed(fund, projects.filter(({ funded }) => funded !== null), ({ id }) => id, () => el('span', { class: 'fund-part' }, el('b', { class: 'num' })), (node, { id, cost, funded, left: after }) => {
      const wide = toNumber(cost) / whole;
      setVar(node, '--from', (1 - (toNumber(after) + toNumber(cost)) / whole).toFixed(4));
      setVar(node, '--wide', wide.toFixed(4));
      setVar(node, '--turn', funded ?? 0);
      setAttr(node, 'data-odd', (funded ?? 0) % 2 === 1);
      setText(node.children[0], i18n.number(told.number(id)));
      setShown(node.children[0], wide > 0.035);
    });
    rows.draw(pages[pager.page].map(({ id, cost, votes, funded, why }) => ({
      id, badge: i18n.number(told.number(id)), label: told.label(id), lead: funded !== null, count: votes, state: funded === null ? 'out' : 'elected',
      figure: i18n.number(cost), small: [i18n.t('figure_votes', { value: i18n.number(votes) }), ...(why === 'funded' ? [] : [i18n.t(`why_${why}`)])],
    })), () => {});
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (!refit) return draw(told);
      fitRows({
        view, pager, list: rows.list, place, count: told.options.length, shapes: ['line'],
        draw(per) {
          per_page = per;
          draw(told);
        },
      });
    },
  };
}

// A committee elected one after another: who was elected first, second, third, and what the election of each brought, then
// those who were not elected.

import { el, setText } from '../../shared/dom.js';
import { fitRows } from '../rows_fit.js';
import { pagesOf } from '../scale.js';
import { createRows } from './rows.js';

/** @typedef {import('./told.js').Told} Told */

/** @param {Told} told @returns {{elected: string[], rest: string[]}} the elected in order of election */
export function committeeOf({ result, options, counted }) {
  const elected = counted > 0 ? result.winners : [];
  return { elected, rest: options.map(({ id }) => id).filter((id) => !elected.includes(id)) };
}

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createCommitteePicture({ i18n, pager }, view) {
  const rows = createRows('committee');
  const says = el('p', { class: 'legend-says' });
  const ends = el('p', { class: 'legend-figures' });
  const place = el('div', { class: 'picture-rows' }, rows.list);
  const root = el('div', { class: 'picture', 'aria-hidden': 'true' }, el('div', { class: 'legend-line' }, says, ends), place);
  let per_page = 12;

  /** @param {Told} told */
  function draw(told) {
    const { elected, rest } = committeeOf(told);
    const pages = pagesOf([...elected, ...rest], per_page);
    pager.set(told.key, pages.length, performance.now());
    setText(says, i18n.t(told.item.method === 'seq_pav' ? 'committee_pav' : 'committee_phragmen'));
    setText(ends, i18n.t('place'));
    rows.draw(pages[pager.page].map((id) => {
      const at = elected.indexOf(id), score = told.result.scores[id];
      return {
        id, badge: i18n.number(told.number(id)), label: told.label(id), lead: at >= 0, count: score ?? undefined, state: at >= 0 ? 'elected' : 'out',
        figure: at >= 0 ? i18n.number(at + 1) : '', small: at < 0 ? [i18n.t('not_elected')] : score === null || score === undefined ? [] : [i18n.t(told.item.method === 'seq_pav' ? 'figure_gain' : 'figure_load', { value: i18n.number(score) })],
      };
    }), () => {});
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

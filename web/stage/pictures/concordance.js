// How like each other the rankings of a room are: every option at its mean rank on one scale from first to last, and Kendall's
// W in words above them. Where groups can be compared, so is how like their rankings are.

import { el, setText, setVar } from '../../shared/dom.js';
import { compare, toNumber } from '../../shared/numbers.js';
import { fitRows } from '../rows_fit.js';
import { pagesOf } from '../scale.js';
import { createRows } from './rows.js';

/** @typedef {import('./told.js').Told} Told */

/** Kendall's W in a word: 0 is chance, 1 is one ranking. @param {import('./told.js').Wire|null|undefined} w @returns {'weak'|'moderate'|'strong'|'none'|null} */
export function concordOf(w) {
  if (w === null || w === undefined) return null;
  const value = toNumber(w);
  return value >= 0.7 ? 'strong' : value >= 0.5 ? 'moderate' : value >= 0.3 ? 'weak' : 'none';
}

/** @param {Told} told @returns {string[]} best mean rank first */
export function byMeanRank({ result, options }) {
  const rank = result.measures?.mean_rank ?? {};
  return options.map(({ id }) => id).sort((a, b) => compare(rank[a] ?? 1e6, rank[b] ?? 1e6));
}

/** The sentence about W. @param {Told} told */
export function concordText({ result, i18n }) {
  const w = result.measures?.kendall_w, word = concordOf(w);
  return word === null ? i18n.t('concord_unknown') : i18n.t(`concord_${word}`, { w: i18n.number(w) });
}

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createConcordancePicture({ i18n, pager }, view) {
  const rows = createRows('places');
  const says = el('p', { class: 'legend-says legend-strong' });
  const ends = el('p', { class: 'legend-figures' });
  const place = el('div', { class: 'picture-rows' }, rows.list);
  const root = el('div', { class: 'picture', 'aria-hidden': 'true' }, el('div', { class: 'legend-line' }, says, ends), place);
  let per_page = 12;

  /** @param {Told} told */
  function draw(told) {
    const order = byMeanRank(told), count = Math.max(2, order.length);
    const pages = pagesOf(order, per_page);
    pager.set(told.key, pages.length, performance.now());
    setText(says, concordText(told));
    setText(ends, i18n.t('mean_rank'));
    const ranks = told.result.measures?.mean_rank ?? {};
    rows.draw(pages[pager.page].map((id) => ({
      id, badge: i18n.number(told.number(id)), label: told.label(id), count: ranks[id], figure: ranks[id] === undefined ? '–' : told.short(ranks[id]), lead: false,
    })), (track, { id }) => {
      if (track.children.length === 0) track.append(el('span', { class: 'range-line' }), el('span', { class: 'place-stem' }), el('span', { class: 'place-dot' }));
      setVar(track, '--at', ((toNumber(ranks[id] ?? count) - 1) / (count - 1)).toFixed(4));
    });
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (!refit) return draw(told);
      fitRows({
        view, pager, list: rows.list, place, count: told.options.length,
        draw(per) {
          per_page = per;
          draw(told);
        },
      });
    },
  };
}

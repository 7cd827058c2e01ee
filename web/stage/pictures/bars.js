// Bars, for all that adds up: one row an option, its bar on the one scale of the view, the score, and the share where a score
// is a share of something. Votes against go the other way from zero.

import { setVar } from '../../shared/dom.js';
import { createBars } from '../../shared/bars.js';
import { compare, shares } from '../../shared/numbers.js';
import { isShare } from '../../shared/outcome.js';
import { scoresOf } from '../../shared/result.js';
import { unitOf } from '../facts.js';
import { fitRows } from '../rows_fit.js';
import { commonEnd, fullScore, pagesOf, reach } from '../scale.js';
import { slide } from '../slide.js';

/** @typedef {import('./told.js').Told} Told */

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createBarsPicture(wall, view) {
  const { i18n, pager } = wall;
  const bars = createBars(i18n, false);
  const list = /** @type {HTMLElement} */ (bars.root.firstElementChild);
  let per_page = 12, end = 0, order_was = '';
  let span = { low: /** @type {import('./told.js').Wire} */ (0), high: /** @type {import('./told.js').Wire} */ (1) };

  /** @param {Told} told */
  function draw({ item, result, options, label, number, order, leaders, key }) {
    const scores = scoresOf(item, result), by_id = new Map(options.map(({ id }, index) => [id, scores[index]]));
    const share = isShare(item);
    const percents = shares(scores, result.base.value);
    const pages = pagesOf(order, per_page);
    pager.set(key, pages.length, performance.now());
    if (share) end = commonEnd(item, [result], end);
    else span = reach(scores, span, item.method === 'pairwise_comparison' && item.params?.model !== 'bradley_terry' ? 100 : null);
    const shown = pages[pager.page];
    const moved = order_was !== '' && order_was !== order.join();
    order_was = order.join();
    const settle = moved ? slide(list) : null;
    bars.update({
      rows: shown.map((id) => ({ id, number: number(id), label: label(id), score: by_id.get(id) ?? 0, lead: leaders.has(id) })),
      base: result.base.value, caption: '', unit: unitOf(i18n, item), shown: true,
      ...(share ? { scale: fullScore(end, result.base.value), shares: shown.map((id) => percents[number(id) - 1]) } : { scale: span.high, low: span.low, shares: null }),
    });
    if (settle) requestAnimationFrame(settle);
    setVar(bars.root, '--figures', Math.max(3, ...scores.map((score) => i18n.number(score).length - (compare(score, 0) < 0 ? 0.4 : 0))));
  }

  return {
    root: bars.root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (!refit) return draw(told);
      fitRows({
        view, pager, list, place: bars.root, count: told.options.length,
        draw(per) {
          per_page = per;
          draw(told);
          bars.flush();
        },
      });
    },
  };
}

// Bars for what adds up: votes, approvals, points.

import { createBars } from '../../shared/bars.js';

/** @param {import('../../shared/i18n.js').I18n} i18n @returns {import('./figures.js').Figure} */
export function createBarFigure(i18n) {
  const bars = createBars(i18n);
  return {
    root: bars.root,
    update(item, result, marks, caption) {
      bars.update({
        rows: (item.options ?? []).map(({ id, text }, i) => ({
          id, number: i + 1, label: i18n.pick(text), score: result.scores[id] ?? 0,
          lead: result.turnout.counted > 0 && result.winners.includes(id), mine: marks.has(id), note: marks.get(id) ?? '',
        })),
        base: result.base.value, shown: true, unit: i18n.t(item.method === 'dots' ? 'score_dots' : 'score_votes'), caption,
      });
    },
  };
}

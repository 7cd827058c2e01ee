// Bars for what adds up: votes, approvals, points, wins. Percentages stand only where a score is a share of something.

import { createBars } from '../../shared/bars.js';
import { compare } from '../../shared/numbers.js';
import { leadersOf } from './rows.js';

const SHARES = ['plurality', 'approval', 'qa_upvotes', 'dots', 'allocation'];
const UNITS = /** @type {Record<string, string>} */ ({ dots: 'score_dots', allocation: 'score_dots', borda: 'score_dots', pairwise_comparison: 'score_wins' });

/** @param {import('../../shared/i18n.js').I18n} i18n @returns {import('./figures.js').Figure} */
export function createBarFigure(i18n) {
  const bars = createBars(i18n);
  return {
    root: bars.root,
    update({ options = [], method = '' }, result, marks, caption) {
      const leaders = leadersOf(result), scores = options.map(({ id }) => result.scores[id] ?? 0);
      bars.update({
        rows: options.map(({ id, text }, i) => ({ id, number: i + 1, label: i18n.pick(text), score: scores[i], lead: leaders.has(id), mine: marks.has(id), note: marks.get(id) ?? '' })),
        base: result.base?.value ?? 0, shares: SHARES.includes(method) ? undefined : null, low: scores.reduce((low, score) => compare(score, low) < 0 ? score : low, 0),
        scale: method === 'pairwise_comparison' && result.base?.of === 'percent' ? 100 : undefined, shown: true, unit: i18n.t(UNITS[method] ?? 'score_votes'), caption,
      });
    },
  };
}

// Which picture a method has on the phone. A picture takes the item, the result, and what stands beside my own choices.

import { createBarFigure } from './bar_figure.js';
import { createBudgetFigure } from './budget.js';
import { createCloud } from './cloud.js';
import { createPlane } from './plane.js';
import { committee, concordance, duels, rounds } from './rankings.js';
import { delphi, grades, ratings } from './ratings.js';
import { rowFigure } from './rows.js';

/** @typedef {import('../../shared/i18n.js').I18n} I18n */
/** @typedef {import('../../shared/wire.js').Item} Item */
/** @typedef {{root: Element, update: (item: Item, result: any, marks: Map<string, string>, caption: string) => void}} Figure */

/** @type {Record<string, (i18n: I18n) => Figure>} */
const FIGURES = {
  score: rowFigure(ratings), agreement: rowFigure(ratings), delphi: rowFigure(delphi), majority_judgment: rowFigure(grades), priority_matrix: createPlane,
  condorcet: rowFigure(duels), schulze: rowFigure(duels), ranked_pairs: rowFigure(duels), irv: rowFigure(rounds), stv: rowFigure(rounds),
  concordance: rowFigure(concordance), seq_pav: rowFigure(committee), seq_phragmen: rowFigure(committee),
  pb_greedy: createBudgetFigure, pb_mes: createBudgetFigure, words: createCloud,
};

/** Bars serve all that adds up: choices, approvals, points, places, wins. @param {Item} item */
export const figureFor = ({ method = '' }) => FIGURES[method] ?? createBarFigure;

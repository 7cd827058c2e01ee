// Which picture tells the story of which method.

import { createBarsPicture } from './bars.js';
import { createBudgetPicture } from './budget.js';
import { createCommitteePicture } from './committee.js';
import { createConcordancePicture } from './concordance.js';
import { createDuelsPicture } from './duels_table.js';
import { createMatrixPicture } from './matrix.js';
import { createRangesPicture } from './ranges.js';
import { createRoundsPicture } from './rounds.js';
import { createStacksPicture } from './stacks.js';
import { createWordsPicture } from './word_cloud.js';

/** @typedef {(wall: import('../stage.js').Wall, view: HTMLElement) => import('../results_view.js').Picture} Make */

/** @type {Record<string, Make>} */
const PICTURES = {
  score: createStacksPicture, agreement: createStacksPicture, majority_judgment: createStacksPicture, delphi: createRangesPicture,
  priority_matrix: createMatrixPicture, condorcet: createDuelsPicture, schulze: createDuelsPicture, ranked_pairs: createDuelsPicture,
  irv: createRoundsPicture, stv: createRoundsPicture, pb_greedy: createBudgetPicture, pb_mes: createBudgetPicture,
  seq_pav: createCommitteePicture, seq_phragmen: createCommitteePicture, words: createWordsPicture, concordance: createConcordancePicture,
};

/** Bars serve all that adds up: choices, approvals, points, places, wins. @param {string} method */
export function pictureOf(method) {
  return PICTURES[method] ?? createBarsPicture;
}

// Which kind of ballot a method has, and what a kind is. Those that nearly every workshop uses are in the page; each of the
// others is a module that comes later (late.js), so that the page stays light however many kinds there are.

import { choice } from './choice.js';
import { dots } from './dots.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/i18n.js').Args} Args */
/** @typedef {import('../shared/wire.js').Ballot} Ballot */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Option} Option */
/** @typedef {import('../shared/wire.js').Tally} Tally */
/** @typedef {[key: string, args?: Args]} Saying words of the page, with what goes into them */
/** @typedef {{ballot: Ballot, limit?: Saying, said?: string}} Touched a ballot after one touch, or why it changed nothing */
/** @typedef {{text: string, given?: number, all?: number, bar?: boolean, act?: {text: string, name: string, change: (ballot: Ballot, item: Item) => Touched}}} Left what stays in sight at the thumb, drawn as dots or a bar where it has an end; `act` is a button that helps with it */
/** @typedef {{id: string, number?: number, text: import('../shared/dom.js').Words, mark?: string}} Line one line of the slip */
/** @typedef {{ballot: Ballot|null, tally: Tally|null}} Former what I and the room said in the round before */
/**
 * @typedef {object} Hand what a paper does with a touch
 * @property {(change: (ballot: Ballot, item: Item) => Touched) => boolean} touch false if it changed nothing
 * @property {(text: string) => void} say
 */
/** @typedef {{root: HTMLElement, update: (item: Item, ballot: Ballot, voter: string, former: Former) => void}} Paper */
/**
 * @typedef {object} Kind
 * @property {(item: Item, ballot: Ballot|null|undefined) => Ballot} fitting a ballot kept from before, without what the item no longer offers
 * @property {(item: Item, ballot: Ballot) => Saying|null} lack what still stands against sending it
 * @property {(i18n: I18n, item: Item) => string} rule in words
 * @property {(i18n: I18n, item: Item, ballot: Ballot) => Left|null} left
 * @property {(i18n: I18n, item: Item, ballot: Ballot) => Line[]} lines
 * @property {(i18n: I18n, item: Item, hand: Hand) => Paper} createPaper
 * @property {(ballot: Ballot) => Ballot} [finished] what is sent, where a draft holds more
 * @property {(i18n: I18n, ballot: Ballot) => string} [growing] a ballot that is sent while it grows: what of it is counted
 */

/** @type {Record<string, Kind>} */
const HERE = { plurality: choice, approval: choice, qa_upvotes: choice, seq_pav: choice, seq_phragmen: choice, dots };

/** @type {Record<string, string>} */
const PARTS = {
  allocation: 'points', quadratic: 'points',
  borda: 'ranking', condorcet: 'ranking', schulze: 'ranking', ranked_pairs: 'ranking', irv: 'ranking', stv: 'ranking', concordance: 'ranking',
  score: 'scores', agreement: 'scores', delphi: 'scores', majority_judgment: 'scores',
  priority_matrix: 'matrix', pairwise_comparison: 'pairs', pb_greedy: 'budget', pb_mes: 'budget', words: 'texts',
};

/** The module that a method waits for, if any. @param {string|undefined} method */
export const partOf = (method) => PARTS[method ?? ''];

/** @param {import('./late.js').Late} late @returns {(item: Item) => Kind|null} null until it is there */
export const kindsOf = (late) => ({ method = '' }) => HERE[method] ?? late.get(PARTS[method])?.kinds[method] ?? null;

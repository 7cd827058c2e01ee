// The words beside the bars: the base of the percentages, what is to be said about a tie, and for a closed round the facts
// that make the result final: turnout, abstentions, quorum, check code.

import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';
import { compare, rational } from '../shared/numbers.js';
import { marked, tieOf } from '../shared/result.js';
import { isShare } from '../shared/outcome.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Result} Result */
/** @typedef {{key: string, label: string, value: string, code?: boolean, alarm?: boolean}} Fact */

/** @param {Wall} wall */
export function createFacts({ i18n }) {
  const root = el('dl', { class: 'facts' });

  /** @param {Scene} scene @param {Result} result @returns {Fact[]} */
  function factsOf(scene, { turnout }) {
    const quorum = /** @type {{quorum_met?: boolean}} */ (turnout).quorum_met;
    /** @type {(Fact|null)[]} */
    const facts = [
      quorum === undefined ? null : { key: 'quorum', label: '', value: i18n.t(quorum ? 'quorum_met' : 'quorum_missed'), alarm: !quorum },
      { key: 'abstained', label: i18n.t('fact_abstained'), value: i18n.number(turnout.empty) },
      turnout.invalid > 0 ? { key: 'invalid', label: i18n.t('fact_invalid'), value: i18n.number(turnout.invalid) } : null,
      scene.check === null ? null : { key: 'check', label: i18n.t('check'), value: scene.check, code: true },
    ];
    return facts.filter((fact) => fact !== null);
  }

  return {
    root,
    /** @param {Scene} scene */
    update(scene) {
      const result = scene.tally?.result;
      setShown(root, scene.view === 'closed' && result !== undefined);
      if (scene.view !== 'closed' || result === undefined) return;
      keyed(root, factsOf(scene, result), ({ key }) => key, ({ key, code }) => el('div', { class: 'fact', 'data-fact': key },
        el('dt'), el('dd', null, el('bdi', { class: code ? 'code' : 'num', dir: code ? 'ltr' : null }))), (node, { label, value, alarm }) => {
        const [term, told] = node.children;
        setText(term, label);
        setText(told.children[0], value);
        setAttr(node, 'data-alarm', !!alarm);
      });
    },
  };
}

/** What the scores are, in a word. @param {import('../shared/i18n.js').I18n} i18n @param {Item} item */
export function unitOf(i18n, item) {
  return i18n.t(UNITS[item.method ?? ''] ?? 'score_votes');
}

/** @type {Record<string, string>} */
const UNITS = {
  dots: 'score_dots', allocation: 'score_dots', borda: 'score_dots', quadratic: 'unit_net', pairwise_comparison: 'unit_wins', score: 'mean', agreement: 'mean', delphi: 'median',
  priority_matrix: 'unit_total', concordance: 'mean_rank', majority_judgment: 'grade', condorcet: 'unit_duels', seq_pav: 'unit_gain', seq_phragmen: 'unit_load',
};

/** @type {Record<string, string>} what is said under the picture of a method whose scores are no shares */
const SAYINGS = {
  borda: 'of_places', quadratic: 'of_credits', score: 'of_ratings', agreement: 'of_ratings', delphi: 'of_ratings', majority_judgment: 'of_grades', priority_matrix: 'of_ratings',
  condorcet: 'of_rankings', schulze: 'of_rankings', ranked_pairs: 'of_rankings', irv: 'of_rankings', stv: 'of_rankings', concordance: 'of_rankings',
  pairwise_comparison: 'of_pairs', pb_greedy: 'of_projects', pb_mes: 'of_projects', seq_pav: 'of_approvals', seq_phragmen: 'of_approvals', words: 'of_words',
};

/**
 * Which sentence names the base. Weighted counting has sums of weights below the bars, not heads.
 * @param {Item} item @param {Result} result @returns {{key: string, n: import('../shared/wire.js').Wire}}
 */
export function baseOf(item, result) {
  const { of, value } = result.base;
  if (!isShare(item)) return { key: SAYINGS[item.method ?? ''] ?? 'of_ballots', n: result.turnout.counted };
  if (of === 'dots' || of === 'points') return { key: 'of_dots', n: value };
  if (compare(value, result.turnout.counted) !== 0) return { key: 'base_weight', n: value };
  return { key: item.method === 'plurality' ? 'of_ballots' : 'of_voters', n: value };
}

/** Names what the percentages are percentages of, or what was counted. @param {import('../shared/i18n.js').I18n} i18n @param {Item} item @param {Result} result */
export function baseText(i18n, item, result) {
  const { key, n } = baseOf(item, result);
  if (rational(n).n === 0n) return i18n.t('no_result');
  // A sum of weights may be a fraction; it is written out, and takes the plural form of "other".
  return i18n.t(key, { n: rational(n).d === 1n ? Number(n) : i18n.number(n) });
}

/** @param {Wall} wall */
export function createVerdict({ i18n }) {
  const root = el('p', { class: 'verdict' });
  return {
    root,
    /** @param {Scene} scene @param {Item} item @param {Result} result */
    update(scene, item, result) {
      const tie = tieOf(item, result);
      const final = scene.view === 'closed';
      let text = '';
      if (tie.kind === 'settled' && final) text = i18n.t('settled');
      if (tie.kind === 'open') text = i18n.t(final ? tie.seats > 1 ? 'tie_note' : 'tie_first' : 'leads_tied', { n: tie.seats });
      const { passed } = /** @type {Result & {passed?: string[]}} */ (result);
      if (final && passed && result.turnout.counted > 0) text = passed.length > 0 ? i18n.t('passed', { options: passed.map((id) => i18n.pick(item.options?.find((option) => option.id === id)?.text).text).join(i18n.t('and')) }) : i18n.t('passed_none');
      if (final && item.method === 'condorcet' && marked(result).size === 0 && !('pairwise' in result)) text = i18n.t('no_winner');
      if (final && result.turnout.counted === 0) text = i18n.t('no_result');
      setShown(root, text !== '');
      setText(root, text);
      setAttr(root, 'data-tie', tie.kind === 'none' ? null : tie.kind);
    },
  };
}

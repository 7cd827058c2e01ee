// The result of a closed round as the phone's one view.

import { asItStands } from '../../shared/annulled.js';
import { el, setAttr, setShown } from '../../shared/dom.js';
import { createMeta, createQuestion } from '../parts.js';
import { createSlip } from '../slip.js';
import { createResults } from './results.js';

/** @typedef {import('../../shared/store.js').State} State */

/** @param {import('../phone.js').Context} context @param {import('../voting.js').Voting} voting */
export function createResultsView({ i18n, kindOf }, voting) {
  const meta = createMeta(i18n), question = createQuestion(i18n), results = createResults(i18n, kindOf);
  const slip = createSlip(i18n, kindOf);
  const root = el('section', { class: 'view', 'data-view': 'results' }, meta.root, question.root, slip.root, results.root);
  return {
    root,
    /** @param {State} state @param {import('../view.js').View} view @param {{now: number, local: number}} clock */
    update(state, { item, round }, { now, local }) {
      if (!item) return;
      const standing = voting.standing(item, round, state.mine[item.id]);
      meta.update(item, round, i18n.t('results'), now);
      question.update(asItStands(item, round));
      // A vote that was not counted is said here too; a counted one is marked on the bars.
      setAttr(root, 'data-state', standing.name);
      setShown(slip.root, standing.name === 'kept' || standing.name === 'refused');
      slip.update(item, standing, standing.pending ? local - standing.pending.at : 0);
      results.update(state, item, round, standing.mine);
    },
  };
}

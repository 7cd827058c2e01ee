// After the vote: closed, with what I voted and whether it counted.

import { el, setAttr, setShown, setText } from '../shared/dom.js';
import { checkOf, createCode, createMeta, createQuestion } from './parts.js';
import { createSlip } from './slip.js';

/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./voting.js').Voting} Voting */

/** @param {import('./phone.js').Context} context @param {Voting} voting */
export function createClosedView({ i18n, kindOf }, voting) {
  const meta = createMeta(i18n), question = createQuestion(i18n);
  const lead = el('p', { class: 'lead', 'data-closed': '' }), slip = createSlip(i18n, kindOf), wait = el('p', { class: 'soft' });
  const check = createCode('check');
  const root = el('section', { class: 'view', 'data-view': 'closed' }, meta.root, question.root, lead, slip.root, wait, check.root);
  return {
    root,
    /** @param {State} state @param {View} view @param {{now: number, local: number}} clock */
    update(state, { item, round }, { now, local }) {
      if (!item) return;
      const standing = voting.standing(item, round, state.mine[item.id]);
      // A change that was never sent leaves the earlier vote standing, and that is what the slip shows.
      const old = standing.name === 'draft' && standing.mine, stale = old && standing.touched;
      const shown = old ? { ...standing, name: /** @type {const} */ ('counted') } : standing;
      const unsent = shown.name === 'draft' && standing.touched;
      setAttr(root, 'data-state', shown.name);
      meta.update(item, round, i18n.t('closed'), now);
      question.update(item);
      setText(lead, i18n.t(stale ? 'closed_unsent_change' : unsent ? 'closed_unsent' : shown.name === 'draft' ? 'closed_none' : 'closed_mine'));
      setShown(slip.root, shown.name !== 'draft' || unsent);
      slip.update(item, shown, standing.pending ? local - standing.pending.at : 0);
      setText(wait, i18n.t('closed_wait'));
      check.update(i18n, checkOf(item, round));
    },
  };
}

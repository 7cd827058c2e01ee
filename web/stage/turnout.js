// "87 of 142 have voted": the number large, its sentence beside it, a meter under both. Made twice: as the heart of the
// wall while results are hidden, and small at the side while bars are shown.

import { el, setAttr, setShown, setText, setVar } from '../shared/dom.js';
import { shares } from '../shared/numbers.js';
import { turnoutOf } from './scene.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Wall} wall @param {'hero'|'side'} size */
export function createTurnout({ i18n }, size) {
  const number = el('b', { class: 'turnout-number num' });
  const rest = el('span', { class: 'turnout-rest' });
  const fill = el('span', { class: 'meter-fill' });
  const since = el('p', { class: 'turnout-since' });
  const since_number = el('b', { class: 'num', dir: 'ltr' });
  const since_rest = el('span');
  since.append(since_number, ' ', since_rest);
  const line = el('p', { class: 'turnout-line' }, number, ' ', rest);
  const root = el('div', { class: `turnout turnout-${size}` }, line, el('div', { class: 'meter', 'aria-hidden': 'true' }, fill), since);
  return {
    root,
    /** @param {Scene} scene @param {import('../shared/store.js').State} state @param {number} came ballots since the freeze */
    update(scene, state, came) {
      const { voted, voters } = turnoutOf(scene, state.room);
      setText(number, i18n.number(voted));
      const final = scene.view === 'closed' && voters > 0;
      setText(rest, i18n.t('voted', { n: voted, voters }) + (final ? ` (${i18n.percent(shares([voted], voters)[0])})` : ''));
      setAttr(root, 'data-fact', final ? 'turnout' : null);
      setAttr(root, 'data-voted', voted);
      setAttr(root, 'data-voters', voters);
      setVar(fill, '--v', voters > 0 ? (voted / voters).toFixed(4) : '0');
      setShown(since, scene.frozen);
      if (!scene.frozen) return;
      setText(since_number, came > 0 ? `+${i18n.number(came)}` : '');
      setText(since_rest, came > 0 ? i18n.t('since', { n: came }) : i18n.t('frozen'));
      setAttr(since, 'data-since', came);
    },
  };
}

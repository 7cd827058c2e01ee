// Who may know of a ballot whose it is: three ways with a plain sentence each, and what cannot be had together. Chosen before voting
// opens; afterwards it is shown locked.

import { el, setAttr, setShown, setText } from '../shared/dom.js';
import { SECRECIES } from '../shared/secrecy.js';

/** @typedef {import('./draft.js').Draft} Draft */

/**
 * @param {import('../shared/i18n.js').I18n} i18n @param {Draft} draft
 * @param {{locked: boolean, weighted: boolean}} why voting on it was open; ballots count by the weight of their group
 * @param {() => void} onChange
 */
export function createSecrecyFields(i18n, draft, { locked, weighted }, onChange) {
  const cards = SECRECIES.map((secrecy) => {
    const barred = secrecy === 'secret' && weighted, says = el('span', { class: 'small soft' }, i18n.t(barred ? 'secret_no_weights' : `secrecy_${secrecy}_is`));
    const radio = el('input', { type: 'radio', name: 'vote-secrecy', value: secrecy, checked: draft.secrecy === secrecy, disabled: locked || barred, 'data-act': `secrecy-${secrecy}`, 'data-field': secrecy === 'secret' ? 'secrecy' : null, onchange: () => { draft.secrecy = secrecy; onChange(); } });
    return el('label', { class: 'kind', 'data-secrecy': secrecy }, radio, el('span', { class: 'kind-words' }, el('b', null, i18n.t(`secrecy_${secrecy}`)), says));
  });
  const note = el('p', { class: 'small soft' });
  const root = el('section', { class: 'methods', 'aria-label': i18n.t('secrecy') }, el('h3', { class: 'side-title' }, i18n.t('secrecy')), el('div', { class: 'kinds', role: 'radiogroup', 'aria-label': i18n.t('secrecy') }, ...cards), note);
  return {
    root,
    update() {
      setText(note, i18n.t(locked ? 'secrecy_locked' : 'secrecy_note'));
      setAttr(root, 'data-locked', locked);
      for (const card of cards) {
        setAttr(card, 'data-chosen', card.dataset.secrecy === draft.secrecy);
        setShown(card, !locked || card.dataset.secrecy === draft.secrecy);
      }
    },
  };
}

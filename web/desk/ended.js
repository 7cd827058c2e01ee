// The connection ended for good: what happened, in a sentence, and the way back.

import { languageSelect } from '../shared/controls.js';
import { el, setAttr } from '../shared/dom.js';
import { markElement } from '../shared/mark.js';

/** @param {HTMLElement} root @param {import('../shared/i18n.js').I18n} i18n @param {{reason?: string, text?: string}} link */
export function drawEnded(root, i18n, { reason = '', text }) {
  setAttr(document.body, 'data-view', 'ended');
  document.title = i18n.t('desk');
  const known = ['wrong-key', 'unknown-workshop'].includes(reason);
  root.replaceChildren(el('main', { class: 'ended', 'data-reason': reason }, markElement(),
    el('h1', null, i18n.t(known ? `ended_${reason.replace('-', '_')}` : 'ended')),
    el('p', { class: 'soft', dir: 'auto' }, known ? i18n.t(`ended_${reason.replace('-', '_')}_text`) : text ?? ''),
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'button button-act', 'data-act': 'again', onclick: () => location.reload() }, i18n.t('try_again')), languageSelect(i18n))));
}

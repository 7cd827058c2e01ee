// One way to ask: a <dialog> with a heading, a body and its answers at the foot. It is made when it opens and gone when it
// closes; Escape and the cross leave everything as it was.

import { el } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

/** @typedef {import('../shared/dom.js').Child} Child */
/** @typedef {import('../shared/i18n.js').I18n} I18n */
/**
 * @typedef {object} Answer a button at the foot
 * @property {string} act
 * @property {string} label
 * @property {'act'|'danger'|'plain'} [tone]
 * @property {() => unknown} [run] what it does; the dialog closes first, unless this gives back false
 */

/**
 * @param {I18n} i18n
 * @param {{name: string, title: string, body: Child[], answers?: Answer[], wide?: boolean, foot?: Child}} content
 */
export function openDialog(i18n, { name, title, body, answers = [], wide = false, foot }) {
  const close = () => dialog.close();
  const heading = el('h2', { id: `dialog-${name}`, class: 'dialog-title' }, title);
  const buttons = answers.map(({ act, label, tone = 'plain', run }) => el('button', {
    type: 'button', class: tone === 'plain' ? 'button' : `button button-${tone}`, 'data-act': act,
    onclick: () => { if (run?.() !== false) close(); },
  }, label));
  const dialog = el('dialog', { class: wide ? 'dialog dialog-wide' : 'dialog', 'data-dialog': name, 'aria-labelledby': heading.id },
    el('header', { class: 'dialog-head' }, heading,
      el('button', { type: 'button', class: 'icon-button', 'data-act': 'close-dialog', 'aria-label': i18n.t('shut'), onclick: close }, icon('cross'))),
    el('div', { class: 'dialog-body' }, ...body),
    buttons.length > 0 || foot ? el('footer', { class: 'dialog-foot' }, foot, ...buttons) : null);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}

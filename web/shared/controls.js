// The small controls in the heads of desk and records: the language one reads in, and a button that is a picture.

import { el } from './dom.js';
import { LANGS, NAMES } from './i18n.js';

/** @param {import('./i18n.js').I18n} i18n */
export function languageSelect(i18n) {
  const select = el('select', { class: 'language', 'data-act': 'language', 'aria-label': i18n.t('language'), onchange: () => i18n.setLang(/** @type {import('./wire.js').Lang} */ (select.value)) },
    ...LANGS.map((lang) => el('option', { value: lang, lang, selected: lang === i18n.lang }, NAMES[lang])));
  return select;
}

/** @param {string} act @param {() => void} run @param {string} [label] */
export function iconButton(act, run, label) {
  return el('button', { type: 'button', class: 'icon-button', 'data-act': act, 'aria-label': label, title: label, onclick: run });
}

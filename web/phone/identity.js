// Who this phone is: the workshop's code from the address, and the token, group and language that it keeps.
// `?as=NAME` gives a page an identity of its own, so that several voters can sit in one browser.

import { LANGS } from '../shared/i18n.js';
import { openStorage } from '../shared/storage.js';

const query = new URLSearchParams(location.search);

/** Languages and the like, the same for all workshops. */
export const settings = openStorage(query.has('as') ? `sawt.${query.get('as')}.` : 'sawt.');

/** @param {string} code what belongs to one workshop */
export function workshopStorage(code) {
  return openStorage(`${query.has('as') ? `sawt.${query.get('as')}.` : 'sawt.'}${code}.`);
}

/** @returns {string|null} the six digits of the address */
export function codeOfAddress() {
  return /^\/(\d{6})\/?$/.exec(location.pathname)?.[1] ?? null;
}

/** The address of a workshop, or of the page that asks for a code. @param {string|null} code */
export function addressOf(code) {
  return `/${code ?? ''}${location.search}`;
}

/** The language that the page came in: the browser's nearest, as the server found. */
export const page_lang = /** @type {import('../shared/wire.js').Lang} */ (document.documentElement.lang);

/** The language that the person chose, here or by the address. @returns {import('../shared/wire.js').Lang|null} */
export function chosenLang() {
  return LANGS.find((lang) => lang === settings.get('lang')) ?? LANGS.find((lang) => lang === query.get('lang')) ?? null;
}

// The two languages of the wall: a text large in the language of the wall, and under it the same in the next language
// of the workshop that has it. Pure.

import { direction } from '../shared/i18n.js';

/** @typedef {import('../shared/wire.js').Lang} Lang */
/** @typedef {import('../shared/wire.js').T} T */
/** @typedef {import('../shared/dom.js').Words} Words */

/**
 * @param {T|null|undefined} text
 * @param {string} shown the language in which it stands large
 * @param {readonly Lang[]} languages of the workshop, in its order
 * @returns {Words|null} null where no other language has it
 */
export function secondOf(text, shown, languages) {
  if (text === null || text === undefined || typeof text === 'string') return null;
  const at = languages.findIndex((each) => each === shown);
  const others = [...languages.slice(at + 1), ...languages.slice(0, Math.max(at, 0))];
  for (const lang of others) {
    const words = text[lang];
    if (lang !== shown && words !== undefined && words !== '' && words !== text[/** @type {Lang} */ (shown)]) return { text: words, lang, dir: direction(lang) };
  }
  return null;
}

/** The language after this one, in the workshop's order. @param {Lang} lang @param {readonly Lang[]} languages @returns {Lang} */
export function nextLang(lang, languages) {
  const at = languages.indexOf(lang);
  return languages[(at + 1) % languages.length] ?? lang;
}

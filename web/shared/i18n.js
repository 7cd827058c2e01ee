// The words of a page in the reader's language: look-up with counts in the right plural form, numbers in the workshop's
// digits, and texts of the wire in the language nearest to the reader's. The language can change while the page is shown.

import { decimal, inDigits, percent, written } from './numbers.js';

/** @typedef {import('./wire.js').Lang} Lang */
/** @typedef {import('./wire.js').Digits} Digits */
/** @typedef {import('./wire.js').T} T */
/** @typedef {import('./wire.js').Wire} Wire */
/** @typedef {import('./dom.js').Words} Words */
/** @typedef {{zero?:string, one?:string, two?:string, few?:string, many?:string, other:string}} Plural chosen by the argument `n` */
/** @typedef {Record<string, string|Plural>} Dictionary */
/** @typedef {Record<Lang, Dictionary>} Dictionaries */
/** @typedef {Partial<Dictionaries>} Book words that may be there in some languages only */
/** @typedef {Record<string, string|number>} Args */
/** @typedef {ReturnType<typeof createI18n>} I18n */

/** @type {readonly Lang[]} */
export const LANGS = ['ar', 'en', 'fr'];
/** How each language calls itself. @type {Record<Lang, string>} */
export const NAMES = { ar: 'العربية', en: 'English', fr: 'Français' };

/** @param {string} lang */
export function direction(lang) {
  return lang === 'ar' ? 'rtl' : lang ? 'ltr' : 'auto';
}

/**
 * The first of the reader's languages that the page speaks.
 * @param {readonly string[]|undefined} wanted e.g. navigator.languages @param {Lang} [otherwise] @returns {Lang}
 */
export function nearestLang(wanted, otherwise = 'ar') {
  for (const tag of wanted ?? []) {
    const lang = LANGS.find((known) => known === tag.toLowerCase().split('-')[0]);
    if (lang) return lang;
  }
  return otherwise;
}

/** @param {...Book} words later ones add to earlier ones */
export function createI18n(...words) {
  /** @type {Lang} */
  let lang = 'ar';
  /** @type {Digits} */
  let workshop_digits = 'latn';
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const rules = Object.fromEntries(LANGS.map((known) => [known, new Intl.PluralRules(known)]));
  // Arabic-Indic digits belong to Arabic text; the other two languages keep Western ones whatever the workshop says.
  const digits = () => lang === 'ar' ? workshop_digits : 'latn';
  const tell = () => listeners.forEach((listener) => listener());

  /** @param {string} key @param {Args} [args] numbers are written in the page's digits, texts keep their own direction */
  function t(key, args = {}) {
    const entry = words.reduce((/** @type {string|Plural|undefined} */ found, book) => book[lang]?.[key] ?? found, undefined);
    if (entry === undefined) throw new Error(`no words for ${key} in ${lang}`);
    const form = typeof entry === 'string' ? entry : entry[rules[lang].select(Number(args.n))] ?? entry.other;
    return form.replace(/\{(\w+)\}/g, (_, name) => {
      const value = args[name];
      return typeof value === 'number' ? number(Number.isInteger(value) ? value : `${Math.round(value * 100)}/100`) : `\u2068${value ?? ''}\u2069`;
    });
  }

  /** @param {Wire} value with at most two decimals */
  const number = (value) => written(decimal(value), lang, digits());

  return {
    t,
    number,
    /** More words, e.g. of a part that came later. @param {Book} book */
    add: (book) => void words.push(book),
    /** @param {string} share as `shares` gives it */
    percent: (share) => percent(share, lang, digits()),
    /** Minutes and seconds, rounded up so that 0:00 is the end and not the last second. @param {number} ms */
    clock(ms) {
      const seconds = Math.max(0, Math.ceil(ms / 1000));
      return inDigits(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`, digits());
    },
    /** The same in words. @param {number} ms */
    duration(ms) {
      const seconds = Math.max(0, Math.ceil(ms / 1000));
      return seconds >= 60 ? t('minutes', { n: Math.ceil(seconds / 60) }) : t('seconds', { n: seconds });
    },
    /**
     * A text of the wire in the reader's language, or the nearest it has.
     * @param {T|null|undefined} text @param {Lang} [wanted] another language than the reader's @returns {Words}
     */
    pick(text, wanted = lang) {
      if (text === null || text === undefined) return { text: '', lang: '', dir: 'auto' };
      if (typeof text === 'string') return { text, lang: '', dir: 'auto' };
      const found = [wanted, ...LANGS].find((known) => text[known]), mark = text.struck ? { struck: true } : {};
      return found ? { text: text[found] ?? '', lang: found, dir: direction(found), ...mark } : { text: text.plain ?? '', lang: '', dir: 'auto', ...mark };
    },
    get lang() { return lang; },
    get dir() { return direction(lang); },
    get digits() { return digits(); },
    /** @param {Lang} wanted */
    setLang(wanted) {
      const changed = wanted !== lang;
      lang = wanted;
      document.documentElement.lang = lang;
      document.documentElement.dir = direction(lang);
      if (changed) tell();
    },
    /** @param {Digits} wanted as the workshop says */
    setDigits(wanted) {
      const changed = wanted !== workshop_digits;
      workshop_digits = wanted;
      if (changed) tell();
    },
    /** Called after each switch; returns how to stop. @param {() => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

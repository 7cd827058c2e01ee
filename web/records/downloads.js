// The report, the sheets, the log, all of them in one archive, and the results, fetched with the organiser's key in a header (never in an address), and handed to the browser as
// a file, byte for byte. While a round is open the file says so in its name.

import { el } from '../shared/dom.js';

/** @typedef {'jsonl'|'csv'|'xlsx'|'report'|'archive'} Format */
/** @typedef {{ok: true, text: string} | {ok: false, problem: string}} Fetched */

/** The report and the sheets come in the language of the page, as far as the workshop has it. @type {Record<Format, {address: (lang: string) => string, ending: string}>} */
const FILES = {
  jsonl: { address: () => 'log.jsonl', ending: 'jsonl' },
  csv: { address: () => 'log.csv', ending: 'csv' },
  xlsx: { address: (lang) => `log.xlsx?lang=${lang}`, ending: 'xlsx' },
  report: { address: (lang) => `report.html?lang=${lang}`, ending: 'html' },
  archive: { address: () => 'hand-over.zip', ending: 'zip' },
};

/** @param {{code: string, key: string, i18n: import('../shared/i18n.js').I18n}} place */
export function createDownloads({ code, key, i18n }) {
  /** @param {string} name of the address under the workshop @returns {Promise<Blob | string>} the content, or what went wrong */
  async function request(name) {
    try {
      const answer = await fetch(`/api/workshops/${code}/${name}`, { cache: 'no-store', headers: { Authorization: `Bearer ${key}`, 'Accept-Language': i18n.lang } });
      return answer.ok ? await answer.blob() : problemIn(await answer.text()) ?? i18n.t('download_failed');
    } catch {
      return i18n.t('download_failed');
    }
  }

  return {
    /** @param {string} name @returns {Promise<Fetched>} */
    async load(name) {
      const got = await request(name);
      return typeof got === 'string' ? { ok: false, problem: got } : { ok: true, text: await got.text() };
    },
    /** @param {Format} format @param {boolean} open a round is open just now @returns {Promise<string>} what went wrong, or nothing */
    async save(format, open) {
      const { address: addressIn, ending } = FILES[format];
      const got = await request(addressIn(i18n.lang));
      if (typeof got === 'string') return got;
      const address = URL.createObjectURL(got);
      const link = el('a', { href: address, download: fileName(code, ending, open, new Date()) });
      document.body.append(link);
      link.click();
      link.remove();
      // Long enough for a slow disk; the browser has its own copy by then.
      setTimeout(() => URL.revokeObjectURL(address), 60000);
      return '';
    },
  };
}

/** @param {string} code @param {string} ending @param {boolean} open @param {Date} at */
export function fileName(code, ending, open, at) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const time = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`;
  return `sawt-${code}-${time}${open ? '-open' : ''}.${ending}`;
}

/** @param {string} text */
function problemIn(text) {
  try { return JSON.parse(text).error?.text ?? null; } catch { return null; }
}

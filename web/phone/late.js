// What comes after the page: the modules of the rarer kinds of ballots, those of the results and the receipts, and the words of the languages
// that the page did not come in. Each has an address with a piece of its hash in it, so it is fetched once and then stays with
// the phone. They are fetched one after the other, most urgent first, as soon as the agenda shows that they will be needed:
// bad Wi-Fi then costs a wait between votes and not in one. A failure is tried again until it works.

/** The packing puts the addresses here that may be kept for ever. @type {Record<string, string>} */
const ADDRESSES = {
  budget: '/m/budget.js',
  code: '/m/code.js',
  matrix: '/m/matrix.js',
  pairs: '/m/pairs.js',
  points: '/m/points.js',
  ranking: '/m/ranking.js',
  receipts: '/m/receipts.js',
  results: '/m/results.js',
  scores: '/m/scores.js',
  secrecy: '/m/secrecy.js',
  swot: '/m/swot.js',
  texts: '/m/texts.js',
  ar: '/m/words-ar.json',
  en: '/m/words-en.json',
  fr: '/m/words-fr.json',
};
const LIMIT_MS = 10000;      // a request that hangs is tried again beside it
const PAUSE_MAX_MS = 8000;

/** @typedef {ReturnType<typeof createLate>} Late */

/** One attempt. A module that failed is remembered as failed under its address, so a later attempt has another query. @param {string} name @param {number} tries */
function load(name, tries) {
  const address = ADDRESSES[name] + (tries ? `?${tries}` : '');
  return address.includes('.json') ? fetch(address).then((answer) => answer.json()) : import(address);
}

/**
 * @param {(name: string, part: any) => void} arrived @param {() => void} changed something arrived or failed
 * @param {(name: string, tries: number) => Promise<any>} [fetchOne] @param {(run: () => void, ms: number) => any} [later]
 */
export function createLate(arrived, changed, fetchOne = load, later = setTimeout) {
  /** @type {Map<string, any>} */
  const there = new Map();
  let wanted = /** @type {string[]} */ ([]), working = false, tries = 0, goOn = () => {};

  async function work() {
    if (working) return;
    working = true;
    for (let name; (name = wanted.find((one) => !there.has(one)));) {
      try {
        const part = await Promise.race([fetchOne(name, tries), new Promise((_, fail) => { later(() => fail(name), LIMIT_MS); })]);
        there.set(name, part);
        tries = 0;
        arrived(name, part);
      } catch {
        tries++;
      }
      changed();
      if (tries) await new Promise((done) => { goOn = () => done(0); later(goOn, Math.min(PAUSE_MAX_MS, 250 * 2 ** tries)); });
    }
    working = false;
  }

  return {
    /** @param {string} name @returns {any} null until it is there */
    get: (name) => there.get(name) ?? null,
    /** @param {string[]} names most urgent first; what was wanted before and is not named comes last */
    want(names) {
      wanted = [...new Set([...names, ...wanted])];
      void work();
    },
    /** The next attempt is made at once. */
    hurry: () => goOn(),
    /** It does not come: the page should say so. */
    get troubled() { return tries > 1; },
  };
}

/** A module's style sheet, added by script, which the page's policy leaves to the page. @param {string} css */
export function addStyle(css) {
  const sheet = document.styleSheets[0];
  if (css) sheet.insertRule(`@media all{${css}}`, sheet.cssRules.length);
}

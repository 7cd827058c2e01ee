// The check: results first, then the log, cut at the entry those results stand for, so that an open round compares too.
// The count runs in this browser, from the lines alone.

import { compareRounds } from './compare.js';
import { replay } from './recount.js';

/** @typedef {import('./compare.js').Verdict} Verdict */
/**
 * @typedef {object} Check
 * @property {'none'|'busy'|'right'|'wrong'|'withheld'|'failed'} status
 * @property {string} [problem]
 * @property {Verdict[]} verdicts
 * @property {import('./recount.js').Recount | null} book
 * @property {number} at when it was done
 */

/** @param {{downloads: ReturnType<typeof import('./downloads.js').createDownloads>, onChange: () => void, now?: () => number}} world */
export function createChecker({ downloads, onChange, now = () => Date.now() }) {
  /** @type {Check} */
  let check = { status: 'none', verdicts: [], book: null, at: 0 };

  /** @param {Partial<Check>} part */
  function set(part) {
    check = { ...check, ...part };
    onChange();
  }

  return {
    get check() { return check; },
    async run() {
      if (check.status === 'busy') return;
      set({ status: 'busy' });
      const results = await downloads.load('results');
      const log = results.ok ? await downloads.load('log.jsonl') : results;
      if (!results.ok || !log.ok) return set({ status: 'failed', problem: log.ok ? '' : log.problem });
      try {
        const wall = JSON.parse(results.text);
        // While a secret vote is open the log is given away up to its opening, and the results go on: there is nothing to compare yet.
        if (wall.log_until !== undefined) return set({ status: 'withheld', problem: '', book: null, verdicts: [], at: now() });
        const book = replay(log.text, wall.entry);
        const verdicts = compareRounds(book, wall);
        const right = book.faults.length === 0 && book.entries >= wall.entry && verdicts.every((verdict) => verdict.differences.length === 0);
        set({ status: right ? 'right' : 'wrong', problem: book.entries < wall.entry ? 'log-short' : '', book, verdicts, at: now() });
      } catch {
        set({ status: 'failed', problem: '' });
      }
    },
  };
}

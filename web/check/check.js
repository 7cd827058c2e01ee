// The page that recounts a log without a server, /check: one file that also works from a stick, from file://. Whoever drops a downloaded log
// in sees what it comes to, counted here, and if it was altered the first entry that does not fit.
//
// Hooks that tests and other programs may rely on:
//   [data-view]     on <body>: empty, busy, done, failed
//   [data-verdict]  on the finding: sound, altered, unproven; [data-flaw], [data-entry], [data-line] beside it of an altered log
//   [data-programs] on the finding: 2, or 1 where the library does not run
//   [data-item], [data-round] on a round's card, as on the records page; [data-why] on a line of what was refused
//   [data-act]      choose, language, theme; input[type=file], input[name=key]

import { createI18n, nearestLang } from '../shared/i18n.js';
import { outcomeWords } from '../shared/outcome.js';
import { ruleWords } from '../shared/rules.js';
import { openStorage } from '../shared/storage.js';
import { createTheme } from '../shared/theme.js';
import { words as common } from '../shared/words.js';
import { words as records } from '../records/words.js';
import { examine } from './examine.js';
import { bytesOf, openLibrary } from './library.js';
import { createPage } from './page.js';
import { words } from './words.js';

/** @typedef {{name: string, text: string}} Note */
/**
 * @typedef {object} Desk what lies before the reader
 * @property {'empty'|'busy'|'done'|'failed'} view
 * @property {File|null} log
 * @property {Note|null} note
 * @property {string} key
 * @property {string} stranger name of a file that is neither
 * @property {number} share of the work done
 * @property {import('./examine.js').Examined|null} examined
 */

const NOTE_BYTES_MAX = 64 * 1024;

const storage = openStorage('sawt.check.');
const theme = createTheme(storage);
const i18n = createI18n(common, ruleWords, outcomeWords, records, words);
const root = /** @type {HTMLElement} */ (document.getElementById('page'));

/** @type {Desk} */
let desk = { view: 'empty', log: null, note: null, key: '', stranger: '', share: 0, examined: null };
let run = 0;
/** @type {Promise<import('./library.js').Library | null> | null} */
let library = null;
/** @type {ReturnType<typeof createPage> | null} */
let page = null;

i18n.subscribe(() => storage.set('lang', i18n.lang));
i18n.setLang(storage.get('lang') ?? nearestLang(navigator.languages));
i18n.subscribe(() => { page = null; draw(); });

/** The library as the page carries it: base 64 of its gzip. A copy without it, or a browser that will not run it, leaves the second program. */
async function unpack() {
  const carried = document.getElementById('library')?.textContent ?? '';
  if (carried.trim() === '') return null;
  try {
    const plain = new Blob([bytesOf(carried)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await openLibrary(new Uint8Array(await new Response(plain).arrayBuffer()));
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** @param {Partial<Desk>} part */
function set(part) {
  desk = { ...desk, ...part };
  draw();
}

/** A log begins with an object; a checkpoint is a short text. @param {Iterable<File>} files */
async function take(files) {
  /** @type {Partial<Desk>} */
  const taken = { stranger: '' };
  for (const file of files) {
    const start = await file.slice(0, 1).text().catch(() => '');
    if (start === '{') taken.log = file;
    else if (file.size <= NOTE_BYTES_MAX && /\n\n\u2014 /.test(await file.text())) taken.note = { name: file.name, text: await file.text() };
    else taken.stranger = file.name;
  }
  set(taken);
  if (taken.log || taken.note) await start();
}

async function start() {
  const { log, key, note } = desk, mine = ++run;
  if (!log) return;
  set({ view: 'busy', share: 0, examined: null });
  try {
    library = library ?? unpack();
    const examined = await examine(log, { key: key.trim(), checkpoint: note?.text ?? '' }, await library, { progress: (share) => mine === run && set({ share }), stopped: () => mine !== run });
    if (!examined || mine !== run) return;
    i18n.setDigits(examined.workshop?.digits ?? 'latn');
    set({ view: 'done', examined });
  } catch (error) {
    console.warn(error);
    library = null; // what it was in the middle of is lost, so the next file gets a new one
    if (mine === run) set({ view: 'failed' });
  }
}

function draw() {
  document.title = i18n.t('check_page');
  document.body.dataset.view = desk.view;
  if (!page) {
    page = createPage({ i18n, theme, take, setKey: (key) => { desk = { ...desk, key }; void start(); } });
    root.replaceChildren(page.root);
  }
  page.update(desk);
}

draw();

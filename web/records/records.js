// The organisers' page, /records/482913#key=…: what every round gave, the log to take home, and a check on the spot that the
// rows of the log give what the wall showed.
//
// Hooks that tests and other programs may rely on:
//   [data-view]    on <body>: connecting, records, ended
//   [data-act]     download-archive, download-report, download-xlsx, download-csv, download-jsonl, download-check, check, print, language, theme, again
//   [data-check]   on the verdict: none, busy, right, wrong, failed
//   [data-item], [data-round]  on a round's card; [data-verdict] on its line: right, wrong, uncounted; [data-secrecy] on its badge
//   [data-fact]    ballots, abstained, turnout, check; [data-option] on a row of the result

import { setAttr } from '../shared/dom.js';
import { createI18n, nearestLang } from '../shared/i18n.js';
import { outcomeWords } from '../shared/outcome.js';
import { ruleWords } from '../shared/rules.js';
import { connect, socketUrl } from '../shared/socket.js';
import { openStorage } from '../shared/storage.js';
import { createStore } from '../shared/store.js';
import { createTheme } from '../shared/theme.js';
import { HELLO, WELCOME } from '../shared/wire.js';
import { annulledWords } from '../shared/annulled_words.js';
import { words as common } from '../shared/words.js';
import { createChecker } from './checker.js';
import { createDownloads } from './downloads.js';
import { createPage, drawAlone } from './page.js';
import { words } from './words.js';

const code = /^\/records\/(\d{6})\/?$/.exec(location.pathname)?.[1] ?? '';
const key = new URLSearchParams(location.hash.slice(1)).get('key') ?? '';
const storage = openStorage('sawt.records.');
const theme = createTheme(storage);
const i18n = createI18n(common, ruleWords, outcomeWords, annulledWords, words);
const root = /** @type {HTMLElement} */ (document.getElementById('page'));

i18n.subscribe(() => storage.set('lang', i18n.lang));
i18n.setLang(storage.get('lang') ?? nearestLang(navigator.languages));
addEventListener('hashchange', () => location.reload());

/** @type {import('../shared/socket.js').State} */
let link = { phase: 'connecting', lost_ms: 0 };
/** @type {ReturnType<typeof createPage> | null} */
let page = null;
let language = '';

const store = createStore(draw);
const downloads = createDownloads({ code, key, i18n });
const checker = createChecker({ downloads, onChange: store.schedule });

const socket = connect({
  url: socketUrl(code),
  hello: () => ({ type: HELLO, role: 'organiser', key, lang: i18n.lang }),
  onMessage(message) {
    store.dispatch(message);
    if (message.type === WELCOME) i18n.setDigits(message.workshop.digits ?? 'latn');
  },
  onState(state) {
    link = state;
    store.schedule();
  },
});
i18n.subscribe(() => { socket.hello(); draw(); });

function draw() {
  const { state } = store;
  if (link.phase === 'ended' || !state.welcomed) return drawAlone(root, i18n, link);
  if (!page || language !== i18n.lang + i18n.digits) {
    language = i18n.lang + i18n.digits;
    page = createPage({ i18n, theme, downloads, checker });
    root.replaceChildren(page.root);
  }
  setAttr(document.body, 'data-view', 'records');
  document.title = `${i18n.pick(state.workshop?.title).text} · ${i18n.t('records')}`;
  page.update(state, link);
}

// The facilitator's page. /desk/482913#key=… runs one workshop, /desk#key=… lists them and makes a new one.
//
// Hooks that tests and other programs may rely on:
//   [data-view]   on <body>: connecting, cockpit, ended, lobby
//   [data-entry]  on <body>: the log's entry that this page has come to
//   [data-item]   ID of the item of an agenda entry; [data-item-now] on .now: the item in the middle
//   [data-pane]   agenda, now, room
//   [data-act]    on what can be pressed: open, close (a second press, then "armed" is over), cancel-close, open-again, reveal, hide,
//                 next, show, round, round-sure, previous, forward, return; show-item, show-groups, show-join, show-black, qr, freeze;
//                 countdown, countdown-SECONDS, countdown-start, countdown-more, countdown-stop, then-warn, then-close;
//                 select, new-vote, new-slide, save, save-open, edit, amend, remove, remove-sure, family-NAME, method-NAME,
//                 toggle-live, toggle-shuffle, keep-twin, drop-twin; cut-all, cut-groups, round-NUMBER, show-round, sort, privacy;
//                 addresses, copy-PAGE, visit-PAGE, open-stage, open-records, language, theme, full, keys, toggle-singles, dismiss, pane-NAME;
//                 new-workshop, agenda-file, unlock, enter
//   [data-field]  question, options, title, note, and the parameters of the chosen method by their names
//   [data-since]  while the stage is frozen: ballots that came since
//   [data-option], [data-group], [data-fact] (connected, saving, link, latency), [data-dialog]

import { createI18n, nearestLang } from '../shared/i18n.js';
import { outcomeWords } from '../shared/outcome.js';
import { ruleWords } from '../shared/rules.js';
import { openStorage } from '../shared/storage.js';
import { createTheme } from '../shared/theme.js';
import { annulledWords } from '../shared/annulled_words.js';
import { words as common } from '../shared/words.js';
import { openCockpit } from './cockpit.js';
import { openLobby } from './lobby.js';
import { words as forms } from './form_words.js';
import { words as kinds } from './kind_words.js';
import { words } from './words.js';

const code = /^\/desk\/(\d{6})\/?$/.exec(location.pathname)?.[1];
const key = new URLSearchParams(location.hash.slice(1)).get('key') ?? '';
const storage = openStorage('sawt.desk.');
const theme = createTheme(storage);
const i18n = createI18n(common, ruleWords, outcomeWords, annulledWords, words, forms, kinds);

i18n.subscribe(() => storage.set('lang', i18n.lang));
i18n.setLang(storage.get('lang') ?? nearestLang(navigator.languages));
// Another key or workshop in the address is another page.
addEventListener('hashchange', () => location.reload());

const root = /** @type {HTMLElement} */ (document.getElementById('page'));
if (code) openCockpit({ root, code, key, i18n, storage, theme });
else openLobby({ root, key, i18n, theme });

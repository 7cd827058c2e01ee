// The projector's page: /stage/482913#key=… shows what the facilitator puts on the wall.
//
// Hooks that tests and other tools may rely on:
//   #wall[data-view]        waiting | join | slide | swot | hidden | results | groups | black | closed
//                           (closed: a closed round whose result may be seen; before that it is hidden[data-status=closed])
//   #wall[data-status]      waiting | open | closed, of the round on the wall; [data-round], [data-item], [data-frozen]
//   [data-option="ID"]      a row: on hidden the option as on the paper, on results and closed with data-count (as on the wire) and
//                           data-lead; on groups a table row whose cells have data-group and data-count
//   .turnout[data-voted][data-voters], [data-since]   the counter, and what came since a freeze
//   .tag-secrecy[data-secrecy]   the badge of a secret or a named vote
//   .results[data-face]     picture | table | explained; the table twin's rows have data-row
//   .clock[data-phase]      calm | near | over
//   [data-fact]             turnout | quorum | abstained | invalid | check, on closed
//   .corner, .qr-card       the join corner; the QR picture over a view
//   [data-mark]             link | saving: small marks, [hidden] while all is well
//   #status                 the one polite status region

import { setAttr, setText } from '../shared/dom.js';
import { createI18n } from '../shared/i18n.js';
import { connect, socketUrl } from '../shared/socket.js';
import { openStorage } from '../shared/storage.js';
import { createStore } from '../shared/store.js';
import { createTheme } from '../shared/theme.js';
import { HELLO } from '../shared/wire.js';
import { outcomeWords } from '../shared/outcome.js';
import { annulledWords } from '../shared/annulled_words.js';
import { words as shared_words } from '../shared/words.js';
import { paced } from './pace.js';
import { Pager } from './pager.js';
import { openPrefs } from './prefs.js';
import { nextLang } from './texts.js';
import { words } from './words.js';
import { createWall } from './wall.js';
import { createHelp } from './help.js';
import { pictureWords } from './pictures/words.js';
import { sceneOf } from './scene.js';
import { createTools } from './tools.js';
import { watchKeys, watchPointer, keepAwake, toggleFull } from './presence.js';

/**
 * @typedef {object} Wall what each view is given
 * @property {import('../shared/i18n.js').I18n} i18n
 * @property {ReturnType<typeof openPrefs>} prefs
 * @property {Pager} pager
 * @property {{now: 'picture'|'table'|'explained'}} face what of a result is on the wall
 * @property {() => number} now the server's time in milliseconds
 */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const storage = openStorage('sawt.stage.');
const theme = createTheme(storage);
if (storage.get('theme') === null) theme.set('light');   // a hall is lit: dark only where someone chose it
const prefs = openPrefs(storage);
const i18n = createI18n(shared_words, outcomeWords, annulledWords, pictureWords, words);
i18n.setLang(prefs.now.lang ?? 'ar');

/** @type {import('../shared/socket.js').State} */
let link = { phase: 'connecting', lost_ms: 0 };
let socket = /** @type {import('../shared/socket.js').Socket|null} */ (null);
let black = false;

/** @type {Wall} */
const wall = { i18n, prefs, pager: new Pager(), face: { now: 'picture' }, now: () => socket?.now() ?? Date.now() };
const page = createWall(wall, { wall: byId('wall'), scene: byId('scene'), rail: byId('rail'), over: byId('over'), status: byId('status') });
const help = createHelp(wall, act);
document.body.append(help.dialog);
const tools = createTools(wall, act);
byId('over').append(tools.root);

const store = createStore(show, paced({
  now: () => performance.now(), setTimeout: (run, ms) => setTimeout(run, ms), frame: (run) => requestAnimationFrame(run),
}));

function show() {
  const { workshop } = store.state;
  if (workshop) {
    const wanted = prefs.now.lang;
    i18n.setDigits(workshop.digits ?? 'latn');
    i18n.setLang(wanted !== null && workshop.languages.includes(wanted) ? wanted : workshop.languages[0] ?? 'ar');
  }
  document.title = workshop ? `${i18n.pick(workshop.title).text} · ${i18n.t('sawt')}` : i18n.t('page_title');
  page.show(store.state, link, black);
  help.update();
  const scene = store.state.welcomed ? sceneOf(store.state) : null;
  tools.update({ results: scene?.view === 'results' || scene?.view === 'closed', explained: scene?.tally?.explained !== undefined });
}

/** @param {import('./keys.js').Action} action */
function act(action) {
  const languages = store.state.workshop?.languages ?? [];
  switch (action) {
    case 'corner': prefs.set({ corner: !prefs.now.corner }); break;
    case 'language': prefs.set({ lang: nextLang(i18n.lang, languages) }); break;
    case 'theme': theme.toggle(); break;
    case 'sort': prefs.set({ sorted: !prefs.now.sorted }); break;
    case 'full': toggleFull(); break;
    case 'black': black = !black; if (black) help.close(); break;
    case 'table': turn('table'); break;
    case 'explain': turn('explained'); break;
    case 'first': wall.pager.go('first'); break;
    case 'last': wall.pager.go('last'); break;
    case 'next': wall.pager.turn(1); break;
    case 'back': wall.pager.turn(-1); break;
    case 'keys': help.open(); break;
    case 'close': close(); break;
  }
  show();
}

/** The same key again brings the picture back. @param {'table'|'explained'} face */
function turn(face) {
  wall.face.now = wall.face.now === face ? 'picture' : face;
}

/** Takes away what lies uppermost: the list of keys, black, then whatever stands in place of the picture. */
function close() {
  if (help.close()) return;
  if (black) black = false;
  else wall.face.now = 'picture';
}

function start() {
  const code = /^\/stage\/(\d{6})(?:\/|$)/.exec(location.pathname)?.[1];
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (!code || !key) {
    link = { phase: 'ended', lost_ms: 0, reason: code ? 'no-key' : 'no-code' };
    return show();
  }
  socket = connect({
    url: socketUrl(code),
    hello: () => ({ type: HELLO, role: 'stage', key, lang: i18n.lang }),
    onMessage: (message) => store.dispatch(message),
    onState(state) {
      link = state;
      setAttr(byId('wall'), 'data-link', state.phase);
      store.schedule();
    },
  });
  return show();
}

watchKeys(() => prefs.now.letters, act);
watchPointer(document.documentElement);
keepAwake();
addEventListener('hashchange', () => location.reload());   // another key was pasted into the address
addEventListener('resize', () => page.refit());
document.fonts?.ready.then(() => page.refit());
document.fonts?.addEventListener?.('loadingdone', () => page.refit());
setInterval(() => page.tick(), 200);
setText(byId('status'), '');
start();

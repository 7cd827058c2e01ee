// One workshop at the desk: the connection, what is known, and the parts of the page kept in step with it. The page is made
// anew when the language changes; everything it shows comes from the state, so nothing is lost by that.

import { el, setAttr, setShown, setText } from '../shared/dom.js';
import { connect, socketUrl } from '../shared/socket.js';
import { createStore } from '../shared/store.js';
import { HELLO, PING, PONG, WELCOME } from '../shared/wire.js';
import { createActs } from './acts.js';
import { createAgenda } from './agenda.js';
import { createCommands } from './commands.js';
import { createDialogs } from './dialogs.js';
import { createHeader } from './header.js';
import { commandOf, steady } from './keys.js';
import { createNotices } from './notices.js';
import { createNow } from './now.js';
import { createPanes } from './panes.js';
import { createRoom } from './room.js';
import { drawEnded } from './ended.js';
import { currentItem, firstUi } from './ui.js';
import { keepAwake } from './wake.js';

/** @typedef {import('./context.js').Desk} Desk */
/** @typedef {import('./context.js').Part} Part */

const PING_EVERY_MS = 4000;
/** Countdown, second presses and "open again" run by this clock. */
const TICK_MS = 250;

/**
 * @param {object} place
 * @param {HTMLElement} place.root
 * @param {string} place.code
 * @param {string} place.key
 * @param {import('../shared/i18n.js').I18n} place.i18n
 * @param {import('../shared/storage.js').Storage} place.storage
 * @param {ReturnType<typeof import('../shared/theme.js').createTheme>} place.theme
 */
export function openCockpit({ root, code, key, i18n, storage, theme }) {
  const store = createStore(draw);
  /** @type {number[]} the newest five */
  let delays = [];
  /** @type {Part[]} */
  let parts = [];
  let ui = firstUi(storage), language = '', stage_item = /** @type {string | null} */ (null);

  const socket = connect({
    url: socketUrl(code),
    hello: () => ({ type: HELLO, role: 'facilitator', key, lang: i18n.lang }),
    onMessage(message) {
      store.dispatch(message);
      if (message.type === WELCOME) welcome();
      if (message.type === PONG && typeof message.t === 'number') delays = [...delays.slice(-4), Date.now() - message.t];
      acts.receive(message);
    },
    onState(link) {
      ui = { ...ui, link };
      store.schedule();
    },
  });
  const acts = createActs({ send: socket.send, now: () => Date.now(), onChange: store.schedule });
  const notices = createNotices(i18n, () => Date.now());

  /** @type {Desk} */
  const desk = {
    i18n, theme, notices,
    get state() { return store.state; },
    get ui() { return ui; },
    change(part) {
      if ('hidden' in part) storage.set('hidden', part.hidden);
      if ('singles' in part) storage.set('singles', part.singles);
      ui = { ...ui, ...part };
      store.schedule();
    },
    ask: acts.perform,
    async perform(act) {
      const answer = await acts.perform(act);
      if (!answer.done) notices.refuse(answer.text ?? i18n.t('no_answer'));
      return answer;
    },
    pending: acts.pending,
    clock: socket.now,
    latency: () => delays.length === 0 ? null : [...delays].sort((a, b) => a - b)[delays.length >> 1],
    dialogs: /** @type {any} */ (null), commands: /** @type {any} */ (null),
  };
  desk.dialogs = createDialogs(desk, (on) => desk.change({ singles: on }));
  desk.commands = createCommands(desk, desk.dialogs);

  function welcome() {
    acts.resend();
    i18n.setDigits(store.state.workshop?.digits ?? 'latn');
    socket.send({ type: PING, t: Date.now() });
  }

  function build() {
    language = i18n.lang + i18n.digits;
    const head = createHeader(desk), columns = [createAgenda(desk), createNow(desk), createRoom(desk)], panes = createPanes(desk);
    parts = [head, ...columns, panes];
    root.replaceChildren(el('div', { class: 'desk' }, head.root, el('main', { class: 'columns' }, ...columns.map((part) => part.root)), panes.root), notices.root);
    notices.clear();
  }

  function draw() {
    const { phase } = ui.link;
    if (phase === 'ended') return drawEnded(root, i18n, ui.link);
    if (!store.state.welcomed) return drawWaiting(root, i18n, ui.link.lost_ms);
    if (language !== i18n.lang + i18n.digits || parts.length === 0) build();
    follow();
    document.title = `${i18n.pick(store.state.workshop?.title).text} · ${i18n.t('desk')}`;
    setAttr(document.body, 'data-view', 'cockpit');
    setAttr(document.body, 'data-show', ui.pane);
    setAttr(document.body, 'data-entry', store.state.entry);
    for (const part of parts) part.update();
    notices.update();
  }

  /** When the stage moves (this desk, another one, a clicker), the middle goes along. */
  function follow() {
    const { item } = store.state.stage;
    if (item !== stage_item && stage_item !== null && ui.selected === null) ui = { ...ui, round: null, timing: false };
    stage_item = item;
    if (ui.selected !== null && !store.state.items[ui.selected]) ui = { ...ui, selected: null };
  }

  i18n.subscribe(() => { socket.hello(); draw(); });
  setInterval(() => {
    acts.expire();
    const item = store.state.welcomed ? currentItem(store.state, ui) : null;
    if (ui.armed && socket.now() >= ui.armed.until) ui = { ...ui, armed: null };
    if (item?.ends !== undefined || ui.armed || notices.busy || acts.size > 0) store.schedule();
  }, TICK_MS);
  setInterval(() => socket.send({ type: PING, t: Date.now() }), PING_EVERY_MS);
  listenToKeys(desk);
  keepAwake();
  draw();
}

/** @param {HTMLElement} root @param {import('../shared/i18n.js').I18n} i18n @param {number} lost_ms */
function drawWaiting(root, i18n, lost_ms) {
  setAttr(document.body, 'data-view', 'connecting');
  if (root.firstElementChild?.className !== 'waiting') root.replaceChildren(el('p', { class: 'waiting', role: 'status' }));
  const line = /** @type {Element} */ (root.firstElementChild);
  setText(line, i18n.t(lost_ms > 3000 ? 'reconnecting' : 'connecting'));
  setShown(line, lost_ms > 400);
}

/** @param {Desk} desk */
function listenToKeys(desk) {
  const obeyed = steady();
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (document.querySelector('dialog[open]') || document.body.dataset.view !== 'cockpit') return;
    const command = commandOf(event, {
      direction: desk.i18n.dir === 'rtl' ? 'rtl' : 'ltr', singles: desk.ui.singles, typing: isTyping(target),
      pressing: target !== null && target !== document.body && target.matches('button, a, summary, [role="button"]') && target.matches(':focus-visible'),
    });
    if (command === null) return;
    event.preventDefault();
    if (obeyed(command, event, event.timeStamp)) desk.commands.run(command);
  });
  // A button pressed by mouse or finger gives the focus back, or the next Space would press it again instead of going on.
  document.addEventListener('click', (event) => {
    if (event.detail > 0 && event.target instanceof Element) /** @type {HTMLElement | null} */ (event.target.closest('.desk button, .desk a'))?.blur();
  });
}

/** @param {Element | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'));
}

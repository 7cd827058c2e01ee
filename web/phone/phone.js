// The phone's page: one question a screen. It chooses the view from what it knows of the workshop, keeps the header, the
// line about the connection and the one spoken status in step, and hands touches to the session.
//
// For tests, stable marks in the page:
//   data-view     join | group | waiting | slide | swot | vote | closed | results | receipts   (one at a time, in main)
//   data-paper    coming | there    on the view vote: the module of its kind of ballot
//   data-state    draft | kept | counted | refused          on the views vote, closed and results
//   data-option   the id of an option on the ballot paper and in the bars; data-points its points on the paper
//   data-chosen   the id of an option on the slip of what I voted
//   data-action   send | abstain | change | keep | retry | plus | minus | join | change-group | no-group | receipts | reload | other-code; kinds add their own
//   data-group, data-lang, data-item, data-scope   buttons that choose a group, language, open vote, scope of the result
//   data-receipt, data-check   the code of my ballot, of the round;  data-left  what is left to give;  data-refusal  why not
//   data-time  the time that is left;  data-here  how many are connected;  data-voted  how many have voted;  data-line  the line about the connection
//   ?as=NAME      gives the page an identity of its own, so that several voters can sit in one browser

import { el, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { LANGS, NAMES, createI18n, direction } from '../shared/i18n.js';
import { markElement } from '../shared/mark.js';
import { words as shared_words } from '../shared/words-core.js';
import { createClosedView } from './after-view.js';
import { loadFont } from './font.js';
import { addressOf, chosenLang, codeOfAddress, page_lang, settings } from './identity.js';
import { createCodeView, createGroupView } from './join-view.js';
import { kindsOf } from './kinds.js';
import { addStyle, createLate } from './late.js';
import { createReceiptsView, createResultsView } from './later.js';
import { wantedParts } from './needs.js';
import { openSession } from './session.js';
import { reasonText } from './slip.js';
import { viewOf } from './view.js';
import { createVoteView } from './vote-view.js';
import { createSlideView, createSoonView, createSwotView, createWaitView } from './wait-view.js';
import { words } from './words.js';

/** @typedef {{root: HTMLElement, update: (...args: any[]) => void}} Mounted */
/** @typedef {ReturnType<typeof contextFor>} Context */

const LOST_MS = 3000;  // shorter gaps happen all the time and are nobody's business
const RECEIPTS = '#receipts';
const LANG_MS = 1500;  // so long a first look waits for the words of the language that was chosen before

const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const main = place('main'), line = place('line'), status = place('status');
const i18n = createI18n(shared_words, words);
const late = createLate(arrived, () => show()), kindOf = kindsOf(late);

let session = /** @type {import('./session.js').Session|null} */ (null);
let unknown = '';  // a code that turned out to be nobody's
let wish = /** @type {{group: boolean, item: string|null}} */ ({ group: false, item: null });
let mounted = /** @type {Mounted|null} */ (null), mounted_key = '';
let spoken = '', next_lang = chosenLang(), held = next_lang !== null && next_lang !== page_lang;

const head = createHead(), receipts_link = el('a', { class: 'button button-quiet', href: RECEIPTS, 'data-action': 'receipts' });
i18n.setLang(page_lang);
if (held) {
  late.want([String(next_lang)]);
  setTimeout(() => { held = false; show(); }, LANG_MS);
}
i18n.subscribe(() => show());
addEventListener('popstate', () => { enter(codeOfAddress(), 'none'); show(); });
setInterval(() => { if (session?.state.items) show(); }, 1000);  // clocks
enter(codeOfAddress(), 'none');

/**
 * Goes to a workshop, or to the page that asks for one.
 * @param {string|null} code @param {'push'|'replace'|'none'} [step] in the history: one that "back" undoes, none, or already made
 */
function enter(code, step = 'push') {
  if (session && session.code === code) return;
  const left = session;
  session = null;
  left?.close();
  wish = { group: false, item: null };
  if (step !== 'none') history[`${step}State`](null, '', addressOf(code));
  if (code) {
    unknown = '';
    session = openSession(code, { show, lang: () => i18n.lang, answered }, kindOf);
  }
  show();
}

/** @param {import('../shared/wire.js').Lang} lang */
function setLang(lang) {
  settings.set('lang', lang);
  next_lang = lang;
  if (lang === page_lang || late.get(lang)) speak(lang);
  else late.want([lang]);
  show();
}

/** @param {import('../shared/wire.js').Lang} lang its words are there */
function speak(lang) {
  next_lang = null;
  held = false;
  i18n.setLang(lang);
  session?.greet();
}

/** A late part: the words of a language, or a module with words and styles of its own. @param {string} name @param {any} part */
function arrived(name, part) {
  const lang = LANGS.find((one) => one === name);
  i18n.add(lang ? { [lang]: part } : part.words);
  if (lang && lang === next_lang) speak(lang);
  if (part.css) addStyle(part.css);
  if (session) part.arrive?.(session);
}

/** One polite voice, for those who listen. @param {string} text */
function say(text) {
  spoken = text;
  setText(status, text);
}

/** @param {import('./outbox.js').Pending} pending @param {import('../shared/wire.js').Message} answer */
function answered({ ballot }, answer) {
  if (answer.type === 'receipt') {
    say(i18n.t(Object.keys(ballot).length ? 'counted' : 'counted_abstain'));
    try { navigator.vibrate?.(15); } catch { /* not allowed here */ }
  } else {
    say(`${i18n.t('refused')} ${reasonText(i18n, answer)}`);
    if (answer.reason === 'group-needed') wish.group = true;
    if (answer.reason === 'name-needed') session?.storage.remove('name');
  }
}

function show() {
  if (held) return;
  if (!session) {
    late.want(['code']);
    return mount('join', () => createCodeView({ i18n, late, setLang, enter }), (view) => view.update(unknown), null);
  }
  const { state, connection } = session;
  if (connection.phase === 'ended' && connection.reason === 'unknown-workshop') {
    unknown = session.code;
    enter(null, 'replace');
    return;
  }
  if (state.workshop) i18n.setDigits(state.workshop.digits);
  const view = viewOf(state, { ...wish, no_group: session.storage.get('no_group') }), { item } = view;
  const { voting, group } = session, has_receipts = Object.keys(voting.receipts()).length > 0;
  if (state.welcomed) late.want([...wantedParts(state, item), ...(has_receipts ? ['receipts'] : [])]);
  const clock = { now: session.now(), local: Date.now() };
  const failed = connection.phase === 'ended';
  const key = `${view.name}/${item?.id ?? ''}/${view.round}/${item?.method ?? ''}`;
  const context = contextFor(session);
  const paper = view.name === 'vote' && item && voting.standing(item, view.round, state.mine[item.id]).name !== 'counted';
  if (paper && location.hash) history.replaceState(null, '', addressOf(session.code));  // a vote comes first, and nobody is taken away from what was sent
  const receipts = state.welcomed && location.hash === RECEIPTS;
  setText(receipts_link, i18n.t('receipts'));
  setShown(receipts_link, has_receipts && !paper && !receipts);
  if (failed) mount('failed', () => createWaitView(context), (it) => it.update(state, { failed, slow: true }), state);
  else if (receipts) mount('receipts', () => createReceiptsView(context), (it) => it.update(state), state);
  else if (view.name === 'group') mount(key, () => createGroupView(context), (it) => it.update(state, group), state);
  else if (view.name === 'slide') mount(key, () => createSlideView(context), (it) => it.update(state, view), state);
  else if (view.name === 'swot') mount(key, () => createSwotView(context), (it) => it.update(state, view), state);
  else if (view.name === 'vote' && item) mount(key, () => createVoteView(context, item, voting), (it) => it.update(state, view, clock), state);
  else if (view.name === 'closed') mount(key, () => createClosedView(context, voting), (it) => it.update(state, view, clock), state);
  else if (view.name === 'results') mount(key, () => createResultsView(context, voting), (it) => it.update(state, view, clock), state);
  else if (item) mount(key, () => createSoonView(context), (it) => it.update(state, view, clock.now), state);
  else mount(key, () => createWaitView(context), (it) => it.update(state, { failed, slow: connection.lost_ms >= LOST_MS }), state);
  if (state.welcomed) loadFont(i18n.lang);
}

/** What the views may ask of the page. @param {import('./session.js').Session} open */
function contextFor(open) {
  return {
    i18n, late, kindOf, say, session: open, setLang, toItem, setGroup, noGroup, changeGroup, refresh: show, durable: open.storage.durable,
    hurry: () => { late.hurry(); open.hurry(); }, reload: () => location.reload(), otherCode: () => enter(null),
  };
}

/**
 * Puts a view in place, or updates the one that is there.
 * @param {string} key @param {() => Mounted} create @param {(view: Mounted) => void} update @param {import('../shared/store.js').State|null} state
 */
function mount(key, create, update, state) {
  const fresh = key !== mounted_key || !mounted;
  if (fresh) {
    const had_focus = !!mounted && (main.contains(document.activeElement) || document.activeElement === document.body);
    const next = create(), first = !mounted;
    mounted = next;
    mounted_key = key;
    update(next);
    main.replaceChildren(next.root, ...(state ? [receipts_link] : [])); // an address where one types a code has none
    scrollTo(0, 0);
    if (!first && had_focus) next.root.querySelector('h1')?.focus({ preventScroll: true });
    announce(next.root);
  } else if (mounted) update(mounted);
  head.update(state);
  showLine();
}

/** A new question or the end of one is said; other changes of view speak for themselves. @param {HTMLElement} root */
function announce(root) {
  const title = root.querySelector('h1')?.textContent ?? '', view = root.dataset.view;
  if (view === 'vote') say(i18n.t('now_open', { title }));
  else if (view === 'closed') say(i18n.t('now_closed', { title }));
  else if (spoken) say('');
}

/** The line about the connection, after three seconds and not before. */
function showLine() {
  const lost = !!session?.state.welcomed && session.connection.phase !== 'open' && session.connection.lost_ms >= LOST_MS;
  const not_saving = !!session?.state.welcomed && !session.state.room.saving;
  const trouble = lost ? 'lost' : not_saving ? 'not-saving' : next_lang && late.troubled ? 'language' : null;
  setShown(line, !!trouble);
  setAttr(line, 'data-line', trouble);
  setText(line, trouble === 'lost' ? `${i18n.t('lost')} ${session?.outbox.empty ? '' : i18n.t('lost_kept')}`.trim() : trouble ? i18n.t(trouble === 'language' ? 'late_trouble' : 'not_saving') : '');
}

/** @param {string} id */
function setGroup(id) {
  wish.group = false;
  session?.setGroup(id);
}

/** Where the workshop does not ask for one. */
function noGroup() {
  wish.group = false;
  session?.storage.set('no_group', true);
  show();
}

function changeGroup() {
  wish.group = true;
  show();
}

/** @param {string} id one of several open votes */
function toItem(id) {
  wish.item = id;
  show();
}

/** The header: which workshop, which group, and the language at any time. */
function createHead() {
  const title = el('bdi', { class: 'head-title' }), sample = el('span', { class: 'chip head-sample' }), group = el('bdi', { class: 'head-group small soft' });
  const language = el('select', { 'data-action': 'lang', onchange: () => setLang(/** @type {any} */ (language.value)) },
    ...LANGS.map((lang) => el('option', { value: lang, lang, dir: direction(lang) }, NAMES[lang])));
  const short = el('span', { 'aria-hidden': 'true' }), chooser = el('label', { class: 'head-lang' }, short, language);
  place('head').append(markElement(), el('div', { class: 'head-text' }, title, el('span', { class: 'head-line' }, sample, group)), chooser);
  return {
    /** @param {import('../shared/store.js').State|null} state */
    update(state) {
      const workshop = state?.workshop, mine = workshop?.groups.find(({ id }) => id === state?.you?.group);
      const name = workshop ? i18n.pick(workshop.title) : { text: i18n.t('sawt'), lang: i18n.lang, dir: i18n.dir };
      setWords(title, name);
      setText(sample, i18n.t('sample'));
      setShown(sample, !!workshop?.sample);
      setWords(group, i18n.pick(mine?.name));
      setShown(group, !!mine);
      setAttr(language, 'aria-label', i18n.t('language'));
      const lang = next_lang ?? i18n.lang;
      if (language.value !== lang) language.value = lang;
      setText(short, i18n.lang === 'ar' ? 'ع' : i18n.lang.toUpperCase());
      setShown(chooser, !main.querySelector('[data-lang]'));  // where the languages stand large, once is enough
      const page_title = workshop ? `${name.text} · ${i18n.t('sawt')}` : i18n.t('sawt');
      if (document.title !== page_title) document.title = page_title;
    },
  };
}

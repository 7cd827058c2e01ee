// The page of the records: what may be taken home, whether it adds up, then every vote with its rounds.

import { iconButton, languageSelect } from '../shared/controls.js';
import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { icon, setIcon } from '../shared/icons.js';
import { markElement } from '../shared/mark.js';
import { inDigits } from '../shared/numbers.js';
import { isSealed } from '../shared/secrecy.js';
import { itemsInOrder } from '../shared/store.js';
import { createRoundCard } from './round_card.js';
import { createVerdict } from './verdict.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {{phase: string, lost_ms: number, reason?: string, text?: string}} Link */

const LOST_MS = 3000;

/**
 * @param {object} world
 * @param {I18n} world.i18n
 * @param {ReturnType<typeof import('../shared/theme.js').createTheme>} world.theme
 * @param {ReturnType<typeof import('./downloads.js').createDownloads>} world.downloads
 * @param {ReturnType<typeof import('./checker.js').createChecker>} world.checker
 */
export function createPage({ i18n, theme, downloads, checker }) {
  /** @type {State | null} */
  let last = null;
  const title = el('bdi'), sample = el('span', { class: 'chip chip-sample' }, i18n.t('sample_long'));
  const lost = el('span', { class: 'chip chip-kept', role: 'status' }, i18n.t('reconnecting')), unsaved = el('p', { class: 'banner banner-bad', role: 'alert' }, i18n.t('not_saving'));
  const dark = iconButton('theme', () => { theme.toggle(); setIcon(dark, theme.current === 'dark' ? 'sun' : 'moon'); }, i18n.t('theme_switch'));
  const facts = el('p', { class: 'soft', 'data-part': 'facts' }), as_of = el('p', { class: 'soft small print-only' });
  const open_note = el('p', { class: 'small note-open' }, i18n.t('open_note')), failed = el('p', { class: 'wrong', role: 'alert' });
  const verdict = createVerdict(i18n, checker);
  const votes = el('div', { class: 'votes' }), none = el('p', { class: 'soft' }, i18n.t('no_votes'));
  /** @type {WeakMap<Element, ReturnType<typeof createRoundCard>>} */
  const cards = new WeakMap();

  const root = el('div', { class: 'records' },
    el('header', { class: 'records-head' }, markElement(), el('div', null, el('p', { class: 'soft small' }, i18n.t('records')), el('h1', null, title)), sample, lost,
      el('div', { class: 'head-end screen-only' }, languageSelect(i18n), dark, el('button', { type: 'button', class: 'button', 'data-act': 'print', onclick: () => print() }, i18n.t('print')))),
    el('main', { class: 'records-main' }, unsaved, facts, as_of,
      el('section', { class: 'card take screen-only', 'aria-label': i18n.t('take_home') }, el('h2', null, i18n.t('take_home')),
        el('div', { class: 'take-files' }, file('archive'), file('report'), file('xlsx'), file('csv'), file('jsonl'), checkFile()), open_note, failed),
      verdict.root,
      el('section', { class: 'rounds', 'aria-label': i18n.t('results_all') }, el('h2', null, i18n.t('results_all')), none, votes),
      secrecy(i18n)));

  /** @param {import('./downloads.js').Format} format */
  function file(format) {
    return el('button', { type: 'button', class: 'button take-file', 'data-act': `download-${format}`, onclick: async () => {
      setText(failed, '');
      setText(failed, await downloads.save(format, anyOpen()));
    } }, icon('save'), el('span', null, el('b', null, i18n.t(`file_${format}`)), el('span', { class: 'small soft' }, i18n.t(`file_${format}_is`))));
  }

  /** The page that recounts a log, as a file: for a stick, or to be opened here. */
  function checkFile() {
    return el('a', { class: 'button take-file', href: '/check', download: 'sawt-check.html', 'data-act': 'download-check' }, icon('check'), el('span', null, el('b', null, i18n.t('file_check')), el('span', { class: 'small soft' }, i18n.t('file_check_is'))));
  }

  function anyOpen() {
    return last !== null && itemsInOrder(last).some((item) => item.status === 'open');
  }

  return {
    root,
    /** @param {State} state @param {Link} link */
    update(state, link) {
      last = state;
      const { workshop, room } = state;
      setWords(title, i18n.pick(workshop?.title));
      setShown(sample, workshop?.sample === true);
      setShown(lost, link.phase !== 'open' && link.lost_ms >= LOST_MS);
      setShown(unsaved, !room.saving);
      setIcon(dark, theme.current === 'dark' ? 'sun' : 'moon');
      setText(facts, [`${i18n.t('code')} ${inDigits(workshop?.code ?? '', i18n.digits)}`, i18n.t('joined', { n: room.voters }), i18n.t('entries', { n: state.entry })].join(' · '));
      setText(as_of, i18n.t('as_of', { time: new Intl.DateTimeFormat(`${i18n.lang}-u-nu-${i18n.digits}`, { dateStyle: 'long', timeStyle: 'short' }).format(Date.now()) }));
      setText(open_note, i18n.t(itemsInOrder(state).some(isSealed) ? 'open_note_secret' : 'open_note'));
      setShown(open_note, anyOpen());
      verdict.update(state);
      const items = itemsInOrder(state).filter((item) => item.kind === 'vote');
      setShown(none, items.length === 0);
      keyed(votes, items.flatMap((item) => roundsOf(item).map((round) => ({ item, round }))), ({ item, round }) => `${item.id}/${round}`, () => {
        const card = createRoundCard(i18n);
        cards.set(card.root, card);
        return card.root;
      }, (node, { item, round }) => cards.get(node)?.update(state, item, round, checker.check));
    },
  };
}

/** @param {Item} item @returns {number[]} */
function roundsOf(item) {
  return (item.rounds ?? []).map((round) => round.round);
}

/** What the log holds and what nobody finds in it. @param {I18n} i18n */
function secrecy(i18n) {
  const list = (/** @type {string} */ name, /** @type {number} */ many) => el('ul', { class: 'points' }, ...Array.from({ length: many }, (_, index) => el('li', null, i18n.t(`${name}_${index + 1}`))));
  return el('section', { class: 'card secrecy' }, el('h2', null, i18n.t('log_title')), el('div', { class: 'secrecy-parts' },
    el('div', null, el('h3', null, i18n.t('log_holds')), list('log_holds', 4)), el('div', null, el('h3', null, i18n.t('log_secret')), list('log_secret', 4))));
}

/** Nothing to show: still connecting, or the connection ended for good. @param {HTMLElement} root @param {I18n} i18n @param {Link} link */
export function drawAlone(root, i18n, link) {
  const ended = link.phase === 'ended';
  setAttr(document.body, 'data-view', ended ? 'ended' : 'connecting');
  document.title = i18n.t('records');
  const known = ended && ['wrong-key', 'unknown-workshop'].includes(link.reason ?? '') ? `ended_${(link.reason ?? '').replace('-', '_')}` : ended ? 'ended' : link.lost_ms > LOST_MS ? 'reconnecting' : 'connecting';
  root.replaceChildren(el('main', { class: 'alone', 'data-reason': link.reason ?? null }, markElement(), ended ? el('h1', null, i18n.t(known)) : el('p', { class: 'soft', role: 'status' }, i18n.t(known)),
    ended ? el('p', { class: 'soft', dir: 'auto' }, known === 'ended' ? link.text ?? '' : i18n.t(`${known}_text`)) : null,
    ended ? el('div', { class: 'row' }, el('button', { type: 'button', class: 'button button-act', 'data-act': 'again', onclick: () => location.reload() }, i18n.t('try_again')), languageSelect(i18n)) : null));
}

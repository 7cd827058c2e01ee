// The page: where a file is dropped, what was found, and a card for each round, as on the records page.

import { createRoundCard } from '../records/round_card.js';
import { iconButton, languageSelect } from '../shared/controls.js';
import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { icon, setIcon } from '../shared/icons.js';
import { markElement } from '../shared/mark.js';
import { empty, itemsInOrder, reduce } from '../shared/store.js';
import { WELCOME } from '../shared/wire.js';
import { createFinding } from './finding.js';
import { createRefusals } from './refusals.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('./check.js').Desk} Desk */
/** @typedef {import('./examine.js').Examined} Examined */

/**
 * @param {object} world
 * @param {I18n} world.i18n
 * @param {ReturnType<typeof import('../shared/theme.js').createTheme>} world.theme
 * @param {(files: Iterable<File>) => void} world.take
 * @param {(key: string) => void} world.setKey
 */
export function createPage({ i18n, theme, take, setKey }) {
  const dark = iconButton('theme', () => { theme.toggle(); setIcon(dark, theme.current === 'dark' ? 'sun' : 'moon'); }, i18n.t('theme_switch'));
  const input = el('input', { type: 'file', multiple: true, class: 'visually-hidden', id: 'files', tabindex: '-1', 'aria-hidden': 'true', onchange: () => { take([...input.files ?? []]); input.value = ''; } });
  const choose = el('button', { type: 'button', class: 'button button-act', 'data-act': 'choose', onclick: () => input.click() }, icon('save'), el('span', null, i18n.t('choose_file')));
  const files = el('ul', { class: 'small files' }), stranger = el('p', { class: 'wrong', role: 'alert' });
  const drop = el('div', { class: 'drop' }, el('p', { class: 'drop-title' }, i18n.t('drop_here')), el('p', { class: 'soft' }, i18n.t('drop_more')), choose, input, files, stranger);
  const key = el('input', { type: 'text', name: 'key', id: 'key', class: 'input', dir: 'ltr', autocomplete: 'off', spellcheck: 'false', onchange: () => setKey(key.value) });
  const bad_key = el('p', { class: 'wrong', role: 'alert' });
  const bar = el('progress', { max: '1', 'aria-label': i18n.t('reading_file') }), busy = el('div', { class: 'busy' }, el('p', null, i18n.t('reading_file')), bar);
  const failed = el('p', { class: 'banner banner-bad', role: 'alert' }, i18n.t('unreadable_file'));
  const finding = createFinding(i18n), rounds = el('div', { class: 'votes' }), other = createRefusals(i18n, 'h2'), title = el('bdi'), sample = el('span', { class: 'chip chip-sample' }, i18n.t('sample_long'));
  const results = el('section', { class: 'rounds', 'aria-label': i18n.t('results_all') }, el('h2', null, title, ' ', sample), rounds, el('div', { class: 'card', 'data-part': 'other-refused' }, other.root));
  /** @type {WeakMap<Element, {card: ReturnType<typeof createRoundCard>, refusals: ReturnType<typeof createRefusals>}>} */
  const cards = new WeakMap();
  let over = 0;

  const root = el('div', { class: 'records recount' },
    el('header', { class: 'records-head' }, markElement(), el('div', null, el('h1', null, i18n.t('check_page'))), el('div', { class: 'head-end screen-only' }, languageSelect(i18n), dark)),
    el('main', { class: 'records-main' }, el('p', { class: 'soft lead' }, i18n.t('check_page_text')),
      el('section', { class: 'card take screen-only', 'aria-label': i18n.t('drop_here') }, drop, el('div', { role: 'status', class: 'status' }, busy),
        el('details', { class: 'elsewhere' }, el('summary', null, i18n.t('elsewhere')), el('label', { for: 'key' }, i18n.t('log_key')), key, el('p', { class: 'soft small' }, i18n.t('log_key_why')), bad_key)),
      failed, finding.root, results));

  // A file may be dropped anywhere; the browser would open it in place of the page.
  for (const event of ['dragenter', 'dragover', 'dragleave', 'drop']) root.addEventListener(event, (given) => {
    const dragged = /** @type {DragEvent} */ (given);
    dragged.preventDefault();
    if (event === 'dragenter') over += 1;
    if (event === 'dragleave') over -= 1;
    if (event === 'drop') {
      over = 0;
      take([...dragged.dataTransfer?.files ?? []]);
    }
    setAttr(drop, 'data-over', over > 0);
  });

  return {
    root,
    /** @param {Desk} desk */
    update(desk) {
      const { examined } = desk;
      setIcon(dark, theme.current === 'dark' ? 'sun' : 'moon');
      if (document.activeElement !== key) key.value = desk.key;
      setText(stranger, desk.stranger ? i18n.t('file_unknown', { name: desk.stranger }) : '');
      setText(bad_key, examined?.end === 'bad-key' ? i18n.t('bad_key') : '');
      keyed(files, [...desk.log ? [i18n.t('file_log', { name: desk.log.name })] : [], ...desk.note ? [i18n.t('file_note', { name: desk.note.name })] : []], (line) => line, (line) => el('li', { dir: 'auto' }, line));
      setShown(busy, desk.view === 'busy');
      bar.value = desk.share;
      setShown(failed, desk.view === 'failed');
      const done = desk.view === 'done' && examined?.end === 'done' ? examined : null;
      const state = done?.workshop ? reduce(empty, /** @type {any} */ ({ type: WELCOME, entry: done.book?.entries, workshop: done.workshop, tallies: done.tallies })) : null;
      finding.update(done, state);
      setShown(results, state !== null);
      if (!done || !state) return;
      setWords(title, i18n.pick(state.workshop?.title));
      setShown(sample, state.workshop?.sample === true);
      other.update(i18n.t('not_counted_other'), done.finding?.refused?.[''] ?? []);
      setShown(/** @type {Element} */ (other.root.parentElement), (done.finding?.refused?.[''] ?? []).length > 0);
      drawRounds(done, state);
    },
  };

  /** @param {Examined} done @param {import('../shared/store.js').State} state */
  function drawRounds({ verdicts, finding: found }, state) {
    const check = /** @type {import('../records/checker.js').Check} */ ({ status: verdicts.every((one) => one.differences.length === 0) ? 'right' : 'wrong', verdicts, book: null, at: 1 });
    const all = itemsInOrder(state).filter((item) => item.kind === 'vote').flatMap((item) => (item.rounds ?? []).map(({ round }) => ({ item, round })));
    keyed(rounds, all, ({ item, round }) => `${item.id}/${round}`, () => {
      const card = createRoundCard(i18n), refusals = createRefusals(i18n, 'h4');
      card.root.append(refusals.root);
      cards.set(card.root, { card, refusals });
      return card.root;
    }, (node, { item, round }) => {
      cards.get(node)?.card.update(state, item, round, check);
      cards.get(node)?.refusals.update(i18n.t('not_counted'), round === item.round ? found?.refused?.[item.id] ?? [] : []);
    });
  }
}

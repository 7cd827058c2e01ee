// Ranking: a tap puts an option at the end of my order, a tap in the order takes it out again, and buttons or a drag by the
// handle move it. Each place holds one option; what is not ranked stays below.

import { el, keyed, setAttr, setShown, setText, setWords, svg } from '../../../shared/dom.js';
import { shownOptions } from '../../order.js';
import { textElements, showText } from '../../paper.js';
import { badgeElement } from '../../parts.js';
import { dragging } from './drag.js';
import { limit, listed, move, place, remove } from './order.js';

export { words } from './words.js';

/** @typedef {import('../../kinds.js').I18n} I18n */
/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */
/** @typedef {import('../../paper.js').Row} Row */

const UP = 'M6 15l6-6 6 6', DOWN = 'M6 9l6 6 6-6', GRIP = 'M5 9h14M5 15h14', PLUS = 'M6 12h12M12 6v12';

const sign = (/** @type {string} */ d) => svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d }));

/** @type {import('../../kinds.js').Kind} */
const ranking = {
  fitting: (item, ballot) => ({ ranking: listed(item, ballot) }),
  lack: (item, ballot) => listed(item, ballot).length ? null : ['need_rank'],
  rule(i18n, item) {
    const most = limit(item), all = (item.options ?? []).length;
    return [i18n.t('rule_ranking'), most < all && i18n.t('rule_ranked', { n: most }), i18n.t(item.params?.unranked === 'ignore' ? 'rule_unranked_ignored' : 'rule_unranked')].filter(Boolean).join(' ');
  },
  left(i18n, item, ballot) {
    const all = limit(item), given = listed(item, ballot).length;
    return { text: i18n.t('ranked_of', { given, all }), given, all };
  },
  lines: (i18n, item, ballot) => listed(item, ballot).map((id, i) => ({ id, number: i + 1, text: i18n.pick(item.options?.find((option) => option.id === id)?.text) })),
  createPaper,
};

/** @param {I18n} i18n @param {Item} first @param {import('../../kinds.js').Hand} hand @returns {import('../../kinds.js').Paper} */
function createPaper(i18n, first, hand) {
  const legend = el('legend', { class: 'visually-hidden' }), order = el('ol', { class: 'options ranked' }), pool = el('ul', { class: 'options' });
  const pool_title = el('p', { class: 'small soft' });
  const clear = el('button', { class: 'button button-quiet', type: 'button', 'data-action': 'clear', onclick: () => hand.touch(() => ({ ballot: { ranking: [] }, said: i18n.t('rank_cleared') })) });
  const root = el('fieldset', { class: 'paper stack' }, legend, order, pool_title, pool, clear);
  let item = first, focus = () => {};

  const nameOf = (/** @type {string} */ id) => i18n.pick(item.options?.find((option) => option.id === id)?.text).text;
  const inOrder = (/** @type {string} */ id, /** @type {string} */ action) => /** @type {HTMLElement|null} */ (order.querySelector(`[data-option="${id}"] [data-action="${action}"]`));

  /** Where an option stands now, for those who listen. @param {Ballot} ballot @param {string} id */
  function told(ballot, id) {
    const at = listed(item, ballot).indexOf(id);
    return at < 0 ? i18n.t('rank_out', { option: nameOf(id) }) : i18n.t('rank_at', { option: nameOf(id), place: at + 1, of: listed(item, ballot).length });
  }

  /** @param {string} id @param {(ballot: Ballot, now: Item) => import('../../kinds.js').Touched} change @param {() => HTMLElement|null|undefined} next takes the focus */
  function touch(id, change, next) {
    focus = () => next()?.focus({ preventScroll: true });
    return hand.touch((ballot, now) => {
      const touched = change(ballot, now);
      return { ...touched, said: told(touched.ballot, id) };
    });
  }

  /** @param {string} id */
  function createRanked(id) {
    const step = (/** @type {string} */ action, /** @type {number} */ way, /** @type {string} */ d) => el('button', { class: 'step', type: 'button', 'data-action': action,
      onclick: () => touch(id, (ballot, now) => move(now, ballot, id, listed(now, ballot).indexOf(id) + way), () => inOrder(id, action)) }, sign(d));
    const handle = el('span', { class: 'handle' }, sign(GRIP), el('span', { class: 'rank num' }));
    const out = el('button', { class: 'rank-text', type: 'button', 'data-action': 'out',
      onclick: () => touch(id, (ballot, now) => remove(now, ballot, id), () => pool.querySelector(`[data-option="${id}"] button`)) }, badgeElement(), textElements());
    const row = el('li', { class: 'option mine', 'data-option': id }, el('div', { class: 'option-box' }, handle, out, el('span', { class: 'stepper' }, step('up', -1, UP), step('down', 1, DOWN))));
    dragging(handle, row, order, (to) => touch(id, (ballot, now) => move(now, ballot, id, to), () => null));
    return row;
  }

  /** @param {string} id */
  function createPooled(id) {
    const button = el('button', { class: 'option-box', type: 'button', 'data-action': 'rank', onclick: () => {
      const rows = [...pool.children], next = rows[rows.findIndex((row) => row.contains(button)) + 1] ?? null;
      touch(id, (ballot, now) => place(now, ballot, id), () => (next?.isConnected ? next : pool.lastElementChild)?.querySelector('button') ?? inOrder(id, 'out'));
    } }, badgeElement(), textElements(), el('span', { class: 'rank-add' }, sign(PLUS)));
    return el('li', { class: 'option', 'data-option': id }, button);
  }

  return {
    root,
    update(now, ballot, voter) {
      item = now;
      const ids = listed(item, ballot), shown = shownOptions(item, voter), rows = ids.map((id) => /** @type {Row} */ (shown.find(({ option }) => option.id === id)));
      setWords(legend, i18n.pick(item.title));
      setAttr(order, 'aria-label', i18n.t('my_order'));
      keyed(order, rows, ({ option }) => option.id, ({ option }) => createRanked(option.id), (node, row, i) => {
        const text = { option: nameOf(row.option.id) };
        showText(i18n, node, row);
        setText(/** @type {Element} */ (node.querySelector('.rank')), i18n.number(i + 1));
        setAttr(/** @type {Element} */ (node.querySelector('[data-action="out"]')), 'aria-label', i18n.t('rank_take_out', { ...text, place: i + 1 }));
        for (const [action, end] of /** @type {const} */ ([['up', 0], ['down', ids.length - 1]])) {
          const button = /** @type {Element} */ (node.querySelector(`[data-action="${action}"]`));
          setAttr(button, 'aria-label', i18n.t(`rank_${action}`, text));
          setAttr(button, 'aria-disabled', i === end ? 'true' : null);
        }
      });
      keyed(pool, shown.filter(({ option }) => !ids.includes(option.id)), ({ option }) => option.id, ({ option }) => createPooled(option.id), (node, row) => showText(i18n, node, row));
      setShown(order, ids.length > 0);
      setShown(pool_title, ids.length > 0 && ids.length < shown.length);
      setText(pool_title, i18n.t('unranked'));
      setShown(clear, ids.length > 1);
      setText(clear, i18n.t('rank_clear'));
      focus();
      focus = () => {};
    },
  };
}

/** @type {Record<string, import('../../kinds.js').Kind>} */
export const kinds = Object.fromEntries(['borda', 'condorcet', 'schulze', 'ranked_pairs', 'irv', 'stv', 'concordance'].map((method) => [method, ranking]));

// Between the votes: the phone says that it is alive (people in the hall, my group), shows the slide that is on the wall, or a
// question that will open soon, for reading ahead.

import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { markElement } from '../shared/mark.js';
import { createLater } from './later.js';
import { shownOptions } from './order.js';
import { badgeElement, createMeta, createQuestion } from './parts.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('./view.js').View} View */

/** How many are here and which group is mine. @param {I18n} i18n @param {() => void} changeGroup */
function createAlive(i18n, changeGroup) {
  const here = el('p', { class: 'here num', 'data-here': '' });
  const group = el('bdi'), label = el('span', { class: 'soft' });
  const change = el('button', { class: 'button button-quiet', type: 'button', 'data-action': 'change-group', onclick: changeGroup });
  const mine = el('div', { class: 'card my-group' }, el('p', null, label, ' ', group), change);
  return {
    root: el('div', { class: 'stack' }, here, mine),
    /** @param {State} state */
    update(state) {
      const found = state.workshop?.groups.find(({ id }) => id === state.you?.group);
      setShown(here, state.welcomed);
      setText(here, i18n.t('here', { n: state.room.connected }));
      setShown(mine, !!state.workshop?.groups.length && state.welcomed);
      setText(label, i18n.t('my_group'));
      setWords(group, found ? i18n.pick(found.name) : { text: i18n.t('no_group'), lang: '', dir: 'auto' });
      setText(change, i18n.t('change_group'));
    },
  };
}

/** @param {{i18n: I18n, changeGroup: () => void, reload: () => void, otherCode: () => void, durable: boolean}} context */
export function createWaitView({ i18n, changeGroup, reload, otherCode, durable }) {
  const mark = markElement(), title = el('h1', { tabindex: -1 }), text = el('p', { class: 'soft' });
  const alive = createAlive(i18n, changeGroup);
  const again = el('button', { class: 'button button-act', type: 'button', 'data-action': 'reload', onclick: reload });
  const other = el('button', { class: 'button', type: 'button', 'data-action': 'other-code', onclick: otherCode });
  const memory = el('p', { class: 'notice', 'data-notice': 'memory' });
  const root = el('section', { class: 'view view-calm', 'data-view': 'waiting' }, mark, el('div', { class: 'question' }, title, text), alive.root, again, other, memory);
  return {
    root,
    /** @param {State} state @param {{failed: boolean, slow: boolean}} connection */
    update(state, { failed, slow }) {
      setAttr(mark, 'data-alive', !failed);
      setText(title, i18n.t(failed ? 'failed' : state.welcomed ? 'wait_title' : 'connecting'));
      setText(text, failed ? '' : state.welcomed ? i18n.t('wait_text') : slow ? i18n.t('lost') : '');
      alive.update(state);
      for (const button of [again, other]) setShown(button, failed);
      setText(again, i18n.t('reload'));
      setText(other, i18n.t('other_code'));
      setShown(memory, !durable);
      setText(memory, i18n.t('memory'));
    },
  };
}

/** A slide: its title and note. @param {{i18n: I18n}} context */
export function createSlideView({ i18n }) {
  const question = createQuestion(i18n);
  const root = el('section', { class: 'view view-slide', 'data-view': 'slide' }, markElement(), question.root);
  return { root, update: (/** @type {State} */ _, /** @type {View} */ { item }) => { if (item) question.update(item); } };
}

/** The SWOT board, which is a late module. @param {import('./phone.js').Context} context */
export function createSwotView(context) {
  const question = createQuestion(context.i18n), board = createLater(context, 'swot', (part) => part.createSwot(context.i18n));
  const root = el('section', { class: 'view', 'data-view': 'swot' }, question.root, board.root);
  return {
    root,
    /** @param {State} _ @param {View} view */
    update(_, { item }) {
      if (!item) return;
      question.update(item);
      board.update(item);
    },
  };
}

/** A question that is not open yet. @param {{i18n: I18n}} context */
export function createSoonView({ i18n }) {
  const meta = createMeta(i18n), question = createQuestion(i18n), list = el('ol', { class: 'preview' });
  const root = el('section', { class: 'view', 'data-view': 'waiting' }, meta.root, question.root, list);
  return {
    root,
    /** @param {State} state @param {View} view @param {number} now */
    update(state, { item, round }, now) {
      if (!item) return;
      meta.update(item, round, i18n.t('soon'), now);
      question.update(item);
      keyed(list, shownOptions(item, state.you?.voter ?? ''), ({ option }) => option.id, () => el('li', null, badgeElement(), el('bdi')), (row, { option, number }) => {
        setText(/** @type {Element} */ (row.firstElementChild), i18n.number(number));
        setWords(/** @type {Element} */ (row.lastElementChild), i18n.pick(option.text));
      });
    },
  };
}

// Between the votes: the phone says that it is alive (people in the hall, my group), shows the slide or the SWOT board
// that is on the wall, or a question that will open soon, for reading ahead.

import { el, keyed, setAttr, setShown, setText, setWords, svg } from '../shared/dom.js';
import { markElement } from '../shared/mark.js';
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
      setShown(mine, !!found);
      setText(label, i18n.t('my_group'));
      setWords(group, i18n.pick(found?.name));
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

/** The quarters, each with a sign beside its colour. */
const QUARTERS = /** @type {const} */ ({ strengths: 'M6 12h12M12 6v12', weaknesses: 'M6 12h12', opportunities: 'M12 19V6m-6 5 6-6 6 6', threats: 'M12 5v9m0 4.5v.1' });

/** The SWOT board, quarter by quarter. @param {{i18n: I18n}} context */
export function createSwotView({ i18n }) {
  const question = createQuestion(i18n);
  const quarters = Object.entries(QUARTERS).map(([key, d]) => {
    const name = /** @type {keyof typeof QUARTERS} */ (key), title = el('span'), list = el('ul');
    const sign = svg('svg', { class: 'quarter-sign', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d }));
    return { name, title, list, root: el('section', { class: `card quarter quarter-${name}` }, el('h2', null, sign, title), list) };
  });
  const root = el('section', { class: 'view', 'data-view': 'swot' }, question.root, el('div', { class: 'quarters' }, ...quarters.map((quarter) => quarter.root)));
  return {
    root,
    /** @param {State} _ @param {View} view */
    update(_, { item }) {
      if (!item) return;
      question.update(item);
      for (const { name, title, list, root: card } of quarters) {
        const lines = item.lines?.[name] ?? [];
        setShown(card, lines.length > 0);
        setText(title, i18n.t(name));
        keyed(list, lines, ({ id }) => id, () => el('li'), (line, { text }) => setWords(line, i18n.pick(text)));
      }
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

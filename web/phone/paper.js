// The ballot paper: the options of one vote as radio buttons, tick boxes or rows of points. The browser's own controls
// carry state, keyboard and names; a touch is shown before anything travels. The paper keeps no state of its own.

import { el, keyed, setAttr, setClass, setShown, setText, setWords, svg } from '../shared/dom.js';
import { chosen, left, pointsOf } from './ballot.js';
import { shownOptions } from './order.js';
import { badgeElement } from './parts.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/wire.js').Ballot} Ballot */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Option} Option */
/** @typedef {{option: Option, number: number}} Row */
/**
 * @typedef {object} Hand what the paper does with a touch
 * @property {(option: string) => boolean} choose false if it changed nothing
 * @property {(option: string, step: 1|-1) => boolean} point
 */

/** @param {I18n} i18n @param {Item} item @param {Hand} hand */
export function createPaper(i18n, item, hand) {
  const dots = item.method === 'dots';
  const legend = el('legend', { class: 'visually-hidden' }), list = el(dots ? 'ol' : 'div', { class: 'options' });
  const root = el('fieldset', { class: 'paper' }, legend, list);
  return {
    root,
    /** @param {Item} now_item @param {Ballot} ballot @param {string} voter */
    update(now_item, ballot, voter) {
      const picked = new Set(chosen(ballot));
      setWords(legend, i18n.pick(now_item.title));
      keyed(list, shownOptions(now_item, voter), ({ option }) => option.id,
        ({ option }) => dots ? createPoints(option.id, hand) : createChoice(item, option.id, hand),
        (node, row) => {
          const id = row.option.id;
          showText(i18n, node, row);
          setClass(node, 'mine', picked.has(id));
          if (dots) showPoints(i18n, node, row, ballot, now_item);
          else {
            const input = /** @type {HTMLInputElement} */ (node.querySelector('input'));
            if (input.checked !== picked.has(id)) input.checked = picked.has(id);
          }
        });
    },
  };
}

function textElements() {
  return el('span', { class: 'option-text' }, el('bdi', { class: 'option-name' }), el('bdi', { class: 'option-detail small soft' }));
}

/** @param {I18n} i18n @param {Element} node @param {Row} row */
function showText(i18n, node, { option, number }) {
  const [name, detail] = /** @type {HTMLElement} */ (node.querySelector('.option-text')).children;
  setText(/** @type {Element} */ (node.querySelector('.badge')), i18n.number(number));
  setWords(name, i18n.pick(option.text));
  setWords(detail, i18n.pick(option.detail));
  setShown(detail, !!option.detail);
}

/** @param {Item} item @param {string} id @param {Hand} hand */
function createChoice(item, id, hand) {
  const input = el('input', { class: 'visually-hidden', type: item.method === 'plurality' ? 'radio' : 'checkbox', name: item.id, onchange: () => {
    if (!hand.choose(id)) input.checked = false;
  } });
  const tick = svg('svg', { class: 'tick', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: 'm6 12.5 4 4 8-9' }));
  const round = item.method === 'plurality' ? 'tick-box tick-round' : 'tick-box';
  return el('label', { class: 'option', 'data-option': id }, input, el('span', { class: 'option-box' }, badgeElement(), textElements(), el('span', { class: round }, tick)));
}

/** @param {string} id @param {Hand} hand */
function createPoints(id, hand) {
  const button = (/** @type {'minus'|'plus'} */ action, /** @type {string} */ d) =>
    el('button', { class: 'step', type: 'button', 'data-action': action, onclick: () => hand.point(id, action === 'plus' ? 1 : -1) },
      svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d })));
  return el('li', { class: 'option', 'data-option': id }, el('div', { class: 'option-box' }, badgeElement(), textElements(),
    el('span', { class: 'stepper' }, button('minus', 'M6 12h12'), el('span', { class: 'points num', 'data-points': '' }), button('plus', 'M6 12h12M12 6v12'))));
}

/** @param {I18n} i18n @param {Element} node @param {Row} row @param {Ballot} ballot @param {Item} item */
function showPoints(i18n, node, { option, number }, ballot, item) {
  const [minus, count, plus] = /** @type {Element} */ (node.querySelector('.stepper')).children;
  const given = pointsOf(ballot, option.id), name = `${i18n.number(number)}. ${i18n.pick(option.text).text}`;
  setText(count, i18n.number(given));
  setAttr(minus, 'aria-label', i18n.t('take_point', { option: name }));
  setAttr(plus, 'aria-label', i18n.t('add_point', { option: name }));
  setAttr(minus, 'aria-disabled', given === 0 ? 'true' : null);
  // Not disabled: pressed anyway, it explains why.
  setAttr(plus, 'data-spent', left(item, ballot) <= 0 || given >= (item.params?.cap ?? Infinity));
}

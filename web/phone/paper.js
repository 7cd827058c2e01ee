// The rows of a ballot paper: each option with its number and text, and beside or under them what its kind of ballot puts
// there. A touch is shown before anything travels. The paper keeps no state of its own.

import { el, keyed, setClass, setShown, setText, setWords } from '../shared/dom.js';
import { shownOptions } from './order.js';
import { badgeElement } from './parts.js';

/** @typedef {import('./kinds.js').I18n} I18n */
/** @typedef {import('./kinds.js').Item} Item */
/** @typedef {import('./kinds.js').Ballot} Ballot */
/** @typedef {{option: import('./kinds.js').Option, number: number}} Row */

/**
 * @param {I18n} i18n @param {'ol'|'div'} tag @param {(id: string) => Element} create
 * @param {(node: Element, row: Row, item: Item, ballot: Ballot, former: import('./kinds.js').Former) => boolean} show true marks it as mine
 * @returns {import('./kinds.js').Paper}
 */
export function createRows(i18n, tag, create, show) {
  const legend = el('legend', { class: 'visually-hidden' }), list = el(tag, { class: 'options' });
  return {
    root: el('fieldset', { class: 'paper' }, legend, list),
    update(item, ballot, voter, former) {
      setWords(legend, i18n.pick(item.title));
      keyed(list, shownOptions(item, voter), ({ option }) => option.id, ({ option }) => create(option.id), (node, row) => {
        showText(i18n, node, row);
        setClass(node, 'mine', show(node, row, item, ballot, former));
      });
    },
  };
}

/** A row that is not pressed as a whole. @param {string} id @param {...(Node|false)} controls */
export function rowElement(id, ...controls) {
  return el('li', { class: 'option', 'data-option': id }, el('div', { class: 'option-box' }, badgeElement(), textElements(), ...controls));
}

export function textElements() {
  return el('span', { class: 'option-text' }, el('bdi', { class: 'option-name' }), el('bdi', { class: 'option-detail small soft' }));
}

/** @param {I18n} i18n @param {Element} node @param {Row} row */
export function showText(i18n, node, { option, number }) {
  const [name, detail] = /** @type {HTMLElement} */ (node.querySelector('.option-text')).children;
  setText(/** @type {Element} */ (node.querySelector('.badge')), i18n.number(number));
  setWords(name, i18n.pick(option.text));
  setWords(detail, i18n.pick(option.detail));
  setShown(detail, !!option.detail);
}

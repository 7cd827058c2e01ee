// A priority matrix: one option at a time, placed on two scales, with a way back and the number of those that are done. Small
// dots show where my options lie so far.

import { el, keyed, setAttr, setShown, setText, setWords, svg } from '../../../shared/dom.js';
import { shownOptions } from '../../order.js';
import { showText, textElements } from '../../paper.js';
import { badgeElement } from '../../parts.js';
import { linesOf } from '../../choice.js';
import { cellsOf, createScale } from '../scale.js';
import { axesOf, done, fitting, put, startAt } from './places.js';

export { words } from './words.js';

/** @typedef {import('../../kinds.js').I18n} I18n */
/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */
/** @typedef {import('../../../shared/wire.js').Axis} Axis */

/** @param {I18n} i18n @param {Axis} axis */
const nameOf = (i18n, { name, id }) => i18n.pick(name ?? id);

/** @type {import('../../kinds.js').Kind} */
const matrix = {
  fitting,
  lack: (_, ballot) => Object.keys(ballot.scores ?? {}).length ? null : ['need_place'],
  rule: (i18n) => i18n.t('rule_matrix'),
  left(i18n, item, ballot) {
    const all = (item.options ?? []).length, given = (item.options ?? []).filter(({ id }) => done(item, ballot, id)).length;
    return { text: i18n.t('placed_of', { given, all }), given, all };
  },
  lines: (i18n, item, ballot) => linesOf(i18n, item, (id) => {
    const marks = ballot.scores?.[id];
    return marks && axesOf(item).filter((axis) => axis.id in marks).map((axis) => `${nameOf(i18n, axis).text} ${i18n.number(marks[axis.id])}`).join(' · ');
  }),
  createPaper,
};

/** @param {I18n} i18n @param {Item} first @param {import('../../kinds.js').Hand} hand @returns {import('../../kinds.js').Paper} */
function createPaper(i18n, first, hand) {
  let at = -1, rows = /** @type {import('../../paper.js').Row[]} */ ([]), last = () => {};
  const where = el('p', { class: 'small soft num' }), legend = el('legend', { class: 'visually-hidden' });
  const head = el('div', { class: 'matrix-head', tabindex: -1 }, badgeElement(), textElements());
  const axes = el('div', { class: 'stack axes' });
  const step = (/** @type {string} */ action, /** @type {number} */ way, /** @type {string} */ look) => el('button', { class: `button ${look}`, type: 'button', 'data-action': action, onclick: () => go(at + way) });
  const back = step('back', -1, ''), next = step('next', 1, 'button-next');
  const map = createMap(i18n);
  const card = el('div', { class: 'option matrix-card card' }, head, axes, el('div', { class: 'both' }, back, next));
  const root = el('fieldset', { class: 'paper stack' }, legend, where, card, map.root);

  /** @param {number} to past the last one, the first that is not done */
  function go(to) {
    at = to < rows.length ? Math.max(0, to) : -1;
    last();
    hand.say(head.textContent ?? '');
    head.focus({ preventScroll: true });
    where.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Axis} axis */
  function createAxis(axis) {
    const scale = createScale(i18n, `${first.id}-${axis.id}`, axis.max - axis.min > 10, (value) => {
      const { id } = rows[at].option;
      hand.touch((ballot) => ({ ballot: put(ballot, id, axis.id, value) }));
    });
    const node = el('div', { class: 'axis', 'data-axis': axis.id }, el('p', { class: 'axis-name' }), scale.root);
    scales.set(node, scale);
    return node;
  }
  /** @type {Map<Element, ReturnType<typeof createScale>>} */
  const scales = new Map();

  return {
    root,
    update(item, ballot, voter, former) {
      last = () => this.update(item, ballot, voter, former);
      rows = shownOptions(item, voter);
      if (at < 0) at = startAt(item, ballot, rows.map(({ option }) => option.id));
      at = Math.min(at, rows.length - 1);
      const row = rows[at], all = rows.length, mine = ballot.scores?.[row.option.id] ?? {};
      setWords(legend, i18n.pick(item.title));
      setText(where, i18n.t('place_of', { n: at + 1, all }));
      showText(i18n, head, row);
      setAttr(card, 'data-option', row.option.id);
      setAttr(card, 'class', `option matrix-card card ${done(item, ballot, row.option.id) ? 'mine' : ''}`);
      keyed(axes, axesOf(item), ({ id }) => id, createAxis, (node, axis) => {
        setWords(/** @type {Element} */ (node.firstElementChild), nameOf(i18n, axis));
        scales.get(node)?.update({ cells: cellsOf(i18n, axis.min, axis.max), picked: mine[axis.id], label: `${nameOf(i18n, axis).text}: ${i18n.pick(row.option.text).text}`,
          low: i18n.pick(axis.low), high: i18n.pick(axis.high), none: i18n.t('no_opinion') });
      });
      setText(back, i18n.t('back'));
      setText(next, i18n.t(at + 1 < all ? 'next' : 'to_open'));
      setAttr(back, 'aria-disabled', at === 0 ? 'true' : null);
      const finished = rows.every(({ option }) => done(item, ballot, option.id));
      setShown(next, at + 1 < all || !finished);
      map.update(item, ballot, rows, at);
    },
  };
}

/** Where my options lie: the first axis upwards, the second along the line of reading. @param {I18n} i18n */
function createMap(i18n) {
  const cross = svg('path', { d: 'M50 0v100M0 50h100' }), dots = svg('g');
  const picture = svg('svg', { class: 'matrix-map', viewBox: '-6 -6 112 112', 'aria-hidden': 'true' }, svg('rect', { width: 100, height: 100, rx: 4 }), cross, dots);
  const up = el('p', { class: 'small soft' }), along = el('p', { class: 'small soft' });
  const root = el('div', { class: 'matrix-figure' }, up, picture, along);
  return {
    root,
    /** @param {Item} item @param {Ballot} ballot @param {import('../../paper.js').Row[]} rows @param {number} at */
    update(item, ballot, rows, at) {
      const [y, x] = axesOf(item), placed = rows.filter(({ option }) => done(item, ballot, option.id));
      setShown(root, !!x && !!y && placed.length > 0);
      if (!x || !y) return;
      setText(up, `↑ ${nameOf(i18n, y).text}`);
      setText(along, `${nameOf(i18n, x).text} ${i18n.dir === 'rtl' ? '←' : '→'}`);
      const share = (/** @type {Axis} */ axis, /** @type {number} */ value) => 100 * (value - axis.min) / (axis.max - axis.min || 1);
      keyed(dots, placed, ({ option }) => option.id, () => svg('g', null, svg('circle', { r: 6 }), svg('text', { dy: '0.36em' })), (node, { option, number }) => {
        const marks = ballot.scores?.[option.id], along_x = share(x, marks[x.id]);
        setAttr(node, 'transform', `translate(${i18n.dir === 'rtl' ? 100 - along_x : along_x} ${100 - share(y, marks[y.id])})`);
        setAttr(node, 'data-now', rows[at].option.id === option.id);
        setText(/** @type {Element} */ (node.lastElementChild), i18n.number(number));
      });
    },
  };
}

/** @type {Record<string, import('../../kinds.js').Kind>} */
export const kinds = { priority_matrix: matrix };

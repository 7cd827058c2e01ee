// The one bar list of the product: stage, desk and phone show results with it. Each row has the option's number, its text,
// a bar, and count and share in cells of their own; the leader carries a sign and not only a colour. A table with the
// same numbers stands beside it for those who listen. Updates are drawn at most once a frame and touch only what changed.

import { el, keyed, setAttr, setShown, setText, setVar, setWords, svg } from './dom.js';
import { compare, shares, toNumber } from './numbers.js';

/** @typedef {import('./dom.js').Words} Words */
/** @typedef {import('./wire.js').Wire} Wire */
/**
 * @typedef {object} Row
 * @property {string} id
 * @property {number} number as on the ballot paper
 * @property {Words} label
 * @property {Words} [second] the same in another language
 * @property {Wire} score
 * @property {boolean} [lead] leads or has won
 * @property {boolean} [mine] I voted for it
 * @property {string} [note] stands under the label, e.g. "my vote"
 */
/**
 * @typedef {object} Model
 * @property {Row[]} rows in the order they are shown
 * @property {Wire} base what a share is a share of
 * @property {string} caption what the table says, e.g. question and base
 * @property {string} unit heading of the scores, e.g. "Points"
 * @property {boolean} shown false keeps the bars at zero and the numbers away
 * @property {string[]|null} [shares] percentages where the rows are one page of more, so that all pages round alike; null where scores are no shares
 * @property {Wire} [scale] the score that fills a bar; the largest of these rows if absent
 * @property {Wire} [low] the score at the start of the scale, where some are below zero
 */

/** @param {import('./i18n.js').I18n} i18n @param {boolean} [with_table] false where the page has a table of its own */
export function createBars(i18n, with_table = true) {
  const list = el('ol', { class: 'bars', 'aria-hidden': 'true' });
  const caption = el('caption'), head = el('tr'), body = el('tbody');
  const table = el('table', null, caption, el('thead', null, head), body);
  // A table cannot be made smaller than its content, so a box around it does the hiding.
  const root = el('div', { class: 'bars-figure' }, list, with_table && el('div', { class: 'visually-hidden' }, table));
  let model = /** @type {Model|null} */ (null), due = false, was_shown = false, rising = false;

  function draw() {
    due = false;
    if (!model) return;
    const { rows, shown, base } = model;
    const percents = model.shares === null ? null : model.shares ?? shares(rows.map((row) => row.score), base);
    const largest = rows.reduce((/** @type {Wire} */ top, { score }) => compare(score, top) > 0 ? score : top, 0);
    const low = toNumber(model.low ?? 0), span = toNumber(model.scale ?? largest) - low || 1;
    const widest = (/** @type {string[]} */ texts) => Math.max(2, ...texts.map(({ length }) => length));
    setAttr(list, 'data-shown', shown);
    setVar(list, '--count-width', widest(rows.map((row) => i18n.number(row.score))));
    setVar(list, '--share-width', percents ? widest(percents.map(i18n.percent)) + 0.5 : 0);
    setVar(list, '--zero', (-low / span).toFixed(4));
    setAttr(list, 'data-below', low < 0);
    setAttr(list, 'data-bare', percents === null);
    keyed(list, rows, (row) => row.id, createRow, (node, row, i) => {
      const cell = parts(node);
      setAttr(node, 'data-lead', shown && !!row.lead);
      setAttr(node, 'data-mine', !!row.mine);
      setAttr(node, 'data-count', shown ? String(row.score) : null);
      setText(cell.number, i18n.number(row.number));
      setWords(cell.label, row.label);
      setWords(cell.second, row.second);
      setShown(cell.second, !!row.second?.text);
      setText(cell.note, row.note ?? '');
      setShown(cell.note, !!row.note);
      setText(cell.count, shown ? i18n.number(row.score) : '');
      setText(cell.share, shown && percents ? i18n.percent(percents[i]) : '');
      // A bar below zero is the same bar turned about the zero of the scale.
      setVar(cell.fill, '--v', shown ? Math.min(1, toNumber(row.score) / span).toFixed(4) : '0');
      setAttr(node, 'data-below', shown && compare(row.score, 0) < 0);
    });
    if (with_table) drawTable(percents);
    was_shown = shown;
  }

  /** @param {string[]|null} percents */
  function drawTable(percents) {
    if (!model) return;
    const { rows, shown, unit } = model;
    setShown(table, shown);
    setText(caption, model.caption);
    keyed(head, [i18n.t('option'), unit, ...(percents ? [i18n.t('share')] : [])], (text) => text, (text) => el('th', { scope: 'col' }, text));
    keyed(body, rows, (row) => row.id, () => el('tr', null, el('th', { scope: 'row' }, el('span'), ' ', el('bdi'), ' ', el('span')), el('td'), el('td', percents ? null : { hidden: true })), (node, row, i) => {
      const [name, count, share] = node.children, [number, text, sign] = name.children;
      setText(number, i18n.number(row.number));
      setWords(text, row.label);
      const signs = [row.lead ? i18n.t('winner') : '', row.note].filter(Boolean).join(' · ');
      setText(sign, signs && `(${signs})`);
      setText(count, shown ? i18n.number(row.score) : '');
      setText(share, shown && percents ? i18n.percent(percents[i]) : '');
    });
  }

  return {
    root,
    /** @param {Model} next */
    update(next) {
      const appears = next.shown && !was_shown;
      model = next;
      if (due) return;
      due = true;
      if (appears) draw_from_zero();
      else requestAnimationFrame(draw);
    },
    /** Draws what waits for the next frame at once, for a page that measures its rows; a reveal keeps its start at zero. */
    flush() {
      if (due) (rising ? draw_zero : draw)();
    },
  };

  /** A reveal: the rows are there with empty bars for one frame, so that they grow from zero. */
  function draw_from_zero() {
    rising = true;
    draw_zero();
    requestAnimationFrame(() => requestAnimationFrame(() => { rising = false; draw(); }));
  }

  function draw_zero() {
    if (!model) return;
    const real = model;
    model = { ...real, shown: false };
    draw();
    due = true;
    was_shown = true;
    model = real;
  }
}

/** @typedef {{number:Element, label:Element, second:Element, note:Element, count:Element, share:Element, fill:HTMLElement}} Parts */
/** @type {WeakMap<Element, Parts>} */
const made = new WeakMap();

/** @param {Element} node @returns {Parts} */
function parts(node) {
  return /** @type {Parts} */ (made.get(node));
}

/** @param {Row} row */
function createRow(row) {
  const cell = {
    number: el('span', { class: 'bar-number num' }),
    label: el('bdi', { class: 'bar-label' }),
    second: el('bdi', { class: 'bar-second' }),
    note: el('span', { class: 'bar-note' }),
    fill: el('span', { class: 'bar-fill' }),
    count: el('span', { class: 'bar-count num' }),
    share: el('span', { class: 'bar-share num' }),
  };
  const sign = svg('svg', { class: 'bar-sign', viewBox: '0 0 16 16' },
    svg('path', { d: 'M8 1.2l2 4.3 4.7.6-3.4 3.2.9 4.7L8 11.7 3.8 14l.9-4.7L1.3 6.1 6 5.5z', fill: 'currentColor' }));
  const node = el('li', { class: 'bar', 'data-option': row.id },
    cell.number, el('span', { class: 'bar-text' }, cell.label, cell.second, cell.note), sign,
    el('span', { class: 'bar-track' }, cell.fill), cell.count, cell.share);
  made.set(node, cell);
  return node;
}

// The table twin of every picture: the same numbers as a real table. It is always there for those who listen, and a key or a
// button puts it on the wall in place of the picture.

import { el, keyed, setAttr, setClass, setText, setVar } from '../shared/dom.js';
import { firstThatFits, holds } from './fit.js';
import { pagesOf } from './scale.js';

/** @typedef {{id: string, cells: string[], lead?: boolean}} Line the first cell names the line */
/** @typedef {{caption: string, head: string[], lines: Line[]}} Table */
/** @typedef {import('./stage.js').Wall} Wall */

const SMALLEST = 2.6;
const SIZES = [4.2, 3.8, 3.4, 3, 2.8, SMALLEST];
const ROWS = [15, 12, 10, 8, 6, 4];
const COLUMNS = [12, 8, 6, 5, 4, 3];   // beside the column of names

/** @param {Wall} wall */
export function createTwin({ pager, i18n }) {
  const caption = el('caption', { class: 'visually-hidden' }), head = el('tr'), body = el('tbody');
  const table = el('table', { class: 'twin-table' }, caption, el('thead', null, head), body);
  // Out of sight but not away: a listener always finds the table.
  const place = el('div', { class: 'twin' }, table);
  let per_page = 15, across = 12;

  /** @param {Table} told @param {readonly Line[]} lines @param {readonly number[]} columns */
  function fill(told, lines, columns) {
    setText(caption, told.caption);
    keyed(head, columns, (at) => `${at}:${told.head[at]}`, (at) => el('th', { scope: 'col' }, told.head[at]));
    keyed(body, lines, ({ id }) => `${id}/${columns.join()}`, () => el('tr', null, el('th', { scope: 'row', dir: 'auto' }), ...columns.slice(1).map(() => el('td', { class: 'num' }, el('bdi')))), (row, line) => {
      setAttr(row, 'data-row', line.id);
      setAttr(row, 'data-lead', !!line.lead);
      const [name, ...cells] = row.children;
      setText(name, line.lead ? `${line.cells[0]} ★` : line.cells[0]);
      setAttr(name, 'aria-label', line.lead ? `${line.cells[0]} (${i18n.t('winner')})` : null);
      cells.forEach((cell, index) => setText(cell.children[0], line.cells[columns[index + 1]] ?? ''));
    });
  }

  const everything = (/** @type {Table} */ told) => told.head.map((_, index) => index);

  /** @param {Table} told @param {string} key */
  function page(told, key) {
    const [name, ...rest] = everything(told);
    const pages = pagesOf(rest, across).flatMap((columns) => pagesOf(told.lines, per_page).map((lines) => ({ lines, columns: [name, ...columns] })));
    pager.set(`${key}/table`, pages.length, performance.now());
    const { lines, columns } = pages[pager.page];
    fill(told, lines, columns);
  }

  return {
    root: place,
    /** @param {Table} told @param {string} key @param {boolean} visible @param {boolean} refit */
    update(told, key, visible, refit) {
      setClass(place, 'visually-hidden', !visible);
      if (!visible) return fill(told, told.lines, everything(told));
      if (!refit) return page(told, key);
      const columns = told.head.length - 1;
      const blocks = COLUMNS.filter((most, index) => index === 0 || most < columns).flatMap((most) =>
        ROWS.filter((rows, index) => index === 0 || rows < told.lines.length).map((rows) => SIZES.map((size) => ({ most, rows, size, compact: size === SMALLEST }))));
      firstThatFits(blocks, ({ most, rows, size }) => {
        per_page = rows;
        across = most;
        setVar(table, '--type', size);
        page(told, key);
      }, () => pager.every(() => {
        page(told, key);
        return holds(place, table) && [...table.querySelectorAll('th, td')].every((cell) => cell.scrollWidth <= cell.clientWidth + 1);
      }));
      return page(told, key);
    },
  };
}

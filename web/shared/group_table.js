// One result by stakeholder group, as a real table: options down, groups across, in each cell one figure and a small bar on
// one scale for all. Numbers first, so that it can be read out, printed, and read without colours.

import { el, keyed, setAttr, setShown, setText, setVar, setWords } from './dom.js';
import { arePlaces, cellsOf } from './group_cells.js';
import { groupName, rowsOf } from './outcome.js';

/** @typedef {import('./i18n.js').I18n} I18n */
/** @typedef {import('./wire.js').GroupTally} GroupTally */
/** @typedef {{item: import('./wire.js').Item, groups: GroupTally[], known: import('./wire.js').Group[], caption: string, shown?: boolean}} Model */

/** @param {I18n} i18n */
export function createGroupTable(i18n) {
  const caption = el('caption', { class: 'visually-hidden' }), head = el('tr'), body = el('tbody');
  const note = el('p', { class: 'small soft' });
  const frame = el('div', { class: 'group-frame', tabindex: 0, role: 'region' }, el('table', { class: 'group-table' }, caption, el('thead', null, head), body));
  const root = el('div', { class: 'group-figure' }, frame, note);

  /** @param {Model} model */
  function update({ item, groups, known, caption: says, shown = true }) {
    const cut = groups.filter((group) => group.result);
    const columns = cut.map((group) => ({ group, ...groupName(i18n, group, known), cells: group.result ? cellsOf(i18n, item, group.result) : [] }));
    setText(caption, says);
    setAttr(frame, 'aria-label', says);
    keyed(head, [null, ...columns], (column) => column?.group.id ?? '', (column) => column === null
      ? el('td') : el('th', { scope: 'col' }, el('bdi'), el('span', { class: 'group-ballots num' })), (node, column) => {
      if (column === null) return;
      setText(node.children[0], column.name);
      setText(node.children[1], i18n.t('n_of_m', { n: column.group.ballots, of: column.group.voters }));
    });
    keyed(body, rowsOf(i18n, item, null), (row) => row.id, () => el('tr', null, el('th', { scope: 'row' }, el('span', { class: 'bar-number num' }), el('bdi'))), (node, row, index) => {
      const name = node.children[0];
      setText(name.children[0], i18n.number(row.number));
      setWords(name.children[1], row.label);
      drawCells(node, name, columns.map((column) => ({ id: column.group.id, name: column.name, ...(column.cells[index] ?? { text: '–', fill: 0 }), lead: shown && (column.group.result?.winners.includes(row.id) ?? false) })), shown);
    });
    const merged = columns.find((column) => column.merged !== '');
    setText(note, [merged ? i18n.t('groups_small', { names: merged.merged }) : '', arePlaces(item) ? i18n.t('groups_places') : ''].filter(Boolean).join(' · '));
    setShown(note, note.textContent !== '');
  }

  /** @param {Element} row @param {Element} name @param {{id: string, name: string, text: string, fill: number, lead: boolean}[]} cells @param {boolean} shown */
  function drawCells(row, name, cells, shown) {
    keyed(row, [null, ...cells], (cell) => cell?.id ?? '', (cell) => cell === null
      ? name : el('td', null, el('span', { class: 'cell-share num' }), el('span', { class: 'bar-track' }, el('span', { class: 'bar-fill' }))), (node, cell) => {
      if (cell === null) return;
      setAttr(node, 'data-lead', cell.lead);
      setAttr(node, 'data-group-name', cell.name);
      setText(node.children[0], shown ? cell.text : '–');
      setVar(/** @type {HTMLElement} */ (node.children[1].children[0]), '--v', shown ? cell.fill.toFixed(4) : '0');
    });
  }

  return { root, update };
}

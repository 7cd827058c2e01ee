// The same vote seen by each stakeholder group: a real table, options down, groups across, the whole room first. Each cell is
// what that group says (a share of its own base, a mean, a grade, a place), and all cells have one scale, so that a bar can be
// compared with any other.

import { el, keyed, setAttr, setShown, setText, setVar, setWords } from '../shared/dom.js';
import { arePlaces, cellsOf } from '../shared/group_cells.js';
import { isShare } from '../shared/outcome.js';
import { marked, scoresOf } from '../shared/result.js';
import { unitOf } from './facts.js';
import { firstThatFits, holds } from './fit.js';
import { createHeading } from './heading.js';
import { wordsOf } from './pictures/word_cloud.js';
import { commonEnd, pagesOf } from './scale.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Result} Result */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {{id: string, ballots: number, voters: number, result: Result, merged: string[]}} Column */

const SMALLEST = 2.6;
const SIZES = [3.6, 3.2, 2.9, SMALLEST];   // of an option's text, in hundredths of the wall's height
const LABELS = [27, 38];   // percent of the table for the options' texts
const ROWS = [12, 10, 8, 6, 4, 3, 2];
const WORDS = 12;   // the most frequent of the whole room are the rows where voters wrote them
const EVERYONE = 'everyone';   // no id of a group: the column of the whole room

/** @param {Wall} wall */
export function createGroupsView(wall) {
  const { i18n, pager } = wall;
  const heading = createHeading(wall);
  const caption = el('caption', { class: 'visually-hidden' });
  const head = el('tr'), body = el('tbody');
  const table = el('table', { class: 'matrix' }, caption, el('thead', null, head), body);
  const place = el('div', { class: 'matrix-place' }, table);
  const base = el('p', { class: 'base' });
  const merged = el('p', { class: 'base' });
  const page = el('p', { class: 'page num' });
  const root = el('article', { class: 'groups' }, heading.root, place, el('footer', { class: 'groups-foot' }, merged, el('p', { class: 'base-line' }, base, page)));
  let rows_a_page = 12, columns_a_page = 99, end = 0, end_of = '';

  /** @param {string} id @param {State} state */
  function nameOf(id, { workshop }) {
    if (id === EVERYONE) return { text: i18n.t('everyone'), lang: i18n.lang, dir: i18n.dir };
    if (id === 'others') return { text: i18n.t('others'), lang: i18n.lang, dir: i18n.dir };
    if (id === '' || id === 'none') return { text: i18n.t('no_group'), lang: i18n.lang, dir: i18n.dir };
    return i18n.pick(workshop?.groups.find((group) => group.id === id)?.name ?? id);
  }

  /** @param {Scene} scene @param {State} state @param {Item} item @param {Column[]} columns */
  function draw(scene, state, item, columns) {
    const options = item.options ?? [];
    const key = `${item.id}/${scene.round}`;
    end = commonEnd(item, columns.map(({ result }) => result), end_of === key ? end : 0);
    end_of = key;
    const [everyone, ...groups] = columns;
    const pages = pagesOf(groups, Math.max(1, columns_a_page)).flatMap((some) => pagesOf(options, rows_a_page).map((lines) => ({ some, lines })));
    pager.set(`${key}/groups`, pages.length, performance.now());
    const { some, lines } = pages[pager.page];
    const shown = [everyone, ...some];
    keyed(head, ['', ...shown.map(({ id }) => id)], (id) => `:${id}`, (id) => (id === '' ? el('th', { scope: 'col' }, el('span', { class: 'visually-hidden' })) : el('th', { scope: 'col', 'data-group': id }, el('bdi'), el('span', { class: 'matrix-turnout num' }))), (node, id) => {
      const column = shown.find((each) => each.id === id);
      if (!column) return setText(node.children[0], i18n.t('option'));
      setWords(node.children[0], nameOf(id, state));
      setText(node.children[1], i18n.t('group_voted', { voted: column.ballots, voters: Math.max(column.voters, column.ballots) }));
    });
    const share = isShare(item);
    const cells = shown.map(({ result }) => ({ told: cellsOf(i18n, item, result), scores: scoresOf(item, result), winners: marked(result) }));
    keyed(body, lines, ({ id }) => id, ({ id }) => el('tr', { 'data-option': id }, el('th', { scope: 'row' }, el('span', { class: 'matrix-option' }, el('span', { class: 'badge num' }), el('bdi')))), (node, { id, text }) => {
      const index = options.findIndex((option) => option.id === id);
      const [badge, label] = node.children[0].children[0].children;
      setText(badge, i18n.number(index + 1));
      setWords(label, i18n.pick(text));
      while (node.children.length > shown.length + 1) node.lastElementChild?.remove();
      while (node.children.length < shown.length + 1) node.append(createCell());
      shown.forEach((column, at) => {
        const { text: figure, fill } = cells[at].told[index];
        drawCell(node.children[at + 1], {
          group: column.id, score: cells[at].scores[index], figure, count: share ? i18n.number(cells[at].scores[index]) : '', lead: cells[at].winners.has(id), length: share ? fill / end : fill,
        });
      });
    });
    setShown(page, pages.length > 1);
    setText(page, i18n.t('page', { page: pager.page + 1, pages: pages.length }));
  }

  /** @param {Element} cell @param {{group: string, score: import('../shared/wire.js').Wire, figure: string, count: string, lead: boolean, length: number}} told */
  function drawCell(cell, { group, score, figure, count: amount, lead, length }) {
    const [figures, track] = cell.children;
    const [share, count] = figures.children;
    setAttr(cell, 'data-group', group);
    setAttr(cell, 'data-count', score);
    setAttr(cell, 'data-lead', lead);
    setText(share, figure);
    setText(count, amount);
    setShown(count, amount !== '');
    setVar(/** @type {HTMLElement} */ (track.children[0]), '--v', Math.min(1, length).toFixed(4));
  }

  return {
    root,
    /** @param {Scene} scene @param {State} state @param {boolean} refit */
    update(scene, state, refit) {
      const { tally } = scene;
      if (!scene.item || !tally?.result || !tally.groups) return;
      const item = ratedBy(scene.item, tally.result);
      heading.update(scene, state, { kicker: i18n.t('groups_title') });
      const columns = columnsOf(tally, tally.result);
      const small = columns.flatMap((column) => column.merged);
      setText(caption, `${i18n.t('groups_title')}. ${i18n.pick(item.title).text}`);
      setText(base, arePlaces(item) ? i18n.t('groups_places') : !isShare(item) ? i18n.t('base_groups_unit', { unit: unitOf(i18n, item) }) : i18n.t(item.method === 'dots' || item.method === 'allocation' ? 'base_groups_dots' : 'base_groups'));
      setShown(merged, small.length > 0);
      setText(merged, i18n.t('group_merged', { names: small.map((id) => nameOf(id, state).text).join(i18n.t('and')) }));
      if (!refit) return draw(scene, state, item, columns);
      const groups = columns.length - 1;
      const across = [...new Set([1, 2, 3, 4].map((pages) => Math.ceil(groups / pages)))];
      const shapes = LABELS.flatMap((label) => [false, true].flatMap((stacked) => [false, true].flatMap((dense) => SIZES.map((size) => ({ label, stacked, dense, size, compact: dense && size === SMALLEST })))));
      const rows_at_once = ROWS.filter((rows) => rows === 12 || rows < (item.options?.length ?? 0));
      // All groups beside each other matter most, then all options; smaller type and two-line cells come before more pages.
      const blocks = across.flatMap((columns_at_once) => rows_at_once.map((rows) => shapes.map((shape) => ({ columns_at_once, rows, ...shape }))));
      firstThatFits(blocks, ({ columns_at_once, rows, label, size, stacked, dense }) => {
        setAttr(root, 'data-dense', dense);
        setAttr(table, 'data-stacked', stacked);
        columns_a_page = columns_at_once;
        rows_a_page = rows;
        draw(scene, state, item, columns);
        setVar(table, '--type', size);
        setVar(table, '--label', `${label}%`);
      }, () => pager.every(() => {
        draw(scene, state, item, columns);
        return holds(place, table) && [...table.querySelectorAll('th, td')].every((cell) => cell.scrollWidth <= cell.clientWidth + 1);
      }));
      draw(scene, state, item, columns);
    },
  };
}

/**
 * Words have no ballot paper: the most frequent of the room stand in its place, and who wrote one has approved of it.
 * @param {Item} item @param {Result} all @returns {Item}
 */
export function ratedBy(item, all) {
  if (item.method !== 'words') return item;
  return { ...item, method: 'approval', options: wordsOf(all).slice(0, WORDS).map(({ term, text }) => ({ id: term, text })) };
}

/** @param {import('../shared/wire.js').Tally} tally @param {Result} all @returns {Column[]} */
function columnsOf({ ballots, voters, groups }, all) {
  const everyone = { id: EVERYONE, ballots, voters, result: all, merged: [] };
  return [everyone, ...(groups ?? []).flatMap((group) => (group.result ? [{ ...group, result: group.result, merged: group.merged ?? [] }] : []))];
}

function createCell() {
  return el('td', null, el('span', { class: 'cell-figures' }, el('b', { class: 'cell-share num', dir: 'ltr' }), el('span', { class: 'cell-count num', dir: 'ltr' })),
    el('span', { class: 'cell-track', 'aria-hidden': 'true' }, el('span', { class: 'cell-fill' })));
}

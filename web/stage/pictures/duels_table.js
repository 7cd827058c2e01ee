// The ranking beside its duels: places at the start, and a table in which each cell says how many prefer the row to the column.
// Where nobody beats all others, the circle that is the reason is told in words.

import { el, keyed, setAttr, setShown, setText, setVar, setWords } from '../../shared/dom.js';
import { firstThatFits, holds } from '../fit.js';
import { pagesOf } from '../scale.js';
import { circle, duel, standings, unbeaten, unlocked } from './duels.js';

/** @typedef {import('./told.js').Told} Told */

const SIZES = [4, 3.6, 3.2, 2.9, 2.6];
const ROWS = [10, 8, 6, 5, 4];

/** What is said above the table: a winner over all, or the circle and what the method makes of it. @param {Told} told @returns {{text: string, circle: boolean}} */
export function duelStory(told) {
  const { result, i18n, brief: name, item, leaders, counted } = told;
  const ids = standings(result, told.options.map(({ id }) => id)).map(({ id }) => id);
  if (counted === 0) return { text: '', circle: false };
  const best = unbeaten(result, ids);
  if (best !== null) return { text: i18n.t('duels_winner', { option: name(best) }), circle: false };
  if (!result.pairwise) return { text: '', circle: false };
  const top = result.smith ?? ids;
  const round = circle(result, top);
  if (round.length === 0) return { text: i18n.t('duels_draws'), circle: false };
  const chain = round.map((id, index) => i18n.t('beats', { a: name(id), b: name(round[(index + 1) % round.length]) })).join(i18n.t('and'));
  const dropped = unlocked(result, ids);
  const how = item.method === 'condorcet' ? i18n.t('circle_condorcet') : item.method === 'schulze' ? i18n.t('circle_schulze', { options: told.briefs([...leaders]) })
    : i18n.t('circle_ranked_pairs', { pairs: dropped.slice(0, 2).map(([a, b]) => i18n.t('beats', { a: name(a), b: name(b) })).join(i18n.t('and')), options: told.briefs([...leaders]) });
  return { text: `${i18n.t('circle', { chain })} ${how}`, circle: true };
}

/** @param {import('../stage.js').Wall} wall */
export function createDuelsPicture({ i18n, pager }) {
  const says = el('p', { class: 'legend-says legend-strong' });
  const head = el('tr'), body = el('tbody');
  const table = el('table', { class: 'duels' }, el('thead', null, head), body);
  const place = el('div', { class: 'picture-rows' }, table);
  const key_line = el('p', { class: 'legend-says' });
  const root = el('div', { class: 'picture', 'aria-hidden': 'true' }, says, place, key_line);
  let per_page = 10;

  /** @param {Told} told */
  function draw(told) {
    const { result, leaders } = told;
    const list = standings(result, told.options.map(({ id }) => id));
    const pages = pagesOf(list, per_page);
    pager.set(told.key, pages.length, performance.now());
    const shown = pages[pager.page], story = duelStory(told);
    setText(says, story.text);
    setShown(says, story.text !== '');
    setAttr(says, 'data-circle', story.circle);
    setText(key_line, i18n.t('duels_key'));
    setShown(key_line, result.pairwise !== undefined);
    // The best stand in the columns, so that the first rows meet each other; on later pages too, because they are whom all want to compare with.
    const across = result.pairwise ? list.slice(0, per_page) : [];
    keyed(head, ['', ...across.map(({ id }) => id)], (id) => `:${id}`, (id) => el('th', { scope: 'col' }, id === '' ? null : el('span', { class: 'badge num' })), (node, id) => {
      if (id !== '') setText(node.children[0], i18n.number(told.number(id)));
    });
    keyed(body, shown, ({ id }) => id, ({ id }) => el('tr', { 'data-option': id }, el('th', { scope: 'row' }, el('span', { class: 'duel-option' },
      el('b', { class: 'duel-place num' }), el('span', { class: 'badge num' }), el('bdi')))), (row, { id, place: at, tied }) => {
      const [where, badge, label] = row.children[0].children[0].children;
      setAttr(row, 'data-lead', leaders.has(id));
      setAttr(row, 'data-count', result.scores[id] ?? null);
      setText(where, `${i18n.number(at)}${tied ? ' =' : '.'}`);
      setText(badge, i18n.number(told.number(id)));
      setWords(label, told.label(id));
      while (row.children.length > across.length + 1) row.lastElementChild?.remove();
      while (row.children.length < across.length + 1) row.append(el('td', { class: 'num', dir: 'ltr' }, el('b'), el('span')));
      across.forEach(({ id: other }, index) => {
        const cell = row.children[index + 1], way = id === other ? null : duel(result, id, other);
        setAttr(cell, 'data-duel', way === null ? 'self' : way > 0 ? 'won' : way < 0 ? 'lost' : 'drawn');
        setText(cell.children[0], way === null ? '' : i18n.number(result.pairwise?.[id]?.[other] ?? 0));
        setText(cell.children[1], way === null ? '' : i18n.number(result.pairwise?.[other]?.[id] ?? 0));
      });
    });
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (!refit) return draw(told);
      const blocks = ROWS.filter((rows, index) => index === 0 || rows < told.options.length).map((rows) => SIZES.map((size) => ({ rows, size, compact: size === 2.6 })));
      firstThatFits(blocks, ({ rows, size }) => {
        per_page = rows;
        draw(told);
        setVar(root, '--type', size);
      }, () => pager.every(() => {
        draw(told);
        return holds(place, table) && [...table.querySelectorAll('th, td')].every((cell) => cell.scrollWidth <= cell.clientWidth + 1);
      }));
      draw(told);
    },
  };
}

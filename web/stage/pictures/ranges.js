// A Delphi round: on one scale for all options the middle half of the room as a box and the median as its mark, with the box
// of the round before as a ghost beneath it, so that the room sees itself move together or apart.

import { el, keyed, setAttr, setShown, setText, setVar } from '../../shared/dom.js';
import { compare, toNumber } from '../../shared/numbers.js';
import { fitRows } from '../rows_fit.js';
import { pagesOf } from '../scale.js';
import { createRows } from './rows.js';
import { agreementOf } from './spread.js';
import { agreementNote, scaleOf } from './stacks.js';

/** @typedef {import('./told.js').Told} Told */
/** @typedef {{from: number, to: number, median: number}} Box shares of the scale */

const TICKS = 'ticks';   // the row of the scale, which is no option

/** @param {Record<string, any>|undefined} stats of one option @param {number} min @param {number} max @returns {Box|null} */
export function boxOf(stats, min, max) {
  if (!stats || stats.median === null || stats.median === undefined) return null;
  const at = (/** @type {any} */ value) => (toNumber(value) - min) / (max - min || 1);
  return { from: at(stats.q1), to: at(stats.q3), median: at(stats.median) };
}

/** "from 7 to 6" where the median moved. @param {Told} told @param {string} id */
export function shiftOf({ result, i18n, short }, id) {
  const shift = result.shift?.[id]?.median_shift;
  if (shift === undefined || shift === null) return '';
  const way = compare(shift, 0);
  return way === 0 ? i18n.t('shift_none') : i18n.t('shift_by', { value: `${way > 0 ? '+' : '−'}${short(String(shift).replace('-', ''))}` });
}

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createRangesPicture({ i18n, pager }, view) {
  const rows = createRows('ranges');
  const ticks = el('span', { class: 'ticks' });
  const says = el('p', { class: 'legend-says' });
  const place = el('div', { class: 'picture-rows' }, rows.list);
  const root = el('div', { class: 'picture', 'aria-hidden': 'true' }, el('div', { class: 'legend-line' }, says), place);
  let per_page = 12;

  /** @param {Told} told */
  function draw(told) {
    const { min, max } = scaleOf(told);
    const pages = pagesOf(told.order, per_page);
    pager.set(told.key, pages.length, performance.now());
    setText(says, i18n.t(told.before ? 'ranges_both' : 'ranges'));
    const step = Math.ceil((max - min) / 10);
    keyed(ticks, Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, index) => min + index * step), String, () => el('span', { class: 'tick num' }), (node, value) => {
      setText(node, i18n.number(value));
      setVar(node, '--at', ((value - min) / (max - min || 1)).toFixed(4));
    });
    const lines = pages[pager.page].map((id) => {
      const stats = told.result.stats?.[id] ?? {};
      const agreement = agreementOf(told.result.agreement?.[id]);
      const small = stats.q1 === undefined ? [] : [i18n.t('figure_half', { from: told.short(stats.q1), to: told.short(stats.q3) })];
      const shift = shiftOf(told, id);
      return /** @type {import('./rows.js').Row} */ ({
        id, badge: i18n.number(told.number(id)), label: told.label(id), lead: false, count: stats.median ?? undefined, state: stats.consensus ? 'agreed' : undefined,
        figure: stats.median === null || stats.median === undefined ? '–' : told.short(stats.median), small: shift ? [...small, shift] : small,
        note: stats.consensus ? { text: i18n.t('consensus'), tone: 'plain' } : agreement === 'split' ? agreementNote(told, agreement) : { text: i18n.t('no_consensus'), tone: 'warn' },
      });
    });
    rows.draw([...lines, { id: TICKS, badge: '', label: { text: '', lang: '', dir: 'auto' }, figure: '', state: TICKS }], (track, { id }) => {
      if (id === TICKS) track.replaceChildren(ticks);
      else range(track, boxOf(told.result.stats?.[id], min, max), boxOf(told.before?.stats?.[id], min, max));
    });
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (!refit) return draw(told);
      fitRows({
        view, pager, list: rows.list, place, count: told.options.length, shapes: ['roomy', 'medium', 'tight'],
        draw(per) {
          per_page = per;
          draw(told);
        },
      });
    },
  };
}

/** @param {HTMLElement} track @param {Box|null} box @param {Box|null} before */
function range(track, box, before) {
  if (track.children.length === 0) track.append(el('span', { class: 'range-line' }), el('span', { class: 'range-box range-before' }), el('span', { class: 'range-box range-now' }), el('span', { class: 'range-median' }));
  const [, ghost, now, median] = /** @type {HTMLElement[]} */ ([...track.children]);
  for (const [node, each] of /** @type {[HTMLElement, Box|null][]} */ ([[ghost, before], [now, box]])) {
    setShown(node, each !== null);
    if (!each) continue;
    setVar(node, '--from', each.from.toFixed(4));
    setVar(node, '--wide', (each.to - each.from).toFixed(4));
    setAttr(node, 'data-point', each.to === each.from);
  }
  setShown(median, box !== null);
  if (box) setVar(median, '--at', box.median.toFixed(4));
}

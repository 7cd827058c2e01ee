// Two ratings of each option as a point on a plane with four named quarters. Points carry the numbers of the ballot paper and
// stand beside each other where they would hide one another; the names stand in a legend beside the plane.

import { el, keyed, setAttr, setShown, setText, setVar, svg } from '../../shared/dom.js';
import { toNumber } from '../../shared/numbers.js';
import { fitRows } from '../rows_fit.js';
import { pagesOf } from '../scale.js';
import { createRows } from './rows.js';
import { apart } from './scatter.js';
import { agreementOf } from './spread.js';
import { agreementNote } from './stacks.js';

/** @typedef {import('./told.js').Told} Told */
/** @typedef {import('../../shared/wire.js').Axis} Axis */

/** Where each option stands, as shares of the two scales; those without both means are left out. @param {Told} told @returns {{id: string, x: number, y: number}[]} */
export function pointsOf({ result, params, options }) {
  const [up, along] = params.axes ?? [];
  if (!up || !along) return [];
  const at = (/** @type {Axis} */ axis, /** @type {any} */ mean) => (toNumber(mean) - axis.min) / (axis.max - axis.min || 1);
  return options.map(({ id }) => ({ id, stats: result.stats?.[id] ?? {} })).filter(({ stats }) => [up, along].every(({ id }) => stats[id] !== null && stats[id] !== undefined))
    .map(({ id, stats }) => ({ id, x: at(along, stats[along.id]), y: at(up, stats[up.id]) }));
}

/** Where the plane is cut, as shares of the two scales. @param {Axis[]} axes first the one that goes up @returns {{x: number, y: number}} */
export function cutOf([up, along]) {
  const at = (/** @type {Axis} */ { min, max, threshold }) => (threshold === undefined ? 0.5 : (toNumber(threshold) - min) / (max - min || 1));
  return { x: at(along), y: at(up) };
}

/** "High impact · little effort" @param {Told} told @param {'low'|'high'} up @param {'low'|'high'} along */
export function quarterName({ params, i18n }, up, along) {
  return (params.axes ?? []).slice(0, 2).map((axis, index) => axisEnd(i18n, axis, index === 0 ? up : along)).join(' · ');
}

/** @param {import('../../shared/i18n.js').I18n} i18n @param {Axis} axis */
export function axisName(i18n, axis) {
  return i18n.pick(axis.name ?? axis.id).text;
}

/** @param {import('../../shared/i18n.js').I18n} i18n @param {Axis} axis @param {'low'|'high'} end */
function axisEnd(i18n, axis, end) {
  const words = axis[end];
  return words ? i18n.pick(words).text : i18n.t(`end_${end}`, { axis: axisName(i18n, axis) });
}

const DOT = 0.095;   // a point's size as a share of the plane: its number is read from the last row

/** @type {readonly ['low'|'high', 'low'|'high'][]} as they stand on the plane, reading lines */
const QUARTERS = [['high', 'low'], ['high', 'high'], ['low', 'low'], ['low', 'high']];

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createMatrixPicture({ i18n, pager }, view) {
  const quarters = QUARTERS.map(([up, along]) => ({ up, along, root: el('p', { class: 'plane-quarter', 'data-quarter': `${up}-${along}` }) }));
  const lines = svg('svg', { class: 'plane-lines' }), points = el('div', { class: 'plane-points' });
  const up_name = el('p', { class: 'plane-up' }), along_name = el('p', { class: 'plane-along' });
  const plane = el('div', { class: 'plane' }, lines, points);
  const names = (/** @type {string} */ side) => el('div', { class: 'plane-names' }, ...quarters.filter(({ up }) => up === side).map(({ root }) => root));
  const frame = el('div', { class: 'plane-frame' }, names('high'), plane, names('low'));
  const rows = createRows('legend-rows');
  const place = el('div', { class: 'picture-rows' }, rows.list);
  const root = el('div', { class: 'picture picture-plane', 'aria-hidden': 'true' }, up_name, frame, along_name, el('div', { class: 'plane-legend' }, place));
  let per_page = 12;

  /** @param {Told} told */
  function drawPlane(told) {
    const axes = told.params.axes ?? [];
    if (axes.length < 2) return;
    const [up, along] = axes, cut = cutOf(axes);
    setVar(frame, '--cut-x', cut.x.toFixed(4));
    setVar(frame, '--cut-y', cut.y.toFixed(4));
    for (const { up: high, along: far, root: quarter } of quarters) setText(quarter, quarterName(told, high, far));
    setText(up_name, axisName(i18n, up));
    setText(along_name, axisName(i18n, along));
    const box = { width: plane.clientWidth, height: plane.clientHeight };
    const size = Math.max(24, Math.min(box.width, box.height) * DOT), radius = size / 2 + 1;
    setVar(plane, '--dot', `${size}px`);
    const list = pointsOf(told).sort((a, b) => Number(told.leaders.has(b.id)) - Number(told.leaders.has(a.id)));
    const margin = radius * 0.6;
    const real = list.map(({ x, y }) => ({ x: margin + x * (box.width - 2 * margin), y: box.height - margin - y * (box.height - 2 * margin) }));
    const drawn = apart(real, box, radius);
    // The plane is laid out from its start; only the lines, which know no start, are mirrored.
    setAttr(lines, 'viewBox', `0 0 ${box.width || 1} ${box.height || 1}`);
    setAttr(lines, 'transform', i18n.dir === 'rtl' ? 'scale(-1 1)' : null);
    keyed(lines, list.map(({ id }, index) => ({ id, index })).filter(({ index }) => Math.hypot(drawn[index].x - real[index].x, drawn[index].y - real[index].y) > 2), ({ id }) => id,
      () => svg('g', null, svg('line', { class: 'plane-lead' }), svg('circle', { class: 'plane-true', r: 4 })), (node, { index }) => {
        const [line, spot] = node.children;
        for (const [name, value] of Object.entries({ x1: real[index].x, y1: real[index].y, x2: drawn[index].x, y2: drawn[index].y })) setAttr(line, name, value.toFixed(1));
        setAttr(spot, 'cx', real[index].x.toFixed(1));
        setAttr(spot, 'cy', real[index].y.toFixed(1));
      });
    keyed(points, list.map(({ id }, index) => ({ id, ...drawn[index] })), ({ id }) => id, () => el('span', { class: 'plane-point num' }), (node, { id, x, y }) => {
      setText(node, i18n.number(told.number(id)));
      setAttr(node, 'data-point', id);
      setAttr(node, 'data-lead', told.leaders.has(id));
      setVar(node, '--x', `${x.toFixed(1)}px`);
      setVar(node, '--y', `${y.toFixed(1)}px`);
    });
  }

  /** @param {Told} told */
  function draw(told) {
    const pages = pagesOf(told.order, per_page);
    pager.set(told.key, pages.length, performance.now());
    rows.draw(pages[pager.page].map((id) => {
      const split = (told.params.axes ?? []).some((axis) => agreementOf(told.result.agreement?.[id]?.[axis.id]) === 'split');
      return {
        id, badge: i18n.number(told.number(id)), label: told.label(id), lead: told.leaders.has(id), count: told.result.scores[id] ?? undefined,
        figure: '', note: split ? agreementNote(told, 'split') : undefined,
      };
    }), () => {});
    drawPlane(told);
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      setShown(frame, (told.params.axes ?? []).length > 1);
      if (!refit) return draw(told);
      fitRows({
        view, pager, list: rows.list, place, count: told.options.length, shapes: ['line'], least: 2.9,
        draw(per) {
          per_page = per;
          draw(told);
        },
      });
      drawPlane(told);
    },
  };
}

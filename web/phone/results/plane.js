// Two ratings of each option as a point on a plane, and the means in rows beside it. The first axis goes up, the second along
// the line of reading, as on the wall.

import { el, keyed, setAttr, setShown, setText, svg } from '../../shared/dom.js';
import { toNumber } from '../../shared/numbers.js';
import { createRows, leadersOf, optionOf, placesOf, short } from './rows.js';

/** @typedef {import('../../shared/wire.js').Axis} Axis */

/** @param {import('./rows.js').I18n} i18n @param {import('./rows.js').Item} item @param {any} result @returns {import('./rows.js').Row[]} */
export function placeRows(i18n, item, result) {
  const axes = item.params?.axes ?? [], leaders = leadersOf(result);
  return placesOf(result).map(({ id }) => {
    const stats = result.stats?.[id] ?? {}, { label, number } = optionOf(i18n, item, id), ends = typeof stats.quadrant === 'string' ? stats.quadrant.split('-') : [];
    const agreements = Object.values(result.agreement?.[id] ?? {}).filter((a) => a !== null), split = agreements.some((a) => toNumber(/** @type {any} */ (a)) < 0);
    return {
      id, badge: number, label, lead: leaders.has(id), value: '', warn: split,
      small: [...axes.map((axis, i) => `${i18n.pick(axis.name ?? axis.id).text} ${short(i18n, stats[axis.id])}${ends[i] ? ` (${i18n.pick(axis[/** @type {'low'|'high'} */ (ends[i])] ?? '').text || i18n.t(`end_${ends[i]}`)})` : ''}`), split && i18n.t('agree_split')].filter(Boolean).join(' · '),
    };
  });
}

/** @param {import('./rows.js').I18n} i18n @returns {import('./figures.js').Figure} */
export function createPlane(i18n) {
  const cut = svg('path'), dots = svg('g'), up = el('p', { class: 'small soft' }), along = el('p', { class: 'small soft plane-along' }), rows = createRows(i18n);
  const picture = svg('svg', { class: 'plane', viewBox: '-6 -6 112 112', 'aria-hidden': 'true' }, svg('rect', { width: 100, height: 100, rx: 3 }), cut, dots);
  const frame = el('div', null, up, picture, along);
  return {
    root: el('div', { class: 'stack' }, frame, rows.root),
    update(item, result, marks) {
      const told = placeRows(i18n, item, result), [y, x] = item.params?.axes ?? [];
      rows.update(told, marks);
      setShown(frame, !!x && !!y);
      if (!x || !y) return;
      const share = (/** @type {Axis} */ { min, max }, /** @type {any} */ value) => 100 * (toNumber(value) - min) / (max - min || 1);
      const across = (/** @type {number} */ at) => i18n.dir === 'rtl' ? 100 - at : at, middle = (/** @type {Axis} */ axis) => share(axis, axis.threshold ?? (axis.min + axis.max) / 2);
      setAttr(cut, 'd', `M${across(middle(x))} 0v100M0 ${100 - middle(y)}h100`);
      setText(up, `↑ ${i18n.pick(y.name ?? y.id).text}`);
      setText(along, `${i18n.pick(x.name ?? x.id).text} ${i18n.dir === 'rtl' ? '←' : '→'}`);
      const placed = told.filter(({ id }) => [x, y].every((axis) => result.stats?.[id]?.[axis.id] !== null && result.stats?.[id]?.[axis.id] !== undefined));
      keyed(dots, placed, ({ id }) => id, () => svg('g', null, svg('circle', { r: 5.5 }), svg('text', { dy: '0.36em' })), (node, { id, lead }) => {
        const stats = result.stats[id];
        setAttr(node, 'transform', `translate(${across(share(x, stats[x.id])).toFixed(2)} ${(100 - share(y, stats[y.id])).toFixed(2)})`);
        setAttr(node, 'data-lead', !!lead);
        setText(/** @type {Element} */ (node.lastElementChild), optionOf(i18n, item, id).number);
      });
    },
  };
}

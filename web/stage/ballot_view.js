// A vote whose results are not shown: the question, the options with the numbers that the phones have, and a large
// "87 of 142 have voted". Also before it opens, and between closing and reveal.

import { el, keyed, setAttr, setShown, setText, setVar, setWords } from '../shared/dom.js';
import { firstThatFits, holds } from './fit.js';
import { createHeading } from './heading.js';
import { pagesOf } from './scale.js';
import { createTurnout } from './turnout.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Option} Option */

const FULL = 4;   // in hundredths of the wall's height: what an option should have
const LARGE = [5, 4.5, FULL];
const SMALLEST = 2.6;
const SMALL = [3.6, 3.3, 3, 2.8, SMALLEST];
const PER_PAGE = [12, 10, 8, 6, 4, 2, 1];

/** @param {Wall} wall */
export function createBallotView(wall) {
  const { i18n, pager } = wall;
  const heading = createHeading(wall);
  const list = el('ol', { class: 'paper' });
  const place = el('div', { class: 'paper-place' }, list);
  const turnout = createTurnout(wall, 'hero');
  const standing = el('p', { class: 'standing' });
  const check = el('p', { class: 'standing-check' });
  const check_code = el('bdi', { class: 'code', dir: 'ltr' });
  const check_label = el('span');
  check.append(check_label, ' ', check_code);
  const page = el('p', { class: 'page num' });
  const root = el('article', { class: 'vote' }, heading.root, place, el('footer', { class: 'vote-foot' }, turnout.root, el('div', { class: 'standing-lines' }, standing, check, page)));
  let per_page = 12;

  /** @param {Option[]} options */
  function draw(options) {
    const pages = pagesOf(options, per_page);
    pager.set(options.map(({ id }) => id).join(), pages.length, performance.now());
    const shown = pages[pager.page];
    keyed(list, shown, ({ id }) => id, createLine, (node, { id, text }) => {
      const [number, label] = node.children;
      setText(number, i18n.number(options.findIndex((each) => each.id === id) + 1));
      setWords(label, i18n.pick(text));
    });
    setVar(list, '--lines', Math.ceil(shown.length / 2));
    setShown(page, pages.length > 1);
    setText(page, i18n.t('page', { page: pager.page + 1, pages: pages.length }));
  }

  return {
    root,
    /** @param {Scene} scene @param {State} state @param {boolean} refit @param {number} came */
    update(scene, state, refit, came) {
      const options = scene.item?.options ?? [];
      heading.update(scene, state, { note: true });
      setShown(turnout.root, scene.status !== 'waiting');
      turnout.update(scene, state, came);
      setAttr(root, 'data-status', scene.status);
      setText(standing, scene.status === 'waiting' ? i18n.t('not_open') : scene.status === 'closed' ? `${i18n.t('closed_now')} · ${i18n.t('closed_hidden')}` : i18n.t('open_now'));
      setShown(check, scene.check !== null);
      setText(check_label, i18n.t('check'));
      setText(check_code, scene.check ?? '');
      if (!refit) return draw(options);
      firstThatFits(candidatesFor(options.length), ({ per, size, columns, dense }) => {
        per_page = per;
        draw(options);
        setAttr(root, 'data-dense', dense);
        setVar(list, '--type', size);
        setAttr(list, 'data-columns', columns);
      }, () => pager.every(() => {
        draw(options);
        return holds(place, list);
      }));
      draw(options);
    },
  };
}

/**
 * One column as long as the type stays large, because numbers are found faster in it; then two; then smaller, and a denser
 * page (a lower counter, no second language) before each smaller size; pages last.
 * @param {number} count
 */
function candidatesFor(count) {
  const shapes = [
    ...LARGE.map((size) => ({ size, columns: 1, dense: false, compact: false })), ...LARGE.map((size) => ({ size, columns: 2, dense: false, compact: false })),
    ...[1, 2].map((columns) => ({ size: FULL, columns, dense: true, compact: false })),
    ...SMALL.flatMap((size) => [false, true].flatMap((dense) => [1, 2].map((columns) => ({ size, columns, dense, compact: dense && size === SMALLEST })))),
  ];
  return PER_PAGE.filter((per) => per === 12 || per < count)
    .map((per) => shapes.map((shape) => ({ per, ...shape })).filter(({ columns }) => columns === 1 || count > 4));
}

/** @param {Option} option */
function createLine({ id }) {
  return el('li', { class: 'paper-line', 'data-option': id }, el('span', { class: 'badge num' }), el('bdi', { class: 'paper-text' }));
}

// A slide (title and note) and the SWOT board: texts as large as they fit, in quadrants of equal weight.

import { el, keyed, setShown, setText, setVar, setWords } from '../shared/dom.js';
import { firstThatFits, holds } from './fit.js';
import { createHeading } from './heading.js';
import { secondOf } from './texts.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */

// Sizes of type in hundredths of the wall's height, from the largest that looks well to the smallest that can be read.
const TITLES = [8.4, 7.4, 6.4, 5.6, 5];
const SMALLEST = 2.6;
const LINES = [4.4, 4, 3.6, 3.2, 2.9, SMALLEST];

/** @param {Wall} wall */
export function createSlideView(wall) {
  const { i18n } = wall;
  const sample = el('span', { class: 'tag tag-sample' });
  const place = el('bdi', { class: 'place' });
  const title = el('bdi'), second = el('bdi'), note = el('bdi');
  const second_line = el('p', { class: 'second' }, second), note_line = el('p', { class: 'slide-note' }, note);
  const body = el('div', { class: 'slide-body' }, el('h1', { class: 'slide-title' }, title), second_line, note_line);
  const frame = el('div', { class: 'slide-frame' }, body);
  const root = el('article', { class: 'slide' }, el('p', { class: 'eyebrow' }, sample, place), frame);
  return {
    root,
    /** @param {Scene} scene @param {State} state @param {boolean} refit */
    update({ item }, { workshop }, refit) {
      if (!workshop || !item) return;
      setShown(sample, workshop.sample);
      setText(sample, i18n.t('sample_long'));
      setWords(place, i18n.pick(workshop.title));
      const words = i18n.pick(item.title);
      setWords(title, words);
      const next = secondOf(item.title, words.lang, workshop.languages);
      setShown(second_line, next !== null);
      setWords(second, next);
      setShown(note_line, item.note !== undefined);
      setWords(note, i18n.pick(item.note));
      if (!refit) return;
      const sizes = TITLES.flatMap((size, index) => LINES.slice(index, index + 2).map((line) => ({ size, line, compact: false })));
      firstThatFits([[...sizes, { size: 5, line: 2.6, compact: true }]], ({ size, line }) => {
        setVar(body, '--title', size);
        setVar(body, '--line', line);
      }, () => holds(frame, body));
    },
  };
}

/** @typedef {'strengths'|'weaknesses'|'opportunities'|'threats'} Quarter */
/** @type {readonly Quarter[]} */
const QUARTERS = ['strengths', 'weaknesses', 'opportunities', 'threats'];

/** @param {Wall} wall */
export function createSwotView(wall) {
  const { i18n } = wall;
  const heading = createHeading(wall);
  const quarters = QUARTERS.map((name) => {
    const title = el('h2', { class: 'quarter-title' });
    const list = el('ul', { class: 'quarter-lines' });
    return { name, title, list, root: el('section', { class: 'quarter', 'data-quarter': name }, title, list) };
  });
  const board = el('div', { class: 'board' }, ...quarters.map(({ root }) => root));
  const place = el('div', { class: 'board-place' }, board);
  const root = el('article', { class: 'swot' }, heading.root, place);
  return {
    root,
    /** @param {Scene} scene @param {State} state @param {boolean} refit */
    update(scene, state, refit) {
      heading.update(scene, state);
      for (const { name, title, list } of quarters) {
        setText(title, i18n.t(name));
        keyed(list, scene.item?.lines?.[name] ?? [], ({ id }) => id, () => el('li', null, el('bdi')), (node, { text }) => setWords(node.children[0], i18n.pick(text)));
      }
      if (!refit) return;
      firstThatFits([LINES.map((line) => ({ line, compact: line === SMALLEST }))], ({ line }) => setVar(board, '--line', line), () => holds(place, board));
    },
  };
}

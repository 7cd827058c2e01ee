// Results: the picture of the method, or its table twin, or how it was counted. While the vote is open the picture moves with
// it; once it is closed the facts of the final result stand at the side.

import { el, setAttr, setShown, setText } from '../shared/dom.js';
import { tallyOf } from '../shared/store.js';
import { createExplained } from './explained.js';
import { baseText, createVerdict } from './facts.js';
import { createHeading } from './heading.js';
import { pictureOf } from './pictures/index.js';
import { tableOf } from './pictures/tables.js';
import { tell } from './pictures/told.js';
import { createTwin } from './twin.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {{root: HTMLElement, update: (told: import('./pictures/told.js').Told, refit: boolean) => void}} Picture */

/** @param {Wall} wall */
export function createResultsView(wall) {
  const { i18n, pager, face } = wall;
  const heading = createHeading(wall);
  const place = el('div', { class: 'picture-place' });
  const explained = createExplained(wall);
  const twin = createTwin(wall);
  const verdict = createVerdict(wall);
  const base = el('p', { class: 'base' });
  const page = el('p', { class: 'page num' });
  const root = el('article', { class: 'results' }, heading.root, el('div', { class: 'faces' }, place, explained.root, twin.root),
    el('footer', { class: 'results-foot' }, verdict.root, el('p', { class: 'base-line' }, base, page)));
  let picture = /** @type {Picture|null} */ (null), picture_of = '', face_was = '';

  return {
    root,
    /** @param {Scene} scene @param {State} state @param {boolean} refit */
    update(scene, state, refit) {
      const { item, tally, round } = scene;
      if (!item || !tally?.result || round === null) return;
      if (picture_of !== item.method) {
        picture_of = item.method ?? '';
        picture = pictureOf(picture_of)(wall, root);
        place.replaceChildren(picture.root);
      }
      const told = tell(scene, i18n, wall.prefs.now.sorted, round > 1 ? tallyOf(state, item.id, round - 1) : null);
      const shown = face.now === 'explained' && !tally.explained ? 'picture' : face.now;
      const turned = shown !== face_was;
      face_was = shown;
      heading.update(scene, state);
      setAttr(root, 'data-face', shown);
      if (refit || turned) setAttr(root, 'data-dense', false);   // what was fitted stays as it was fitted
      setShown(place, shown === 'picture');
      setText(base, baseText(i18n, item, tally.result));
      verdict.update(scene, item, tally.result);
      explained.update(told, tally.explained, shown === 'explained', refit || turned);
      twin.update(tableOf(told), told.key, shown === 'table', refit || turned);
      if (shown === 'picture') picture?.update(told, refit || turned);
      if (shown === 'explained') pager.set(`${told.key}/explained`, 1, performance.now());
      setShown(page, pager.pages > 1);
      setText(page, i18n.t(pager.story ? 'step' : 'page', { page: pager.page + 1, pages: pager.pages }));
    },
  };
}

// The top of most views: where we are (workshop, round, sample), the question large, and under it the same in a second
// language. The sample tag stands on every view that has content, so that nobody takes the samples for real results.

import { el, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { secondOf } from './texts.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Wall} wall */
export function createHeading({ i18n }) {
  const sample = el('span', { class: 'tag tag--sample' });
  const place = el('bdi', { class: 'place' });
  const round = el('span', { class: 'tag' });
  const title = el('h1', { class: 'question' });
  const second = el('p', { class: 'second' });
  const root = el('header', { class: 'heading' }, el('p', { class: 'eyebrow' }, sample, place, round), title, second);
  return {
    root,
    /** @param {Scene} scene @param {import('../shared/store.js').State} state @param {string} [kicker] what this view of the item is */
    update(scene, state, kicker) {
      const { workshop } = state;
      if (!workshop) return;
      setShown(sample, workshop.sample);
      setText(sample, i18n.t('sample'));
      const name = i18n.pick(workshop.title);
      setWords(place, kicker === undefined ? name : { text: kicker, lang: i18n.lang, dir: i18n.dir });
      const rounds = scene.round !== null && (scene.earlier || scene.round > 1);
      setShown(round, rounds);
      if (rounds) setText(round, i18n.t(scene.earlier ? 'earlier_round' : 'round', { n: scene.round ?? 0 }));
      setAttr(round, 'data-earlier', scene.earlier);
      const words = i18n.pick(scene.item?.title);
      setWords(title, words);
      setAttr(title, 'data-long', words.text.length > 90);
      const next = secondOf(scene.item?.title, words.lang, workshop.languages);
      setShown(second, next !== null);
      setWords(second, next);
    },
  };
}

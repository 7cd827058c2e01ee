// The top of most views: where we are (workshop, round, sample), the question large, and under it the same in a second
// language. The sample tag stands on every view that has content, so that nobody takes the samples for real results.

import { createAnnulledNote } from '../shared/annulled.js';
import { el, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { badgeText, secrecyOf } from '../shared/secrecy.js';
import { secondOf } from './texts.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Wall} wall */
export function createHeading({ i18n }) {
  const sample = el('span', { class: 'tag tag-sample' });
  const place = el('bdi', { class: 'place' });
  const round = el('span', { class: 'tag' }), secrecy = el('span', { class: 'tag tag-secrecy' });
  // A text in another language keeps its own direction inside a block that starts where the page starts.
  const title = el('bdi'), second = el('bdi'), note = el('bdi');
  const question = el('h1', { class: 'question' }, title);
  const second_line = el('p', { class: 'second' }, second), note_line = el('p', { class: 'note' }, note);
  const annulled = createAnnulledNote(i18n);
  const root = el('header', { class: 'heading' }, el('p', { class: 'eyebrow' }, sample, secrecy, place, round), question, second_line, note_line, annulled.root);
  return {
    root,
    /**
     * @param {Scene} scene @param {import('../shared/store.js').State} state
     * @param {{kicker?: string, note?: boolean}} [more] what this view of the item is; whether its note stands under the question
     */
    update(scene, state, { kicker, note: with_note = false } = {}) {
      const { workshop } = state;
      if (!workshop) return;
      setShown(sample, workshop.sample);
      setText(sample, i18n.t('sample_long'));
      const name = i18n.pick(workshop.title);
      setWords(place, kicker === undefined ? name : { text: kicker, lang: i18n.lang, dir: i18n.dir });
      const rounds = scene.round !== null && (scene.earlier || scene.round > 1);
      setShown(round, rounds);
      if (rounds) setText(round, i18n.t(scene.earlier ? 'earlier_round' : 'round', { n: scene.round ?? 0 }));
      setAttr(round, 'data-earlier', scene.earlier);
      // Who may know of a ballot whose it is, for the whole room to read.
      const badge = badgeText(i18n, scene.item);
      setShown(secrecy, badge !== '');
      setText(secrecy, scene.uncut ? `${badge} · ${i18n.t('secret_no_groups')}` : badge);
      setAttr(secrecy, 'data-secrecy', secrecyOf(scene.item));
      const words = i18n.pick(scene.item?.title);
      setWords(title, words);
      setAttr(question, 'data-long', words.text.length > 90);
      const next = secondOf(scene.item?.title, words.lang, workshop.languages);
      setShown(second_line, next !== null);
      setWords(second, next);
      setShown(note_line, with_note && scene.item?.note !== undefined);
      setWords(note, i18n.pick(scene.item?.note));
      annulled.update(scene.item, scene.round);
    },
  };
}

// What is void is struck through wherever it is written, and nothing else is touched.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asItStands, isVoid } from '../../shared/annulled.js';
import { createI18n } from '../../shared/i18n.js';

globalThis.document = /** @type {any} */ ({ documentElement: {} });
const i18n = createI18n({ ar: {}, en: {}, fr: {} });
const item = {
  id: 'first', kind: 'vote', title: 'First?', options: [{ id: 'A', text: 'a' }, { id: 'B', text: { ar: 'ب', en: 'b' } }], status: 'closed', round: 3, revealed: true,
  rounds: [{ round: 1, status: 'closed', ballots: 1, void: 'guests' }, { round: 2, status: 'closed', ballots: 1, void_options: { B: { ar: 'سُحب' } } }, { round: 3, status: 'closed', ballots: 1 }],
};

test('a round that stands is the item itself, and a void one is the same copy each time', () => {
  assert.equal(asItStands(item, 3), item);
  assert.equal(asItStands(item, null), item);
  assert.equal(asItStands(item, 1), asItStands(item, 1));
  assert.deepEqual([1, 2, 3].map((round) => isVoid(item, round)), [true, false, false]);
});

test('of a void round the title is struck through, of a void option its text', () => {
  const round = asItStands(item, 1), option = asItStands(item, 2);
  assert.deepEqual(i18n.pick(round.title), { text: 'First?', lang: '', dir: 'auto', struck: true });
  assert.deepEqual(round.options, item.options);
  assert.equal(option.title, item.title);
  assert.equal(option.options[0], item.options[0]);
  assert.deepEqual(i18n.pick(option.options[1].text), { text: 'ب', lang: 'ar', dir: 'rtl', struck: true });
  assert.deepEqual(i18n.pick(option.options[1].text, 'en'), { text: 'b', lang: 'en', dir: 'ltr', struck: true });
});

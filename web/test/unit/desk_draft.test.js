import test from 'node:test';
import assert from 'node:assert/strict';
import { blank, draftOf, voteOf } from '../../desk/draft.js';

/** @typedef {import('../../shared/wire.js').Item} Item */

/** @param {import('../../shared/wire.js').T | undefined} text */
const pick = (text) => typeof text === 'string' ? text : text?.en ?? '';

/** @type {Item} */
const item = {
  id: 'first', kind: 'vote', title: { ar: 'سؤال', en: 'Question' }, status: 'waiting', round: 1, revealed: false, method: 'approval',
  params: { max: 2, min: 1, quorum: '1/2', eligible: 60 }, seconds: 90, then: 'close',
  options: [{ id: 'lab', text: { ar: 'مختبر', en: 'Laboratory' }, detail: 'D' }, { id: 'brand', text: { ar: 'علامة', en: 'Brand' } }],
};

test('a pasted list becomes an item of the agenda', () => {
  const { what, wrong } = voteOf({ ...blank(), question: ' What first? ', text: '1. One\n2. Two\n3. one' }, 'v1', null, pick);
  assert.deepEqual(wrong, []);
  assert.deepEqual(what, {
    id: 'v1', kind: 'vote', title: 'What first?', method: 'plurality', params: {}, results: 'hidden', shuffle: false,
    options: [{ id: 'o1', text: 'One' }, { id: 'o2', text: 'Two' }],
  });
});

test('a twin is wanted when the facilitator says so', () => {
  const { what } = voteOf({ ...blank(), question: 'Q', text: 'One\nTwo\none', twins: [2] }, 'v1', null, pick);
  assert.deepEqual(/** @type {any} */ (what).options.map((/** @type {any} */ option) => option.text), ['One', 'Two', 'one']);
});

test('the rules of each method, and what is wrong with them', () => {
  const draft = { ...blank(), question: 'Q', text: 'a\nb\nc' };
  const of = (/** @type {object} */ more) => voteOf({ ...draft, ...more }, 'v1', null, pick);
  assert.deepEqual(of({ method: 'approval', max: 2 }).what.params, { max: 2 });
  assert.deepEqual(of({ method: 'approval', max: null }).what.params, {});
  assert.deepEqual(of({ method: 'approval', max: 9 }).what.params, {}, 'no more options than there are');
  assert.deepEqual(of({ method: 'dots', dots: 5, cap: 3 }).what.params, { dots: 5, cap: 3 });
  assert.deepEqual(of({ method: 'dots', dots: 5, cap: 5 }).what.params, { dots: 5 }, 'a cap that caps nothing is none');
  assert.deepEqual(of({ method: 'approval', max: 0 }).wrong, ['max']);
  assert.deepEqual(of({ method: 'dots', dots: null, cap: 0 }).wrong, ['dots', 'cap']);
  assert.deepEqual(of({ question: '', text: 'a' }).wrong, ['question', 'options']);
  assert.deepEqual(of({ text: Array.from({ length: 201 }, (_, i) => `option ${i}x`).join('\n') }).wrong, ['too-many-options']);
});

test('an untouched item comes back whole, with all its languages', () => {
  const { what, wrong } = voteOf(draftOf(item, pick), 'first', item, pick);
  assert.deepEqual(wrong, []);
  assert.deepEqual(what, {
    id: 'first', kind: 'vote', title: item.title, options: item.options, method: 'approval', params: { min: 1, quorum: '1/2', eligible: 60 },
    seconds: 90, then: 'close', results: 'hidden', shuffle: false,
  });
});

test('only the line that was rewritten loses its other languages', () => {
  const draft = { ...draftOf(item, pick), text: 'Brand\nTesting laboratory\nLaboratory' };
  const options = /** @type {any} */ (voteOf(draft, 'first', item, pick).what).options;
  assert.deepEqual(options, [item.options?.[1], { id: 'o1', text: 'Testing laboratory' }, item.options?.[0]]);
});

test('another method drops the limits of the old one and keeps the quorum', () => {
  const draft = { ...draftOf(item, pick), method: /** @type {const} */ ('dots') };
  assert.deepEqual(voteOf(draft, 'first', item, pick).what.params, { quorum: '1/2', eligible: 60, dots: 5, cap: 3 });
});

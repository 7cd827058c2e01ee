import test from 'node:test';
import assert from 'node:assert/strict';
import { blank, draftOf, rulesOf, voteOf } from '../../desk/draft.js';

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
    id: 'v1', kind: 'vote', title: 'What first?', method: 'plurality', params: {}, results: 'hidden', secrecy: 'pseudonymous', shuffle: false,
    options: [{ id: 'o1', text: 'One' }, { id: 'o2', text: 'Two' }],
  });
});

test('a twin is wanted when the facilitator says so', () => {
  const { what } = voteOf({ ...blank(), question: 'Q', text: 'One\nTwo\none', twins: [2] }, 'v1', null, pick);
  assert.deepEqual(/** @type {any} */ (what).options.map((/** @type {any} */ option) => option.text), ['One', 'Two', 'one']);
});

/** @param {import('../../desk/draft.js').Draft} draft @param {object} values of the method's fields */
const ruled = (draft, values) => ({ ...draft, rules: { [draft.method]: { ...rulesOf({ ...draft, rules: {} }, pick), ...values } } });
/** @param {import('../../desk/draft.js').Wrong[]} wrong */
const places = (wrong) => wrong.map(({ at }) => at);

test('the rules of each method, and what is wrong with them', () => {
  const draft = { ...blank(), question: 'Q', text: 'a\nb\nc' };
  const of = (/** @type {string} */ method, /** @type {object} */ values, more = {}) => voteOf(ruled({ ...draft, ...more, method }, values), 'v1', null, pick);
  assert.deepEqual(of('plurality', { majority: '1/2', seats: 2 }).what.params, { majority: '1/2', seats: 2 });
  assert.deepEqual(of('approval', { max: 2 }).what.params, { max: 2 });
  assert.deepEqual(of('approval', { max: null }).what.params, {});
  assert.deepEqual(of('approval', { max: 9 }).what.params, {}, 'no more options than there are');
  assert.deepEqual(of('dots', { dots: 5, cap: 3 }).what.params, { dots: 5, cap: 3 });
  assert.deepEqual(of('dots', { dots: 5, cap: 5 }).what.params, { dots: 5 }, 'a cap that caps nothing is none');
  assert.deepEqual(of('allocation', { exact: false }).what.params, { total: 100, exact: false, report_mean: true });
  assert.deepEqual(of('schulze', { max_ranked: 2, strength: 'margins' }).what.params, { max_ranked: 2, strength: 'margins' });
  assert.deepEqual(of('words', {}).what, { id: 'v1', kind: 'vote', title: 'Q', method: 'words', params: { max_words: 3 }, results: 'hidden', secrecy: 'pseudonymous' }, 'words have no options');
  assert.deepEqual(places(of('approval', { max: 0 }).wrong), ['max']);
  assert.deepEqual(places(of('dots', { dots: null, cap: 0 }).wrong), ['dots', 'cap']);
  assert.deepEqual(places(of('dots', { dots: 9, cap: 2, use_all: true }).wrong), ['cap'], 'three options have no room for nine points');
  assert.deepEqual(places(of('score', { min: 5, max: 5 }).wrong), ['max']);
  assert.deepEqual(places(of('stv', { seats: 3 }).wrong), ['seats'], 'as many winners as options is no vote');
  assert.deepEqual(places(of('majority_judgment', { grades: 'Good\nGood' }).wrong), ['grades']);
  assert.deepEqual(places(of('plurality', {}, { question: '', text: 'a' }).wrong), ['question', 'options']);
  assert.deepEqual(of('plurality', {}, { text: Array.from({ length: 201 }, (_, i) => `option ${i}x`).join('\n') }).wrong, [{ at: 'options', key: 'wrong_too_many_options' }]);
});

test('projects bring their costs, and a project without one is named', () => {
  const draft = ruled({ ...blank(), question: 'Q', method: 'pb_mes', text: '1. Lab; 120 000\n2. Brand - 12.5\n' }, { budget: '150,000' });
  const { what, wrong } = voteOf(draft, 'v1', null, pick);
  assert.deepEqual(wrong, []);
  assert.deepEqual(what.options, [{ id: 'o1', text: 'Lab' }, { id: 'o2', text: 'Brand' }]);
  assert.deepEqual(what.params, { budget: 150000, costs: { o1: 120000, o2: '12.5' }, completion: 'add1_greedy', increment: 100 });
  assert.deepEqual(voteOf({ ...draft, text: 'Lab; 5\nBrand' }, 'v1', null, pick).wrong, [{ at: 'options', key: 'wrong_costs', args: { option: 'Brand' } }]);
  assert.deepEqual(places(voteOf(ruled(draft, { budget: '' }), 'v1', null, pick).wrong), ['budget']);
  const again = /** @type {any} */ ({ ...what, status: 'waiting', round: 1, revealed: false });
  assert.equal(draftOf(again, pick).text, 'Lab; 120000\nBrand; 12.5');
  assert.deepEqual(voteOf(draftOf(again, pick), 'v1', again, pick).what.params, what.params, 'what was not touched comes back as it was');
});

test('grades and axes keep their languages where their words were not touched', () => {
  const draft = { ...blank(), question: 'Q', text: 'a\nb', method: 'majority_judgment' };
  const { grades } = /** @type {any} */ (voteOf(draft, 'v1', null, pick).what.params);
  assert.equal(grades[0].fr, 'À rejeter', 'the worst comes first on the wire');
  assert.equal(grades.length, 6);
  const matrix = voteOf({ ...draft, method: 'priority_matrix' }, 'v1', null, pick);
  assert.deepEqual(matrix.wrong, []);
  assert.deepEqual(/** @type {any} */ (matrix.what.params).axes.map((/** @type {any} */ axis) => [axis.id, axis.name.fr, axis.min, axis.max]), [['impact', 'Effet', 1, 5], ['feasibility', 'Faisabilité', 1, 5]]);
});

test('an untouched item comes back whole, with all its languages', () => {
  const { what, wrong } = voteOf(draftOf(item, pick), 'first', item, pick);
  assert.deepEqual(wrong, []);
  assert.deepEqual(what, {
    id: 'first', kind: 'vote', title: item.title, options: item.options, method: 'approval', params: { min: 1, quorum: '1/2', eligible: 60 },
    seconds: 90, then: 'close', results: 'hidden', secrecy: 'pseudonymous', shuffle: false,
  });
});

test('only the line that was rewritten loses its other languages', () => {
  const draft = { ...draftOf(item, pick), text: 'Brand\nTesting laboratory\nLaboratory' };
  const options = /** @type {any} */ (voteOf(draft, 'first', item, pick).what).options;
  assert.deepEqual(options, [item.options?.[1], { id: 'o1', text: 'Testing laboratory' }, item.options?.[0]]);
});

test('another method drops the limits of the old one and keeps the quorum', () => {
  const draft = { ...draftOf(item, pick), method: 'dots' };
  assert.deepEqual(voteOf(draft, 'first', item, pick).what.params, { quorum: '1/2', eligible: 60, dots: 5, cap: 3 });
});

import test from 'node:test';
import assert from 'node:assert/strict';
import { parseList, sameForm } from '../../desk/paste.js';

/** @param {string} text */
const texts = (text) => parseList(text).lines.map((line) => line.text);

test('thirty lines become thirty options in their order', () => {
  const list = Array.from({ length: 30 }, (_, index) => `مقترح رقم ${index + 1}`);
  assert.deepEqual(texts(list.join('\n')), list);
});

test('Western and Arabic-Indic numbering goes away', () => {
  assert.deepEqual(texts('1. تدريب مهني\n2. مختبر فحص\n10. تسويق'), ['تدريب مهني', 'مختبر فحص', 'تسويق']);
  assert.deepEqual(texts('١- تدريب مهني\n٢- مختبر فحص\n١٠- تسويق'), ['تدريب مهني', 'مختبر فحص', 'تسويق']);
  assert.deepEqual(texts('١-تدريب\n٢-مختبر'), ['تدريب', 'مختبر']);
  assert.deepEqual(texts('(1) training\n[2] laboratory\n3) brand\n4: shop\n5.label'), ['training', 'laboratory', 'brand', 'shop', 'label']);
  assert.deepEqual(texts('۱) الف\n۲) باء'), ['الف', 'باء']);
  assert.deepEqual(texts('1° Formation\n2° Laboratoire'), ['Formation', 'Laboratoire']);
});

test('bullets of every common kind go away', () => {
  assert.deepEqual(texts('- a1\n– b1\n— c1\n• d1\n* e1\n· f1\n▪ g1\nـ ح١\n-i1\n[ ] j1'),
    ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'ح١', 'i1', 'j1']);
  assert.deepEqual(texts('• 1. first\n• 2. second'), ['first', 'second']);
});

test('numbers that belong to the text stay', () => {
  const list = ['2026 budget', '3.5 million shekels', '10:30 break', '50% discount', '2-year plan', '24/7 hotline', '4×4 vehicle'];
  assert.deepEqual(texts(list.join('\n')), list);
  assert.deepEqual(texts('2-year plan\nShared laboratory'), ['2-year plan', 'Shared laboratory']);
  assert.deepEqual(texts('2026\n2027\n2028'), ['2026', '2027', '2028']);
});

test('a dash after the number goes away without a space only when every line has it', () => {
  assert.deepEqual(texts('1-training\n2-laboratory\n3-brand'), ['training', 'laboratory', 'brand']);
});

test('letters are numbering only when every line has one', () => {
  assert.deepEqual(texts('أ- تدريب\nب- مختبر\nج- تسويق'), ['تدريب', 'مختبر', 'تسويق']);
  assert.deepEqual(texts('a) one\nb) two\nc) three'), ['one', 'two', 'three']);
  assert.deepEqual(texts('A. Nasser street\nMain street'), ['A. Nasser street', 'Main street']);
});

test('blank lines, tabs, invisible marks and trailing commas go away', () => {
  assert.deepEqual(texts('\uFEFFone;\r\n\r\n   \r\n\u200Ftwo،\r\nthree\t and  more\n---\n•\n'), ['one', 'two', 'three and more']);
  assert.deepEqual(texts('1\tone\n2\ttwo'), ['one', 'two']);
  assert.deepEqual(texts(''), []);
});

test('lines that a reader takes for the same are marked, not dropped', () => {
  const { lines } = parseList('1. إدارة الجودة\n2. تسويق\n3. ادارهُ الجوده\n4. Marketing\n5. marketing!');
  assert.deepEqual(lines.map((line) => line.sameAs), [null, null, 0, null, 3]);
  assert.equal(sameForm('مُخْتَبَر  فَحْص'), sameForm('مختبر فحص'));
  assert.notEqual(sameForm('مركز تصميم'), sameForm('مركز تدريب'));
});

test('a question over the list becomes the question', () => {
  assert.equal(parseList('ما أولوية العام القادم؟\n- تدريب\n- تسويق').question, 'ما أولوية العام القادم؟');
  assert.equal(parseList('Priorities :\n- a\n- b').question, 'Priorities');
  assert.equal(parseList('Why?\nWhy not').question, null);
  assert.deepEqual(texts('Priorities:\n- a\n- b'), ['a', 'b']);
});

import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { FAMILIES, METHODS } from '../../desk/catalogue.js';
import { readAmount, splitCost } from '../../desk/costs.js';
import { words as forms } from '../../desk/form_words.js';
import { words as kinds } from '../../desk/kind_words.js';
import { ruleWords } from '../../shared/rules.js';

const known = new Set([forms, kinds, ruleWords].flatMap((book) => Object.keys(book.ar)));

test('the form offers every method, each once', () => {
  const all = readdirSync(new URL('../../../tests/counting/agendas/', import.meta.url)).map((name) => name.replace('.json', ''));
  assert.deepEqual([...METHODS].sort(), all.sort());
});

test('each kind says what it is and when it fits, and each field what it asks', () => {
  for (const { family, kinds: of } of FAMILIES) {
    assert.ok(known.has(`family_${family}`), family);
    for (const { method, fields } of of) {
      for (const key of [`kind_${method}`, `when_${method}`, `name_${method}`]) assert.ok(known.has(key), key);
      for (const field of fields) {
        assert.ok(known.has(`field_${field.name}`), `${method}: ${field.name}`);
        for (const value of field.values ?? []) assert.ok(known.has(`choice_${field.name}_${value.replace('/', '_') || 'none'}`), `${method}: ${field.name} ${value}`);
      }
    }
  }
});

test('a line is a project and its cost, however it was written', () => {
  for (const line of ['Lab; 1200', 'Lab;1,200', 'Lab: 1 200', 'Lab = 1.200', 'Lab | $1200', 'Lab\t1200 ILS', 'Lab - 1200', 'Lab – 1\u202f200 €', 'Lab؛ ١٢٠٠', 'Lab، ١٬٢٠٠ شيكل'])
    assert.deepEqual(splitCost(line), { name: 'Lab', cost: '1200' }, line);
  for (const line of ['Hall 2', 'Lab', '2030 plan', 'ISO-9001', 'Lab; soon']) assert.deepEqual(splitCost(line), { name: line, cost: null }, line);
  assert.deepEqual(splitCost('المرحلة ٢؛ ٥٠٠'), { name: 'المرحلة ٢', cost: '500' });
});

test('amounts with a fraction stay exact', () => {
  assert.equal(readAmount('12.50'), '12.5');
  assert.equal(readAmount('1,234.5'), '1234.5');
  assert.equal(readAmount('12,5'), '12.5');
  assert.equal(readAmount('007'), '7');
  assert.equal(readAmount('much'), null);
  assert.equal(readAmount(''), null);
});

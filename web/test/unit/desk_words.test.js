import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { words as desk } from '../../desk/words.js';
import { words as forms } from '../../desk/form_words.js';
import { words as kinds } from '../../desk/kind_words.js';
import { words as records } from '../../records/words.js';
import { outcomeWords } from '../../shared/outcome.js';
import { ruleWords } from '../../shared/rules.js';
import { words as common } from '../../shared/words.js';

const books = { desk, forms, kinds, records, outcomeWords, ruleWords };
/** @param {string | Record<string, string>} entry @returns {string[]} */
const forms_of = (entry) => typeof entry === 'string' ? [entry] : Object.values(entry);
/** @param {string | Record<string, string>} entry */
const holes = (entry) => [...new Set(forms_of(entry).flatMap((form) => [...form.matchAll(/\{(\w+)\}/gu)].map((match) => match[1])))].sort();

test('the three languages have the same keys, the same holes, and the plural forms they need', () => {
  for (const [name, book] of Object.entries(books)) {
    for (const lang of /** @type {const} */ (['en', 'fr'])) assert.deepEqual(Object.keys(book[lang]).sort(), Object.keys(book.ar).sort(), `${name} ${lang}`);
    for (const [key, entry] of Object.entries(book.ar)) {
      for (const lang of /** @type {const} */ (['ar', 'en', 'fr'])) {
        const other = /** @type {any} */ (book[lang][key]);
        const [mine, theirs] = [holes(/** @type {any} */ (entry)), holes(other)].map((all) => all.filter((hole) => hole !== 'n'));
        assert.deepEqual(theirs, mine, `${name} ${lang} ${key}`);
        assert.equal(typeof other, typeof entry, `${name} ${lang} ${key}: a count in one language is a count in all`);
        if (typeof other !== 'string') assert.deepEqual({ ar: ['zero', 'one', 'two', 'few', 'many', 'other'], en: ['one', 'other'], fr: ['one', 'many', 'other'] }[lang].filter((form) => !(form in other)), [], `${name} ${lang} ${key}`);
      }
    }
  }
});

test('every word that the pages ask for by name is there', () => {
  const known = { desk: new Set([common, desk, forms, kinds, outcomeWords, ruleWords].flatMap((book) => Object.keys(book.ar))), records: new Set([common, records, outcomeWords, ruleWords].flatMap((book) => Object.keys(book.ar))) };
  for (const [folder, keys] of Object.entries(known)) {
    const path = new URL(`../../${folder}/`, import.meta.url);
    for (const file of readdirSync(path).filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(new URL(file, path), 'utf8');
      for (const [, key] of text.matchAll(/\bt\('([a-z_]+)'/gu)) assert.ok(keys.has(key), `${folder}/${file}: ${key}`);
    }
  }
});

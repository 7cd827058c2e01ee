import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outcomeWords } from '../../shared/outcome.js';
import { words as shared_words } from '../../shared/words.js';
import { pictureWords } from '../../stage/pictures/words.js';
import { words as own_words } from '../../stage/words.js';

/** @type {any} */
const words = { ar: { ...own_words.ar, ...pictureWords.ar }, en: { ...own_words.en, ...pictureWords.en }, fr: { ...own_words.fr, ...pictureWords.fr } };
const CLASSES = { ar: ['zero', 'one', 'two', 'few', 'many', 'other'], en: ['one', 'other'], fr: ['one', 'many', 'other'] };
const LANGS = /** @type {('ar'|'en'|'fr')[]} */ (['ar', 'en', 'fr']);

test('the three languages have the same words', () => {
  for (const lang of LANGS) assert.deepEqual(Object.keys(words[lang]).sort(), Object.keys(words.ar).sort(), lang);
});

test('each plural has every class of its language', () => {
  for (const lang of LANGS) {
    for (const [key, entry] of Object.entries(words[lang])) {
      if (typeof entry === 'string') continue;
      for (const form of CLASSES[lang]) assert.equal(typeof entry[form], 'string', `${lang} ${key} ${form}`);
    }
  }
});

test('the same places stand in each language', () => {
  const places = (/** @type {any} */ entry) => (JSON.stringify(typeof entry === 'string' ? entry : entry.other).match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(words.ar)) for (const lang of LANGS) assert.deepEqual(places(words[lang][key]), places(words.ar[key]), `${lang} ${key}`);
});

test('every word that the page asks for is there, and none is left over', () => {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../stage');
  const code = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.js') && !/(?:^|\/)words\.js$/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  for (const [, key] of code.matchAll(/i18n\.t\('(\w+)'/g)) assert.ok(key in words.ar || key in shared_words.ar || key in outcomeWords.ar, key);
  const made = [...code.matchAll(/t\(`(\w+_)\$\{/g)].map(([, start]) => start);
  for (const key of Object.keys(words.ar)) assert.ok(code.includes(`'${key}'`) || made.some((start) => key.startsWith(start)), `${key} is not used`);
  const twice = Object.keys(own_words.ar).filter((key) => key in pictureWords.ar);
  assert.deepEqual(twice, [], 'a word stands in one place');
});

test('French keeps its spaces before : ; ? ! together', () => {
  const forms = (/** @type {any} */ entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));
  for (const [key, entry] of Object.entries(words.fr)) for (const form of forms(entry)) assert.doesNotMatch(form, / [:;?!»]|« /, key);
});

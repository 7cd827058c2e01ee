// The three languages say the same things, in all the plural forms their grammar has, and the page picks the right one.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { words as check } from '../../check/words.js';
import { words as desk_forms } from '../../desk/form_words.js';
import { words as desk_kinds } from '../../desk/kind_words.js';
import { words as desk } from '../../desk/words.js';
import { words as code } from '../../phone/code/words.js';
import { words as budget } from '../../phone/kinds/budget/words.js';
import { words as matrix } from '../../phone/kinds/matrix/words.js';
import { words as pairs } from '../../phone/kinds/pairs/words.js';
import { words as points } from '../../phone/kinds/points/words.js';
import { words as ranking } from '../../phone/kinds/ranking/words.js';
import { words as scores } from '../../phone/kinds/scores/words.js';
import { words as texts } from '../../phone/kinds/texts/words.js';
import { words as receipts } from '../../phone/receipts/words.js';
import { words as results } from '../../phone/results/words.js';
import { words as secrecy } from '../../phone/secrecy/words.js';
import { words as swot } from '../../phone/swot/words.js';
import { words as phone } from '../../phone/words.js';
import { words as records } from '../../records/words.js';
import { annulledWords } from '../../shared/annulled_words.js';
import { LANGS, createI18n, direction, nearestLang } from '../../shared/i18n.js';
import { ruleWords } from '../../shared/rule_words.js';
import { words as core } from '../../shared/words-core.js';
import { words as shared } from '../../shared/words.js';

const root = { lang: '', dir: '' };
globalThis.document = /** @type {any} */ ({ documentElement: root });

const books = { annulledWords, check, desk, desk_forms, desk_kinds, records, ruleWords, phone, code, receipts, results, secrecy, budget, matrix, pairs, points, ranking, scores, swot, texts, core, shared };
const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const counts = { records, ruleWords }; // of what is never none, so their zero may be empty
const forms = (entry) => typeof entry === 'string' ? [entry] : Object.values(entry);

for (const [name, book] of Object.entries(books)) {
  test(`${name}: the same keys, of the same kind, in all three languages`, () => {
    for (const lang of LANGS) assert.deepEqual(Object.keys(book[lang]).sort(), Object.keys(book.ar).sort(), lang);
    for (const key of Object.keys(book.ar)) for (const lang of LANGS) assert.equal(typeof book[lang][key], typeof book.ar[key], `${lang} ${key}`);
  });

  test(`${name}: every count has the six Arabic forms, and what English and French need`, () => {
    for (const [key, entry] of Object.entries(book.ar)) {
      if (typeof entry === 'string') continue;
      assert.deepEqual(Object.keys(entry), ['zero', 'one', 'two', 'few', 'many', 'other'], key);
      for (const lang of ['en', 'fr']) for (const form of ['one', 'other']) assert.ok(form in book[lang][key], `${lang} ${key} ${form}`);
    }
  });

  test(`${name}: no text is empty, and the same gaps are filled in each language`, () => {
    for (const key of Object.keys(book.ar)) {
      const gaps = (lang) => [...new Set(forms(book[lang][key]).flatMap(holes))].filter((hole) => hole !== 'n');
      for (const lang of LANGS) {
        const entry = book[lang][key], named = typeof entry === 'string' ? { text: entry } : entry;
        for (const [form, text] of Object.entries(named)) assert.ok(text.trim() || (form === 'zero' && name in counts), `${lang} ${key} ${form}`);
        assert.deepEqual(gaps(lang), gaps('ar'), `${lang} ${key}`);
      }
    }
  });

  test(`${name}: French keeps its spaces before : ; ? ! together, and Arabic has no Latin punctuation`, () => {
    for (const [key, entry] of Object.entries(book.fr)) for (const form of forms(entry)) assert.doesNotMatch(form, / [:;?!»]|« |[^\u00a0\u202f\s][;?!]/, key);
    for (const [key, entry] of Object.entries(book.ar)) for (const form of forms(entry)) assert.doesNotMatch(form, /[,;?]/, key);
  });
}

test('each number takes its form in Arabic, English and French', () => {
  const i18n = createI18n({ ar: { x: { zero: 'z', one: 'o', two: 't', few: 'f{n}', many: 'm{n}', other: 'x{n}' } }, en: { x: { one: 'o', other: 'x{n}' } }, fr: { x: { one: 'o{n}', other: 'x{n}' } } });
  const say = (lang, n) => { i18n.setLang(lang); return i18n.t('x', { n }); };
  assert.deepEqual([0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((n) => say('ar', n)), ['z', 'o', 't', 'f3', 'f10', 'm11', 'm99', 'x100', 'x102', 'f103']);
  assert.deepEqual([0, 1, 2].map((n) => say('en', n)), ['x0', 'o', 'x2']);
  assert.deepEqual([0, 1, 2, 1000000].map((n) => say('fr', n)), ['o0', 'o1', 'x2', 'x1\u202f000\u202f000']);
});

test('a switch of language tells the page, the document, and keeps the digits of the workshop for Arabic alone', () => {
  const i18n = createI18n(core);
  let told = 0;
  const stop = i18n.subscribe(() => told++);
  i18n.setDigits('arab');
  assert.equal(i18n.t('points', { n: 12 }), '١٢ نقطة');
  assert.equal(i18n.clock(84_001), '١:٢٥');
  i18n.setLang('fr');
  assert.deepEqual([root.lang, root.dir, i18n.dir], ['fr', 'ltr', 'ltr']);
  assert.equal(i18n.t('points', { n: 12 }), '12 points');
  assert.equal(i18n.percent('33.3'), '33,3\u00a0%');
  i18n.setLang('fr');
  assert.equal(told, 2);
  stop();
  i18n.setLang('ar');
  assert.deepEqual([root.lang, root.dir, told], ['ar', 'rtl', 2]);
});

test('texts that people wrote are set apart inside sentences', () => {
  const i18n = createI18n(phone);
  i18n.setLang('ar');
  assert.equal(i18n.t('now_open', { title: 'Made in Hebron (CAD)' }), 'فُتح التصويت: \u2068Made in Hebron (CAD)\u2069');
  assert.throws(() => i18n.t('no_such_words'), /no words for no_such_words/);
});

test('a text of the wire comes in the nearest language it has, with its own direction', () => {
  const i18n = createI18n(core);
  i18n.setLang('fr');
  assert.deepEqual(i18n.pick({ ar: 'أ', en: 'A' }), { text: 'أ', lang: 'ar', dir: 'rtl' });
  assert.deepEqual(i18n.pick({ en: 'A', fr: 'À' }), { text: 'À', lang: 'fr', dir: 'ltr' });
  assert.deepEqual(i18n.pick({ en: 'A', fr: 'À' }, 'en'), { text: 'A', lang: 'en', dir: 'ltr' });
  assert.deepEqual(i18n.pick('bare'), { text: 'bare', lang: '', dir: 'auto' });
  assert.deepEqual(i18n.pick(undefined), { text: '', lang: '', dir: 'auto' });
});

test('the first language is the browser\'s nearest, Arabic if it has none of ours', () => {
  assert.equal(nearestLang(['de-DE', 'fr-CA', 'en']), 'fr');
  assert.equal(nearestLang(['AR-ps']), 'ar');
  assert.equal(nearestLang(['de']), 'ar');
  assert.equal(nearestLang(undefined), 'ar');
  assert.equal(direction('ar'), 'rtl');
});

const phoneFolder = new URL('../../phone/', import.meta.url);
const read = (/** @type {URL} */ folder) => readdirSync(folder).filter((name) => name.endsWith('.js') && name !== 'words.js').map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
const sharedCode = ['annulled.js', 'bars.js', 'i18n.js'].map((name) => readFileSync(new URL(`../../shared/${name}`, import.meta.url), 'utf8')).join('\n');
const phoneCode = read(phoneFolder) + sharedCode;
const modules = { code: [code, 'code/'], receipts: [receipts, 'receipts/'], results: [results, 'results/'], secrecy: [secrecy, 'secrecy/'], swot: [swot, 'swot/'], ...Object.fromEntries(Object.entries({ budget, matrix, pairs, points, ranking, scores, texts }).map(([name, book]) => [name, [book, `kinds/${name}/`]])) };

/** Said as it stands, or put together: `take_${unit}` says take_point. */
const says = (/** @type {string} */ code, /** @type {string} */ key) => code.includes(`'${key}'`) || new RegExp(`\\b${key}:`).test(code) || [...code.matchAll(/`(\w+_)\$\{/g)].some(([, start]) => key.startsWith(start));

for (const [name, [book, code]] of [['page', [phone, phoneCode]], ...Object.entries(modules).map(([name, [own, folder]]) => [name, [own, read(new URL(folder, phoneFolder)) + phoneCode]])]) {
  test(`the phone's ${name} says only what has words, and has words only for what it says`, () => {
    const all = { ...phone.ar, ...core.ar, ...Object.assign({}, ...name === 'page' ? Object.values(modules).map(([own]) => own.ar) : [book.ar]), ...results.ar };
    for (const key of Object.keys(book.ar)) assert.ok(says(name === 'page' ? code + read(new URL('kinds/points/', phoneFolder)) : code, key), `${key} is never said`);
    for (const [, key] of code.matchAll(/i18n\.t\('(\w+)'/g)) assert.ok(key in all, `${key} has no words`);
    for (const letter of code.replace(/\/\/.*|\/\*[^]*?\*\/|^export const NAMES.*/gm, '').matchAll(/'[^'\n]*[\u0621-\u064a]{2,}[^'\n]*'/g)) assert.fail(`words outside words.js: ${letter[0]}`);
  });
}

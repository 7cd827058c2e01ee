// Receipts against an honest log, and against each way in which a server may lie.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { checkReceipt } from '../../phone/receipts/proof.js';
import { createVoting } from '../../phone/voting.js';
import { shortCode } from '../../shared/merkle.js';
import { openStorage } from '../../shared/storage.js';
import { pathOf, reference, signer, subproof, treeHash } from '../reference.js';

/** @typedef {import('../../phone/receipts/proof.js').Known} Known */

const base64 = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('base64');
const owner = signer('sawt/482913', 3), other = signer('sawt/482913', 4);

/** A server with a log of so many entries. @param {number} size @param {{by?: typeof owner, word?: string}} [how] */
function logOf(size, { by = owner, word = 'entry' } = {}) {
  const lines = Array.from({ length: size }, (_, i) => Buffer.from(`{"${word}":${i + 1}}`));
  const note = (/** @type {number} */ many) => {
    const text = `sawt/482913\n${many}\n${base64(treeHash(lines.slice(0, many)))}\n`;
    return `${text}\n${by.line(text)}`;
  };
  const leaf = (/** @type {number} */ entry) => base64(reference(Buffer.of(0), lines[entry - 1]));
  return {
    receipt: (/** @type {number} */ entry) => ({ entry, leaf: leaf(entry), code: shortCode(Buffer.from(leaf(entry), 'base64')) }),
    /** @param {string} what @returns {Promise<any>} */
    async ask(what) {
      const query = new URL(what, 'http://log').searchParams, number = (/** @type {string} */ name) => Number(query.get(name));
      if (what.startsWith('consistency')) return { from: number('from'), size: number('to'), hashes: subproof(number('from'), lines.slice(0, number('to')), true).map(base64) };
      const entry = number('entry');
      return entry > size ? null : { entry, size, leaf: leaf(entry), hashes: pathOf(entry - 1, lines).map(base64), checkpoint: note(size), key: by.text };
    },
  };
}

/** A phone, which remembers. */
function phone() {
  let kept = /** @type {Known|null} */ (null);
  return {
    get kept() { return kept; },
    /** @param {import('../../phone/voting.js').Receipt} receipt @param {(what: string) => Promise<any>} ask */
    check: (receipt, ask) => checkReceipt(receipt, { origin: 'sawt/482913', ask, known: () => kept, learn: (known) => { kept = known; } }),
  };
}

/** The same answers, with one thing changed in each proof. @param {ReturnType<typeof logOf>} log @param {(proof: any) => object} change */
const lying = (log, change) => async (/** @type {string} */ what) => {
  const proof = await log.ask(what);
  return what.startsWith('proof') ? { ...proof, ...change(proof) } : proof;
};

test('every entry of every log is found, also as the log grows', async () => {
  const one = phone();
  for (let size = 1; size <= 20; size += 1) {
    const log = logOf(size), outcome = await one.check(log.receipt(1 + (size * 7) % size), log.ask);
    assert.equal(outcome.verdict, 'found', `${size}`);
    assert.deepEqual(outcome.steps, { signature: true, ...(size > 1 && { growth: true }), leaf: true, path: true });
    assert.deepEqual([outcome.size, outcome.before], [size, size > 1 ? size - 1 : undefined]);
  }
});

test('a receipt without a leaf is held against its code', async () => {
  const log = logOf(5), { entry, code } = log.receipt(3);
  assert.equal((await phone().check({ entry, code }, log.ask)).verdict, 'found');
  assert.equal((await phone().check({ entry, code: log.receipt(4).code }, log.ask)).why, 'other');
});

test('what is not in the log is said to be missing, and why', async () => {
  const log = logOf(9), receipt = log.receipt(4), forged = logOf(9, { word: 'forged' });
  const why = async (/** @type {(what: string) => Promise<any>} */ ask) => {
    const { verdict, why: reason } = await phone().check(receipt, ask);
    return [verdict, reason];
  };
  assert.deepEqual(await why(logOf(3).ask), ['missing', 'gone']);
  assert.deepEqual(await why(forged.ask), ['missing', 'other'], 'another ballot stands at its place');
  assert.deepEqual(await why(lying(log, () => ({ entry: 5 }))), ['missing', 'other'], 'a proof of another place');
  assert.deepEqual(await why(lying(log, () => ({ leaf: 'AAAA' }))), ['missing', 'other']);
  assert.deepEqual(await why(lying(log, ({ hashes }) => ({ hashes: [...hashes].reverse() }))), ['missing', 'path']);
  assert.deepEqual(await why(lying(log, ({ hashes }) => ({ hashes: hashes.slice(1) }))), ['missing', 'path']);
  for (const hashes of [null, 'x', [null], ['AAAA']]) assert.deepEqual(await why(lying(log, () => ({ hashes }))), ['missing', 'path']);
  // The right leaf in a log that never had it: no path can lead to the root.
  assert.deepEqual(await why(lying(forged, () => ({ leaf: receipt.leaf }))), ['missing', 'path']);
});

test('a log that is not the one of before is named', async () => {
  const before = logOf(9), receipt = before.receipt(4);
  const later = async (/** @type {(what: string) => Promise<any>} */ ask) => {
    const one = phone();
    assert.equal((await one.check(receipt, before.ask)).verdict, 'found');
    const kept = one.kept, { verdict, why } = await one.check(receipt, ask);
    assert.equal(one.kept, kept, 'the evidence stays');
    return [verdict, why];
  };
  assert.deepEqual(await later(logOf(8).ask), ['changed', 'shrunk']);
  assert.deepEqual(await later(logOf(9, { by: other }).ask), ['changed', 'key']);
  assert.deepEqual(await later(logOf(9, { word: 'forged' }).ask), ['changed', 'forked']);
  assert.deepEqual(await later(logOf(12, { word: 'forged' }).ask), ['changed', 'forked']);
  const silent = async (/** @type {string} */ what) => (what.startsWith('consistency') ? null : logOf(12).ask(what));
  assert.deepEqual(await later(silent), ['changed', 'forked'], 'no proof is no proof');
  assert.deepEqual(await later(lying(before, ({ checkpoint }) => ({ checkpoint: checkpoint.replace('\n9\n', '\n90\n') }))), ['changed', 'signature']);
});

test('a checkpoint must be signed by the key of this very log', async () => {
  const log = logOf(9), receipt = log.receipt(4), why = async (/** @type {object} */ change) => (await phone().check(receipt, lying(log, () => change))).why;
  assert.equal(await why({ key: other.text }), 'signature');
  assert.equal(await why({ key: signer('sawt/111111', 3).text }), 'signature');
  assert.equal(await why({ key: undefined }), 'signature');
  assert.equal(await why({ checkpoint: '' }), 'signature');
});

test('no answer is no verdict, and changes nothing that is known', async () => {
  const log = logOf(5), one = phone();
  await one.check(log.receipt(2), log.ask);
  const kept = one.kept, outcome = await one.check(log.receipt(2), () => Promise.reject(new Error('no network')));
  assert.deepEqual([outcome.verdict, outcome.why], ['unasked', undefined]);
  const half = await one.check(log.receipt(2), async (what) => (what.startsWith('proof') ? logOf(7).ask(what) : Promise.reject(new Error('no network'))));
  assert.equal(half.verdict, 'unasked');
  assert.equal(one.kept, kept);
});

test('two looks at once do not accuse the log, and the longer one is not forgotten', async () => {
  const short = logOf(5), long = logOf(7), one = phone(), receipt = short.receipt(2);
  let answer = /** @type {() => void} */ (() => {});
  const slow = one.check(receipt, async (what) => {
    const proof = await short.ask(what);
    await new Promise((done) => { answer = () => done(0); });
    return proof;
  });
  await new Promise((done) => setImmediate(done));
  assert.equal((await one.check(receipt, long.ask)).verdict, 'found');
  const kept = one.kept;
  answer();
  assert.equal((await slow).verdict, 'found');
  assert.equal(one.kept, kept);
});

test('a phone keeps the receipts of earlier items and rounds, and the newest of each', () => {
  const area = /** @type {any} */ ({ map: new Map(), getItem: (/** @type {string} */ key) => area.map.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => area.map.set(key, value), removeItem() {} });
  const voting = () => createVoting(openStorage('one.', area), { waiting: () => null, cast: () => {} }, () => null);
  const pending = (/** @type {string} */ item, /** @type {number} */ round) => ({ id: 'x', item, round, ballot: {}, at: 0 });
  const answer = (/** @type {number} */ entry) => ({ type: 'receipt', entry, leaf: `leaf ${entry}`, code: `code ${entry}` });
  voting().answered(pending('a', 1), answer(4));
  voting().answered(pending('b', 1), answer(5));
  voting().answered(pending('a', 2), answer(9));
  voting().answered(pending('b', 1), answer(7));
  voting().answered(pending('b', 1), { type: 'refused', reason: 'closed' });
  const of = (/** @type {number} */ entry) => ({ entry, leaf: `leaf ${entry}`, code: `code ${entry}` });
  assert.deepEqual(voting().receipts(), { 'a/1': of(4), 'b/1': of(7), 'a/2': of(9) });
});

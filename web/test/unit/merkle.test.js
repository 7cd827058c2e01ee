import test from 'node:test';
import assert from 'node:assert/strict';
import { createTree, leafHash, rootFromInclusion, sha256, shortCode, verifyConsistency } from '../../shared/merkle.js';
import { pathOf, reference, subproof, treeHash } from '../reference.js';

test('SHA-256 agrees with another implementation at every length around a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    assert.deepEqual(Buffer.from(sha256(bytes)), reference(bytes), `${length} bytes`);
  }
});

test('the root agrees with the definition for every size up to 70', () => {
  const tree = createTree();
  /** @type {Buffer[]} */
  const leaves = [];
  for (let size = 0; size <= 70; size += 1) {
    assert.deepEqual(Buffer.from(tree.root()), treeHash(leaves), `${size} leaves`);
    tree.add(`{"entry":${size},"نص":"سطر"}`);
    leaves.push(Buffer.from(`{"entry":${size},"نص":"سطر"}`));
  }
});

const lines = Array.from({ length: 24 }, (_, i) => `{"entry":${i + 1}}`), leaves = lines.map((line) => Buffer.from(line));
/** Each way to change one bit of one hash, to drop one and to add one. @param {Uint8Array[]} proof */
const spoilt = (proof) => [
  ...proof.map((_, i) => proof.map((hash, j) => (i === j ? hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte)) : hash))),
  ...proof.map((_, i) => proof.filter((__, j) => i !== j)),
  [...proof, sha256(new Uint8Array())], [sha256(new Uint8Array()), ...proof],
];

test('each leaf of each tree is proven by the path of the definition, and by no spoilt one', () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    const tree = leaves.slice(0, size), root = treeHash(tree);
    for (let index = 0; index < size; index += 1) {
      const proof = pathOf(index, tree), leaf = leafHash(lines[index]), of = (/** @type {Uint8Array[]} */ one) => rootFromInclusion(index, size, leaf, one);
      assert.deepEqual(Buffer.from(of(proof) ?? []), root, `${index} of ${size}`);
      for (const other of spoilt(proof)) assert.notDeepEqual(Buffer.from(of(other) ?? []), root, `${index} of ${size}, spoilt`);
      for (const [place, many] of [[index + 1, size], [index - 1, size], [index, size + 1], [index, size - 1]]) {
        const reached = rootFromInclusion(place, many, leaf, proof);
        // The size tells only the shape of the path, and some neighbours have the same; the checkpoint's signature binds size and root.
        if (place !== index) assert.notDeepEqual(Buffer.from(reached ?? []), root, `${index} of ${size} as ${place} of ${many}`);
      }
    }
  }
});

test('a place outside the tree and hashes of another length prove nothing', () => {
  const leaf = leafHash(lines[0]);
  for (const index of [1, 2, -1, 0.5, NaN]) assert.equal(rootFromInclusion(index, 1, leaf, []), null);
  assert.equal(rootFromInclusion(0, 1, new Uint8Array(), []), null);
  assert.equal(rootFromInclusion(0, 2, leaf, [leaf.subarray(1)]), null);
});

test('a place beyond 32 bits is reached', () => {
  const hashes = Array.from({ length: 41 }, (_, i) => sha256(Uint8Array.of(i))), join = (/** @type {Uint8Array[]} */ ...two) => reference(Buffer.of(1), ...two);
  // The first leaf has all others to its right; the last, alone after a full tree of 2^40, has that tree to its left.
  const first = hashes.slice(1).reduce((root, right) => join(root, right), hashes[0]);
  assert.deepEqual(Buffer.from(rootFromInclusion(0, 2 ** 40, hashes[0], hashes.slice(1)) ?? []), Buffer.from(first));
  assert.deepEqual(Buffer.from(rootFromInclusion(2 ** 40, 2 ** 40 + 1, hashes[0], [hashes[1]]) ?? []), join(hashes[1], hashes[0]));
});

test('each tree is proven to be the beginning of each later one, and by no spoilt proof', () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    const root = treeHash(leaves.slice(0, size));
    for (let before = 1; before <= size; before += 1) {
      const old = treeHash(leaves.slice(0, before)), proof = subproof(before, leaves.slice(0, size), true);
      assert.ok(verifyConsistency(before, size, old, root, proof), `${before} before ${size}`);
      for (const other of spoilt(proof)) assert.ok(!verifyConsistency(before, size, old, root, other), `${before} before ${size}, spoilt`);
      const changed = treeHash([Buffer.from('changed'), ...leaves.slice(1, before)]);
      assert.ok(!verifyConsistency(before, size, changed, root, proof), `${before} before ${size}, with another past`);
      assert.ok(!verifyConsistency(before, size, old, changed, proof), `${before} before ${size}, with another end`);
    }
  }
});

test('nothing is the beginning of a shorter log, and an empty log proves nothing', () => {
  const [old, root] = [3, 5].map((size) => treeHash(leaves.slice(0, size))), empty = treeHash([]);
  assert.ok(!verifyConsistency(5, 3, root, old, subproof(3, leaves.slice(0, 5), true)));
  assert.ok(!verifyConsistency(0, 5, empty, root, []));
  assert.ok(!verifyConsistency(0, 0, empty, empty, []));
});

test('a short code is 40 bits without I, L, O and U', () => {
  assert.equal(shortCode(Uint8Array.from([0, 0, 0, 0, 0, 255])), '0000-0000');
  assert.equal(shortCode(Uint8Array.from([255, 255, 255, 255, 255])), 'ZZZZ-ZZZZ');
  assert.equal(shortCode(Uint8Array.from([0x84, 0x65, 0x36, 0x0c, 0xa7])), 'GHJK-C357');
});

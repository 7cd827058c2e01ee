import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createTree, sha256, shortCode } from '../../records/merkle.js';

/** @param {...Uint8Array} parts */
const reference = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

test('SHA-256 agrees with another implementation at every length around a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    assert.deepEqual(Buffer.from(sha256(bytes)), reference(bytes), `${length} bytes`);
  }
});

/** The definition of RFC 6962, word for word. @param {Buffer[]} leaves @returns {Buffer} */
function treeHash(leaves) {
  if (leaves.length === 0) return reference();
  if (leaves.length === 1) return reference(Buffer.of(0), leaves[0]);
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return reference(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

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

test('a short code is 40 bits without I, L, O and U', () => {
  assert.equal(shortCode(Uint8Array.from([0, 0, 0, 0, 0, 255])), '0000-0000');
  assert.equal(shortCode(Uint8Array.from([255, 255, 255, 255, 255])), 'ZZZZ-ZZZZ');
  assert.equal(shortCode(Uint8Array.from([0x84, 0x65, 0x36, 0x0c, 0xa7])), 'GHJK-C357');
});

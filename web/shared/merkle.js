// The log's Merkle tree (RFC 6962, section 2.1), what it can prove (RFC 9162, section 2.1) and the short code of a hash.
// SHA-256 is brought along because browsers offer theirs only over https, and a hall's laptop is reached by plain http.

import { sha256 } from '@noble/hashes/sha2';
import { joinedBytes, sameBytes } from './bytes.js';

export { sha256 };

const encoder = new TextEncoder();
const LEAF = Uint8Array.of(0), NODE = Uint8Array.of(1); // the prefixes that keep leaves and nodes apart

/** @param {string} line an entry, without its line feed */
export const leafHash = (line) => sha256(joinedBytes([LEAF, encoder.encode(line)]));

/** @param {Uint8Array} left @param {Uint8Array} right */
export const nodeHash = (left, right) => sha256(joinedBytes([NODE, left, right]));

/** A tree that grows leaf by leaf; it keeps one hash for each 1 bit of its size. */
export function createTree() {
  /** @type {{size: number, hash: Uint8Array}[]} */
  const peaks = [];
  return {
    /** @param {string} line an entry, without its line feed @returns {Uint8Array} its leaf */
    add(line) {
      const leaf = leafHash(line);
      let peak = { size: 1, hash: leaf };
      while (peaks.length > 0 && peaks[peaks.length - 1].size === peak.size) {
        const { hash } = peaks.splice(-1)[0];
        peak = { size: 2 * peak.size, hash: nodeHash(hash, peak.hash) };
      }
      peaks.push(peak);
      return leaf;
    },
    root() {
      if (peaks.length === 0) return sha256(new Uint8Array());
      return peaks.map((peak) => peak.hash).reduceRight((right, left) => nodeHash(left, right));
    },
  };
}

// Places in a tree may be larger than what bitwise operators hold, so halving is a division.
const half = (/** @type {number} */ n) => Math.floor(n / 2);
const odd = (/** @type {number} */ n) => n % 2 === 1;

/** @param {unknown} n @returns {n is number} */
const isCount = (n) => Number.isSafeInteger(n) && Number(n) >= 0;
const areHashes = (/** @type {Uint8Array[]} */ ...all) => all.every(({ length }) => length === 32);

/**
 * The root that a proof leads to from a leaf (RFC 9162, 2.1.3.2); null when the proof has not the shape it must have.
 * @param {number} index of the leaf, from 0 @param {number} size of the tree @param {Uint8Array} leaf its hash @param {Uint8Array[]} proof
 */
export function rootFromInclusion(index, size, leaf, proof) {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(leaf, ...proof)) return null;
  let at = index, last = size - 1, root = leaf;
  for (const beside of proof) {
    if (last === 0) return null;
    if (odd(at) || at === last) {
      root = nodeHash(beside, root);
      while (!odd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else root = nodeHash(root, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : null;
}

/**
 * That a tree is the beginning of a larger one (RFC 9162, 2.1.4.2). An empty tree proves nothing about a later one, so `before` of 0 is refused.
 * @param {number} before @param {number} size @param {Uint8Array} root_before @param {Uint8Array} root @param {Uint8Array[]} proof
 */
export function verifyConsistency(before, size, root_before, root, proof) {
  if (!isCount(before) || !isCount(size) || before === 0 || before > size || !areHashes(root_before, root, ...proof)) return false;
  if (before === size) return proof.length === 0 && sameBytes(root_before, root);
  let at = before - 1, last = size - 1;
  while (odd(at)) [at, last] = [half(at), half(last)];
  // A full tree is a node of the larger one, and the proof leaves out what is known.
  const [start, ...path] = at === 0 ? [root_before, ...proof] : proof;
  if (!start) return false;
  let old = start, whole = start;
  for (const beside of path) {
    if (last === 0) return false;
    if (odd(at) || at === last) {
      old = nodeHash(beside, old);
      whole = nodeHash(beside, whole);
      while (!odd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else whole = nodeHash(whole, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(old, root_before) && sameBytes(whole, root);
}

/** The first 40 bits in Crockford's base 32, as XXXX-XXXX. @param {Uint8Array} hash */
export function shortCode(hash) {
  const bits = hash.slice(0, 5).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const letters = Array.from({ length: 8 }, (_, i) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

// Another maker of hashes, trees, proofs and signed notes than the one under test: the definitions of RFC 6962 word for word, over Node's
// own SHA-256 and Ed25519.

import { createHash, createPrivateKey, sign } from 'node:crypto';

/** @param {...Uint8Array} parts */
export const reference = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** Where a tree of n leaves divides: the largest power of two below n. @param {number} n */
function split(n) {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

/** The hash of a tree. @param {Buffer[]} leaves @returns {Buffer} */
export function treeHash(leaves) {
  if (leaves.length === 0) return reference();
  if (leaves.length === 1) return reference(Buffer.of(0), leaves[0]);
  const k = split(leaves.length);
  return reference(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

/** PATH of RFC 6962, 2.1.1, word for word. @param {number} m @param {Buffer[]} leaves @returns {Buffer[]} */
export function pathOf(m, leaves) {
  if (leaves.length === 1) return [];
  const k = split(leaves.length), left = leaves.slice(0, k), right = leaves.slice(k);
  return m < k ? [...pathOf(m, left), treeHash(right)] : [...pathOf(m - k, right), treeHash(left)];
}

/** SUBPROOF of RFC 6962, 2.1.2, word for word. @param {number} m @param {Buffer[]} leaves @param {boolean} whole @returns {Buffer[]} */
export function subproof(m, leaves, whole) {
  if (m === leaves.length) return whole ? [] : [treeHash(leaves)];
  const k = split(leaves.length), left = leaves.slice(0, k), right = leaves.slice(k);
  return m <= k ? [...subproof(m, left, whole), treeHash(right)] : [...subproof(m - k, right, false), treeHash(left)];
}

/** A signer that is not the one under test. @param {string} name @param {number} seed */
export function signer(name, seed) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const key = Buffer.from(String(secret.export({ format: 'jwk' }).x), 'base64url'), typed = Buffer.concat([Buffer.of(1), key]);
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
  return {
    key, text: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    line: (/** @type {string} */ text) => `— ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), secret)]).toString('base64')}\n`,
    raw: (/** @type {Buffer} */ message) => Uint8Array.from(sign(null, message, secret)),
  };
}

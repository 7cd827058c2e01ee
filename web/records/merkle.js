// The log's Merkle tree (RFC 6962, section 2.1) and the short code of its root. SHA-256 is written out here because
// browsers offer theirs only over https, and a hall's laptop is reached by plain http.

// The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2), computed exactly.
const K = new Uint32Array(primes(64).map((prime) => Number(rootBits(BigInt(prime), 3n) & 0xFFFFFFFFn)));
const PREFIX_LEAF = Uint8Array.of(0), PREFIX_NODE = Uint8Array.of(1);
const START = primes(8).map((prime) => Number(rootBits(BigInt(prime), 2n) & 0xFFFFFFFFn));

/** @param {Uint8Array} bytes @returns {Uint8Array} 32 bytes */
export function sha256(bytes) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = Uint32Array.from(START);
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(block + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const a = words[i - 15], b = words[i - 2];
      words[i] = words[i - 16] + words[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    mix(state, words);
  }
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  state.forEach((word, i) => out.setUint32(4 * i, word));
  return digest;
}

/** @param {Uint32Array} state @param {Uint32Array} words */
function mix(state, words) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0;
    d = c; c = b; b = a; a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
}

/** A tree that grows leaf by leaf; it keeps one hash for each 1 bit of its size. */
export function createTree() {
  /** @type {{size: number, hash: Uint8Array}[]} */
  const peaks = [];
  const encoder = new TextEncoder();
  return {
    /** @param {string} line an entry, without its line feed @returns {Uint8Array} its leaf */
    add(line) {
      const leaf = sha256(joinedBytes([PREFIX_LEAF, encoder.encode(line)]));
      let peak = { size: 1, hash: leaf };
      while (peaks.length > 0 && peaks[peaks.length - 1].size === peak.size) {
        const { hash } = peaks.splice(-1)[0];
        peak = { size: 2 * peak.size, hash: sha256(joinedBytes([PREFIX_NODE, hash, peak.hash])) };
      }
      peaks.push(peak);
      return leaf;
    },
    root() {
      if (peaks.length === 0) return sha256(new Uint8Array());
      return peaks.map((peak) => peak.hash).reduceRight((right, left) => sha256(joinedBytes([PREFIX_NODE, left, right])));
    },
  };
}

/** The first 40 bits in Crockford's base 32, as XXXX-XXXX. @param {Uint8Array} hash */
export function shortCode(hash) {
  const bits = hash.slice(0, 5).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const letters = Array.from({ length: 8 }, (_, i) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** @param {Uint8Array} bytes */
export function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @param {number} word @param {number} by */
function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}

/** @param {Uint8Array[]} parts */
export function joinedBytes(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {number} many */
function primes(many) {
  /** @type {number[]} */
  const found = [];
  for (let n = 2; found.length < many; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The root of n, scaled by 2^32 and rounded down. @param {bigint} n @param {bigint} degree */
function rootBits(n, degree) {
  const target = n << (32n * degree);
  let low = 0n, high = n << 32n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= target) low = middle;
    else high = middle - 1n;
  }
  return low;
}

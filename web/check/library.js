// Sawt's own record and count, compiled to WebAssembly (wasm/), as this page carries it: a log goes in, the audit's verdict and the views of
// an organiser come out. The page lends it what a browser has anyway: normal forms of texts, and the check of a signature.

import { verifyEd25519 } from '../shared/signed_note.js';

/** @typedef {import('../shared/wire.js').Tally} Tally */
/** @typedef {{what: string, entry: number, line: number, text: string}} Fault  entry and line are 0 where none can be named */
/** @typedef {{why: string, many: number, first: number[]}} Refused  how many entries, and the first of them */
/**
 * @typedef {object} Finding
 * @property {'sound'|'altered'|'unproven'} verdict
 * @property {number} entries
 * @property {number} covered how many of them the checkpoint speaks of
 * @property {string} code of the tree of all entries
 * @property {string|null} key whose signature was found right
 * @property {boolean} key_from_file
 * @property {boolean} kept_matches
 * @property {Fault} [fault]
 * @property {{joins: number, acts: number, ballots: number, replaced: number, repeated: number}} [counts]
 * @property {Record<string, Refused[]>} [refused] by item
 * @property {number} [voters]
 * @property {import('../shared/wire.js').Workshop} [workshop] of a log that was not altered
 */
/** @typedef {Awaited<ReturnType<typeof openLibrary>>} Library */

const PIECE = 128 * 1024;

/** @param {string} coded base 64 @returns {Uint8Array<ArrayBuffer>} */
export const bytesOf = (coded) => Uint8Array.from(atob(coded.trim()), (char) => char.charCodeAt(0));

/** @param {Uint8Array<ArrayBuffer>} program */
export async function openLibrary(program) {
  const encoder = new TextEncoder(), decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  /** @type {any} */
  let library = null;
  // The memory may have moved since it was last looked at.
  const memory = () => new Uint8Array(library.memory.buffer);
  const part = (/** @type {number} */ at, /** @type {number} */ size) => memory().slice(at, at + size);
  const put = (/** @type {number} */ at, /** @type {number} */ value) => new DataView(library.memory.buffer).setUint32(at, value, true);

  /** @type {Record<string, Record<string, (...args: number[]) => number | void>>} */
  const lent = {
    page: {
      verify: (key, message, size, signature) => Number(verifyEd25519(part(key, 32), part(message, size), part(signature, 64))),
      normalize(text, size, compatible, made) {
        try {
          const normal = encoder.encode(strict.decode(part(text, size)).normalize(compatible ? 'NFKC' : 'NFC')), at = library.take(normal.length + 1);
          memory().set(normal, at);
          put(made, at);
          return normal.length;
        } catch {
          put(made, 0);
          return -1;
        }
      },
    },
    wasi_snapshot_preview1: {
      environ_sizes_get(count, size) {
        put(count, 0);
        put(size, 0);
        return 0;
      },
      environ_get: () => 0,
    },
    env: { emscripten_notify_memory_growth() {} },
  };
  const module = await WebAssembly.compile(program);
  // What is named and never called in what the page asks: an environment that is not there.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    lent[from] = lent[from] ?? {};
    lent[from][name] = lent[from][name] ?? (() => { throw new Error(`the library called ${from}.${name}`); });
  }
  library = (await WebAssembly.instantiate(module, /** @type {any} */ (lent))).exports;
  library._initialize();

  /** @template T @param {Uint8Array[]} texts @param {(...places: number[]) => T} use place and size of each @returns {T} */
  function lend(texts, use) {
    const places = texts.map((text) => {
      const at = library.take(text.length + 1);
      memory().set(text, at);
      return [at, text.length];
    });
    try {
      return use(...places.reduce((all, one) => [...all, ...one], []));
    } finally {
      for (const [at] of places) library.give(at);
    }
  }

  /** @param {number} at */
  function answer(at) {
    const bytes = memory();
    return JSON.parse(decoder.decode(bytes.slice(at, bytes.indexOf(0, at))));
  }

  return {
    /** @param {{key: string, checkpoint: string}} knows what the reader has from elsewhere; empty: nothing @returns {{problem?: string}} */
    begin: ({ key, checkpoint }) => answer(lend([encoder.encode(key), encoder.encode(checkpoint)], library.begin)),
    /** @param {Uint8Array} bytes the next ones of the file */
    add(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE) lend([bytes.subarray(at, at + PIECE)], library.add);
    },
    /** @returns {Finding} */
    finish: () => answer(library.finish()),
    /** @param {string} item @param {number} round @returns {Tally} */
    tally: (item, round) => answer(lend([encoder.encode(item)], (at, size) => library.tally(at, size, round))),
  };
}

// The test's end of shim.c: which calls of a program fail, how, and how far it came. Fields as in its struct control.

import { closeSync, existsSync, openSync, readSync, writeSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));
const shim = process.env.SAWT_FAULT_SHIM ?? join(top, "build/release/tests/faults/libfault_shim.so");

if (!existsSync(shim)) {
  console.error(`${shim} is not built: ./dev build release, or name another with SAWT_FAULT_SHIM`);
  process.exit(2);
}

export const kinds = { write: 1, sync: 2, truncate: 4, name: 8, read: 16 };
const changing = kinds.write | kinds.sync | kinds.truncate | kinds.name;
const deeds = { short: -1, "kill before": -2, "kill after": -3, pretend: -4 };
const field = { clock: 0, calls: 8, first: 16, last: 24, deed: 32, kinds: 40, hits: 48, what: 56 };
const bytes = 256;
const forever = Number.MAX_SAFE_INTEGER;

export class Shim {
  /** @param {string} folder whose files are meant @param {string} control a file for what both ends know, elsewhere */
  constructor(folder, control) {
    this.file = openSync(control, "w+");
    writeSync(this.file, Buffer.alloc(bytes));
    this.env = {
      LD_PRELOAD: shim,
      FAULT_FOLDER: folder,
      FAULT_CONTROL: control,
      // The address sanitizer wants to be the first library; behind the shim it works as well.
      ASAN_OPTIONS: `${process.env.ASAN_OPTIONS ?? ""}:verify_asan_link_order=0`,
    };
  }

  #put(at, value) {
    const word = Buffer.alloc(8);
    word.writeBigInt64LE(BigInt(value));
    writeSync(this.file, word, 0, 8, at);
  }

  #get(at) {
    const word = Buffer.alloc(8);
    readSync(this.file, word, 0, 8, at);
    return Number(word.readBigInt64LE());
  }

  /**
   * From now on the calls numbered `first` to `last`, counted anew, have a fault.
   * @param {string} deed EIO, ENOSPC, EROFS …; short (half is written); kill before, kill after; pretend (nothing is done, and success claimed)
   */
  fail(deed, first = 1, last = forever, of = changing) {
    const code = deeds[deed] ?? constants.errno[deed];
    if (code === undefined) throw new Error(`no such fault: ${deed}`);
    this.heal();
    this.#put(field.deed, code);
    this.#put(field.kinds, of);
    this.#put(field.calls, 0);
    this.#put(field.hits, 0);
    this.#put(field.last, last);
    this.#put(field.first, first);
  }

  heal() {
    this.#put(field.first, 0);
  }

  count(of = changing) {
    this.fail("EIO", forever, forever, of);
  }

  setClock(ms) {
    this.#put(field.clock, ms);
  }

  get calls() {
    return this.#get(field.calls);
  }

  get hits() {
    return this.#get(field.hits);
  }

  /** The last call that had its fault, and on which file. */
  get what() {
    const text = Buffer.alloc(bytes - field.what);
    readSync(this.file, text, 0, text.length, field.what);
    return text.toString("utf8", 0, text.indexOf(0));
  }

  close() {
    closeSync(this.file);
  }
}

// Short texts that carry Ed25519 signatures (C2SP signed-note), and the one that tells what a log was at some moment
// (C2SP tlog-checkpoint). What is not exactly as the specification says is refused with the reason, since a text that may be
// read in two ways proves nothing. Pure.

import { ed25519 } from '@noble/curves/ed25519';
import { sha512 } from '@noble/hashes/sha2';
import { fromBase64, joinedBytes, sameBytes } from './bytes.js';
import { sha256 } from './merkle.js';

/** @typedef {{name: string, id: string, key: Uint8Array}} NoteKey who may sign; the id is eight hexadecimal digits */
/** @typedef {{problem: string}} Problem what is wrong, as a phrase that follows the name of the thing ("is not signed by …") */
/** @typedef {{origin: string, size: number, root: Uint8Array}} Checkpoint */

const ED25519_TYPE = 0x01;
const SIGNATURES_MAX = 64;       // the specification wants at least 16 to be taken, and some bound
const NOTE_LENGTH_MAX = 64 * 1024;
const SPACE_OR_PLUS = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000+]/;  // White_Space of Unicode
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;  // eslint-disable-line no-control-regex
const LONE_SURROGATE = /[\ud800-\udfff]/u;

const encoder = new TextEncoder(), Point = ed25519.Point;

/** @param {Uint8Array} bytes little-endian, as Ed25519 has all its numbers */
const numberOf = (bytes) => bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

/**
 * Strict, by the rules of the server's library: no key or point of low order, no encoding but the shortest, and the equation
 * without the cofactor. So what one of the two takes, the other takes.
 * @param {Uint8Array} key @param {Uint8Array} message @param {Uint8Array} signature
 */
export function verifyEd25519(key, message, signature) {
  if (key.length !== 32 || signature.length !== 64) return false;
  const commitment = signature.subarray(0, 32), s = numberOf(signature.subarray(32));
  if (s >= Point.Fn.ORDER) return false;
  try {
    const signer = Point.fromHex(key, false);
    if (signer.isSmallOrder() || Point.fromHex(commitment, false).isSmallOrder()) return false;
    const challenge = numberOf(sha512(joinedBytes([commitment, key, message]))) % Point.Fn.ORDER;
    return sameBytes(Point.BASE.multiplyUnsafe(s).subtract(signer.multiplyUnsafe(challenge)).toBytes(), commitment);
  } catch {
    return false;  // not a point of the curve
  }
}

/** @param {string} name */
const isKeyName = (name) => name !== '' && !LONE_SURROGATE.test(name) && !SPACE_OR_PLUS.test(name);

/** @param {Uint8Array} bytes */
const idOf = (bytes) => Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A key as people keep and compare it: NAME+ID+BASE64. @param {string} text @returns {NoteKey|Problem} */
export function readNoteKey(text) {
  const parts = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(text);
  if (!parts) return { problem: 'is not NAME+ID+KEY' };
  const [, name, id, coded] = parts;
  if (!isKeyName(name)) return { problem: 'has a name that is empty or holds a space or a plus sign' };
  if (!/^[0-9a-f]{8}$/.test(id)) return { problem: 'has an id that is not eight hexadecimal digits in small letters' };
  const bytes = fromBase64(coded);
  if (!bytes?.length) return { problem: 'has a key that is not base 64' };
  if (bytes[0] !== ED25519_TYPE) return { problem: 'has a key of another kind than Ed25519' };
  if (bytes.length !== 33) return { problem: 'has a key that is not 32 bytes long' };
  if (idOf(sha256(joinedBytes([encoder.encode(`${name}\n`), bytes]))) !== id) return { problem: 'has an id that does not belong to this name and key' };
  return { name, id, key: bytes.subarray(1) };
}

/** @param {string} line */
function readSignature(line) {
  if (!line.startsWith('\u2014 ')) return { problem: 'does not begin with a dash (U+2014) and a space' };
  const space = line.indexOf(' ', 2);
  if (space < 0) return { problem: 'has no name and signature' };
  const name = line.slice(2, space), bytes = fromBase64(line.slice(space + 1));
  if (!isKeyName(name)) return { problem: 'has a name that is empty or holds a space or a plus sign' };
  if (!bytes) return { problem: 'has a signature that is not base 64' };
  if (bytes.length < 5) return { problem: 'has a signature that is too short' };
  return { name, id: idOf(bytes), signature: bytes.subarray(4) };
}

/**
 * The text of a note that at least one of these keys has signed. Signatures of other keys are passed over; a wrong one of a known key
 * spoils the note.
 * @param {string} note @param {NoteKey[]} known @returns {{text: string}|Problem}
 */
export function openNote(note, known) {
  if (note.length > NOTE_LENGTH_MAX) return { problem: 'is longer than a note may be' };
  if (LONE_SURROGATE.test(note)) return { problem: 'is not UTF-8' };
  if (CONTROL.test(note)) return { problem: 'holds a control character' };
  if (!note.endsWith('\n')) return { problem: 'does not end in a line feed' };
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) return { problem: 'has no empty line before its signatures' };
  const text = note.slice(0, blank + 1), lines = note.slice(blank + 2).split('\n').slice(0, -1);
  if (lines.length === 0) return { problem: 'has no signature' };
  if (lines.length > SIGNATURES_MAX) return { problem: 'has too many signatures' };
  const read = lines.map(readSignature), spoilt = read.findIndex((line) => 'problem' in line);
  if (spoilt >= 0) return { problem: `is spoilt: line ${spoilt + 1} of its signatures ${read[spoilt].problem}` };
  const checked = read.flatMap(({ name, id, signature }) => known.filter((one) => one.name === name && one.id === id)
    .map((by) => ({ by, holds: !!signature && verifyEd25519(by.key, encoder.encode(text), signature) })));
  const wrong = checked.find(({ holds }) => !holds);
  if (wrong) return { problem: `has a wrong signature of ${wrong.by.name}` };
  return checked.length ? { text } : { problem: `is not signed by ${known.map(({ name, id }) => `${name}+${id}`).join(' or ')}` };
}

/** The text of a checkpoint. Further lines are read over, as the specification has it. @param {string} text @returns {Checkpoint|Problem} */
export function readCheckpoint(text) {
  if (!text.endsWith('\n')) return { problem: 'does not end in a line feed' };
  const lines = text.slice(0, -1).split('\n');
  if (lines.includes('')) return { problem: 'has an empty line' };
  if (lines.length < 3) return { problem: 'has fewer than three lines' };
  const [origin, digits, coded] = lines, size = Number(digits), root = fromBase64(coded);
  if (!/^(0|[1-9][0-9]*)$/.test(digits) || !Number.isSafeInteger(size)) return { problem: 'has a size that is not a whole number without leading zeros' };
  if (root?.length !== 32) return { problem: 'has a root that is not 32 bytes in base 64' };
  return { origin, size, root };
}

/** A note with a checkpoint of the log that this key is named after. @param {string} note @param {NoteKey} by @returns {Checkpoint|Problem} */
export function openCheckpoint(note, by) {
  const opened = openNote(note, [by]);
  if ('problem' in opened) return opened;
  const read = readCheckpoint(opened.text);
  if ('problem' in read) return read;
  return read.origin === by.name ? read : { problem: `is of the log ${read.origin}, and not of ${by.name}` };
}

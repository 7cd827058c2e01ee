import test from 'node:test';
import assert from 'node:assert/strict';
import { fromBase64, sameBytes, toBase64 } from '../../shared/bytes.js';
import { openCheckpoint, openNote, readCheckpoint, readNoteKey, verifyEd25519 } from '../../shared/signed_note.js';
import { signer } from '../reference.js';

const hex = (/** @type {string} */ text) => Uint8Array.from(Buffer.from(text, 'hex'));
const L = (1n << 252n) + 27742317777372353535851937790883648493n;  // the order of the base point (RFC 8032, 5.1)

/** @param {string} text */
function keyFrom(text) {
  const read = readNoteKey(text);
  assert.ok(!('problem' in read), 'problem' in read ? read.problem : '');
  return read;
}

const problem = (/** @type {object} */ read) => /** @type {any} */ (read).problem;

test('base 64 is read as it is written, and in no second way', () => {
  for (let length = 0; length < 12; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => 255 - 31 * i);
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
  }
  for (const text of ['A', 'AA', 'AAA', 'AA=', 'AAAA=', 'AB==', 'AAB=', 'AA==\n', ' AA==', 'AA-_', 'AA==AAAA', null, 5]) assert.equal(fromBase64(text), null, String(text));
});

test('the signatures of RFC 8032, 7.1, hold, and not for another message', () => {
  const cases = [
    ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ].map((row) => row.map(hex));
  for (const [key, message, signature] of cases) {
    assert.ok(verifyEd25519(key, message, signature));
    assert.ok(!verifyEd25519(key, Uint8Array.of(...message, 0), signature));
    for (const at of [0, 31, 32, 62]) assert.ok(!verifyEd25519(key, message, signature.map((byte, i) => (i === at ? byte ^ 1 : byte))), `byte ${at}`);
    assert.ok(!verifyEd25519(key, message, signature.subarray(1)));
    assert.ok(!verifyEd25519(key.subarray(1), message, signature));
  }
});

test('a second encoding of a signature and keys that fit any message are refused', () => {
  const one = signer('a', 1), message = Buffer.from('text'), signature = one.raw(message);
  assert.ok(verifyEd25519(one.key, message, signature));
  let s = signature.subarray(32).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n) + L;
  const again = signature.map((byte, i) => {
    if (i < 32) return byte;
    const low = Number(s & 255n);
    s >>= 8n;
    return low;
  });
  assert.ok(!verifyEd25519(one.key, message, again), 'S + L');
  // The neutral point (y = 1) as key and as commitment with S = 0 solves the equation for every message.
  const neutral = Uint8Array.of(1, ...new Array(31).fill(0));
  assert.ok(!verifyEd25519(neutral, message, Uint8Array.of(...neutral, ...new Array(32).fill(0))));
});

test('a key is read from its text, and not from one that is changed', () => {
  const one = signer('sawt/482913', 7), read = keyFrom(one.text);
  assert.equal(read.name, 'sawt/482913');
  assert.ok(sameBytes(read.key, one.key));
  const [name, id, key] = one.text.split('+');
  for (const text of [`${name}+${id}`, `+${id}+${key}`, `sawt 1+${id}+${key}`, `${name}+${id.toUpperCase()}X+${key}`, `${name}+00000000+${key}`, `sawt/482914+${id}+${key}`,
    `${name}+${id}+${key.slice(0, -4)}`, `${name}+${id}+${key.slice(0, 8)}${key[8] === "A" ? "B" : "A"}${key.slice(9)}`, `${name}+${id}+${key}=`, `${name}\u0085+${id}+${key}`]) assert.ok(problem(readNoteKey(text)), text);
});

test('a note is opened when it is signed by a known key, and other signatures are passed over', () => {
  const one = signer('one', 1), two = signer('two', 2), text = 'كلام\n\nmore\n', known = [keyFrom(one.text)];
  assert.deepEqual(openNote(`${text}\n${one.line(text)}`, known), { text });
  assert.deepEqual(openNote(`${text}\n${two.line(text)}${one.line(text)}`, known), { text });
  assert.match(problem(openNote(`${text}\n${two.line(text)}`, known)), /not signed by one/);
  assert.match(problem(openNote(`${text}x\n\n${one.line(text)}`, known)), /wrong signature of one/);
  assert.match(problem(openNote(`${text}\n${one.line(text)}${one.line('other\n')}`, known)), /wrong signature of one/);
});

test('what is not a note as the specification has it is refused with the reason', () => {
  const one = signer('one', 1), text = 'text\n', line = one.line(text), known = [keyFrom(one.text)];
  const cases = /** @type {[string, RegExp][]} */ ([
    [`${text}${line}`, /empty line/], [`${text}\n`, /no signature/], [`${text}\n${line.trimEnd()}`, /line feed/], [`te\rxt\n\n${line}`, /control/],
    [`${text}\n${line.replace('—', '-')}`, /dash/], [`${text}\n— one\n`, /name and signature/], [`${text}\n— o+e AAAAAAA=\n`, /plus sign/],
    [`${text}\n${line.slice(0, -2)}\n`, /base 64/], [`${text}\n— one AAAA\n`, /too short/], [`\ud800\n\n${line}`, /UTF-8/],
    [`${text}\n${line.repeat(65)}`, /too many/], [`${'x'.repeat(70000)}\n\n${line}`, /longer/],
  ]);
  for (const [note, why] of cases) assert.match(problem(openNote(note, known)), why);
});

const root = toBase64(Uint8Array.from({ length: 32 }, (_, i) => i));

test('a checkpoint is read strictly', () => {
  assert.deepEqual(readCheckpoint(`sawt/482913\n1304\n${root}\nmore\n`), { origin: 'sawt/482913', size: 1304, root: fromBase64(root) });
  for (const text of [`o\n1\n${root}`, `o\n1\n`, `o\n\n${root}\n`, `o\n01\n${root}\n`, `o\n-1\n${root}\n`, `o\n1e3\n${root}\n`, `o\n 1\n${root}\n`,
    `o\n9007199254740993\n${root}\n`, `o\n1\n${root.slice(4)}\n`, `o\n1\n${root}\n\n`]) assert.ok(problem(readCheckpoint(text)), text);
});

test('a checkpoint is of the log that the key is named after', () => {
  const one = signer('sawt/482913', 7), by = keyFrom(one.text), note = (/** @type {string} */ origin) => `${origin}\n3\n${root}\n\n${one.line(`${origin}\n3\n${root}\n`)}`;
  assert.deepEqual(openCheckpoint(note('sawt/482913'), by), { origin: 'sawt/482913', size: 3, root: fromBase64(root) });
  assert.match(problem(openCheckpoint(note('sawt/111111'), by)), /of the log sawt\/111111/);
  assert.match(problem(openCheckpoint(note('sawt/482913').replace('\n3\n', '\n4\n'), by)), /wrong signature/);
});

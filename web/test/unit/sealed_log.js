// A log as it is downloaded, made here from its description in PROTOCOL.md with Node's own SHA-256 and Ed25519: entries in canonical form, the
// list of their leaves, and the signed checkpoint.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest();

/** RFC 8785, for what a log holds: no numbers but whole ones. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0];
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sha256([1], rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

/** The key of one workshop's log; the seed is chosen, as in a test everything is. */
export function logKey(code, seed = 9) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const key = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const name = `sawt/${code}`, typed = Buffer.concat([Buffer.of(1), key]), id = sha256(name, '\n', typed).subarray(0, 4);
  return {
    text: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    checkpoint(lines) {
      const leaves = lines.map((line) => sha256([0], line)), text = `${name}\n${lines.length}\n${rootOf(leaves).toString('base64')}\n`;
      return `${text}\n\u2014 ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), secret)]).toString('base64')}\n`;
    },
  };
}

/** @param {object[]} events in order; each gets its number and a time */
export const entries = (events) => events.map((event, i) => canonical({ at: '2026-11-24T08:00:00Z', entry: i + 1, ...event }));

/** The lines after the entries. */
export function seal(lines, key) {
  const leaves = lines.map((line) => sha256([0], line)), listed = [];
  for (let at = 0; at < leaves.length; at += 256) listed.push(canonical({ first: at + 1, leaves: Buffer.concat(leaves.slice(at, at + 256)).toString('base64'), type: 'leaves' }));
  return [...listed, canonical({ key: key.text, note: key.checkpoint(lines), type: 'checkpoint' })];
}

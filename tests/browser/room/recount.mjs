// The log counted again, by a reader who shares no code with the server: its entries in order, the ballots that count, the
// scores, the leaves and the tree behind the check code. Simple on purpose.

import { createHash, createPublicKey, verify } from "node:crypto";

const sha256 = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();

export const leafOf = (line) => sha256(Buffer.of(0), Buffer.from(line));

/** RFC 6962: the left part of a tree is the largest full one that is smaller than the whole. */
function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0];
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

/** The root that a proof leads to, from the leaf up: which side the neighbour stands on shows where the tree of that size splits. */
export function rootFrom(index, size, leaf, proof) {
  if (size === 1) return leaf;
  let left = 1;
  while (left * 2 < size) left *= 2;
  const beside = proof.at(-1), below = proof.slice(0, -1);
  return index < left
    ? sha256(Buffer.of(1), rootFrom(index, left, leaf, below), beside)
    : sha256(Buffer.of(1), beside, rootFrom(index - left, size - left, leaf, below));
}

/** The first 40 bits in Crockford's base 32. */
export function shortCode(hash) {
  const bits = BigInt(`0x${hash.subarray(0, 5).toString("hex")}`);
  const word = Array.from({ length: 8 }, (_, i) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join("");
  return `${word.slice(0, 4)}-${word.slice(4)}`;
}

/** Shares of one ballot: option -> points. */
function marks({ choice, approve = [], points = {} }) {
  if (choice !== undefined) return { [choice]: 1 };
  return approve.length > 0 ? Object.fromEntries(approve.map((id) => [id, 1])) : points;
}

/** The end of the file: every leaf in order, and a checkpoint of them all that its key has signed. */
function checkEnd(end, leaves) {
  const { note, key } = end.pop();
  const listed = Buffer.concat(end.map((line) => Buffer.from(line.leaves, "base64")));
  if (!listed.equals(Buffer.concat(leaves))) throw new Error("the list of leaves is not that of the entries");
  const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
  const [origin, size, root] = text.split("\n");
  if (!key.startsWith(`${origin}+`) || size !== String(leaves.length) || root !== rootOf(leaves).toString("base64")) throw new Error(`not the checkpoint of this log: ${note}`);
  const raw = Buffer.from(key.slice(key.indexOf("+") + 10), "base64").subarray(1);
  const spki = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") }, format: "jwk" });
  const signature = Buffer.from(note.trimEnd().split(" ").pop(), "base64").subarray(4);
  if (!verify(null, Buffer.from(text), spki, signature)) throw new Error("the signature of the checkpoint is wrong");
}

/** @param {string} log the bytes of log.jsonl */
export function recount(log) {
  const whole = log.split("\n").filter((line) => line !== "");
  const end = whole.filter((line) => /^\{"(first|key)":/.test(line)).map((line) => JSON.parse(line));
  const lines = whole.slice(0, whole.length - end.length);
  const entries = lines.map((line) => JSON.parse(line));
  const leaves = lines.map(leafOf);
  checkEnd(end, leaves);
  const open = new Map();
  const rounds = new Map(); // "item/round" -> voter -> ballot
  const checks = new Map();
  entries.forEach((entry, i) => {
    if (entry.entry !== i + 1) throw new Error(`entry ${entry.entry} stands at place ${i + 1}`);
    const round = open.get(entry.item) ?? 1;
    if (entry.type === "open") open.set(entry.item, round);
    if (entry.type === "close") {
      open.delete(entry.item);
      checks.set(`${entry.item}/${round}`, shortCode(rootOf(leaves.slice(0, i + 1))));
    }
    if (entry.type === "ballot" && open.get(entry.item) === entry.round) {
      const key = `${entry.item}/${entry.round}`;
      if (!rounds.has(key)) rounds.set(key, new Map());
      rounds.get(key).set(entry.voter, entry.ballot);
    }
  });
  return {
    entries,
    leaf: (entry) => leaves[entry - 1].toString("base64"),
    code: (entry) => shortCode(leaves[entry - 1]),
    check: (item, round = 1) => checks.get(`${item}/${round}`),
    ballots: (item, round = 1) => rounds.get(`${item}/${round}`)?.size ?? 0,
    /** @param {string[]} options those without a mark have 0 */
    scores(item, options, round = 1) {
      const scores = Object.fromEntries(options.map((id) => [id, 0]));
      for (const ballot of (rounds.get(`${item}/${round}`) ?? new Map()).values()) {
        for (const [id, count] of Object.entries(marks(ballot))) scores[id] += count;
      }
      return scores;
    },
  };
}

/** RFC 4180: rows of fields; a byte-order mark before the first is left out. */
export function readCsv(text) {
  const rows = [[]];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
  for (let found; (found = field.exec(text.replace(/^\uFEFF/, ""))) && (found[0] !== "" || found[2] !== ""); ) {
    rows[rows.length - 1].push(found[1].startsWith('"') ? found[1].slice(1, -1).replaceAll('""', '"') : found[1]);
    if (found[2] === ",") continue;
    if (found[2] === "") break;
    rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}

// Whether the log holds the ballot of a receipt, found out by the phone itself. The server gives hashes and a signed checkpoint; what
// they prove is worked out here. The key is learnt from the server at the first look and kept, as is the newest checkpoint: a
// later look shows whether the log of now begins with the log of then. Asks and keeps by what it is handed, so it needs no browser.

import { fromBase64, sameBytes } from '../../shared/bytes.js';
import { rootFromInclusion, shortCode, verifyConsistency } from '../../shared/merkle.js';
import { openCheckpoint, readNoteKey } from '../../shared/signed_note.js';

/** @typedef {import('../voting.js').Receipt} Receipt */
/** @typedef {import('../../shared/signed_note.js').Checkpoint} Checkpoint */
/** @typedef {{key: string, checkpoint: string}} Known as they came; the log held at least what this checkpoint says */
/** @typedef {'signature'|'growth'|'leaf'|'path'} Step */
/** @typedef {'gone'|'other'|'path'|'key'|'signature'|'shrunk'|'forked'} Why */
/**
 * @typedef {object} Outcome
 * @property {'found'|'missing'|'changed'|'unasked'} verdict `unasked`: no answer came, so nothing is known
 * @property {Why} [why]
 * @property {Partial<Record<Step, boolean>>} steps those that were taken
 * @property {number} [size] of the log
 * @property {number} [before] its size at the last look
 * @property {any} [proof] as it came
 * @property {Known|null} [known] from the last look
 * @property {string} [root] that of the checkpoint, in base 64
 */
/**
 * @typedef {object} Ways
 * @property {string} origin of the log, which its key is named after
 * @property {(what: string) => Promise<any>} ask for a proof: the JSON that came, null where the log has no such entry; throws where no proof came
 * @property {() => Known|null} known
 * @property {(known: Known) => void} learn
 */

/** Why a verdict is what it is. @type {Record<Why, 'missing'|'changed'>} */
const VERDICTS = { gone: 'missing', other: 'missing', path: 'missing', key: 'changed', signature: 'changed', shrunk: 'changed', forked: 'changed' };

/** @param {unknown} texts @returns {Uint8Array[]|null} */
function hashesIn(texts) {
  const hashes = Array.isArray(texts) ? texts.map(fromBase64) : [null];
  return hashes.every((hash) => hash?.length === 32) ? /** @type {Uint8Array[]} */ (hashes) : null;
}

/** The checkpoint in a note by a key, both as they came; null unless it holds. @param {string} note @param {string} key @param {string} origin */
function checkpointIn(note, key, origin) {
  const by = readNoteKey(key);
  if ('problem' in by || by.name !== origin) return null;
  const point = openCheckpoint(note, by);
  return 'problem' in point ? null : point;
}

/** @param {Checkpoint} old @param {Checkpoint} now @param {Ways} ways @returns {Promise<'shrunk'|'forked'|null>} what is wrong */
async function growth(old, now, { ask }) {
  if (now.size < old.size) return 'shrunk';
  const path = now.size === old.size ? [] : hashesIn((await ask(`consistency?from=${old.size}&to=${now.size}`))?.hashes);
  return path && verifyConsistency(old.size, now.size, old.root, now.root, path) ? null : 'forked';
}

/** @param {Receipt} receipt @param {Uint8Array} leaf */
function isOf({ leaf: kept, code }, leaf) {
  const bytes = kept === undefined ? null : fromBase64(kept);
  return shortCode(leaf) === code && (bytes === null || sameBytes(bytes, leaf));
}

/** @param {Receipt} receipt @param {Ways} ways @returns {Promise<Outcome>} */
export async function checkReceipt(receipt, ways) {
  /** @type {Outcome} */
  const outcome = { verdict: 'unasked', steps: {} };
  /** @param {Why|null} why @returns {Outcome} */
  const ended = (why) => ({ ...outcome, verdict: why ? VERDICTS[why] : 'found', ...(why && { why }) });
  try {
    // What was known before the question; by the time of the answer another look, or another tab, may have learnt of a longer log.
    const known = ways.known(), proof = await ways.ask(`proof?entry=${receipt.entry}`);
    Object.assign(outcome, { proof, known });
    if (!proof) return ended('gone');
    if (known && proof.key !== known.key) return ended('key');

    const point = checkpointIn(String(proof.checkpoint), String(proof.key), ways.origin);
    outcome.steps.signature = !!point;
    if (!point) return ended('signature');
    Object.assign(outcome, { size: point.size, root: String(proof.checkpoint).split('\n')[2] });

    const old = known && checkpointIn(known.checkpoint, known.key, ways.origin);
    if (old) {
      outcome.before = old.size;
      const wrong = await growth(old, point, ways);
      outcome.steps.growth = !wrong;
      if (wrong) return ended(wrong);
    }
    if (ways.known()?.checkpoint === known?.checkpoint) ways.learn({ key: proof.key, checkpoint: proof.checkpoint });

    const leaf = fromBase64(proof.leaf), path = hashesIn(proof.hashes);
    outcome.steps.leaf = !!leaf && proof.entry === receipt.entry && isOf(receipt, leaf);
    if (!outcome.steps.leaf) return ended('other');
    const root = leaf && path && rootFromInclusion(receipt.entry - 1, point.size, leaf, path);
    outcome.steps.path = !!root && sameBytes(root, point.root);
    return ended(outcome.steps.path ? null : 'path');
  } catch {
    return outcome;
  }
}

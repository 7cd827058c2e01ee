// One examination of a file: it is read piece by piece, so that the page lives on, by the library and by the count in JavaScript at the same
// time, and at the end each round of the one is held against that of the other. No piece is kept.

import { compareRounds } from '../records/compare.js';
import { createReplay, countRound } from '../records/recount.js';

/** @typedef {import('../records/compare.js').Verdict} Verdict */
/** @typedef {import('../records/recount.js').Recount} Recount */
/** @typedef {import('../shared/wire.js').Tally} Tally */
/** @typedef {import('./library.js').Finding} Finding */
/** @typedef {import('./library.js').Library} Library */
/**
 * @typedef {object} Examined
 * @property {'done'|'bad-key'|'failed'} end
 * @property {string} [problem] with the key
 * @property {Finding|null} finding null without the library
 * @property {Recount|null} book of the count in JavaScript
 * @property {import('../shared/wire.js').Workshop|null} workshop none of an altered log
 * @property {Tally[]} tallies
 * @property {Verdict[]} verdicts
 * @property {number} took_ms
 */

const PIECE = 128 * 1024; // some tens of milliseconds of work

/**
 * @param {Blob} log @param {{key: string, checkpoint: string}} knows @param {Library | null} library
 * @param {{progress: (share: number) => void, stopped: () => boolean, now?: () => number, pause?: () => Promise<void>}} world
 * @returns {Promise<Examined | null>} null when it was stopped
 */
export async function examine(log, knows, library, { progress, stopped, now = () => performance.now(), pause = nextTask }) {
  const began = now();
  /** @type {Examined} */
  const result = { end: 'done', finding: null, book: null, workshop: null, tallies: [], verdicts: [], took_ms: 0 };
  const begun = library?.begin(knows);
  if (begun?.problem) return { ...result, end: 'bad-key', problem: begun.problem };
  const second = createReplay(), decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for (let at = 0; at < log.size; at += PIECE) {
    const bytes = new Uint8Array(await log.slice(at, at + PIECE).arrayBuffer());
    if (stopped()) return null;
    library?.add(bytes);
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(second.add);
    progress(0.9 * Math.min(1, (at + PIECE) / log.size));
    await pause();
  }
  second.add(rest + decoder.decode());
  result.finding = library?.finish() ?? null;
  result.book = second.finish();
  result.workshop = library ? result.finding?.workshop ?? null : workshopOf(result.book);
  const items = result.workshop?.items ?? [];
  for (const [index, item] of items.entries()) {
    for (const { round } of item.rounds ?? []) {
      result.tallies.push(library ? library.tally(item.id, round) : tallyOf(result.book, item.id, round));
      await pause();
      if (stopped()) return null;
    }
    if (library) result.verdicts.push(...compareItem(result.book, item, result.tallies, (result.finding?.refused?.[item.id] ?? []).length > 0));
    progress(0.9 + 0.1 * (index + 1) / items.length);
    await pause();
  }
  return { ...result, took_ms: now() - began };
}

/** Lets the browser draw and hear clicks. @returns {Promise<void>} */
function nextTask() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/**
 * Of a method that it does not count, the second program cannot tell a spoilt ballot either: where some were refused it has no say on their number.
 * @param {Recount} book @param {import('../shared/wire.js').Item} item @param {Tally[]} tallies @param {boolean} refused
 */
function compareItem(book, item, tallies, refused) {
  const mine = book.items.get(item.id);
  const rounds = (item.rounds ?? []).map((round) => ({ ...round, .../** @type {Tally} */ (tallies.find((tally) => tally.item === item.id && tally.round === round.round)), check: round.check }));
  const wall = { code: book.code, entry: book.entries, items: rounds.length === 0 ? [] : [{ id: item.id, title: item.title, method: item.method, rounds }] };
  const verdicts = compareRounds({ ...book, items: new Map(mine ? [[item.id, mine]] : []) }, wall);
  return verdicts.filter((verdict) => verdict.status !== 'waiting' || verdict.differences.length > 0).map((verdict) => verdict.counted || !refused ? verdict : { ...verdict, ballots: rounds.find(({ round }) => round === verdict.round)?.ballots ?? 0, differences: verdict.differences.filter(({ what }) => what !== 'ballots') });
}

/** The workshop as far as the count in JavaScript knows it. @param {Recount} book @returns {import('../shared/wire.js').Workshop | null} */
function workshopOf(book) {
  if (book.faults.length > 0) return null;
  const items = [...book.items.values()].map(({ rounds, ...item }) => {
    const told = rounds.map(({ round, status, check, ballots }) => ({ round, status, check, ballots: ballots.size }));
    return { ...item, ...(told.length > 0 && item.kind === 'vote' ? { rounds: told, round: told.length, status: told[told.length - 1].status } : {}) };
  });
  return /** @type {any} */ ({ code: book.code, title: book.title, sample: false, groups: [], items });
}

/** @param {Recount} book @param {string} id @param {number} number @returns {Tally} */
function tallyOf(book, id, number) {
  const item = book.items.get(id), round = item?.rounds[number - 1];
  const result = item && round ? countRound(item, round) : null;
  return /** @type {any} */ ({ item: id, round: number, entry: book.entries, ballots: round?.ballots.size ?? 0, voters: book.participants, ...(result ? { result } : {}) });
}

// Replays a downloaded log from its first line: who may vote on what, which ballot is a voter's last, and what that makes
// of every round. It is the second opinion to the server's count and knows nothing of it but the lines of the log.
// Pure: text in, rounds out.

import { joinedBytes, toBase64 } from '../shared/bytes.js';
import { createTree, shortCode } from '../shared/merkle.js';
import { isSealed, secrecyOf } from '../shared/secrecy.js';
import { count, hasWeight } from './count.js';
import { METHODS, read } from './read.js';

const NAME_BYTES_MAX = 320;

/** @typedef {import('../shared/wire.js').T} T */
/** @typedef {import('./count.js').Counted} Counted */
/** @typedef {{ballot: Record<string, unknown>, group: string}} Standing */
/**
 * @typedef {object} Round
 * @property {number} round
 * @property {'waiting'|'open'|'closed'} status
 * @property {Map<string, Standing>} ballots the last one of each voter
 * @property {number} superseded ballots that the same voter replaced
 * @property {string} [check] code of the log's tree right after the line that closed it
 * @property {T} [void] why the round does not stand; it is counted all the same
 * @property {Record<string, T>} void_options why single options of it do not
 */
/**
 * @typedef {object} Item
 * @property {string} id
 * @property {string} kind
 * @property {T} title
 * @property {{id: string, text: T}[]} options
 * @property {string} method
 * @property {Record<string, any>} params
 * @property {Round[]} rounds the last is the current one
 * @property {import('../shared/wire.js').Secrecy} secrecy
 */
/** @typedef {{entry: number, type: string, item?: string, reason: string}} Refusal */
/** @typedef {{weights: Record<string, string>, participants: Set<string>, named: Set<string>, ids: Set<string>, groups: Set<string>, group_required: boolean}} Context */
/** @typedef {{line: number, reason: 'not-json'|'out-of-order'|'no-workshop'|'other-leaf'|'other-root'}} Fault */
/**
 * @typedef {object} Recount
 * @property {string} code
 * @property {T} title
 * @property {number} entries
 * @property {Map<string, Item>} items
 * @property {number} participants
 * @property {Map<string, import('../shared/wire.js').Secrecy>} settled by the ids of votes that were open at some time
 * @property {Refusal[]} refusals entries that the rules refuse at their place: kept in the log, not counted
 * @property {Fault[]} faults lines that cannot be part of a sound log
 */

/**
 * @param {string} text the download: one entry a line, then the end that lists their leaves and closes with a checkpoint
 * @param {number} [upTo] the last entry to count, so that a log and results of the same moment are compared
 * @returns {Recount}
 */
export function replay(text, upTo = Infinity) {
  const all = createReplay(upTo);
  text.split('\n').forEach(all.add);
  return all.finish();
}

/** The same line by line, for a file that is too large for one piece. @param {number} [upTo] */
export function createReplay(upTo = Infinity) {
  /** @type {Recount} */
  const book = { code: '', title: '', entries: 0, items: new Map(), settled: new Map(), participants: 0, refusals: [], faults: [] };
  const tree = createTree();
  /** @type {Uint8Array[]} */
  const leaves = [];
  /** @type {Context} */
  const context = { weights: {}, participants: new Set(), named: new Set(), ids: new Set(), groups: new Set(), group_required: false };
  let number = 0, full = false;
  return {
    /** @param {string} line the next one, without its line feed */
    add(line) {
      number += 1;
      if (line === '' || full) return;
      /** @type {any} */
      let entry;
      try { entry = JSON.parse(line); } catch { entry = null; }
      if (entry === null || typeof entry !== 'object') return void book.faults.push({ line: number, reason: 'not-json' });
      if (entry.type === 'leaves' || entry.type === 'checkpoint') {
        const reason = endFault(entry, leaves, tree);
        if (reason !== null) book.faults.push({ line: number, reason });
        return;
      }
      full = entry.entry > upTo;
      if (full) return;
      if (entry.entry !== book.entries + 1) book.faults.push({ line: number, reason: 'out-of-order' });
      book.entries = entry.entry;
      leaves.push(tree.add(line));
      /** @type {string | null} */
      let reason;
      // A line may be JSON and still miss what an entry has, when someone spoilt it.
      try { reason = apply(book, context, entry, () => shortCode(tree.root())); } catch { return void book.faults.push({ line: number, reason: 'not-json' }); }
      if (reason !== null) book.refusals.push({ entry: entry.entry, type: entry.type, item: entry.item, reason });
    },
    finish() {
      if (book.code === '') book.faults.unshift({ line: 1, reason: 'no-workshop' });
      book.participants = context.participants.size;
      return book;
    },
  };
}

/**
 * Whether a line of the end tells what the entries before it give. Its signature is for `sawt verify`: a browser offers no check of it over http.
 * @param {any} line @param {Uint8Array[]} leaves @param {ReturnType<typeof createTree>} tree @returns {Fault['reason'] | null}
 */
function endFault(line, leaves, tree) {
  if (line.type === 'checkpoint') {
    const [, size, root] = String(line.note).split('\n');
    return size === String(leaves.length) && root === toBase64(tree.root()) ? null : 'other-root';
  }
  const listed = leaves.slice(line.first - 1, line.first + 255);
  return line.leaves === toBase64(joinedBytes(listed)) ? null : 'other-leaf';
}

/**
 * The result of one round, or of the ballots of some groups of it; null for a method that this page does not count.
 * @param {Item} item @param {Round} round @param {string[]} [groups]
 * @returns {Counted | null}
 */
export function countRound(item, round, groups) {
  if (!METHODS.includes(item.method)) return null;
  // Equal ballots are counted together: of fifty thousand there are few different ones, and a page must not stand still over them.
  /** @type {Map<string, Standing & {n: number}>} */
  const casts = new Map();
  for (const cast of round.ballots.values()) {
    if (groups !== undefined && !groups.includes(cast.group)) continue;
    const key = JSON.stringify([cast.group, cast.ballot]), alike = casts.get(key);
    if (alike) alike.n += 1;
    else casts.set(key, { ...cast, n: 1 });
  }
  // Inside a group its weight does not matter: every ballot counts once.
  const params = groups === undefined ? item.params : { ...item.params, group_weights: undefined, group_mode: undefined };
  return count({ method: item.method, params, options: item.options.map((option) => option.id) }, [...casts.values()]);
}

/**
 * @param {Recount} book
 * @param {Context} context
 * @param {any} entry
 * @param {() => string} code of the tree as it is now
 * @returns {string | null} why the entry changes nothing, or null
 */
function apply(book, context, entry, code) {
  if (entry.type === 'workshop') {
    if (book.code !== '') return 'bad-act';
    book.code = entry.code;
    book.title = entry.agenda.title;
    context.weights = Object.fromEntries((entry.agenda.groups ?? []).filter((/** @type {any} */ g) => g.weight !== undefined).map((/** @type {any} */ g) => [g.id, g.weight]));
    context.groups = new Set((entry.agenda.groups ?? []).map((/** @type {any} */ g) => g.id));
    context.group_required = context.groups.size > 0 && entry.agenda.settings?.group_required !== false;
    for (const what of entry.agenda.items ?? []) book.items.set(what.id, made(what, context.weights));
    return null;
  }
  if (entry.type === 'join') {
    if (!groupFits(context, entry)) return 'group-needed';
    if (typeof entry.name === 'string' && new TextEncoder().encode(entry.name).length > NAME_BYTES_MAX) return 'bad-message';
    context.participants.add(entry.participant);
    if (typeof entry.name === 'string' && /[^ ]/.test(entry.name)) context.named.add(entry.participant);
    return null;
  }
  if (entry.type === 'ballot') return cast(book, context, entry);
  // One act has one id; its second entry would be an echo of the first.
  if (entry.id !== undefined && context.ids.has(`act ${entry.id}`)) return 'used-id';
  context.ids.add(`act ${entry.id}`);
  if (entry.type === 'add') return add(book, context.weights, entry);
  if (entry.type === 'reveal' && isOpenSecret(book.items.get(entry.item))) return 'bad-act';
  if (['show', 'freeze', 'thaw', 'reveal', 'hide', 'countdown'].includes(entry.type)) return null;
  const item = book.items.get(entry.item);
  if (!item) return 'unknown-item';
  const round = item.rounds[item.rounds.length - 1];
  switch (entry.type) {
    case 'open':
      if (item.kind !== 'vote') return 'not-a-vote';
      if (entry.round !== undefined && entry.round !== round.round) return 'wrong-round';
      if (round.void !== undefined || (item.secrecy === 'secret' && round.status === 'closed')) return 'bad-act';
      round.status = 'open';
      if (!book.settled.has(item.id)) book.settled.set(item.id, item.secrecy);
      delete round.check;
      return null;
    case 'close':
      if (entry.round !== undefined && entry.round !== round.round) return 'wrong-round';
      if (item.kind !== 'vote') return 'not-a-vote';
      if (round.status === 'waiting') return 'not-open';
      shut(round, code);
      return null;
    case 'round':
      if (round.status !== 'closed') return 'bad-act';
      item.rounds.push(fresh(round.round + 1));
      return null;
    case 'replace':
    case 'remove':
      if (item.rounds.some((each) => each.ballots.size > 0)) return 'has-ballots';
      if (round.status === 'open') return 'bad-act';
      if (entry.type === 'replace') return replace(book, context.weights, item, entry.what);
      book.items.delete(item.id);
      return null;
    case 'amend':
      return amend(item, entry);
    case 'void':
    case 'restore':
      return item.kind === 'vote' ? annul(item, entry, code) : 'not-a-vote';
    default:
      return 'bad-message';
  }
}

/** @param {Item | undefined} item */
function isOpenSecret(item) {
  return item !== undefined && isSealed({ secrecy: item.secrecy, status: item.rounds[item.rounds.length - 1].status });
}

/** @param {Round} round @param {() => string} code */
function shut(round, code) {
  if (round.status === 'closed') return;
  round.status = 'closed';
  round.check = code();
}

/** A void round, or a void option of a closed round: why is kept, nothing else changes. @param {Item} item @param {any} entry @param {() => string} code */
function annul(item, entry, code) {
  const { option } = entry, round = item.rounds[(entry.round ?? item.rounds.length) - 1];
  if (!round || (option !== undefined && item.options.every(({ id }) => id !== option))) return 'bad-act';
  if (entry.type === 'restore') {
    if ((option === undefined ? round.void : round.void_options[option]) === undefined) return 'bad-act';
    if (option === undefined) delete round.void;
    else delete round.void_options[option];
    return null;
  }
  if (!entry.text) return 'bad-act';
  if (round.status === 'waiting') return 'not-open';
  if (option !== undefined && round.status === 'open') return 'bad-act';
  if (option === undefined) {
    shut(round, code);
    round.void = entry.text;
  } else {
    round.void_options[option] = entry.text;
  }
  return null;
}

/** @param {Recount} book @param {Context} context @param {any} entry */
function cast(book, context, entry) {
  const { ids } = context;
  const once = `${entry.voter} ${entry.id}`;
  if (ids.has(once)) return 'used-id';
  ids.add(once);
  const item = book.items.get(entry.item);
  if (!item) return 'unknown-item';
  if (item.kind !== 'vote') return 'not-a-vote';
  const round = item.rounds[item.rounds.length - 1];
  if (entry.round !== round.round) return 'wrong-round';
  if (round.status !== 'open') return round.status === 'closed' ? 'closed' : 'not-open';
  const refused = voterFault(context, item, entry);
  if (refused !== null) return refused;
  if (!hasWeight(item, entry.group ?? '')) return 'invalid-ballot';
  if (METHODS.includes(item.method)) {
    const reading = read({ method: item.method, params: item.params, options: item.options.map((option) => option.id) }, entry.ballot);
    if ('invalid' in reading) return 'invalid-ballot';
  }
  if (round.ballots.has(entry.voter)) round.superseded += 1;
  round.ballots.set(entry.voter, { ballot: entry.ballot, group: entry.group ?? '' });
  return null;
}

/**
 * What a ballot must tell of its voter, and may not: a secret one has no group, and a named one is of somebody who gave a name before.
 * @param {Context} context @param {Item} item @param {any} entry @returns {string | null} why it is refused
 */
function voterFault(context, item, entry) {
  if (item.secrecy === 'secret') return entry.group === undefined ? null : 'bad-message';
  if (!groupFits(context, entry)) return 'group-needed';
  return item.secrecy === 'named' && !context.named.has(entry.voter) ? 'name-needed' : null;
}

/** Another wording; that voting was open under the earlier one is not forgotten. @param {Recount} book @param {Record<string, string>} weights @param {Item} old @param {any} what */
function replace(book, weights, old, what) {
  const item = made(what, weights);
  if (item.id !== old.id || unsettles(book, item)) return 'bad-act';
  book.items.set(old.id, item);
  return null;
}

/** What was once open under an id, also before it was taken away, keeps its secrecy: phones may still hold ballots for it. @param {Recount} book @param {Item} item */
function unsettles(book, item) {
  const was = book.settled.get(item.id);
  return was !== undefined && was !== item.secrecy;
}

/** @param {Recount} book @param {Record<string, string>} weights @param {any} entry */
function add(book, weights, entry) {
  const item = made(entry.what, weights);
  if (book.items.has(item.id)) return 'bad-act';
  if (entry.after !== undefined && !book.items.has(entry.after)) return 'unknown-item';
  if (unsettles(book, item)) return 'bad-act';
  const all = [...book.items];
  const at = all.findIndex(([id]) => id === entry.after);
  all.splice(at < 0 ? all.length : at + 1, 0, [item.id, item]);
  book.items = new Map(all);
  return null;
}

/** A group of this workshop, or none where none is asked for. @param {Context} context @param {{group?: string}} entry */
function groupFits(context, { group }) {
  return group === undefined ? !context.group_required : context.groups.has(group);
}

/** @param {Item} item @param {any} entry */
function amend(item, entry) {
  if (entry.option === undefined) {
    item.title = entry.text;
    return null;
  }
  const option = item.options.find((each) => each.id === entry.option);
  if (!option) return 'bad-act';
  option.text = entry.text;
  return null;
}

/** @param {any} what an item as in the agenda @param {Record<string, string>} weights @returns {Item} */
function made(what, weights) {
  const params = Object.keys(weights).length > 0 ? { group_weights: weights, ...what.params } : what.params ?? {};
  const options = (what.options ?? []).map((/** @type {any} */ option) => ({ id: option.id, text: option.text }));
  return { id: what.id, kind: what.kind ?? 'vote', title: what.title, options, method: what.method ?? '', params, rounds: [fresh(1)], secrecy: secrecyOf(what) };
}

/** @param {number} round @returns {Round} */
function fresh(round) {
  return { round, status: 'waiting', ballots: new Map(), superseded: 0, void_options: {} };
}

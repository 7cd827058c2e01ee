// What the voters and the facilitator know: what they asked for, and every receipt they were ever given. A log is held against it.

import { createHash } from "node:crypto";

/**
 * @typedef {object} Asked one cast or act, under one id
 * @property {string} id
 * @property {string} by who asked
 * @property {string} item
 * @property {number} [round] of a cast
 * @property {object} [ballot] of a cast
 * @property {{entry: number, leaf: string, code: string}} [receipt]
 * @property {boolean} [refused] for good
 * @property {number} answers how often it was answered with a receipt
 * @property {number} flying how often it was sent in this life of the program and not answered yet
 */

export class Ledger {
  /** @type {Map<string, Asked>} */
  asked = new Map();
  #of = new Map(); // by whom -> what they asked, in that order
  complaints = [];
  receipts = 0;
  deaf = false; // what is told from now on does not count: the power is being cut

  ask(wanted) {
    const asked = { answers: 0, flying: 0, ...wanted };
    this.asked.set(wanted.id, asked);
    if (!this.#of.has(wanted.by)) this.#of.set(wanted.by, []);
    this.#of.get(wanted.by).push(asked);
    return asked;
  }

  of = (by) => this.#of.get(by) ?? [];

  /** The same id gets the same answer, however often and after any restart. */
  receipt({ id, entry, leaf, code }) {
    if (this.deaf) return;
    const asked = this.asked.get(id);
    if (!asked) return this.complaints.push(`a receipt for ${id}, which nobody sent`);
    asked.answers += 1;
    if (asked.refused) this.complaints.push(`${id} was refused, and acknowledged later`);
    asked.flying -= 1;
    if (!asked.receipt) {
      asked.receipt = { entry, leaf, code };
      this.receipts += 1;
    } else if (asked.receipt.entry !== entry || asked.receipt.leaf !== leaf || asked.receipt.code !== code) {
      this.complaints.push(`${id} was acknowledged as entry ${asked.receipt.entry}, and again as entry ${entry}`);
    }
  }

  /** For good, unless `retry`: but while the same ballot is under way a second time, that one's answer is still to come. */
  refused({ id, reason, retry }) {
    if (this.deaf) return;
    const asked = this.asked.get(id);
    if (!asked) return this.complaints.push(`a refusal (${reason}) of ${id}, which nobody sent`);
    if (asked.receipt && !retry) this.complaints.push(`${id} was acknowledged, and refused later (${reason})`);
    asked.flying -= 1;
    asked.refused = !retry && asked.flying <= 0;
  }

  /** A new connection: what was sent on the old one is never answered. */
  begins(by) {
    for (const asked of this.of(by)) asked.flying = 0;
  }

  /** Sent, and the answer was lost: only asking again tells. */
  unknown = (by) => this.of(by).filter((asked) => !asked.receipt && !asked.refused);
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's

function codeOf(leaf) {
  const bits = BigInt(`0x${leaf.subarray(0, 5).toString("hex")}`);
  const word = Array.from({ length: 8 }, (_, i) => alphabet[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join("");
  return `${word.slice(0, 4)}-${word.slice(4)}`;
}

/** The lines of a downloaded log that are entries: what follows them is the list of leaves and the signed checkpoint, which grow with the log. */
export const entriesOf = (text) => text.replace(/^\{"(?:first|key)":[^]*$/m, "");

const leafOf = (line) => createHash("sha256").update("\0").update(line).digest();

/** A reader of logs who shares no code with the server, and remembers what earlier logs of the workshop showed. */
export class Auditor {
  #text = "";
  #entries = []; // {id, type, item, round, voter, ballot, leaf} at their number - 1
  #byId = new Map(); // id -> its first entry
  #open = new Map(); // item -> round
  #counted = new Map(); // item/round -> voter -> entry number: the last ballot cast while it was open
  #voters = new Map(); // pseudonym -> who

  get entries() {
    return this.#entries.length;
  }

  /**
   * @param {string} download a log of the workshop, as downloaded or exported
   * @param {Ledger} ledger
   * @returns {{lost: string[], wrong: string[]}} receipts that the log does not bear out; whatever else does not fit
   */
  look(download, ledger) {
    const text = entriesOf(download);
    const lost = [], wrong = [...ledger.complaints.splice(0)];
    if (text !== "" && !text.endsWith("\n")) wrong.push("the last line has no end");
    if (!text.startsWith(this.#text)) {
      wrong.push("what an earlier log showed has changed or gone");
      this.#forget();
    }
    for (const line of text.slice(this.#text.length).split("\n").slice(0, -1)) this.#read(line, ledger, wrong);
    this.#text = text;

    for (const { id, receipt, refused, by, item } of ledger.asked.values()) {
      const found = this.#byId.get(id);
      if (receipt && !this.#bears(receipt, id)) lost.push(`${id} of ${by} was acknowledged as entry ${receipt.entry}; it is ${found ? `entry ${found.number}, or another line` : "not in the log"}`);
      if (refused && found && this.#isCounted(found)) wrong.push(`${id} of ${by} was refused, and entry ${found.number} counts it on ${item}`);
    }
    this.#lastOnesCount(ledger, lost);
    return { lost, wrong };
  }

  /** By round: how many ballots count, and what each option got. */
  tallies() {
    return [...this.#counted].map(([key, voters]) => {
      const scores = {};
      for (const number of voters.values()) {
        const { points = {}, choice } = this.#entries[number - 1].ballot;
        for (const [option, value] of Object.entries(choice ? { [choice]: 1 } : points)) scores[option] = (scores[option] ?? 0) + value;
      }
      return { key, ballots: voters.size, scores };
    });
  }

  #forget() {
    this.#text = "";
    this.#entries = [];
    for (const map of [this.#byId, this.#open, this.#counted, this.#voters]) map.clear();
  }

  #read(line, ledger, wrong) {
    const number = this.#entries.length + 1;
    let entry;
    try {
      entry = JSON.parse(line);
    } catch {
      entry = {};
    }
    if (entry.entry !== number) wrong.push(`line ${number} is not entry ${number}`);
    const { id, type, item, round, voter, ballot } = entry;
    const kept = { id, type, item, round, voter, ballot, number, leaf: leafOf(line) };
    this.#entries.push(kept);
    if (id !== undefined) {
      if (this.#byId.has(id)) wrong.push(`${id} is entry ${this.#byId.get(id).number}, and again entry ${number}`);
      else this.#byId.set(id, kept);
      if (!ledger.asked.has(id)) wrong.push(`entry ${number} has an id that nobody sent`);
    }
    if (type === "open") this.#open.set(item, round);
    if (type === "close") this.#open.delete(item);
    if (type === "ballot") this.#take(kept, ledger, wrong);
  }

  #take({ id, item, round, voter, ballot, number }, ledger, wrong) {
    const asked = ledger.asked.get(id);
    const known = this.#voters.get(voter);
    const who = `${asked?.by} on ${item}`;
    if (known !== undefined && known !== who) wrong.push(`entry ${number} of ${who} carries the pseudonym of ${known}`);
    this.#voters.set(voter, who);
    if (asked && JSON.stringify(asked.ballot) !== JSON.stringify(ballot)) wrong.push(`entry ${number} holds another ballot than ${asked.by} sent`);
    if (this.#open.get(item) !== round) return; // late: it stays, and does not count
    const key = `${item}/${round}`;
    if (!this.#counted.has(key)) this.#counted.set(key, new Map());
    this.#counted.get(key).set(voter, number);
  }

  #isCounted = ({ item, round, voter, number }) => this.#counted.get(`${item}/${round}`)?.get(voter) === number;

  #bears({ entry, leaf, code }, id) {
    const found = this.#entries[entry - 1];
    return found?.id === id && found.leaf.toString("base64") === leaf && codeOf(found.leaf) === code;
  }

  /** Of each voter, item and round, what counts is the last that was acknowledged, or something the voter sent that came after it. */
  #lastOnesCount(ledger, lost) {
    const last = new Map();
    for (const { by, item, round, receipt } of ledger.asked.values()) {
      if (!receipt || round === undefined) continue;
      const key = `${by} on ${item}/${round}`;
      last.set(key, Math.max(last.get(key) ?? 0, receipt.entry));
    }
    for (const [key, number] of last) {
      const entry = this.#entries[number - 1];
      if (!entry) continue; // lost, and said so
      const counts = this.#counted.get(`${entry.item}/${entry.round}`)?.get(entry.voter) ?? 0;
      if (counts < number) lost.push(`the last acknowledged ballot of ${key} is entry ${number}, and entry ${counts} counts`);
    }
  }
}

/**
 * Whether an auditor who is given a spoilt log notices: each kind of damage is done to the line of one receipt.
 * @returns {string[]} the kinds that were missed; none where time ran out before there were two receipts to spoil
 */
export function missedDamage(text, ledger) {
  const lines = entriesOf(text).split("\n").slice(0, -1);
  const cast = [...ledger.asked.values()].filter(({ receipt, round }) => receipt && round !== undefined);
  const at = cast[cast.length >> 1]?.receipt.entry - 1;
  const other = cast.find(({ receipt }) => receipt.entry - 1 !== at)?.receipt.entry - 1;
  if (!(at >= 0 && other >= 0)) return [];
  const renumbered = (list) => list.map((line, i) => line.replace(/"entry":\d+/, `"entry":${i + 1}`));
  const spoil = {
    "a line dropped": () => lines.filter((_, i) => i !== at),
    "a line dropped and the rest renumbered": () => renumbered(lines.filter((_, i) => i !== at)),
    "the end dropped": () => lines.slice(0, Math.max(at, other)),
    "a line twice": () => renumbered([...lines, lines[at]]),
    "two lines exchanged": () => renumbered(lines.map((line, i) => (i === at ? lines[other] : i === other ? lines[at] : line))),
    "a byte changed": () => lines.map((line, i) => (i === at ? line.replace('"channel":"phone"', '"channel":"phune"') : line)),
  };
  return Object.keys(spoil).filter((kind) => {
    const { lost, wrong } = new Auditor().look(spoil[kind]().map((line) => `${line}\n`).join(""), ledger);
    return lost.length + wrong.length === 0;
  });
}

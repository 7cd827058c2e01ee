// One workshop through many lives of the program: who is in the room, what they were told, and what the log has of it. How each life ends
// is the business of those who use this.

import { join } from "node:path";

import { Auditor, Ledger, missedDamage } from "./ledger.mjs";
import { exported, get, Life, writeAgenda } from "./program.mjs";
import { Facilitator, PostingVoter, Voter } from "./voters.mjs";

const sockets = 9, posting = 3; // voters
const patienceMs = 30000; // a machine that does other things as well

export const pause = (ms) => new Promise((on) => setTimeout(on, ms));

/** A promise that was broken, with what shows it. */
export class Broken extends Error {}

function fail(why) {
  throw new Broken(why);
}

export class Season {
  ledger = new Ledger();
  auditor = new Auditor();
  audits = 0;
  startMs = 300; // what a start takes, learnt from those that were let

  /** @param {string} folder for the agenda and, below it, the data @param {ReturnType<import("./chance.mjs").chances>} chance */
  constructor(folder, chance, data = join(folder, "data")) {
    this.data = data;
    this.words = [writeAgenda(folder), "--data", data];
    this.people = [new Facilitator("desk", this.ledger, chance)];
    for (let i = 0; i < sockets; i++) this.people.push(new Voter(`voter-${i}`, this.ledger, chance));
    for (let i = 0; i < posting; i++) this.people.push(new PostingVoter(`poster-${i}`, this.ledger, chance));
    const posters = this.people.filter((one) => one instanceof PostingVoter);
    this.people[0].onSight = (items) => posters.forEach((one) => one.lookAt(items));
  }

  start = (env) => new Life(this.words, env);

  /** It was to be killed, and nothing else: a life that ended by itself, or with a sanitizer's report, is a fault. */
  killed({ code, signal }, life) {
    if (signal !== "SIGKILL") fail(`the program ended by itself (${code ?? signal}):\n${life.said}`);
  }

  /** Ready, and before anybody has come the log that it serves and its results are held against the ledger. */
  async served(life) {
    const ready = await life.ready;
    if (!ready) this.killed(await life.ended, life);
    this.startMs = performance.now() - life.begun;
    const [workshop, ...others] = ready.workshops;
    if (others.length > 0 || (this.code ?? workshop.code) !== workshop.code) fail("the workshop has another code, or company");
    this.code = workshop.code;
    const asked = (what) =>
      get(ready, `/api/workshops/${this.code}/${what}`, workshop.keys.organiser).catch(async (error) => {
        const how = await Promise.race([life.ended, pause(2000)]);
        fail(`${what}: ${error.cause ?? error}; the program ${how ? `ended with ${how.code ?? how.signal}` : "still runs"}:\n${life.said}`);
      });
    this.audit((await asked("log.jsonl")).text);
    this.#compare(JSON.parse((await asked("results")).text));
    return ready;
  }

  /** @returns {Promise<unknown>} fulfilled when the last of them has lost the connection */
  enter(ready) {
    return Promise.all(this.people.map((one) => one.enter(ready)));
  }

  /** Until so many more receipts were given, or it has ended by itself. */
  async receiptsAre(more, life) {
    const many = this.ledger.receipts + more, until = performance.now() + patienceMs;
    while (this.ledger.receipts < many && life.child.exitCode === null && life.child.signalCode === null) {
      await pause(1);
      if (performance.now() > until) fail(`nothing was acknowledged for a long time; the program says:\n${life.said}`);
    }
  }

  async auditFolder() {
    const { text, code, said } = await exported(this.code, this.data);
    if (code !== 0) fail(`sawt export ended with ${code}: ${said}`);
    this.audit(text);
    return text;
  }

  /** All whose answer was lost ask again and learn the truth; then it is stopped in peace, and the last log is held against everything. */
  async lastLife() {
    const life = this.start();
    for (const one of this.people) one.quiet = true;
    const ready = await this.served(life);
    const gone = this.enter(ready);
    const until = performance.now() + patienceMs;
    while (this.people.some((one) => this.ledger.unknown(one.name).length > 0)) {
      await pause(5);
      if (performance.now() > until) fail("some who ask again get no answer");
    }
    const how = await life.end("SIGTERM");
    this.people.forEach((one) => one.leave());
    await gone;
    if (how.code !== 0) fail(`told to stop, it ended with ${how.code ?? how.signal}:\n${life.said}`);
    const missed = missedDamage(await this.auditFolder(), this.ledger);
    if (missed.length > 0) fail(`this test would not notice: ${missed.join(", ")}`);
  }

  audit(text) {
    const { lost, wrong } = this.auditor.look(text, this.ledger);
    this.audits += 1;
    if (lost.length + wrong.length > 0) fail(`lost ${lost.length}, wrong ${wrong.length}\n${[...lost, ...wrong].slice(0, 20).join("\n")}`);
  }

  #compare({ items }) {
    for (const { key, ballots, scores } of this.auditor.tallies()) {
      const [item, number] = key.split("/");
      const round = items.find(({ id }) => id === item)?.rounds.find((one) => one.round === Number(number));
      const differs = Object.entries(scores).some(([option, score]) => round?.result.scores[option] !== score);
      if (round?.ballots !== ballots || differs) fail(`${key} has ${ballots} ballots ${JSON.stringify(scores)}; the program says ${JSON.stringify(round)}`);
    }
  }
}

// A workshop of a few ballots on a disk of which any call may fail, from the first start to the last audit. What every failure must lead to
// is said here once: no false acknowledgement, a stop or a refusal that says what to do, and after a restart all that was acknowledged.

import { join } from "node:path";

import { Auditor, Ledger } from "../kill/ledger.mjs";
import { exported, get, Life, scratchFolder, writeAgenda } from "../kill/program.mjs";
import { Broken, pause } from "../kill/season.mjs";
import { Caller } from "./caller.mjs";
import { Shim } from "./shim.mjs";

/** A sentence that says what to do, in the words of the program. */
export const advice = /make room|start (the server|sawt|it) again|copy the (data )?folder|a copy of the (data )?folder|choose another|with --data|right to write|end (it|the other|other programs)|run that version/;

/** @returns {Promise<boolean>} whether it came true in time */
export async function until(holds, ms = 10000) {
  for (const end = performance.now() + ms; performance.now() < end; await pause(5)) if (await holds()) return true;
  return false;
}

export function must(holds, why) {
  if (!holds) throw new Broken(why);
}

export class Workshop {
  folder = scratchFolder();
  ledger = new Ledger();
  auditor = new Auditor();
  made = 0;

  /** @param {(folder: string) => string} [place] where the data folder is, given the scratch folder */
  constructor(place = (folder) => join(folder, "data")) {
    this.data = place(this.folder.path);
    this.shim = new Shim(this.data, join(this.folder.path, "faults"));
    this.words = [writeAgenda(this.folder.path), "--data", this.data];
  }

  remove() {
    this.shim.close();
    this.folder.remove();
  }

  lives = [];

  start(env = this.shim.env) {
    this.lives.push(new Life(this.words, env));
    return this.lives[this.lives.length - 1];
  }

  /** Whatever still runs after a broken promise. */
  stopAll() {
    this.leave();
    return Promise.all(this.lives.map((life) => life.end()));
  }

  /** A life that did not come to service: it ended by itself, and said why and what to do. */
  async stopped(life) {
    must(!(await life.ready), "it serves, where it should have stopped");
    const { code, signal } = await life.ended;
    must(signal === null && (code === 1 || code === 2), `it ended with ${code ?? signal}:\n${life.said}`);
    must(/^sawt: .{10}/m.test(life.said) && advice.test(life.said), `it stopped and did not say what to do:\n${life.said}`);
  }

  async enter(ready) {
    const [workshop] = ready.workshops;
    this.code = workshop.code;
    this.keys = workshop.keys;
    this.desk = await Caller.open(ready, { role: "facilitator", key: workshop.keys.facilitator }, this.ledger);
    this.voter = await Caller.open(ready, { role: "voter", ...(this.token ? { token: this.token } : { group: "makers" }) }, this.ledger);
    this.token = this.voter.welcome.you.token;
  }

  leave() {
    this.desk?.leave();
    this.voter?.leave();
    this.desk = this.voter = null;
  }

  act = (what) => this.desk.ask({ type: "act", id: `act-${String(++this.made).padStart(6, "0")}`, item: "points", ...what }, "desk");

  cast(points = 1 + (this.made % 5)) {
    return this.voter.ask({ type: "cast", id: `ballot-${String(++this.made).padStart(6, "0")}`, item: "points", round: 1, ballot: { points: { a: points } } }, "voter");
  }

  /** Whatever has no answer is asked once more, under its old id. */
  async askAgain() {
    const answers = [];
    for (const asked of this.ledger.unknown("desk")) answers.push(await this.desk.ask(asked.message));
    for (const asked of this.ledger.unknown("voter")) answers.push(await this.voter.ask(asked.message));
    return answers;
  }

  async audit(text) {
    const { lost, wrong } = this.auditor.look(text, this.ledger);
    must(lost.length + wrong.length === 0, [...lost, ...wrong].join("\n"));
  }

  async auditServed(ready) {
    const log = await get(ready, `/api/workshops/${this.code}/log.jsonl`, this.keys.organiser);
    must(log.status === 200, `the log cannot be downloaded: ${log.status} ${log.text}`);
    await this.audit(log.text);
  }

  async auditFolder() {
    const { text, code, said } = await exported(this.code, this.data);
    must(code === 0, `sawt export ended with ${code}: ${said}`);
    await this.audit(text);
  }

  async end(life, signal = "SIGTERM") {
    const gone = await Promise.race([life.end(signal), pause(60000)]);
    must(gone, `told to stop, it did not:\n${life.said}`);
    this.leave();
    must(gone.code === 0 || signal === "SIGKILL", `told to stop, it ended with ${gone.code ?? gone.signal}:\n${life.said}`);
  }

  /** On a sound disk: all is there, whoever had no answer gets one, and it goes on. */
  async recovers() {
    this.shim.heal();
    const life = this.start({});
    const ready = await life.ready;
    must(ready, `on a sound disk it does not start again:\n${life.said}`);
    must(ready.workshops.length === 1, `after a restart there are ${ready.workshops.length} workshops`);
    await this.enter(ready);
    await this.auditServed(ready);
    await this.askAgain();
    await this.act({ do: "open" }); // refused where it is open already
    must((await this.cast()).type === "receipt", "after the restart a ballot is not acknowledged");
    must(this.ledger.unknown("voter").length + this.ledger.unknown("desk").length === 0, "after the restart some get no answer");
    await this.end(life);
    await this.auditFolder();
  }
}

/** Started, entered, and the item open. */
export async function opened(workshop) {
  const life = workshop.start();
  const ready = await life.ready;
  must(ready, `it does not start:\n${life.said}`);
  await workshop.enter(ready);
  must((await workshop.act({ do: "open" })).type === "receipt", "the item cannot be opened");
  return { life, ready };
}

/** Some ballots, all acknowledged. */
export async function votes(workshop, many = 5) {
  for (let i = 0; i < many; i++) must((await workshop.cast()).type === "receipt", "a ballot is not acknowledged");
}

/** Nothing is acknowledged, everyone is told, and the terminal says what to do. */
export async function refusesAll(workshop, life, ready) {
  for (let i = 0; i < 3; i++) must((await workshop.cast()).reason === "not-saving", "a ballot is not refused as one that cannot be saved");
  must(await until(() => advice.test(life.said), 2000), `the terminal does not say what to do:\n${life.said}`);
  must(await until(async () => (await get(ready, "/readyz")).status === 503), "/readyz says ready");
  must(await until(() => !workshop.voter.saving), "phones are not told that nothing is saved");
  await workshop.auditServed(ready); // downloads go on
}

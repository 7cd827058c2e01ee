// Troubles that last, each against the whole program with a room that votes: a disk that fills up and is emptied again, one that turns
// read-only, one that lies, a file cut short or with a flipped bit, a clock that jumps while a countdown runs. Each must end in service or in
// a stop that says what to do; what was acknowledged is there afterwards.
//
//   node tests/faults/troubles.mjs [NAME ...]        all, or those named

import { closeSync, copyFileSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";

import { entriesOf } from "../kill/ledger.mjs";
import { exported, get } from "../kill/program.mjs";
import { Broken, pause } from "../kill/season.mjs";
import { kinds } from "./shim.mjs";
import { advice, must, opened, refusesAll, until, votes, Workshop } from "./short_run.mjs";

const hour = 3600 * 1000, month = 30 * 24 * hour;

const troubles = {
  async "the disk fills up, and is emptied again"(workshop) {
    const { life, ready } = await opened(workshop);
    await votes(workshop);
    workshop.shim.fail("ENOSPC", 1, undefined, kinds.write | kinds.truncate);
    await refusesAll(workshop, life, ready);
    workshop.shim.heal();
    const answers = await workshop.askAgain();
    must(answers.length === 3 && answers.every(({ type }) => type === "receipt"), "there is room again, and what was refused is not saved");
    must(await until(async () => (await get(ready, "/readyz")).status === 200), "there is room again, and /readyz says no");
    must(await until(() => workshop.voter.saving), "phones are not told that it saves again");
    await votes(workshop);
    await workshop.auditServed(ready);
    await workshop.end(life);
  },

  async "the disk fails for good"(workshop) {
    const { life, ready } = await opened(workshop);
    await votes(workshop);
    workshop.shim.fail("EIO", 1, undefined, kinds.write | kinds.sync | kinds.truncate);
    await refusesAll(workshop, life, ready);
    workshop.shim.heal(); // nobody knows what the disk holds now: only a new start finds out
    must((await workshop.askAgain()).every(({ reason }) => reason === "not-saving"), "after a failed write it saves without a restart");
    await workshop.end(life);
  },

  async "the disk turns read-only while they vote"(workshop) {
    const { life, ready } = await opened(workshop);
    await votes(workshop);
    workshop.shim.fail("EROFS");
    await refusesAll(workshop, life, ready);
    await workshop.end(life);
  },

  async "the folder is read-only at the start"(workshop) {
    const { life } = await opened(workshop);
    await votes(workshop);
    await workshop.end(life, "SIGKILL");
    workshop.shim.fail("EROFS");
    await workshop.stopped(workshop.start());
    await workshop.auditFolder(); // and can still be read
  },

  async "the disk is full at the start"(workshop) {
    const { life } = await opened(workshop);
    await votes(workshop);
    await workshop.end(life, "SIGKILL");
    workshop.shim.fail("ENOSPC");
    const again = workshop.start();
    const ready = await again.ready;
    if (!ready) return workshop.stopped(again);
    await workshop.enter(ready);
    await refusesAll(workshop, again, ready);
    await workshop.end(again);
  },

  async "the disk cannot be read at the start"(workshop) {
    const { life } = await opened(workshop);
    await votes(workshop);
    await workshop.end(life, "SIGKILL");
    for (let number = 1; number < 200; number++) {
      workshop.shim.fail("EIO", number, undefined, kinds.read);
      const again = workshop.start();
      if (await again.ready) return workshop.end(again);
      must(workshop.shim.hits > 0, `it does not start:\n${again.said}`);
      await workshop.stopped(again);
      number += 2; // each start reads some twenty times
    }
  },

  // The control: a disk that says yes and does nothing. If this went unnoticed, none of the other tests would mean anything.
  async "the disk lies, and the audit sees it"(workshop) {
    const { life } = await opened(workshop);
    await votes(workshop);
    workshop.shim.fail("pretend", 1, undefined, kinds.write | kinds.sync);
    for (let i = 0; i < 5; i++) await workshop.cast();
    const before = workshop.ledger.receipts;
    workshop.shim.heal();
    await workshop.end(life, "SIGKILL");
    const { text, code } = await exported(workshop.code, workshop.data);
    const { lost, wrong } = workshop.auditor.look(text, workshop.ledger);
    must(code !== 0 || lost.length + wrong.length > 0, `${before} receipts were given on a disk that wrote nothing of the last, and the audit finds all of them`);
    workshop.noRecovery = true;
  },

  async "the file is gone"(workshop) {
    const { life } = await opened(workshop);
    await votes(workshop);
    await workshop.end(life);
    rmSync(join(workshop.data, "sawt.db"));
    await workshop.stopped(workshop.start());
    workshop.noRecovery = true;
  },

  async "the file is cut short"(workshop) {
    await damaged(workshop, (file, size) => Array.from({ length: 12 }, (_, i) => () => truncateSync(file, Math.floor((size * i) / 12))));
  },

  async "the write-ahead log is cut short"(workshop) {
    // What a kill leaves behind. A disk that loses the end of a file it has synced cannot be told from one to which less was written: all that is
    // promised is that the rest is served, whole and in order.
    const { life } = await opened(workshop);
    await votes(workshop, 8);
    await workshop.end(life, "SIGKILL");
    const wal = join(workshop.data, "sawt.db-wal"), size = statSync(wal).size;
    for (const part of [0.9, 0.5, 0.1]) {
      truncateSync(wal, Math.floor(size * part));
      const { text, code, said } = await exported(workshop.code, workshop.data);
      if (code !== 0) must(advice.test(said), `sawt export did not say what to do: ${said}`);
      entriesOf(text).split("\n").slice(0, -1).forEach((line, i) => must(JSON.parse(line).entry === i + 1, "the log has a gap"));
    }
    workshop.noRecovery = true;
  },

  async "a bit is flipped in a page"(workshop) {
    await damaged(workshop, (file, size) => {
      const page = 4096, places = [];
      for (let at = 0; at < size; at += page) for (const within of [20, 1000, 2500, 4000]) places.push(at + within);
      return places.map((at) => () => flip(file, at));
    });
  },
};

for (const [name, ms] of [["an hour ahead", hour], ["an hour back", -hour], ["thirty days ahead", month], ["thirty days back", -month]]) {
  troubles[`the clock jumps ${name} while a countdown runs`] = async (workshop) => {
    const { life, ready } = await opened(workshop);
    const began = performance.now();
    const since = () => Math.round(performance.now() - began);
    must((await workshop.act({ do: "countdown", seconds: 6, then: "close" })).type === "receipt", "the countdown cannot be set");
    workshop.shim.setClock(ms);
    const closed = () => workshop.desk.changes.some(({ do: what }) => what === "close");
    while (since() < 4000) {
      const { type } = await workshop.cast();
      must(type === "receipt" || since() > 6000, `the clock jumped ${name}, and the vote was closed after ${since()} of 6000 ms`);
      await pause(50);
    }
    must(await until(closed, 30000), `the clock jumped ${name}, and after ${since()} of 6000 ms the vote is open`);
    must((await workshop.cast()).reason === "closed", "a ballot after the end is not refused");
    workshop.shim.setClock(0);
    await pause(300);
    must((await workshop.cast()).reason === "closed", "the clock was set back, and the vote is open again");
    await workshop.auditServed(ready);
    await workshop.end(life, "SIGKILL");
    const again = workshop.start({});
    const after = await again.ready;
    await workshop.enter(after);
    must(workshop.desk.welcome.workshop.items.find(({ id }) => id === "points").status === "closed", "after a restart the vote is open again");
    await workshop.end(again);
  };
}

function flip(file, at) {
  const bytes = readFileSync(file), opened = openSync(file, "r+");
  writeSync(opened, Buffer.of(bytes[at] ^ (1 << at % 8)), 0, 1, at);
  closeSync(opened);
}

/** Each damage by itself, done to a copy: it serves all that was acknowledged, or it stops and says what to do. Never less, silently. */
async function damaged(workshop, all) {
  const { life } = await opened(workshop);
  await votes(workshop, 20);
  await workshop.end(life); // a stop in peace brings everything into the one file
  const file = join(workshop.data, "sawt.db"), sound = `${workshop.folder.path}/sound.db`;
  copyFileSync(file, sound);
  let served = 0, stopped = 0;
  for (const damage of all(file, statSync(sound).size)) {
    for (const rest of ["-wal", "-shm"]) rmSync(file + rest, { force: true });
    copyFileSync(sound, file);
    damage();
    const bytes = readFileSync(file);
    const { text, code, said } = await exported(workshop.code, workshop.data);
    if (code === 0) await workshop.audit(text);
    else must(advice.test(said), `sawt export did not say what to do: ${said}`);
    const again = workshop.start({});
    const ready = await again.ready;
    if (!ready) {
      stopped += 1;
      await workshop.stopped(again);
      must(readFileSync(file).equals(bytes), "a damaged file was changed, which should be kept as it is");
      continue;
    }
    served += 1;
    must(ready.workshops.length === 1 && ready.workshops[0].code === workshop.code, "it serves another workshop instead of the damaged one");
    await workshop.enter(ready);
    await workshop.auditServed(ready);
    await workshop.end(again, "SIGKILL");
  }
  console.log(`  ${served + stopped} damages: ${served} were served whole, ${stopped} stopped and said why`);
  workshop.noRecovery = true;
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !troubles[name]);
if (unknown.length > 0) {
  console.error(`there is no trouble named ${unknown.join(", ")}; there are:\n${Object.keys(troubles).join("\n")}`);
  process.exit(2);
}
let failed = 0;
for (const name of named.length > 0 ? named : Object.keys(troubles)) {
  const workshop = new Workshop();
  try {
    await troubles[name](workshop);
    workshop.leave();
    if (!workshop.noRecovery) await workshop.recovers();
    console.log(`ok: ${name} (${workshop.ledger.receipts} receipts)`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED: ${name}: ${error instanceof Broken ? error.message : error.stack}`);
  } finally {
    await workshop.stopAll();
    workshop.remove();
  }
}
process.exit(failed > 0 ? 1 : 0);

// Cuts the power under the whole program while a room votes, again and again: its data folder is on an ext4 file system of its own (a file, a
// loop device), which is shut down in one moment, so that all that was not synced is gone as from a laptop whose battery is pulled out. Then
// the program is killed, the file system mounted anew, and every receipt that had come before the cut is held against the log.
//
//   node tests/faults/power.mjs [CUTS] [SEED] [MOST_SECONDS]      as root
//
// Each `control` cuts there is one with a disk that only claims to sync (shim.c). That one must lose: a rig that shows no loss there shows
// nothing at all.

import { join } from "node:path";

import { chances } from "../kill/chance.mjs";
import { exported, program, scratchFolder } from "../kill/program.mjs";
import { Broken, pause, Season } from "../kill/season.mjs";
import { Disk, stop } from "./disk.mjs";
import { kinds, Shim } from "./shim.mjs";

const season = 25; // cuts on one file system
const control = 25;

const [cuts, seed, mostSeconds] = [process.argv[2] ?? 200, process.argv[3] ?? Date.now() % 1e6, process.argv[4] ?? 3600].map(Number);
if (![cuts, seed, mostSeconds].every((n) => Number.isInteger(n) && n >= 0) || cuts === 0) stop("usage: node tests/faults/power.mjs [CUTS] [SEED] [MOST_SECONDS]");
const end = performance.now() + 1000 * mostSeconds;
const chance = chances(seed);
const done = { cuts: 0, receipts: 0, entries: 0, controls: 0, controlReceipts: 0, controlLost: 0 };

async function voteAndCut(workshop, disk, life, ready) {
  const gone = workshop.enter(ready);
  await workshop.receiptsAre(1 + chance.below(90), life);
  if (chance.in(0.5)) await pause(chance.between(0, 20));
  workshop.ledger.deaf = true; // what is acknowledged from here on may have been synced while the power went
  disk.cut();
  await pause(chance.between(0, 10)); // it goes on for a moment, and may notice
  await life.end();
  workshop.people.forEach((one) => one.leave());
  await gone;
  workshop.ledger.deaf = false;
  disk.mountAnew();
}

async function run(rounds) {
  const folder = scratchFolder();
  const disk = new Disk(folder.path);
  const workshop = new Season(folder.path, chance, join(disk.path, "data"));
  const before = { receipts: done.receipts, entries: done.entries };
  for (let round = 0; round < rounds && performance.now() < end; round++) {
    const life = workshop.start();
    await voteAndCut(workshop, disk, life, await workshop.served(life));
    await workshop.auditFolder();
    done.cuts += 1;
    count();
  }
  await workshop.lastLife();
  count();
  disk.remove();
  folder.remove();

  function count() {
    done.receipts = before.receipts + workshop.ledger.receipts;
    done.entries = before.entries + workshop.auditor.entries;
  }
}

/** The same on a disk that claims to sync and does not. @returns how much was lost of what was acknowledged */
async function runControl() {
  const folder = scratchFolder();
  const disk = new Disk(folder.path);
  const workshop = new Season(folder.path, chance, join(disk.path, "data"));
  const shim = new Shim(workshop.data, join(folder.path, "faults"));
  const first = workshop.start(shim.env);
  const ready = await workshop.served(first);
  shim.fail("pretend", 1, undefined, kinds.sync);
  await voteAndCut(workshop, disk, first, ready);
  const { text, code } = await exported(workshop.code, workshop.data);
  const receipts = workshop.ledger.receipts;
  done.controls += 1;
  done.controlReceipts += receipts;
  // Where even the file cannot be read any more, all of it is lost.
  done.controlLost += code === 0 ? workshop.auditor.look(text, workshop.ledger).lost.filter((one) => / was acknowledged as /.test(one)).length : receipts;
  shim.close();
  disk.remove();
  folder.remove();
}

function report(lost) {
  console.log(
    `${done.cuts} power cuts, seed ${seed}: ${done.receipts} receipts, ${done.entries} entries; ${lost}. ` +
      `Control, a disk that does not sync: ${done.controls} cuts, ${done.controlLost} of ${done.controlReceipts} acknowledged ballots lost`,
  );
}

const telling = setInterval(() => report("so far lost 0"), 60000);
try {
  for (let next = 0; done.cuts < cuts && performance.now() < end; next += control) {
    await runControl();
    await run(Math.min(season, cuts - done.cuts));
  }
} catch (error) {
  if (!(error instanceof Broken)) throw error;
  console.error(`after ${done.cuts} cuts under ${program}:\n${error.message}`);
  report("PROMISES BROKEN, see above");
  process.exit(1);
}
clearInterval(telling);
report("lost 0");
if (done.controlLost === 0) console.error("The control lost nothing: this rig cuts no power, and its zero means nothing.");
process.exit(done.controlLost > 0 && done.receipts > 0 ? 0 : 1);

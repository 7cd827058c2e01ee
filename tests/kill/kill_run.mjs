// Kills the whole program with SIGKILL while a room votes, again and again on the same data folder, and holds every receipt that was
// ever given against the log: after each restart against the log it serves, and often against what `sawt export` finds in the folder of
// the dead.
//
//   node tests/kill/kill_run.mjs [KILLS] [SEED] [MOST_SECONDS]
//
// It is killed while ballots are written, while it starts and replays, and while it stops. After `season` kills a new workshop begins
// in a new folder, so that a long run stays as fast as a short one. The seed gives the same choices again, not the same timing.

import { chances } from "./chance.mjs";
import { program, scratchFolder } from "./program.mjs";
import { Broken, pause, Season } from "./season.mjs";

const season = 50; // kills

const [kills, seed, mostSeconds] = [process.argv[2] ?? 100, process.argv[3] ?? Date.now() % 1e6, process.argv[4] ?? 3600].map(Number);
if (![kills, seed, mostSeconds].every((n) => Number.isInteger(n) && n >= 0) || kills === 0) {
  console.error("usage: node tests/kill/kill_run.mjs [KILLS] [SEED] [MOST_SECONDS]");
  process.exit(2);
}

const end = performance.now() + 1000 * mostSeconds;
const chance = chances(seed);
const done = { kills: 0, voting: 0, starting: 0, stopping: 0, workshops: 0, asked: 0, receipts: 0, repeats: 0, entries: 0, audits: 0 };
let workshop = null; // the one that is going on

async function run(rounds) {
  const folder = scratchFolder();
  workshop = new Season(folder.path, chance);
  for (let round = 0; round < rounds && performance.now() < end; round++) {
    const way = chance.in(0.2) ? "starting" : chance.in(0.1) ? "stopping" : "voting";
    await lifeThatEnds(way);
    done.kills += 1;
    done[way] += 1;
    if (workshop.code && round % 10 === 9) await workshop.auditFolder();
  }
  await workshop.lastLife();
  Object.assign(done, sums());
  workshop = null;
  folder.remove();
}

/** What was done, with the workshop that is going on. */
function sums() {
  if (!workshop) return done;
  const { ledger, auditor, audits } = workshop;
  return {
    ...done,
    workshops: done.workshops + 1,
    asked: done.asked + ledger.asked.size,
    receipts: done.receipts + ledger.receipts,
    repeats: done.repeats + [...ledger.asked.values()].reduce((sum, { answers }) => sum + Math.max(0, answers - 1), 0),
    entries: done.entries + auditor.entries,
    audits: done.audits + audits,
  };
}

async function lifeThatEnds(way) {
  const life = workshop.start();
  if (way === "starting") {
    await pause(chance.between(0, 1.2 * workshop.startMs));
    return workshop.killed(await life.end(), life);
  }
  const gone = workshop.enter(await workshop.served(life));
  await workshop.receiptsAre(1 + chance.below(90), life);
  if (chance.in(0.5)) await pause(chance.between(0, 4));
  if (way === "stopping") {
    life.child.kill("SIGTERM");
    await pause(chance.between(0, 25));
  }
  const how = await life.end();
  workshop.people.forEach((one) => one.leave());
  await gone;
  if (way === "voting" || how.code !== 0) workshop.killed(how, life);
}

function report(lost) {
  const { kills: many, workshops, voting, starting, stopping, asked, receipts, repeats, entries, audits } = sums();
  console.log(
    `${many} kills (${voting} while voting, ${starting} while starting, ${stopping} while stopping) in ${workshops} workshops, seed ${seed}: ` +
      `${asked} asked, ${receipts} receipts, ${repeats} given again, ${entries} entries, ${audits} audits; ${lost}`,
  );
}

const telling = setInterval(() => report("so far lost 0"), 60000);
try {
  while (done.kills < kills && performance.now() < end) await run(Math.min(season, kills - done.kills));
} catch (error) {
  if (!(error instanceof Broken)) throw error;
  console.error(`after ${done.kills} kills of ${program}:\n${error.message}`);
  report("PROMISES BROKEN, see above");
  process.exit(1);
}
clearInterval(telling);
report("lost 0");
process.exit(done.receipts > 0 ? 0 : 1);

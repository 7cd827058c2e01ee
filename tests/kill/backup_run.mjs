// Copies the data folder with `sawt backup` while a room votes, and starts a server on each copy: what was acknowledged before the copy was
// begun must be in it, under the same number, and what it serves must be what it counts.
//
//   node tests/kill/backup_run.mjs [BACKUPS] [SEED]

import { join } from "node:path";

import { chances } from "./chance.mjs";
import { Auditor, entriesOf, Ledger } from "./ledger.mjs";
import { get, Life, ran, scratchFolder } from "./program.mjs";
import { Broken, pause, Season } from "./season.mjs";

const [backups, seed] = [process.argv[2] ?? 5, process.argv[3] ?? Date.now() % 1e6].map(Number);
const must = (holds, why) => {
  if (!holds) throw new Broken(why);
};

/** What was acknowledged until now, and all that was asked, since what is under way may be in the copy too. */
function soFar(ledger) {
  const now = new Ledger();
  for (const [id, asked] of ledger.asked) now.asked.set(id, { ...asked });
  now.receipts = ledger.receipts;
  return now;
}

async function restored(copy, code, known, ledger) {
  const life = new Life(["--data", copy]);
  const ready = await life.ready;
  must(ready, `a server does not start on the copy:\n${life.said}`);
  must(ready.workshops.length === 1 && ready.workshops[0].code === code, "the copy holds other workshops");
  const asked = (what) => get(ready, `/api/workshops/${code}/${what}`, ready.workshops[0].keys.organiser);
  const { text } = await asked("log.jsonl");
  for (const [id, one] of ledger.asked) if (!known.asked.has(id)) known.asked.set(id, { ...one, receipt: undefined, refused: false });
  const auditor = new Auditor();
  const { lost, wrong } = auditor.look(text, known);
  must(lost.length + wrong.length === 0, `lost ${lost.length}, wrong ${wrong.length}\n${[...lost, ...wrong].slice(0, 20).join("\n")}`);
  const { items } = JSON.parse((await asked("results")).text);
  for (const { key, ballots } of auditor.tallies()) {
    const [item, number] = key.split("/");
    const round = items.find(({ id }) => id === item)?.rounds.find((one) => one.round === Number(number));
    must(round?.ballots === ballots, `${key} has ${ballots} ballots in the copy's log, and its server says ${round?.ballots}`);
  }
  const { code: status } = await life.end("SIGTERM");
  must(status === 0, `the server on the copy ended with ${status}:\n${life.said}`);
  return entriesOf(text).split("\n").length - 1;
}

async function run() {
  const folder = scratchFolder(), chance = chances(seed), workshop = new Season(folder.path, chance);
  let receipts = 0, entries = 0;
  for (let n = 0; n < backups; n++) {
    const life = workshop.start();
    const gone = workshop.enter(await workshop.served(life));
    await workshop.receiptsAre(20 + chance.below(200), life);
    await pause(chance.between(0, 10));
    const copy = join(folder.path, `copy-${n}`), known = soFar(workshop.ledger);
    receipts += known.receipts;
    const did = await ran(["backup", copy, "--data", workshop.data]);
    must(did.code === 0, `sawt backup ended with ${did.code}: ${did.said}`);
    await life.end("SIGTERM");
    workshop.people.forEach((one) => one.leave());
    await gone;
    entries += await restored(copy, workshop.code, known, workshop.ledger);
    const again = await ran(["backup", copy, "--data", workshop.data]);
    must(again.code === 1 && again.said.includes("is there already"), `a second backup into the same folder: ${again.code} ${again.said}`);
  }
  folder.remove();
  must(receipts > 0, "nothing was acknowledged before any of the copies");
  console.log(`${backups} backups while a room voted, seed ${seed}: ${receipts} receipts held against ${entries} entries of the copies; lost 0`);
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Broken)) throw error;
  console.error(error.message);
  process.exit(1);
}
process.exit(0);

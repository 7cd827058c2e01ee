// One failure at every write, sync, truncation and new name of a short run, from the first start to the end: an I/O error, a full disk, half a
// write, and death right before and right after the call. A call is numbered as it comes; when a number is never reached, the run is through.
//
//   node tests/faults/each_call.mjs [STRIDE] [MOST_SECONDS]
//
// With a stride only every so many calls are tried, a different set of them at each failure.

import { get } from "../kill/program.mjs";
import { Broken } from "../kill/season.mjs";
import { advice, must, until, Workshop } from "./short_run.mjs";

const [stride, mostSeconds] = [process.argv[2] ?? 1, process.argv[3] ?? 3600].map(Number);
const deeds = ["EIO", "ENOSPC", "short", "kill before", "kill after"];
const ballots = 4;
const done = { runs: 0, untouched: 0, stopped: 0, refused: 0, died: 0, receipts: 0 };

/** @returns {Promise<{hit: string | null, calls: number}>} */
async function run(deed, number) {
  const workshop = new Workshop();
  const { shim, ledger } = workshop;
  try {
    shim.fail(deed, number, number);
    const life = workshop.start();
    const ready = await life.ready;
    if (ready) await vote(workshop, ready, life, deed);
    else if (deed.startsWith("kill")) await life.ended;
    else await workshop.stopped(life);
    workshop.leave();
    const result = { hit: shim.hits > 0 ? shim.what : null, calls: shim.calls };
    if (!ready && !deed.startsWith("kill")) done.stopped += 1;
    if (deed.startsWith("kill") && result.hit) done.died += 1;
    done.receipts += ledger.receipts;
    if (workshop.code || ready === null) await workshop.recovers();
    return result;
  } catch (error) {
    if (error instanceof Broken) error.message = `${deed} at call ${number} (${shim.what || "not reached"}):\n${error.message}`;
    throw error;
  } finally {
    await workshop.stopAll();
    workshop.remove();
  }
}

async function vote(workshop, ready, life, deed) {
  const { shim } = workshop;
  await workshop.enter(ready);
  let refused = null; // since when nothing is saved
  let answer = await workshop.act({ do: "open" });
  if (answer.type === "refused") [answer] = await again(answer); // the desk presses once more
  for (let i = 0; i < ballots; i++) {
    const hits = shim.hits;
    answer = await workshop.cast();
    if (answer.type === "gone") return workshop.leave(), life.ended;
    if (shim.hits > hits && syncFailed()) must(answer.type === "refused", "a ballot was acknowledged whose sync had failed");
    if (answer.type === "receipt") must(!refused, "after a failed sync or write a ballot was acknowledged without a restart");
    else [answer, refused] = await again(answer);
  }
  await workshop.auditServed(ready);
  if (refused) {
    done.refused += 1;
    must(await until(async () => (await get(ready, "/readyz")).status === 503, 2000), "nothing is saved, and /readyz says ready");
    must(await until(() => !workshop.voter.saving, 2000), "nothing is saved, and phones are not told");
  }
  if (life.child.exitCode === null && life.child.signalCode === null) await workshop.end(life, "SIGTERM").catch((error) => deed.startsWith("kill") || Promise.reject(error));

  function syncFailed() {
    return /^fdatasync sawt.db-wal/.test(shim.what) && (deed === "EIO" || deed === "ENOSPC");
  }

  /** Not saved just now: the same id is sent again, as a phone does. A full disk has passed by then; after anything else it stays so. */
  async function again({ type, reason, retry }) {
    if (type !== "refused" || (reason !== "not-saving" && refused)) return [{ type }, refused];
    if (reason !== "not-saving") return [{ type }, refused];
    must(retry, "what was not saved may not be sent again");
    must(await until(() => advice.test(life.said), 2000), `ballots are refused, and the terminal does not say what to do:\n${life.said}`);
    const [second] = await workshop.askAgain();
    if (deed === "ENOSPC" && !syncFailed()) must(second.type !== "refused" || second.reason !== "not-saving", "there is room again, and nothing is saved");
    return [second, second.reason === "not-saving" ? deed : null];
  }
}

const end = performance.now() + 1000 * mostSeconds;
const broken = [];
for (const [place, deed] of deeds.entries()) {
  let calls = 0;
  for (let number = 1 + (place % stride); performance.now() < end && broken.length < 20; number += stride) {
    const result = await run(deed, number).catch((error) => {
      if (!(error instanceof Broken)) throw error;
      broken.push(error.message);
      return null;
    });
    done.runs += 1;
    if (!result) continue;
    calls = result.calls;
    if (!result.hit) {
      done.untouched += 1;
      break;
    }
  }
  console.log(`${deed}: ${stride === 1 ? "each" : `one in ${stride}`} of ${calls} calls`);
}
for (const why of broken) console.error(`\n${why}`);
const { runs, untouched, stopped, refused, died, receipts } = done;
console.log(
  `${runs} runs, one failure in each (${untouched} untouched): ${stopped} did not start and said why, ${refused} refused ballots until restarted, ` +
    `${died} died; ${receipts} receipts; ${broken.length} runs broke a promise`,
);
process.exitCode = broken.length > 0 || receipts === 0 ? 1 : 0;

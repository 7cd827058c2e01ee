// A disk that is really full, and one that really turns read-only, under a room that votes: what troubles.mjs pretends, on a file system of its
// own. As root; part of ./dev power.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Broken, pause } from "../kill/season.mjs";
import { Disk } from "./disk.mjs";
import { must, opened, refusesAll, votes, Workshop } from "./short_run.mjs";

let disk;
const workshop = new Workshop((folder) => {
  disk = new Disk(folder, 8 * 2 ** 20);
  return join(disk.path, "data");
});

function fill(name) {
  for (let part = 0; ; part++) {
    try {
      writeFileSync(join(disk.path, `${name}-${part}`), Buffer.alloc(2 ** Math.max(9, 20 - part)), { flush: true });
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
      if (part > 11) return () => Array.from({ length: part + 1 }, (_, i) => rmSync(join(disk.path, `${name}-${i}`), { force: true }));
    }
  }
}

try {
  const { life, ready } = await opened(workshop);
  await votes(workshop);
  const empty = fill("full");
  let refused = false; // room that SQLite has taken already is used up first
  for (let i = 0; i < 200 && !refused; i++) {
    refused = (await workshop.cast()).reason === "not-saving";
    await pause(60); // a voter who sends more than 200 messages in 10 s is sent away
  }
  must(refused, "the disk is full, and 200 ballots were saved");
  await refusesAll(workshop, life, ready);
  empty();
  must((await workshop.askAgain()).every(({ type }) => type === "receipt"), "there is room again, and what was refused is not saved");
  await votes(workshop);
  await workshop.end(life, "SIGKILL");
  console.log(`ok: a disk of 8 MB fills up, and is emptied again (${workshop.ledger.receipts} receipts)`);

  disk.mountAnew();
  disk.readOnly();
  await workshop.stopped(workshop.start());
  await workshop.auditFolder();
  disk.mountAnew();
  await workshop.recovers();
  console.log(`ok: a read-only disk at the start (${workshop.ledger.receipts} receipts)`);
} catch (error) {
  process.exitCode = 1;
  console.error(`FAILED: ${error instanceof Broken ? error.message : error.stack}`);
} finally {
  await workshop.stopAll();
  disk.remove();
  workshop.remove();
}

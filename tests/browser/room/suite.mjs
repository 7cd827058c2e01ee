// The same tests in each engine, and what a test leaves behind cleared away even when it fails.

import { after, before, describe } from "node:test";

import { engines, launch } from "../engines/index.mjs";
import { Facilitator, Voter } from "./clients.mjs";
import { Server } from "./server.mjs";

// A run that is stopped still ends what it started: the "exit" listeners of server and screen do that.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/**
 * @param {string} subject "a phone that loses the link"
 * @param {(place: {engine: string, browser: any, context: (t: any, look?: object) => Promise<any>}) => void} body holds the tests
 * @param {string[]} [only] these engines alone, for what only they can measure
 */
export function inEachEngine(subject, body, only = engines) {
  for (const engine of engines.filter((name) => only.includes(name))) {
    describe(`${subject} (${engine})`, () => {
      const place = {
        engine,
        /** A visitor with a storage of their own, gone at the end of the test. */
        async context(t, look) {
          const context = await place.browser.context(look);
          t.after(() => context.close());
          return context;
        },
      };
      before(async () => {
        place.browser = await launch(engine);
      });
      after(async () => {
        await place.browser?.close();
      });
      body(place);
    });
  }
}

/** For what takes long: a few engines in the gate, and all of them in `./dev test everywhere`. */
export const few = (...names) => process.env.SAWT_EVERYWHERE ? engines : names;

export async function server(t, agenda, args) {
  const started = await Server.start(agenda, args);
  t.after(() => started.stop());
  return started;
}

export async function facilitator(t, running) {
  const opened = await Facilitator.open(running);
  t.after(() => opened.close());
  return opened;
}

/** Voters without a page, one for each group named. */
export async function voters(t, running, groups) {
  const all = groups.map((group) => new Voter(running, group));
  t.after(() => all.forEach((voter) => voter.stop()));
  await Promise.all(all.map((voter) => voter.start()));
  return all;
}

// Every page in every state that a room sees, one after the other, for what is to be looked at in each: axe and pictures.

import { agenda } from "./agenda.mjs";
import { Desk, Phone, Records, Stage } from "./people.mjs";

const sizes = { phone: [360, 740], stage: [1920, 1080], desk: [1280, 800], records: [1280, 800] };

/**
 * @param {{running: object, byWire: object, crowd: object[], context: () => Promise<object>}} room
 * @param {(page: string, state: string, person: object) => Promise<void>} look called in each state
 */
export async function walk({ running, byWire, crowd, context }, look) {
  const phone = new Phone(await (await context()).page());
  const stage = await Stage.open(await context(), running);
  const desk = await Desk.open(await context(), running);
  const records = await Records.open(await context(), running);
  const people = { phone, stage, desk, records };
  for (const [name, { page }] of Object.entries(people)) await page.viewport(...sizes[name]);

  await phone.page.open(running.address("join"));
  await phone.seesView("join");
  await look("phone", "join", phone);
  await phone.page.open(running.address("phone"));
  await phone.seesView("group");
  await look("phone", "group", phone);
  await phone.joins("tanneries");
  await phone.seesView("waiting");
  await look("phone", "waiting", phone);
  await stage.shows({ view: "join" });
  await look("stage", "join", stage);
  await look("desk", "begin", desk);

  await byWire.act("show", { item: "welcome" });
  await phone.seesView("slide");
  await stage.shows({ view: "slide" });
  await look("phone", "slide", phone);
  await look("stage", "slide", stage);

  const ballots = { one: [{ choice: "lab" }, { choice: "export" }], several: [{ approve: ["lab", "export"] }, { approve: ["lab"] }], points: [{ points: { lab: 3, export: 1 } }, { points: { design: 2, lab: 1 } }] };
  for (const item of agenda().items.filter(({ kind }) => kind === "vote").map(({ id }) => id)) {
    const [mine, theirs] = ballots[item];
    await byWire.act("open", { item });
    await phone.sees(`the phone has ${item}`, () => document.querySelector("main [data-state]")?.dataset.state === "draft");
    await phone.marks(mine);
    await look("phone", `${item}-marked`, phone);
    await phone.send();
    await phone.seesState("counted");
    await look("phone", `${item}-counted`, phone);
    crowd.forEach((voter, i) => voter.cast(item, i % 3 === 0 ? mine : theirs));
    await Promise.all(crowd.map((voter) => voter.settled()));
    await stage.showsTurnout(crowd.length + 1, crowd.length + 1);
    await look("stage", `${item}-hidden`, stage);
    await look("desk", `${item}-open`, desk);
    await byWire.act("reveal", { item });
    await stage.shows({ view: "results" });
    await look("stage", `${item}-results`, stage);
    await byWire.act("close", { item });
    await stage.shows({ view: "closed" });
    await phone.seesView("results");
    await look("stage", `${item}-closed`, stage);
    await look("phone", `${item}-results`, phone);
  }
  await byWire.act("show", { view: "groups" });
  await stage.shows({ view: "groups" });
  await look("stage", "groups", stage);
  await look("desk", "closed", desk);
  await desk.click('[data-act="new-vote"]');
  await desk.page.type('[data-field="options"]', "1. خشب\n2. cork");
  await look("desk", "new-vote", desk);
  await records.seesRounds(3);
  await look("records", "rounds", records);
  await records.checks();
  await look("records", "checked", records);
}

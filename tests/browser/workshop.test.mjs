// A whole workshop at real pages: the facilitator at the desk, the stage, two phones, and some voters more who make the
// numbers interesting. What the stage shows, the phones say and the downloads hold must be one and the same.

import assert from "node:assert/strict";
import { test } from "node:test";

import { agenda, optionIds } from "./room/agenda.mjs";
import { Desk, Phone, Records, Stage } from "./room/people.mjs";
import { readCsv, recount } from "./room/recount.mjs";
import { inEachEngine, server, voters } from "./room/suite.mjs";

const titles = Object.fromEntries(agenda().items.map((item) => [item.id, item.title.ar]));

/** The votes of one item: by the two phones, and by the others. */
const votes = {
  one: { phones: [{ choice: "lab" }, { choice: "export" }], others: [{ choice: "lab" }, { choice: "lab" }, { choice: "design" }, {}] },
  several: { phones: [{ approve: ["lab", "training"] }, { approve: ["export"] }], others: [{ approve: ["training"] }, { approve: ["lab", "design", "training"] }, {}, { approve: ["export"] }] },
  points: { phones: [{ points: { lab: 3, export: 2 } }, { points: { design: 1 } }], others: [{ points: { lab: 2, training: 3 } }, { points: { export: 3 } }, { points: { design: 2, lab: 1 } }, {}] },
};

/** One vote from opening to closing, and what it came to. */
async function hold(item, { desk, stage, phones, others }) {
  const { phones: byPhone, others: byOthers } = votes[item];
  await desk.opens(item);
  await stage.shows({ view: "hidden", item, status: "open" });
  for (const phone of phones) await phone.seesVote(titles[item]);
  for (const [i, phone] of phones.entries()) await phone.votes(byPhone[i]);
  others.forEach((voter, i) => voter.cast(item, byOthers[i]));
  await Promise.all(others.map((voter) => voter.settled()));
  await stage.showsTurnout(6, 6);
  assert.deepEqual(await stage.counts(), {}, "nothing on the wall tells the numbers before the reveal");
}

inEachEngine("a whole workshop", (place) => {
  test("opens, votes, changes, reveals, closes, and its downloads add up", async (t) => {
    const running = await server(t, agenda());
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    await stage.shows({ view: "join" });
    const phones = [
      await Phone.open(await place.context(t), running, { group: "tanneries" }),
      await Phone.open(await place.context(t), running, { group: "designers" }),
    ];
    const others = await voters(t, running, ["tanneries", "designers", "showrooms", "showrooms"]);
    const room = { desk, stage, phones, others };
    const wall = {};

    await hold("one", room);
    const [, second] = phones;
    await second.changesTo({ choice: "design" });
    await desk.reveals();
    await stage.shows({ view: "results", item: "one" });
    await stage.showsCounts({ lab: 3, design: 2, training: 0, export: 0 });
    // The numbers move while everyone watches, and a voter may also take back all of it.
    others[0].cast("one", { choice: "training" });
    await stage.showsCounts({ lab: 2, design: 2, training: 1, export: 0 });
    await second.takesUp();
    await second.abstains();
    await stage.showsCounts({ lab: 2, design: 1, training: 1, export: 0 });
    await desk.closes();
    await stage.shows({ view: "closed", item: "one", status: "closed" });
    wall.one = await stage.counts();

    await hold("several", room);
    await desk.reveals();
    await stage.showsCounts({ lab: 2, design: 1, training: 3, export: 2 });
    await desk.closes();
    wall.several = await stage.counts();

    await hold("points", room);
    await desk.reveals();
    await stage.showsCounts({ lab: 6, design: 3, training: 3, export: 5 });
    await desk.closes();
    await stage.shows({ view: "closed", item: "points", status: "closed" });
    wall.points = await stage.counts();
    const onStage = (await stage.fact("check")).trim();

    const again = recount(await running.log("jsonl"));
    const results = await running.results();
    for (const item of ["one", "several", "points"]) {
      const told = results.items.find(({ id }) => id === item).rounds[0];
      const scores = Object.fromEntries(Object.entries(wall[item]).map(([id, count]) => [id, Number(count)]));
      assert.deepEqual(again.scores(item, optionIds), scores, `the log counts ${item} as the wall does`);
      assert.deepEqual(told.result.scores, scores, `the results count ${item} as the wall does`);
      assert.equal(again.ballots(item), 6);
      assert.equal(told.ballots, 6);
      assert.equal(told.check, again.check(item), `the check code of ${item} is that of the log`);
    }
    assert.ok(onStage.includes(again.check("points")), "the stage shows the check code of the log");
    for (const phone of phones) assert.equal(await phone.checkCode(), again.check("points"), "and so do the phones");

    const records = await Records.open(await place.context(t), running);
    await records.seesRounds(3);
    assert.equal(await records.checks(), "right", "the organisers' page counts the log and finds what the wall showed");
    if (place.engine === "chromium") {
      for (const form of ["jsonl", "csv"]) assert.equal(await records.downloads(form), await running.log(form), `the page hands out log.${form} as it is`);
    }

    const csv = await running.log("csv");
    assert.ok(csv.startsWith("\uFEFF"), "spreadsheet programs see that it is UTF-8");
    const [header, ...rows] = readCsv(csv);
    const cell = (row, name) => row[header.indexOf(name)];
    const ballots = again.entries.filter(({ type }) => type === "ballot");
    const inCsv = rows.filter((row) => cell(row, "event") === "ballot");
    assert.deepEqual(inCsv.map((row) => Number(cell(row, "entry"))), ballots.map(({ entry }) => entry), "the table has a row for each ballot of the log");
    for (const item of ["one", "several", "points"]) {
      const counted = inCsv.filter((row) => cell(row, "item") === item && cell(row, "state") === "counted");
      const sums = optionIds.map((id, i) => counted.reduce((sum, row) => sum + Number(cell(row, String(i + 1)) || 0), 0));
      assert.deepEqual(sums, optionIds.map((id) => Number(wall[item][id])), `the columns of ${item} add up to what the wall showed`);
    }
  });
});

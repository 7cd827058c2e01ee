// One voter's evening: coming in by the digits in either numeral system, a wrong code, coming late, changing the language
// with a half-made ballot, voting by keyboard alone, and a ballot that comes after the end.

import assert from "node:assert/strict";
import { test } from "node:test";

import { agenda } from "./room/agenda.mjs";
import { Link } from "./room/link.mjs";
import { Phone, Stage } from "./room/people.mjs";
import { recount } from "./room/recount.mjs";
import { facilitator, inEachEngine, server } from "./room/suite.mjs";
import { Witness } from "./room/witness.mjs";

const titles = Object.fromEntries(agenda().items.map((item) => [item.id, item.title]));
const arabicDigits = (text) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]);

async function openVote(t, item) {
  const running = await server(t, agenda());
  const desk = await facilitator(t, running);
  await desk.act("open", { item });
  return { running, desk };
}

const ballotsIn = async (running) => recount(await running.log("jsonl")).entries.filter(({ type }) => type === "ballot").map(({ ballot }) => ballot);

inEachEngine("a voter", (place) => {
  test("comes late, types the code in Arabic digits after a wrong one, and finds the open vote", async (t) => {
    const { running } = await openVote(t, "one");
    const wrong = running.code === "271828" ? "314159" : "271828";
    const phone = new Phone(await (await place.context(t)).page());
    await phone.page.open(running.address("join"));
    await phone.seesView("join");
    await phone.page.type("[data-code]", wrong);
    await phone.sees("the page says that there is no such workshop", (code) => {
      const problem = document.querySelector('[role="alert"]');
      return problem && !problem.hidden && problem.textContent.replace(/\D/g, "").includes(code);
    }, wrong);
    await phone.page.type("[data-code]", arabicDigits(running.code));
    await phone.joins("showrooms");
    await phone.seesVote(titles.one.ar);
    assert.equal(await phone.page.eval(() => location.pathname), `/${running.code}`, "the address can be passed on");
    await phone.votes({ choice: "training" });
    assert.match(await phone.receiptCode(), /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.deepEqual(await ballotsIn(running), [{ choice: "training" }]);
  });

  test("changes the language twice and loses nothing of a half-made ballot", async (t) => {
    const { running } = await openVote(t, "points");
    const phone = await Phone.open(await place.context(t), running, { group: "tanneries" });
    for (const lang of ["ar", "en", "fr"]) {
      await phone.setsLanguage(lang);
      await phone.seesVote(titles.points[lang]);
      const direction = lang === "ar" ? "rtl" : "ltr";
      assert.deepEqual(await phone.page.eval(() => [document.documentElement.lang, getComputedStyle(document.documentElement).direction]), [lang, direction]);
      await phone.marks({ points: { lab: 1 } });
    }
    assert.deepEqual(await phone.marked(), { lab: 3 }, "a point from each language");
    await phone.marks({ points: { export: 2 } });
    await phone.send();
    await phone.seesState("counted");
    await phone.setsLanguage("ar");
    await phone.seesState("counted");
    assert.deepEqual(await ballotsIn(running), [{ points: { export: 2, lab: 3 } }]);
  });

  test("votes by keyboard alone", async (t) => {
    const { running, desk } = await openVote(t, "one");
    const phone = await Phone.open(await place.context(t), running);
    await phone.seesView("group");
    await phone.tabTo('[data-group="designers"]');
    await phone.page.press("Enter");
    await phone.seesVote(titles.one.ar);
    await phone.tabTo('[data-option="lab"] input');
    await phone.page.press("Space");
    await phone.page.press("ArrowDown");
    await phone.sees("the arrow moves the choice", () => document.querySelector('[data-option="design"] input').checked);
    await phone.tabTo('[data-action="send"]');
    await phone.page.press("Enter");
    await phone.seesState("counted");
    await desk.act("close", { item: "one" });
    await desk.act("open", { item: "points" });
    await phone.seesVote(titles.points.ar);
    await phone.tabTo('[data-option="training"] [data-action="plus"]');
    await phone.page.press("Enter");
    await phone.page.press("Space");
    await phone.tabTo('[data-action="send"]');
    await phone.page.press("Space");
    await phone.seesState("counted");
    assert.deepEqual(await ballotsIn(running), [{ choice: "design" }, { points: { training: 2 } }]);
  });

  test("is told plainly when the ballot came too late", async (t) => {
    const { running, desk } = await openVote(t, "one");
    const link = await Link.open({ port: running.port });
    t.after(() => link.close());
    const phone = await Phone.open(await place.context(t), running, { port: link.port, group: "tanneries" });
    await phone.seesVote(titles.one.ar);
    link.stall();
    await phone.marks({ choice: "lab" });
    await phone.send();
    await phone.seesState("kept");
    await desk.act("close", { item: "one" });
    link.flow();
    await phone.seesState("refused");
    const results = await running.results();
    assert.equal(results.items.find(({ id }) => id === "one").rounds[0].ballots, 0);
  });

  test("gets through where the network breaks WebSockets", async (t) => {
    const { running } = await openVote(t, "several");
    const witness = await Witness.open(running.port);
    t.after(() => witness.close());
    const phone = await Phone.open(await place.context(t), running, { port: witness.port, group: "tanneries" });
    await phone.seesVote(titles.several.ar);
    witness.breakSockets();
    await phone.votes({ approve: ["lab", "export"] });
    assert.ok(witness.answers.some(({ method, path, status }) => method === "POST" && path.endsWith("/cast") && status === 200));
    assert.deepEqual(await ballotsIn(running), [{ approve: ["lab", "export"] }]);
  });

  test("sees the results when the facilitator lets them be seen, and not before", async (t) => {
    const { running, desk } = await openVote(t, "one");
    const phone = await Phone.open(await place.context(t), running, { group: "tanneries" });
    const stage = await Stage.open(await place.context(t), running);
    await phone.seesVote(titles.one.ar);
    await phone.votes({ choice: "lab" });
    await desk.act("close", { item: "one" });
    await phone.seesView("closed");
    await stage.shows({ view: "hidden", status: "closed" });
    assert.equal(await phone.page.eval(() => document.querySelectorAll("[data-count]").length), 0);
    await desk.act("reveal", { item: "one" });
    await phone.seesView("results");
    await phone.sees("the phone counts as the stage does", () => document.querySelector('[data-option="lab"]')?.dataset.count === "1");
    await stage.showsCounts({ lab: 1, design: 0, training: 0, export: 0 });
    await desk.act("hide", { item: "one" });
    await phone.seesView("closed");
  });
});

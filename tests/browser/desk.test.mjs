// The facilitator's hands: the clicker and the keys on an Arabic board, a pasted list that is open in a moment, the frozen
// stage, the countdown, a second round, and a stage that comes back after a reload as it was.

import assert from "node:assert/strict";
import { test } from "node:test";

import { until } from "./engines/index.mjs";
import { agenda } from "./room/agenda.mjs";
import { Desk, Phone, Records, Stage } from "./room/people.mjs";
import { facilitator, inEachEngine, server, voters } from "./room/suite.mjs";

inEachEngine("the desk", (place) => {
  test("obeys a clicker, and letters by their place on an Arabic board", async (t) => {
    const running = await server(t, agenda());
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    await desk.strikes("PageDown");
    await stage.shows({ view: "slide", item: "welcome" });
    await desk.keyUntil({ key: "PageDown", code: "PageDown" }, () => stage.isShowing({ item: "one" }));
    await desk.keyUntil({ key: "PageUp", code: "PageUp" }, () => stage.isShowing({ item: "welcome" }));
    await desk.setsLanguage("ar");
    // In Arabic the page runs to the left, and so does "on".
    await desk.keyUntil({ key: "ArrowLeft", code: "ArrowLeft" }, () => stage.isShowing({ item: "one" }));
    await desk.keyUntil({ key: "ز", code: "Period" }, () => stage.isShowing({ view: "black" }));
    await desk.keyUntil({ key: "ز", code: "Period" }, () => stage.isShowing({ item: "one", view: "hidden" }));
    await desk.keyUntil({ key: " ", code: "Space" }, () => stage.isShowing({ status: "open" }));
    await desk.keyUntil({ key: "ق", code: "KeyR" }, () => stage.isShowing({ view: "results" }));
    await desk.keyUntil({ key: "ض", code: "KeyQ" }, () => stage.page.eval(() => !!document.querySelector(".qr-card")?.getClientRects().length));
    await desk.keyUntil({ key: "ؤ", code: "KeyC", stays: true }, () => desk.page.eval(() => !!document.querySelector('[data-act="cancel-close"]')));
    assert.equal(await stage.isShowing({ status: "open" }), true, "one press does not close a vote");
    await desk.keyUntil({ key: "ؤ", code: "KeyC" }, () => stage.isShowing({ status: "closed" }));
    await desk.setsLanguage("en");
    await desk.keyUntil({ key: "ArrowRight", code: "ArrowRight" }, () => stage.isShowing({ item: "several" }));
  });

  test("makes an open vote of a pasted list, and keys that are typed do nothing else", async (t) => {
    const running = await server(t, agenda());
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    const phone = await Phone.open(await place.context(t), running, { group: "designers" });
    await desk.click('[data-act="new-vote"]');
    await desk.page.type('[data-field="options"]', "1. brick b\n2. cork c.\n3. قماش");
    await desk.page.type('[data-field="question"]', "What is r?");
    await desk.click('[data-dialog="vote"] [data-act="save-open"]');
    await stage.shows({ view: "hidden", status: "open" });
    await phone.seesVote("What is r?");
    assert.deepEqual(await phone.page.eval(() => [...document.querySelectorAll(".option-name")].map((name) => name.textContent)), ["brick b", "cork c.", "قماش"]);
    assert.deepEqual(await phone.page.eval(() => [...document.querySelectorAll(".option .badge")].map((badge) => badge.textContent)), ["1", "2", "3"]);
  });

  test("makes a budget of a pasted list of projects and costs", async (t) => {
    const running = await server(t, agenda());
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    await desk.click('[data-act="new-vote"]');
    await desk.click('[data-act="family-spend"]');
    await desk.page.type('[data-field="options"]', "Which projects?\n1. Lab; 120 000\n2. ورشة؛ ٤٥٠٠٠\n3. Brand - 30000");
    await desk.click('[data-dialog="vote"] [data-act="save-open"]');
    await desk.sees("the desk asks for the budget", () => document.activeElement?.dataset.field === "budget");
    await desk.page.type('[data-field="budget"]', "150,000");
    await desk.click('[data-dialog="vote"] [data-act="save-open"]');
    await stage.shows({ view: "hidden", status: "open" });
    const { what } = (await running.log("jsonl")).trim().split("\n").map((line) => JSON.parse(line)).find(({ type }) => type === "add");
    assert.equal(what.title, "Which projects?");
    assert.deepEqual(what.options.map(({ text }) => text), ["Lab", "ورشة", "Brand"]);
    assert.equal(what.method, "pb_mes");
    assert.equal(what.params.budget, 150000);
    assert.deepEqual(what.params.costs, { o1: 120000, o2: 45000, o3: 30000 });
  });

  test("freezes what the room sees and says how many ballots came since", async (t) => {
    const running = await server(t, agenda());
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    const [first, second] = await voters(t, running, ["tanneries", "designers"]);
    await desk.opens("one");
    first.cast("one", { choice: "lab" });
    await desk.reveals();
    await stage.showsCounts({ lab: 1, design: 0, training: 0, export: 0 });
    await desk.presses("freeze");
    await stage.shows({ frozen: "" });
    second.cast("one", { choice: "export" });
    await second.settled();
    await stage.sees("the stage says that one ballot came since", () => document.querySelector("[data-since]")?.dataset.since === "1");
    assert.deepEqual(await stage.counts(), { lab: "1", design: "0", training: "0", export: "0" });
    await desk.page.reload(); // a desk that comes back is told too, and does not begin again at 0
    await desk.sees("the desk says that one ballot came since", () => document.querySelector("[data-since]")?.dataset.since === "1");
    await desk.presses("freeze");
    await stage.showsCounts({ lab: 1, design: 0, training: 0, export: 1 });
  });

  test("closes a vote by countdown, and a second round keeps the first", async (t) => {
    const running = await server(t, agenda());
    const byWire = await facilitator(t, running);
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    const phone = await Phone.open(await place.context(t), running, { group: "tanneries" });
    await desk.opens("one");
    await phone.seesVote("ما الأولوية الأولى؟");
    await phone.votes({ choice: "lab" });
    await byWire.act("countdown", { item: "one", seconds: 1, then: "close" });
    await stage.shows({ status: "closed" });
    await phone.seesView("closed");
    await desk.seesStatus("closed");
    await desk.presses("round");
    await desk.click('[data-act="round-sure"]');
    await desk.presses("open");
    await stage.shows({ status: "open", round: "2" });
    await phone.seesVote("ما الأولوية الأولى؟");
    await phone.votes({ choice: "export" });
    const { rounds } = (await running.results()).items.find(({ id }) => id === "one");
    assert.deepEqual(rounds.map(({ round, ballots, result }) => [round, ballots, result.scores.lab, result.scores.export]), [[1, 1, 1, 0], [2, 1, 0, 1]]);
  });

  test("makes an option void, and then the round: struck through everywhere, with the reason, and never erased", async (t) => {
    const running = await server(t, agenda());
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    const phone = await Phone.open(await place.context(t), running, { group: "tanneries" });
    const [voter] = await voters(t, running, ["designers"]);
    await desk.opens("one");
    await phone.votes({ choice: "lab" });
    voter.cast("one", { choice: "export" });
    await desk.reveals();
    await desk.closes();
    await desk.presses("void");
    await desk.click('[data-dialog="void"] [data-void-what="lab"]');
    await desk.click('[data-dialog="void"] [data-act="void-sure"]');
    await desk.sees("the desk asks for a reason", () => document.querySelector('[data-dialog="void"] .wrong').textContent !== "");
    await desk.page.type('[data-dialog="void"] [data-field="why"]', "سُحب المشروع");
    await desk.click('[data-dialog="void"] [data-act="void-sure"]');
    const told = (what) => document.querySelector(`main [data-void="${what}"]`)?.textContent ?? "";
    for (const person of [desk, stage, phone]) {
      await person.sees("the reason is told", (of) => (document.querySelector(`main [data-void="${of}"]`)?.textContent ?? "").includes("سُحب المشروع"), "lab");
      await person.sees("the laboratory alone is struck through", () => {
        const names = [...document.querySelectorAll("main [data-struck]")].map((each) => each.textContent);
        return names.length > 0 && names.every((name) => name.includes("مختبر"));
      });
    }
    await stage.showsCounts({ lab: 1, design: 0, training: 0, export: 1 });

    await desk.presses("void");
    await desk.page.type('[data-dialog="void"] [data-field="why"]', "صوّت ضيوف");
    await desk.click('[data-dialog="void"] [data-act="void-sure"]');
    for (const person of [desk, stage, phone]) await person.sees("the reason is told", (of) => (document.querySelector(`main [data-void="${of}"]`)?.textContent ?? "").includes("صوّت ضيوف"), "round");
    assert.equal(await desk.page.eval(() => !!document.querySelector('[data-act="open-again"]')), false);
    const records = await Records.open(await place.context(t), running);
    await records.sees("the records tell the reason", (of) => !!document.querySelector(`[data-void="${of}"]`), "round");
    assert.equal(await records.checks(), "right");
    assert.match(await records.page.eval(told, "lab"), /سُحب المشروع/);

    await desk.presses("void");
    await desk.click('[data-dialog="void"] [data-act="void-restore"]');
    await stage.sees("the round stands again", () => !document.querySelector('[data-void="round"]') && !!document.querySelector('[data-void="lab"]'));
  });

  test("and the stage come back after a reload as they were", async (t) => {
    const running = await server(t, agenda());
    const desk = await Desk.open(await place.context(t), running);
    const stage = await Stage.open(await place.context(t), running);
    const [voter] = await voters(t, running, ["tanneries"]);
    await desk.opens("points");
    voter.cast("points", { points: { lab: 3 } });
    await desk.reveals();
    await stage.showsCounts({ lab: 3, design: 0, training: 0, export: 0 });
    await Promise.all([desk.page.reload(), stage.page.reload()]);
    await stage.showsCounts({ lab: 3, design: 0, training: 0, export: 0 });
    await desk.seesStatus("open");
    assert.equal(await desk.page.eval(() => document.querySelector("[data-item-now]").dataset.itemNow), "points");
  });

  test("does not open with a wrong key", async (t) => {
    const running = await server(t, agenda());
    const page = await (await place.context(t)).page();
    for (const kind of ["desk", "records"]) {
      await page.open(running.address(kind, { key: running.keys.stage }));
      await until(`${kind} says that the key is wrong`, () => page.eval(() => document.body.dataset.view === "ended" || !!document.querySelector("[data-reason]")));
      assert.equal(await page.eval((title) => document.body.innerText.includes(title), "ما الأولوية الأولى؟"), false);
    }
  });
});

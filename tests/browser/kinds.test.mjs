// Every kind of ballot, cast by hand from a page of a phone's size in Arabic and in English: the draft outlives a reload, the log
// holds what the hand made, and the result is told.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { top, until } from "./engines/index.mjs";
import { settle, violations } from "./room/axe.mjs";
import { kinds, kindsAgenda } from "./room/kinds.mjs";
import { Phone } from "./room/people.mjs";
import { recount } from "./room/recount.mjs";
import { facilitator, few, inEachEngine, server, voters } from "./room/suite.mjs";

const folder = join(top, "build/screenshots");
const phoneSize = [390, 844];
const titleOf = (method, lang) => ({ ar: `تصويت: ${method}`, en: `Vote: ${method}` })[lang];

const ballotsIn = async (running, item) => recount(await running.log("jsonl")).entries.filter((entry) => entry.type === "ballot" && entry.item === item);

/** Each voter's last ballot on an item. */
async function lastBallots(running, item) {
  const last = new Map();
  for (const { voter, ballot } of await ballotsIn(running, item)) last.set(voter, ballot);
  return [...last.values()];
}

async function openPhone(place, t, running, { lang, ...at }) {
  const phone = await Phone.open(await place.context(t, { touch: place.engine === "chromium" }), running, { group: "tanneries", ...at });
  await phone.page.viewport(...phoneSize);
  await phone.setsLanguage(lang);
  return phone;
}

/** A room of every kind, its facilitator, and a voter with a phone. */
async function roomWithPhone(place, t, lang) {
  const running = await server(t, kindsAgenda());
  const byWire = await facilitator(t, running);
  return { running, byWire, phone: await openPhone(place, t, running, { lang }) };
}

async function seesPaperOf(phone, method, lang) {
  await phone.seesVote(titleOf(method, lang));
  await phone.seesPaper();
}

async function opens(byWire, phone, method, lang) {
  await byWire.act("open", { item: method });
  await seesPaperOf(phone, method, lang);
}

/** The two options that stand against each other. */
const duel = (phone) => phone.page.eval(() => [...document.querySelectorAll("[data-side]")].map(({ dataset }) => dataset.option));

/** Answers pairs, and tells them as the contract does. */
async function answersPairs(phone, answers) {
  const pairs = [];
  for (const answer of answers) {
    const [a, b] = await duel(phone);
    await phone.marks({ pairs: [answer] });
    pairs.push({ first: { loser: b, winner: a }, second: { loser: a, winner: b }, tie: { tie: [a, b] }, skip: { skip: [a, b] } }[answer]);
    await until("another pair comes", async () => String(await duel(phone)) !== String([a, b]));
  }
  return { pairs };
}

async function makes(phone, ballot) {
  if (ballot.pairs) return answersPairs(phone, ballot.pairs);
  await phone.marks(ballot);
  return ballot;
}

const drafted = (phone) => phone.page.eval(() => {
  const key = Object.keys(localStorage).find((name) => name.endsWith(".drafts"));
  return JSON.stringify(JSON.parse(localStorage.getItem(key ?? "") ?? "null"));
});

for (const [lang, where] of [["ar", few("chromium", "webkit")], ["en", few("webkit")]]) {
  inEachEngine(`a ballot of each kind (${lang})`, (place) => {
    test(`is cast by hand, outlives a reload, and its result is told`, async (t) => {
      const { running, byWire, phone } = await roomWithPhone(place, t, lang);
      for (const { method, ballot } of kinds) {
        await opens(byWire, phone, method, lang);
        const made = await makes(phone, ballot);
        const before = await drafted(phone);
        await phone.page.reload();
        await seesPaperOf(phone, method, lang);
        assert.equal(await drafted(phone), before, `${method}: the draft is as it was`);
        await phone.send();
        await phone.seesState("counted");
        assert.deepEqual(await lastBallots(running, method), [made], method);
        await byWire.act("close", { item: method });
        await byWire.act("reveal", { item: method });
        await phone.seesView("results");
        await phone.sees(`${method}: the result is told`, () => {
          const rows = document.querySelectorAll('[data-view="results"] [data-option], [data-view="results"] [data-term]');
          return rows.length > 0 && [...rows].some((row) => row.textContent.trim().length > 3);
        });
      }
      assert.deepEqual(phone.page.errors ?? [], [], "no script error on the way");
      const { items } = await running.results();
      for (const { id, rounds } of items) assert.deepEqual([rounds[0].result.turnout.counted, rounds[0].result.turnout.invalid], [1, 0], id);
    });
  }, where);
}

inEachEngine("a ballot", (place) => {
  test("is ranked by keyboard alone", async (t) => {
    const { running, byWire, phone } = await roomWithPhone(place, t, "en");
    await opens(byWire, phone, "irv", "en");
    await phone.tabTo('[data-option="training"] [data-action="rank"]');
    await phone.page.press("Enter");
    await phone.sees("the focus goes on to what can be ranked next", () => document.activeElement?.closest("[data-option]")?.dataset.option === "export");
    await phone.page.press("Enter");
    await phone.tabTo('[data-option="export"] [data-action="up"]', { back: true });
    await phone.page.press("Space");
    await phone.sees("export stands first and keeps the focus", () => document.querySelector(".ranked li").dataset.option === "export" && document.activeElement.matches('[data-option="export"] [data-action="up"]'));
    await phone.sees("and it is said", () => /1.*2/.test(document.querySelector("#status").textContent));
    await phone.tabTo('[data-action="send"]');
    await phone.page.press("Enter");
    await phone.seesState("counted");
    assert.deepEqual(await lastBallots(running, "irv"), [{ ranking: ["export", "training"] }]);
  });

  test("says its rule before it bites", async (t) => {
    const { running, byWire, phone } = await roomWithPhone(place, t, "en");
    const hints = async (item, marks, words, what) => {
      await opens(byWire, phone, item, "en");
      await marks();
      await phone.sees(`${item}: ${what}`, (text) => document.querySelector(".hint-strong")?.textContent.includes(text), words);
    };
    await hints("schulze", () => phone.marks({ ranking: ["lab", "design", "training", "export"] }), "You may rank", "the fourth tap explains");
    await hints("quadratic", async () => {
      await phone.marks({ points: { lab: 4 } });
      await phone.click('[data-option="lab"] [data-action="plus"]');
    }, "costs 9", "the fifth vote would cost more than is left");
    await hints("allocation", async () => {
      await phone.marks({ points: { lab: 65 } });
      await phone.send();
    }, "35 points are left", "the sum must come out");
    await phone.click('[data-action="spread"]');
    await phone.send();
    await phone.seesState("counted");
    assert.deepEqual(await lastBallots(running, "allocation"), [{ points: { lab: 100 } }]);
  });

  test("of pairs counts while it grows", async (t) => {
    const { running, byWire, phone } = await roomWithPhone(place, t, "en");
    await opens(byWire, phone, "pairwise_comparison", "en");
    const made = await answersPairs(phone, ["first", "second", "first"]);
    await until("three answers are in the log, and nobody pressed send", async () => JSON.stringify(await lastBallots(running, "pairwise_comparison")) === JSON.stringify([made]));
    await phone.sees("the phone says so, and asks on", () => document.querySelector(".hint")?.textContent.includes("3") && !!document.querySelector("[data-side]"));
    const more = await answersPairs(phone, ["tie"]);
    await phone.send();
    await phone.seesState("counted");
    assert.deepEqual(await lastBallots(running, "pairwise_comparison"), [{ pairs: [...made.pairs, ...more.pairs] }]);
  });

  test("of a Delphi vote shows in the second round what I said in the first, and what the room said", async (t) => {
    const running = await server(t, kindsAgenda());
    const byWire = await facilitator(t, running);
    const crowd = await voters(t, running, ["tanneries", "designers"]);
    const phone = await openPhone(place, t, running, { lang: "en" });
    await opens(byWire, phone, "delphi", "en");
    await phone.votes({ scores: { lab: 7 } });
    crowd.forEach((voter) => voter.cast("delphi", { scores: { lab: 4 } }));
    await Promise.all(crowd.map((voter) => voter.settled()));
    await byWire.act("close", { item: "delphi" });
    await byWire.act("reveal", { item: "delphi" });
    await phone.seesView("results");
    await byWire.act("round", { item: "delphi" });
    await byWire.act("open", { item: "delphi" });
    await phone.seesVote(titleOf("delphi", "en"));
    const told = () => phone.sees("both stand beside the option", () => {
      const text = document.querySelector('[data-option="lab"] .former')?.textContent ?? "";
      return text.includes("7") && text.includes("4");
    });
    await told();
    await phone.page.reload();
    await phone.seesVote(titleOf("delphi", "en"));
    await told();
    await phone.click('[data-action="former"]');
    await phone.send();
    await phone.seesState("counted");
    assert.deepEqual((await ballotsIn(running, "delphi")).filter(({ round }) => round === 2).map(({ ballot }) => ballot), [{ scores: { lab: 7 } }]);
  });
}, few("webkit"));

inEachEngine("papers and results on a small phone", (place) => {
  test("never scroll sideways, have targets for thumbs, and axe finds nothing", async (t) => {
    const running = await server(t, kindsAgenda());
    const byWire = await facilitator(t, running);
    const crowd = await voters(t, running, ["tanneries", "designers", "showrooms"]);
    const phone = await openPhone(place, t, running, { lang: "ar" });
    mkdirSync(folder, { recursive: true });
    const problems = [];
    const fits = async (what) => {
      await settle(phone.page);
      for (const width of [320, 390]) {
        await phone.page.viewport(width, 700);
        const [wide, inner, small] = await phone.page.eval(() => {
          const targets = [...document.querySelectorAll("main button, main label.option, main label.cell, main input:not(.visually-hidden)")].filter((target) => target.getClientRects().length > 0);
          const sizes = targets.map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()]).filter(([, { width: w, height: h }]) => w < 47.5 || h < 47.5);
          return [document.scrollingElement.scrollWidth, innerWidth, sizes.map(([html, { width: w, height: h }]) => `${html} is ${Math.round(w)} by ${Math.round(h)}`)];
        });
        if (wide > inner) problems.push(`${what} at ${width} px is ${wide} wide`);
        problems.push(...small.map((one) => `${what} at ${width} px: ${one}`));
      }
      await phone.page.screenshot(join(folder, `${place.engine}-phone-${what.replace(", ", "-")}.png`));
      if (place.engine === "chromium") problems.push(...(await violations(phone.page)).map((line) => `${what}: ${line}`));
    };
    for (const { method, ballot } of kinds) {
      await opens(byWire, phone, method, "ar");
      const made = await makes(phone, ballot);
      await fits(`${method}, marked`);
      await phone.send();
      await phone.seesState("counted");
      crowd.forEach((voter) => voter.cast(method, made));
      await Promise.all(crowd.map((voter) => voter.settled()));
      await byWire.act("close", { item: method });
      await byWire.act("reveal", { item: method });
      await phone.seesView("results");
      await phone.sees("the result is there", () => !!document.querySelector('[data-view="results"] .figure *'));
      await fits(`${method}, result`);
    }
    assert.deepEqual([...new Set(problems)], []);
  });

  test("of a ranking take a drag by the handle", async (t) => {
    const { running, byWire, phone } = await roomWithPhone(place, t, "ar");
    await opens(byWire, phone, "borda", "ar");
    await phone.marks({ ranking: ["lab", "design", "training", "export"] });
    const middle = (id) => phone.page.eval((option) => {
      const { left, top, width, height } = document.querySelector(`.ranked [data-option="${option}"] .handle`).getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, id);
    const mouse = phone.page.raw.mouse, [x, y] = await middle("export"), [, first] = await middle("lab");
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x, first - 5, { steps: 8 });
    await phone.sees("the row hangs at the finger", () => !!document.querySelector(".dragging .dragged"));
    await mouse.up();
    await phone.sees("and lies where it was dropped", () => document.querySelector(".ranked li").dataset.option === "export");
    await phone.send();
    await phone.seesState("counted");
    assert.deepEqual(await lastBallots(running, "borda"), [{ ranking: ["export", "lab", "design", "training"] }]);
  });
}, few("chromium").filter((name) => name !== "webkit")); // WebKitGTK's window is never narrower than about 450 px, and its driver drags in another way

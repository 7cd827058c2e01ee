// A picture for every kind of ballot on the projector, in Arabic and in English: it shows the numbers that the
// server counted, so does its table twin, nothing reaches out of the wall, and "how was it counted?" has an answer.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { ballotOf } from "../load/ballots.mjs";
import { top } from "./engines/index.mjs";
import { groups } from "./room/agenda.mjs";
import { violations } from "./room/axe.mjs";
import { kinds, kindsAgenda } from "./room/kinds.mjs";
import { Stage } from "./room/people.mjs";
import { facilitator, few, inEachEngine, server, voters } from "./room/suite.mjs";

const folder = join(top, "build/screenshots");
const wall = [1920, 1080];
const crowd = Array.from({ length: 18 }, (_, i) => groups[i % groups.length]);
const inRounds = ["irv", "stv"];

/** What each option's mark in the picture counts, by the result that the server gives to anyone who asks. */
function countsOf(method, result) {
  const present = (numbers) => Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== null));
  if (inRounds.includes(method)) return present(result.rounds.at(-1).votes);
  if (method === "delphi") return present(Object.fromEntries(Object.entries(result.stats).map(([id, { median }]) => [id, median])));
  if (method === "concordance") return present(result.measures.mean_rank);
  return present(result.scores);
}

/** All 24 in one room, voted on, closed and revealed. */
async function room(t) {
  const agenda = kindsAgenda();
  const running = await server(t, agenda);
  const byWire = await facilitator(t, running);
  const people = await voters(t, running, crowd);
  for (const item of agenda.items) {
    await byWire.act("open", { item: item.id });
    people.forEach((voter, i) => voter.cast(item.id, ballotOf(`voter ${i}`, crowd[i], { options: [], ...item })));
    await Promise.all(people.map((voter) => voter.settled()));
    await byWire.act("close", { item: item.id });
    await byWire.act("reveal", { item: item.id });
  }
  const { items } = await running.results();
  return { running, byWire, results: new Map(items.map(({ id, rounds }) => [id, rounds.at(-1)])) };
}

/** A key as the board sends it, whatever its layout makes of it. */
const press = (stage, key, code = key) => stage.page.eval((init) => void document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true })), { key, code });

const atRest = (stage) => stage.sees("the picture is at rest", () => document.fonts.status === "loaded"
  && document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity));

const face = (stage, wanted) => stage.sees(`the stage shows the ${wanted}`, (name) => document.querySelector(".results")?.dataset.face === name, wanted);

/** Names of what stands outside the wall's safe part, or is cut off by it. */
const outside = (stage) => stage.page.eval(() => {
  const places = [...document.querySelectorAll(".picture-rows, .bars-figure, .twin:not(.visually-hidden), .explained")].filter((place) => place.clientHeight > 0);
  const cut = places.filter((place) => [...place.children].some((child) => child.offsetHeight > place.clientHeight + 2 || child.offsetWidth > place.clientWidth + 2));
  const scene = document.getElementById("scene").getBoundingClientRect();
  const out = [...document.querySelectorAll("#scene .bar, #scene .plane, #scene td, #scene .cloud-word, #scene .fund, #scene .faces")].filter((each) => !each.closest(".visually-hidden, [hidden]")).filter((each) => {
    const { left, right, bottom, width } = each.getBoundingClientRect();
    return width > 0 && (left < scene.left - 2 || right > scene.right + 2 || bottom > scene.bottom + 2);
  });
  return [...cut, ...out].map(({ className }) => className);
});

async function looksAt(stage, method, lang, round) {
  await press(stage, "End"); // the last page, or the last step: the result
  await stage.showsCounts(countsOf(method, round.result));
  await atRest(stage);
  assert.deepEqual(await outside(stage), [], `${method} ${lang}: all is on the wall`);
  const rows = await stage.page.eval(() => [...document.querySelectorAll(".twin-table tbody tr")].map((row) => [...row.children].every((cell) => cell.textContent !== "undefined" && !cell.textContent.includes("NaN"))));
  assert.ok(rows.length >= Object.keys(countsOf(method, round.result)).length && rows.every(Boolean), `${method} ${lang}: the table twin is there for those who listen`);
}

inEachEngine("pictures of every kind", (place) => {
  test("the numbers of the server, in Arabic and in English, with a table and an explanation", async (t) => {
    const { running, byWire, results } = await room(t);
    const stage = await Stage.open(await place.context(t), running);
    await stage.page.viewport(...wall);
    mkdirSync(folder, { recursive: true });
    const found = [];
    for (const { method } of kinds) {
      await byWire.act("show", { item: method, view: "item" });
      await stage.shows({ view: "closed", item: method });
      for (const lang of ["en", "ar"]) {
        await stage.setsLanguage(lang);
        await looksAt(stage, method, lang, results.get(method));
        await stage.page.screenshot(join(folder, `${place.engine}-picture-${method}-${lang}.png`));
        if (place.engine === "chromium") found.push(...(await violations(stage.page)).map((line) => `${method} ${lang}: ${line}`));
      }
      await press(stage, "ي", "KeyD");
      await face(stage, "table");
      assert.deepEqual(await outside(stage), [], `${method}: the table is on the wall`);
      await press(stage, "ث", "KeyE");
      await face(stage, "explained");
      await stage.sees("the wall says how it was counted", () => document.querySelector('.explained [data-part="how"] dd')?.textContent.trim().length > 10);
      assert.deepEqual(await outside(stage), [], `${method}: the explanation is on the wall`);
      if (place.engine === "chromium") found.push(...(await violations(stage.page)).map((line) => `${method} explained: ${line}`));
      await press(stage, "Escape");
      await face(stage, "picture");
    }
    assert.deepEqual(found, []);
  });
}, few("chromium", "webkit"));

inEachEngine("ten priorities", (place) => {
  test("stay on the wall while the votes move, on a projector and on a laptop", async (t) => {
    const agenda = JSON.parse(readFileSync(join(top, "agendas/hebron-sample.json"), "utf8"));
    const priorities = agenda.items.find(({ id }) => id === "priorities");
    assert.ok(priorities.options.length >= 10);
    const running = await server(t, agenda);
    const byWire = await facilitator(t, running);
    const people = await voters(t, running, crowd.slice(0, 6).map((_, i) => agenda.groups[i % agenda.groups.length].id));
    const [first, ...others] = priorities.options.map(({ id }) => id);
    // Everyone gives the first so many, and one dot to another each.
    const cast = async (points) => {
      people.forEach((voter, i) => voter.cast("priorities", { points: { [first]: points, [others[i]]: 1 } }));
      await Promise.all(people.map((voter) => voter.settled()));
      return { [first]: points * people.length, ...Object.fromEntries(others.map((id, i) => [id, i < people.length ? 1 : 0])) };
    };
    await byWire.act("open", { item: "priorities" });
    await cast(1);
    await byWire.act("reveal", { item: "priorities" });
    const stage = await Stage.open(await place.context(t), running);
    for (const [shape, ...size] of [["16:9", 1920, 1080], ["laptop", 1366, 768]]) {
      await stage.page.viewport(...size);
      for (const lang of ["ar", "en"]) {
        await stage.setsLanguage(lang);
        for (const points of [3, 2]) {
          await stage.showsCounts(await cast(points));
          await atRest(stage);
          assert.deepEqual(await outside(stage), [], `${shape} ${lang}: all is on the wall`);
        }
      }
    }
  });
}, few("chromium"));

inEachEngine("groups of every kind", (place) => {
  test("what each group says stands in cells that fit", async (t) => {
    const { running, byWire, results } = await room(t);
    const stage = await Stage.open(await place.context(t), running);
    await stage.page.viewport(1024, 768);
    for (const { method } of kinds) {
      await byWire.act("show", { item: method, view: "groups" });
      await stage.shows({ view: "groups", item: method });
      const { groups: cut } = results.get(method);
      const cells = await stage.sees(`${method} by group`, (ids) => {
        const rows = [...document.querySelectorAll(".matrix tbody tr")];
        const told = rows.map((row) => [...row.querySelectorAll("td")].map((cell) => [cell.dataset.group, cell.querySelector(".cell-share").textContent]));
        return rows.length > 0 && told.every((row) => ids.every((id) => row.some(([group, text]) => group === id && text !== ""))) && told;
      }, cut.map(({ id }) => id));
      assert.ok(cells.flat().every(([, text]) => !/NaN|undefined/u.test(text)), `${method}: every cell says something`);
      assert.ok(await stage.page.eval(() => {
        const table = document.querySelector(".matrix"), frame = table.parentElement;
        return table.offsetHeight <= frame.clientHeight + 2 && table.scrollWidth <= frame.clientWidth + 2;
      }), `${method}: the table is on the wall`);
    }
  });
}, ["chromium"]);

inEachEngine("rounds of a count", (place) => {
  test("are told step by step, forwards and back, and end with the result", async (t) => {
    const { running, byWire, results } = await room(t);
    const stage = await Stage.open(await place.context(t), running);
    await stage.page.viewport(...wall);
    await byWire.act("show", { item: "irv" });
    await stage.shows({ view: "closed", item: "irv" });
    await stage.setsLanguage("en");
    const { rounds } = results.get("irv").result;
    assert.ok(rounds.length > 1, "there is a story to tell");
    await press(stage, "Home");
    await stage.showsCounts(rounds[0].votes);
    for (const round of rounds.slice(1)) {
      await press(stage, "PageDown");
      // A row of what went out in the round before is still there, empty.
      await stage.sees("the next round", (votes) => Object.entries(votes).every(([id, count]) => document.querySelector(`#scene [data-option="${id}"]`)?.dataset.count === String(count)), round.votes);
    }
    await press(stage, "PageDown");
    await stage.sees("the last step is the result, and stays", (winner) => document.querySelector(`#scene [data-option="${winner}"]`)?.hasAttribute("data-lead"), results.get("irv").result.winners[0]);
    await press(stage, "PageUp");
    await stage.sees("one step back", (votes) => Object.entries(votes).every(([id, count]) => document.querySelector(`#scene [data-option="${id}"]`)?.dataset.count === String(count)), rounds.at(-2).votes);
  });
}, few("firefox"));

// Who may know of a ballot. First someone who has every download, and tries to find out which ballots on different votes are of one voter; then what is
// kept back while a secret vote goes on; then the pages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

import { need } from "./engines/packages.mjs";
import { until } from "./engines/until.mjs";
import { readCsv } from "./room/recount.mjs";
import { Desk, Phone, Records, Stage } from "./room/people.mjs";
import { few, facilitator, inEachEngine, server, voters } from "./room/suite.mjs";
import { program } from "./room/server.mjs";

const { default: readSheets } = need("read-excel-file/node");
const { unzipSync } = need("fflate");

async function archiveOf(running) {
  const answer = await fetch(`http://127.0.0.1:${running.port}/api/workshops/${running.code}/hand-over.zip`, { headers: { authorization: `Bearer ${running.keys.organiser}` } });
  return { body: unzipSync(Buffer.from(await answer.arrayBuffer())) };
}

const inside = (files, running, name) => Buffer.from(files[`sawt-${running.code}/${name}`]).toString();

const options = ["a", "b"].map((id) => ({ id, text: { ar: `خيار ${id}`, en: `Option ${id}` } }));
const vote = (id, secrecy) => ({ id, kind: "vote", method: "plurality", title: { ar: `سؤال ${id}`, en: `Question ${id}` }, options, ...(secrecy && { secrecy }) });
const agenda = (...items) => ({
  sawt: 1, title: { ar: "عيّنة للسرية", en: "Sample for secrecy" }, languages: ["ar", "en"], sample: true,
  groups: [{ id: "tanneries", name: "Tanneries" }, { id: "designers", name: "Designers" }], items,
});

/** So that the order in which people vote on one thing says nothing of the order on another. */
function shuffled(list) {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}

/**
 * Every text that stands with a ballot of one item and with a ballot of another, but for what is common to many: whoever has such a text has found a voter.
 * @param {{item: string, texts: string[]}[]} ballots
 */
function linked(ballots) {
  const seen = new Map(); // text -> item -> how often
  for (const { item, texts } of ballots)
    for (const text of new Set(texts.filter(Boolean))) {
      if (!seen.has(text)) seen.set(text, new Map());
      seen.get(text).set(item, (seen.get(text).get(item) ?? 0) + 1);
    }
  return [...seen].filter(([, items]) => items.size > 1 && [...items.values()].some((many) => many === 1)).map(([text]) => text);
}

const leavesOf = (value) => (value === null ? [] : typeof value === "object" ? Object.values(value).flatMap(leavesOf) : [String(value)]);

/** The ballots of each download as someone reads them who looks for links: the item and all else that stands in the line. */
async function ballotsIn(running) {
  const lines = (await running.log("jsonl")).trim().split("\n").map((line) => JSON.parse(line)).filter(({ type }) => type === "ballot");
  const [head, ...rows] = readCsv(await running.log("csv"));
  const at = (name) => head.indexOf(name);
  const body = Buffer.from(await (await fetch(`http://127.0.0.1:${running.port}/api/workshops/${running.code}/log.xlsx?lang=en`, { headers: { authorization: `Bearer ${running.keys.organiser}` } })).arrayBuffer());
  const [names, ...cells] = (await readSheets(body)).at(-1).data;
  return {
    "log.jsonl": lines.map(({ item, ...rest }) => ({ item, texts: leavesOf({ ...rest, entry: null }) })),
    "log.csv": rows.filter((row) => row[at("event")] === "ballot").map((row) => ({ item: row[at("item")], texts: row.filter((_, i) => i !== at("entry") && i !== at("item") && i !== at("title")) })),
    "log.xlsx": cells.map((row) => ({ item: row[names.indexOf("item")], texts: row.filter((cell, i) => cell !== null && !["entry", "item", "title"].includes(names[i])).map(String) })),
  };
}

test("with every download in hand nobody finds two ballots of one voter, but in votes by name", async (t) => {
  const running = await server(t, agenda(vote("p1"), vote("p2"), vote("s1", "secret"), vote("s2", "secret"), vote("n1", "named"), vote("n2", "named")));
  const desk = await facilitator(t, running);
  const crowd = await voters(t, running, Array.from({ length: 14 }, (_, i) => (i < 8 ? "tanneries" : "designers")));
  crowd.forEach((voter, i) => voter.line.send({ type: "hello", role: "voter", name: `Sample voter ${i}` }));
  for (const item of ["p1", "p2", "s1", "s2", "n1", "n2"]) {
    await desk.act("open", { item });
    for (const voter of shuffled(crowd)) {
      voter.cast(item, { choice: Math.random() < 0.5 ? "a" : "b" });
      await voter.settled();
    }
    await desk.act("close", { item });
  }
  assert.deepEqual(crowd.flatMap(({ refusals }) => refusals), []);

  const entries = (await running.log("jsonl")).trim().split("\n").map((line) => JSON.parse(line));
  const opened = new Map(entries.filter(({ type }) => type === "open").map(({ item, at }) => [item, at]));
  for (const { type, item, at, group } of entries) {
    assert.match(at ?? ":00Z", /:00Z$/, "no time is finer than a minute");
    if (type !== "ballot") continue;
    assert.equal(group === undefined, item.startsWith("s"), `a ballot on ${item} and its group`);
    if (item.startsWith("s")) assert.equal(at, opened.get(item));
  }
  for (const [download, ballots] of Object.entries(await ballotsIn(running))) {
    const of = (...items) => ballots.filter(({ item }) => items.includes(item));
    assert.equal(ballots.length, 6 * 14, download);
    assert.deepEqual(linked(of("p1", "p2", "s1", "s2")), [], download);
    assert.deepEqual(linked(of("p1", "p2", "s1", "n1")), [], `${download}, beside a vote by name`);
    // The same search finds everybody where it should: it is not blind.
    assert.ok(linked(of("n1", "n2")).length >= 14, download);
    const joined = entries.filter(({ type }) => type === "join").map(({ participant }) => participant);
    assert.equal(new Set(joined).size, 14);
    for (const { item, texts } of of("p1", "p2", "s1", "s2")) assert.ok(!texts.some((text) => joined.includes(text) || text.startsWith("Sample voter")), `${download}: a ballot on ${item} says who took part`);
  }
  const report = await running.get(`/api/workshops/${running.code}/report.html?lang=en`, running.keys.organiser);
  const sheet = (item) => report.slice(report.indexOf(`data-item="${item}"`)).split("</section>")[0];
  for (const item of ["n1", "n2"]) for (let i = 0; i < 14; i++) assert.ok(sheet(item).includes(`Sample voter ${i}<`), `the report has who voted what on ${item}`);
  for (const item of ["p1", "s1"]) assert.ok(!sheet(item).includes("Sample voter"));
  assert.match(sheet("p1"), /class="by-group"/);
  assert.doesNotMatch(sheet("s1"), /class="by-group"/, "a secret vote has no cut by group");
});

test("who gives another name after the vote changes nothing of who voted what", async (t) => {
  const running = await server(t, agenda(vote("n1", "named")));
  const desk = await facilitator(t, running);
  const [voter] = await voters(t, running, ["tanneries"]);
  voter.line.send({ type: "hello", role: "voter", name: "Sample voter" });
  await desk.act("open", { item: "n1" });
  voter.cast("n1", { choice: "a" });
  await voter.settled();
  await desk.act("close", { item: "n1" });
  const reportOf = () => running.get(`/api/workshops/${running.code}/report.html?lang=en`, running.keys.organiser);
  const sheetOf = (report) => report.slice(report.indexOf('data-item="n1"')).split("</section>")[0];
  const before = sheetOf(await reportOf());
  assert.ok(before.includes("Sample voter<"));
  voter.line.send({ type: "hello", role: "voter", name: "Somebody else" });
  await until("the other name is in the log", async () => (await running.log("jsonl")).includes("Somebody else"));
  assert.equal(sheetOf(await reportOf()), before);
  assert.ok(!(await running.log("csv")).includes("Somebody else"));
});

test("while a secret vote goes on, no download and no address tells how it stands", async (t) => {
  const running = await server(t, agenda(vote("before"), vote("kept", "secret")));
  const desk = await facilitator(t, running);
  const crowd = await voters(t, running, ["tanneries", "designers", "tanneries"]);
  const all = async (item) => {
    await desk.act("open", { item });
    crowd.forEach((voter) => voter.cast(item, { choice: "b" }));
    await Promise.all(crowd.map((voter) => voter.settled()));
  };
  await all("before");
  await desk.act("close", { item: "before" });
  const earlier = (await running.log("jsonl")).split("\n").filter((line) => line.includes('"entry":'));
  await all("kept");
  await assert.rejects(desk.act("reveal", { item: "kept" }), /bad-act/);

  const entriesOf = (text) => text.split("\n").filter((line) => line.includes('"entry":'));
  const log = await running.log("jsonl");
  assert.deepEqual(entriesOf(log), earlier);
  assert.ok(!(await running.log("csv")).includes("kept,"));
  assert.deepEqual((await running.results()).items.map(({ id }) => id), ["before"]);
  const reportOf = () => running.get(`/api/workshops/${running.code}/report.html?lang=en`, running.keys.organiser);
  assert.ok(!(await reportOf()).includes('data-item="kept"'), "the report has no sheet of it");
  assert.match(await reportOf(), new RegExp(`data-ends-early>This ends at entry ${earlier.length},`));
  const { body } = await archiveOf(running);
  assert.ok(!inside(body, running, "log.csv").includes("kept,"));
  assert.match(inside(body, running, "READ-ME.txt"), /This ends at entry/);
  assert.match(execFileSync(program, ["verify", "-"], { input: log, encoding: "utf8" }), new RegExp(`SOUND\\. All ${earlier.length} entries`));
  const exported = execFileSync(program, ["export", running.code, "--data", join(running.folder, "data")], { encoding: "utf8" });
  assert.equal(exported, log);

  await desk.act("close", { item: "kept" });
  assert.ok((await reportOf()).includes('data-item="kept"') && !(await reportOf()).includes("data-ends-early"));
  const whole = await running.log("jsonl");
  assert.equal(entriesOf(whole).filter((line) => line.includes('"type":"ballot"') && line.includes('"item":"kept"')).length, 3);
  assert.match(execFileSync(program, ["verify", "-"], { input: whole, encoding: "utf8" }), /SOUND/);
  assert.equal((await running.results()).items.find(({ id }) => id === "kept").rounds[0].result.scores.b, 3);
  await assert.rejects(desk.act("open", { item: "kept" }), /bad-act/);
});

inEachEngine("secret and named votes", (place) => {
  test("a phone says what kind of vote it is, asks for a name once, and keeps it", async (t) => {
    const running = await server(t, agenda(vote("named", "named"), vote("kept", "secret"), vote("again", "named")));
    const byWire = await facilitator(t, running);
    const phone = await Phone.open(await place.context(t, { touch: place.engine === "chromium" }), running, { group: "tanneries", lang: "ar" });
    await byWire.act("open", { item: "named" });
    await phone.seesVote("سؤال named");
    await phone.seesSecrecy("named");
    await phone.marks({ choice: "a" });
    await phone.presses("send");
    assert.equal(await phone.state(), "draft", "without a name nothing is sent");
    await phone.givesName("ليلى (عيّنة)");
    await phone.send();
    await phone.seesState("counted");
    const [line] = (await running.log("jsonl")).split("\n").filter((one) => one.includes('"type":"ballot"')).map((one) => JSON.parse(one));
    const joined = (await running.log("jsonl")).split("\n").filter((one) => one.includes('"type":"join"')).map((one) => JSON.parse(one)).findLast(({ participant }) => participant === line.voter);
    assert.equal(joined.name, "ليلى (عيّنة)");

    await byWire.act("close", { item: "named" });
    await byWire.act("open", { item: "kept" });
    await phone.seesVote("سؤال kept");
    await phone.seesSecrecy("secret");
    await phone.votes({ choice: "b" });

    await byWire.act("close", { item: "kept" });
    await byWire.act("open", { item: "again" });
    await phone.page.open(running.address("phone"));
    await phone.seesVote("سؤال again");
    await phone.seesSecrecy("named");
    assert.equal(await phone.givenName(), "ليلى (عيّنة)", "the name outlives a reload");
    await phone.votes({ choice: "b" });
  });

  test("desk, stage and records say what kind of vote it is, and the desk shows no result of a secret one that is open", async (t) => {
    const running = await server(t, agenda(vote("kept", "secret")));
    const byWire = await facilitator(t, running);
    const [voter] = await voters(t, running, ["tanneries"]);
    const context = await place.context(t);
    const desk = await Desk.open(context, running, { lang: "en" });
    const stage = await Stage.open(context, running, { lang: "en" });
    await byWire.act("open", { item: "kept" });
    voter.cast("kept", { choice: "b" });
    await voter.settled();
    await desk.sees("the desk says that it is sealed", () => !!document.querySelector("[data-part=sealed]") && !!document.querySelector(".chip-secrecy[data-secrecy=secret]"));
    await desk.sees("the desk does not reveal it", () => document.querySelector("[data-act=reveal]")?.getAttribute("aria-disabled") === "true");
    const watching = await Records.open(context, running, { lang: "en" });
    await watching.sees("the records have it open", () => !!document.querySelector(".chip-secrecy[data-secrecy=secret]"));
    await watching.sees("the records say that files end early", () => document.querySelector(".note-open").textContent.startsWith("هناك اقتراع سري مفتوح"));
    assert.equal(await watching.checks(), "withheld", "the check does not cry wolf over a log that is kept back");
    await stage.sees("the stage has its mark", () => !!document.querySelector(".tag-secrecy[data-secrecy=secret]"));
    await byWire.act("close", { item: "kept" });
    await byWire.act("reveal", { item: "kept" });
    const records = await Records.open(context, running, { lang: "en" });
    await records.seesRounds(1);
    await records.sees("the records have its mark", () => !!document.querySelector(".chip-secrecy[data-secrecy=secret]"));
    assert.equal(await records.checks(), "right", "the page's own count agrees");
  });
}, few("chromium", "webkit"));

// What organisers take home, from the running program and without it: report, sheets and table have one and the same numbers, and they are those of
// the wall. No page is opened here; the files are read as whoever gets them reads them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { ballotOf } from "../load/ballots.mjs";
import { need } from "./engines/packages.mjs";
import { kindsAgenda, optionIds } from "./room/kinds.mjs";
import { readCsv } from "./room/recount.mjs";
import { program } from "./room/server.mjs";
import { facilitator, server, voters } from "./room/suite.mjs";

const { default: readSheets } = need("read-excel-file/node");
const { unzipSync } = need("fflate");

const shares = ["plurality", "approval", "qa_upvotes", "dots", "allocation"];
const groups = ["tanneries", "designers", "showrooms"].flatMap((group) => [group, group, group, group, group, group]).concat("tanneries");

/** "7/2" and "3" as numbers; what is not exact as it is. */
function numberOf(wire) {
  const [top, under = "1"] = String(wire).split("/");
  return Number(top) / Number(under);
}

const near = (a, b) => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b));

async function bytes(running, path) {
  const answer = await fetch(`http://127.0.0.1:${running.port}/api/workshops/${running.code}/${path}`, { headers: { authorization: `Bearer ${running.keys.organiser}` } });
  assert.equal(answer.status, 200, path);
  const body = Buffer.from(await answer.arrayBuffer());
  assert.equal(Number(answer.headers.get("content-length")), body.length);
  return { body, type: answer.headers.get("content-type"), name: answer.headers.get("content-disposition") };
}

/** A room that has voted on everything, with one option whose name would be a formula. */
async function votedOn(t) {
  const plan = kindsAgenda();
  for (const item of plan.items) if (item.options) item.options = item.options.map((option, i) => (i === 3 ? { ...option, text: { ...option.text, en: '=HYPERLINK("x")' } } : option));
  const running = await server(t, plan);
  const byWire = await facilitator(t, running);
  const crowd = await voters(t, running, groups);
  for (const item of plan.items) {
    await byWire.act("open", { item: item.id });
    crowd.forEach((voter, i) => voter.cast(item.id, i === 4 ? {} : ballotOf(`voter ${i}`, groups[i], item)));
    await Promise.all(crowd.map((voter) => voter.settled()));
    await byWire.act("reveal", { item: item.id });
    if (item.id !== "words") await byWire.act("close", { item: item.id }); // the last stays open
  }
  return { plan, running };
}

/** The lines of each decision in the sheet of results: item's number to option's number to the cells. */
function blocksOf(rows) {
  const blocks = new Map();
  let lines, columns;
  for (const row of rows) {
    const started = /^(\d+)\. /.exec(typeof row[0] === "string" ? row[0] : "");
    if (started) blocks.set(Number(started[1]), (lines = { head: null, of: new Map() }));
    else if (row[0] === "#") columns = row;
    else if (lines && columns && typeof row[0] === "number") {
      lines.head ??= columns;
      if (columns === lines.head) lines.of.set(row[0], row);
    }
  }
  return blocks;
}

test("report, sheets and table tell the numbers of the wall", async (t) => {
  const { plan, running } = await votedOn(t);
  const results = await running.results();
  const sheets = new Map((await readSheets((await bytes(running, "log.xlsx?lang=en")).body)).map(({ sheet, data }) => [sheet, data]));
  const html = (await bytes(running, "report.html?lang=en")).body.toString();
  const [header, ...rows] = readCsv(await running.log("csv"));
  const cell = (row, name) => row[header.indexOf(name)];

  const [decisionHead, ...decisions] = sheets.get("Decisions");
  assert.equal(decisions.length, plan.items.length);
  const blocks = blocksOf(sheets.get("Results"));
  for (const [i, { id, rounds: [{ result, ballots, check, voters: joined, groups: cuts }] }] of results.items.entries()) {
    const facts = Object.fromEntries(decisionHead.map((name, column) => [name, decisions[i][column]]));
    assert.equal(facts.Ballots, ballots, `${id}: ballots in the sheet of decisions`);
    assert.equal(facts.Participants, joined);
    assert.equal(facts["Abstentions (blank)"], result.turnout.empty);
    assert.equal(facts["Counted ballots"], result.turnout.counted);
    assert.equal(facts["Check code"] ?? undefined, check);

    const sheet = html.slice(html.indexOf(`data-item="${id}"`), html.indexOf("</section>", html.indexOf(`data-item="${id}"`)));
    assert.ok(sheet.includes(`data-fact="ballots"><dt>Ballots</dt><dd>${ballots}</dd>`), `${id}: ballots in the report`);
    if (check) assert.ok(sheet.includes(check), `${id}: its check code in the report`);

    const turnout = sheets.get("Turnout by group").filter((row) => row[0] === i + 1);
    assert.deepEqual(turnout.slice(0, -1).map((row) => [row[4], row[5]]), cuts.map((cut) => [cut.ballots, cut.voters]), `${id}: turnout by group`);
    assert.equal(turnout.at(-1)[4], ballots);

    const inCsv = rows.filter((row) => cell(row, "event") === "ballot" && cell(row, "item") === id);
    assert.equal(inCsv.filter((row) => ["counted", "abstained"].includes(cell(row, "state"))).length, ballots, `${id}: rows of the table`);
    if (!shares.includes(id)) continue;
    for (const [place, option] of optionIds.entries()) {
      const score = numberOf(result.scores[option]), line = blocks.get(i + 1).of.get(place + 1);
      assert.ok(near(line[2], score), `${id}: ${option} has ${line[2]} in the sheet and ${score} on the wall`);
      assert.ok(near(line[3], score / numberOf(result.base.value)), `${id}: the share of ${option} in the sheet`);
      assert.ok(new RegExp(`data-option="${option}".*?<td class="num">${String(score)}</td>`, "s").test(sheet), `${id}: ${option} in the report`);
      const sum = inCsv.filter((row) => cell(row, "state") === "counted").reduce((all, row) => all + Number(cell(row, String(place + 1)) || 0), 0);
      assert.equal(sum, score, `${id}: the column of ${option} in the table`);
    }
  }
  assert.match(html, /Voting is still open; these are the numbers as of entry \d+/);

  // A sheet of ballots has the rows of the table, and a name that looks like a formula is text.
  const [ballotHead, ...ballotRows] = sheets.get("Ballots");
  assert.deepEqual(ballotHead, header.map((name) => name.replace("\uFEFF", "")));
  const csvBallots = rows.filter((row) => cell(row, "event") === "ballot");
  assert.deepEqual(ballotRows.map((row) => [row[0], row[ballotHead.indexOf("state")], row[ballotHead.indexOf("group")]]), csvBallots.map((row) => [Number(row[0]), cell(row, "state"), cell(row, "group")]));
  assert.ok(sheets.get("Results").some((row) => row[1] === '=HYPERLINK("x")'), "the name stands there as it was written");
  assert.ok(csvBallots.every((row) => !/^[=+\-@]/.test(cell(row, "choices"))));
});

test("each language has its own sheets and report, and sawt export writes the same without a server", async (t) => {
  const { running } = await votedOn(t);
  const arabic = await bytes(running, "log.xlsx?lang=ar"), report = await bytes(running, "report.html?lang=ar");
  assert.match(arabic.type, /spreadsheetml/);
  assert.match(report.name, /sawt-\d{6}\.html/);
  assert.deepEqual((await readSheets(arabic.body)).map(({ sheet }) => sheet), ["القرارات", "النتائج", "المشاركة حسب الفئة", "جدول الأعمال", "أوراق الاقتراع"]);
  assert.match(report.body.toString(), /<html lang="ar" dir="rtl">/);
  assert.ok(report.body.includes("data:font/woff2;base64,"), "the font is inside");
  assert.ok(!/https?:\/\//.test(report.body.toString()), "and nothing is fetched");

  const written = (format, lang, ...more) => {
    const file = join(running.folder, `out.${format}`);
    execFileSync(program, ["export", running.code, "--data", join(running.folder, "data"), "--format", format, ...(lang ? ["--lang", lang] : []), "-o", file, ...more]);
    return readFileSync(file);
  };
  assert.equal(written("report", "ar").toString(), report.body.toString());
  assert.equal(written("csv").toString(), await running.log("csv"));
  assert.equal(written("jsonl").toString(), await running.log("jsonl"));
  assert.deepEqual(await readSheets(written("xlsx", "ar")), await readSheets(arabic.body));

  for (const path of ["report.html", "log.xlsx", "hand-over.zip"]) {
    const refused = await fetch(`http://127.0.0.1:${running.port}/api/workshops/${running.code}/${path}`, { headers: { authorization: `Bearer ${running.keys.stage}` } });
    assert.equal(refused.status, 401, `${path} is for organisers`);
  }
});

test("the archive to hand over has all of it, of one moment, and proves itself", async (t) => {
  const { running } = await votedOn(t);
  const archive = await bytes(running, "hand-over.zip");
  assert.equal(archive.type, "application/zip");
  assert.match(archive.name, /sawt-\d{6}\.zip/);
  const files = unzipSync(archive.body), inside = (name) => Buffer.from(files[`sawt-${running.code}/${name}`] ?? assert.fail(`${name} is not in the archive`));
  const languages = ["ar", "en", "fr"], names = ["READ-ME.txt", "log.csv", "log.jsonl", "checkpoint.txt", "log-key.txt", "check.html", ...languages.flatMap((lang) => [`report-${lang}.html`, `sheets-${lang}.xlsx`])];
  assert.deepEqual(Object.keys(files).sort(), names.map((name) => `sawt-${running.code}/${name}`).sort());

  assert.equal(inside("log.jsonl").toString(), await running.log("jsonl"));
  assert.equal(inside("log.csv").toString(), await running.log("csv"));
  for (const lang of languages) {
    assert.equal(inside(`report-${lang}.html`).toString(), (await bytes(running, `report.html?lang=${lang}`)).body.toString());
    assert.deepEqual(await readSheets(inside(`sheets-${lang}.xlsx`)), await readSheets((await bytes(running, `log.xlsx?lang=${lang}`)).body));
  }
  assert.equal(inside("check.html").toString(), await (await fetch(`http://127.0.0.1:${running.port}/check`)).text());
  const readMe = inside("READ-ME.txt").toString();
  for (const name of names.filter((one) => one !== "READ-ME.txt")) assert.ok(readMe.includes(`- ${name}\n`), `${name} is explained`);

  const folder = join(running.folder, "hand-over");
  mkdirSync(folder);
  for (const name of ["log.jsonl", "log-key.txt", "checkpoint.txt"]) writeFileSync(join(folder, name), inside(name));
  const verify = () => execFileSync(program, ["verify", "log.jsonl", "--key", "log-key.txt", "--checkpoint", "checkpoint.txt"], { cwd: folder, encoding: "utf8" });
  assert.match(verify(), /SOUND\. All \d+ entries/);
  writeFileSync(join(folder, "log.jsonl"), inside("log.jsonl").toString().replace('"channel":"phone"', '"channel":"paper"'));
  assert.throws(verify, ({ status, stdout }) => status === 1 && stdout.includes("ALTERED"));

  const out = join(running.folder, "out.zip");
  execFileSync(program, ["export", running.code, "--data", join(running.folder, "data"), "--format", "hand-over", "-o", out]);
  const exported = unzipSync(readFileSync(out));
  for (const [name, content] of Object.entries(files)) if (!name.endsWith(".xlsx")) assert.deepEqual(exported[name], content, `${name} is the same without a server`);
});

test("what is void is told with its reason in report, sheets and table, and its numbers stay", async (t) => {
  const plan = kindsAgenda();
  plan.items = plan.items.slice(0, 2);
  const [{ id: round }, { id: single, options }] = plan.items;
  const running = await server(t, plan);
  const byWire = await facilitator(t, running);
  const crowd = await voters(t, running, ["tanneries", "designers"]);
  for (const item of plan.items) {
    await byWire.act("open", { item: item.id });
    crowd.forEach((voter, i) => voter.cast(item.id, ballotOf(`voter ${i}`, groups[i], item)));
    await Promise.all(crowd.map((voter) => voter.settled()));
    await byWire.act("close", { item: item.id });
  }
  const before = await readSheets((await bytes(running, "log.xlsx?lang=en")).body);
  await byWire.act("void", { item: round, text: { en: "Guests voted" } });
  await byWire.act("void", { item: single, option: options[0].id, text: { en: "Withdrawn" } });

  const html = (await bytes(running, "report.html?lang=en")).body.toString();
  assert.match(html, /data-void="round">This round is void, its result does not stand: \u2068Guests voted\u2069</);
  assert.match(html, new RegExp(`data-void="${options[0].id}">[^<]*is void: \u2068Withdrawn\u2069<`));
  assert.ok(html.includes(`<s><bdi>${options[0].text.en}</bdi></s>`), "the option's name is struck through");

  const sheets = await readSheets((await bytes(running, "log.xlsx?lang=en")).body);
  const rowsOf = (all, name) => all.find(({ sheet }) => sheet === name).data;
  const [head, ...decisions] = rowsOf(sheets, "Decisions");
  assert.deepEqual(decisions.map((row) => row[head.indexOf("Void")]), ["This round is void, its result does not stand: Guests voted", `“${options[0].text.en}” is void: Withdrawn`]);
  const results = rowsOf(sheets, "Results").flat();
  assert.ok(results.includes("This round is void, its result does not stand: Guests voted"));
  assert.ok(results.includes(`${options[0].text.en} (void)`), "the option is marked in words");
  const counts = (all) => rowsOf(all, "Results").filter((row) => typeof row[0] === "number").map((row) => row.slice(2));
  assert.deepEqual(counts(sheets), counts(before), "no number changes");

  const [header, ...rows] = readCsv(await running.log("csv"));
  const told = (item) => new Set(rows.filter((row) => row[header.indexOf("event")] === "ballot" && row[header.indexOf("item")] === item).map((row) => row[header.indexOf("void")]));
  assert.deepEqual(told(round), new Set(["round: Guests voted"]));
  assert.deepEqual(told(single), new Set(["option 1: Withdrawn"]));
});

// The page that recounts a log, opened from the disk with no server left: a real log is found sound and counted to what the wall showed, and
// every kind of change is named at its place.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { top, until } from "./engines/index.mjs";
import { agenda } from "./room/agenda.mjs";
import { colours, settle, violations } from "./room/axe.mjs";
import { Facilitator, Voter } from "./room/clients.mjs";
import { Server } from "./room/server.mjs";
import { inEachEngine } from "./room/suite.mjs";

const kept = {};

/** A workshop as it happens, its downloads, and then nothing more of it. */
async function hold(folder) {
  const withRanking = agenda();
  withRanking.items.push({ ...withRanking.items[1], id: "order", method: "irv", params: {}, title: { ar: "رتّبوا", en: "Rank them", fr: "Classez" } });
  const running = await Server.start(withRanking);
  try {
    const byWire = await Facilitator.open(running);
    const crowd = ["tanneries", "tanneries", "designers", "designers", "showrooms"].map((group) => new Voter(running, group));
    await Promise.all(crowd.map((voter) => voter.start()));
    for (const [item, ballots] of [["one", ["lab", "lab", "design", "lab", "export"].map((choice) => ({ choice }))], ["points", [3, 2, 3, 1, 2].map((n) => ({ points: { lab: n, training: 2 } }))],
      ["order", ["lab", "design", "lab", "export", "lab"].map((first) => ({ ranking: [first, "training"] }))]]) {
      await byWire.act("open", { item });
      crowd.forEach((voter, i) => voter.cast(item, ballots[i]));
      await Promise.all(crowd.map((voter) => voter.settled()));
      await byWire.act("close", { item });
    }
    kept.page = join(folder, "sawt-check.html");
    writeFileSync(kept.page, await running.get("/check"));
    kept.lines = (await running.log("jsonl")).split("\n").slice(0, -1);
    kept.entries = kept.lines.filter((line) => !/^\{"(first|key)":/.test(line)).length; // what follows them is the list of leaves and the checkpoint
    kept.checkpoint = await running.get(`/api/workshops/${running.code}/checkpoint`, running.keys.organiser);
    kept.results = await running.results();
    crowd.forEach((voter) => voter.stop());
    byWire.close();
  } finally {
    await running.stop();
  }
}

const finding = () => {
  const found = document.querySelector(".finding");
  const { verdict, flaw, entry, line, programs } = found.dataset;
  return { verdict, flaw: flaw ?? "", entry: Number(entry ?? 0), line: Number(line ?? 0), programs: Number(programs) };
};

class Checking {
  static async open(place, t) {
    const context = await place.context(t);
    const checking = new Checking();
    checking.page = await context.page();
    await checking.page.offline?.();
    await checking.page.open(pathToFileURL(kept.page).href);
    return checking;
  }

  /** Gives files to the page as a person does, and waits for what it finds. */
  async give(files) {
    const folder = mkdtempSync(join(kept.folder, "files-"));
    const paths = Object.entries(files).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    await this.page.eval(() => void (document.body.dataset.view = "asked"));
    await this.page.upload("input[type=file]", paths);
    await until("the page is done", () => this.page.eval(() => document.body.dataset.view === "done"), { tell: () => this.page.eval(() => document.body.innerText) });
    return this.page.eval(finding);
  }
}

const text = (lines) => `${lines.join("\n")}\n`;

inEachEngine("the check page from a stick", (place) => {
  before(async () => {
    if (kept.folder) return;
    kept.folder = mkdtempSync(join(tmpdir(), "sawt-check-"));
    await hold(kept.folder);
  });
  after(() => {
    if (place.engine !== "webkit" && !process.env.SAWT_ENGINES) return; // the last engine clears away
    rmSync(kept.folder, { recursive: true, force: true });
    delete kept.folder;
  });

  test("finds a real log sound, and counts it to what the wall showed", async (t) => {
    const checking = await Checking.open(place, t);
    const found = await checking.give({ "log.jsonl": text(kept.lines), "checkpoint.txt": kept.checkpoint });
    assert.deepEqual(found, { verdict: "sound", flaw: "", entry: 0, line: 0, programs: 2 });
    for (const { id, rounds } of kept.results.items) {
      for (const { round, check, result, ballots } of rounds.filter(({ status }) => status === "closed")) {
        const card = await checking.page.eval((item, number) => {
          const node = document.querySelector(`[data-item="${item}"][data-round="${number}"]`);
          return { check: node.querySelector('[data-fact="check"] dd').textContent, ballots: node.querySelector('[data-fact="ballots"] dd').textContent, verdict: node.querySelector("[data-verdict]").dataset.verdict,
            lead: [...node.querySelectorAll("[data-lead]")].map((row) => row.dataset.option).filter(Boolean) };
        }, id, round);
        assert.equal(card.check, check);
        assert.equal(card.ballots, String(ballots));
        assert.equal(card.verdict, id === "order" ? "uncounted" : "right", "two programs agree where both count");
        if (id !== "order") assert.deepEqual(card.lead.sort(), [...result.winners].sort());
      }
    }
    assert.deepEqual(await checking.page.eval(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !/^(data|blob|file):/.test(name))), [], "it asked for nothing");
    assert.deepEqual((checking.page.errors ?? []), []);
  });

  test("names the place of every kind of change", async (t) => {
    const checking = await Checking.open(place, t);
    const { lines, entries } = kept;
    for (const at of [3, Math.floor(entries / 2), entries - 2]) {
      const spoilt = {
        changed: lines.map((line, i) => i === at ? line.replace('"at":"2', '"at":"3') : line),
        missing: lines.filter((_, i) => i !== at),
        swapped: lines.map((line, i) => i === at ? lines[at + 1] : i === at + 1 ? lines[at] : line),
        added: [...lines.slice(0, at), lines[entries - 1].replace(/"entry":\d+/, `"entry":${at + 1}`), ...lines.slice(at)],
        repeated: [...lines.slice(0, at), lines[at], ...lines.slice(at)],
      };
      for (const [flaw, altered] of Object.entries(spoilt)) {
        const found = await checking.give({ "log.jsonl": text(altered) });
        assert.deepEqual([found.verdict, found.flaw, found.entry], ["altered", flaw, at + 1]);
      }
    }
    const short = await checking.give({ "log.jsonl": text(lines.slice(0, entries - 3)), "checkpoint.txt": kept.checkpoint });
    assert.deepEqual([short.verdict, short.flaw, short.entry], ["altered", "missing", entries - 2]);
    assert.equal(await checking.page.eval(() => document.querySelectorAll("[data-round]").length), 0, "an altered log has no results");
  });
});

inEachEngine("the check page for everybody", (place) => {
  test("axe finds nothing, in any language, light or dark", async (t) => {
    if (!kept.folder) {
      kept.folder = mkdtempSync(join(tmpdir(), "sawt-check-"));
      await hold(kept.folder);
      t.after(() => rmSync(kept.folder, { recursive: true, force: true }));
    }
    const folder = join(top, "build/screenshots"), found = [];
    mkdirSync(folder, { recursive: true });
    const { page } = await Checking.open(place, t);
    const checking = Object.assign(new Checking(), { page });
    const states = { empty: null, sound: kept.lines, altered: kept.lines.filter((_, i) => i !== 5), unproven: kept.lines.slice(0, kept.entries) };
    for (const [state, lines] of Object.entries(states)) {
      if (lines) assert.equal((await checking.give({ "log.jsonl": text(lines) })).verdict, state);
      for (const lang of ["en", "fr", "ar"]) {
        await page.eval((wanted) => {
          const select = document.querySelector("select.language");
          select.value = wanted;
          select.dispatchEvent(new Event("change"));
        }, lang);
        for (const theme of ["dark", "light"]) {
          await page.eval((wanted) => void (document.documentElement.dataset.theme = wanted), theme);
          for (const [name, width] of [["laptop", 1280], ["phone", 360]]) {
            await page.viewport(width, 800);
            await settle(page);
            if (lang !== "fr") await page.screenshot(join(folder, `check-${state}-${lang}-${theme}-${name}.png`), { fullPage: true });
            const wide = await page.eval(() => [document.scrollingElement.scrollWidth, innerWidth]);
            if (wide[0] > wide[1]) found.push(`${state} ${lang} is ${wide[0]} wide at ${width}`);
          }
          for (const line of await violations(page, theme === "dark" ? colours : undefined)) found.push(`${state} ${lang} ${theme}: ${line}`);
        }
      }
    }
    assert.deepEqual(found, []);
  });
}, ["chromium"]);

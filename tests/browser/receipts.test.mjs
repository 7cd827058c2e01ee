// Receipts that prove themselves: a voter sees that the log holds the ballot, worked out on the phone, and a server that lies
// about it is found out and named.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { top } from "./engines/index.mjs";
import { agenda } from "./room/agenda.mjs";
import { settle, violations } from "./room/axe.mjs";
import { Phone } from "./room/people.mjs";
import { facilitator, inEachEngine, server } from "./room/suite.mjs";
import { Witness } from "./room/witness.mjs";

const folder = join(top, "build/screenshots");

const ballots = async (running) => (await running.log("jsonl")).split("\n").filter(Boolean).map((line) => JSON.parse(line)).filter(({ type }) => type === "ballot");

/** A phone behind a witness, whose ballot on the first item is counted. */
async function voted(t, place) {
  const running = await server(t, agenda());
  const desk = await facilitator(t, running);
  const witness = await Witness.open(running.port);
  t.after(() => witness.close());
  await desk.act("open", { item: "one" });
  const phone = await Phone.open(await place.context(t, { touch: true }), running, { port: witness.port, group: "tanneries" });
  await phone.votes({ choice: "lab" });
  return { running, desk, witness, phone };
}

inEachEngine("receipts", (place) => {
  test("are proven on the phone, of each item and round, after a reload and as the log grows", async (t) => {
    const { running, desk, witness, phone } = await voted(t, place);
    await desk.act("close", { item: "one" });
    await desk.act("round", { item: "one" });
    await desk.act("open", { item: "one" });
    await phone.seesState("draft");
    await phone.votes({ choice: "export" });
    await desk.act("close", { item: "one" });
    await desk.act("open", { item: "points" });
    await phone.seesVote(agenda().items.find(({ id }) => id === "points").title.ar);
    await phone.votes({ points: { design: 2 } });
    await phone.changesTo({ points: { design: 1 } });
    await phone.opensReceipts();
    const cast = await ballots(running);
    assert.equal(cast.length, 4, "one was changed");
    const counted = [cast[3], cast[1], cast[0]].map(({ entry }) => [entry, "found"]);
    assert.deepEqual(await phone.verdicts(), counted);

    const results = await running.results();
    const rounds = results.items.find(({ id }) => id === "one").rounds.map(({ check }) => check).reverse();
    assert.deepEqual(await phone.page.eval(() => [...document.querySelectorAll("main [data-check]")].map(({ textContent }) => textContent).filter(Boolean)), rounds, "the codes that the wall showed");
    const places = await phone.page.eval(() => [...document.querySelectorAll("main [data-verdict] .stamp > p:nth-of-type(2)")].map(({ textContent }) => textContent.match(/\d+/g).map(Number)));
    assert.deepEqual(places, counted.map(([entry]) => [entry, results.entry]), "which entry of how many");

    await desk.act("close", { item: "points" });
    await phone.page.reload();
    await phone.seesView("receipts");
    assert.deepEqual(await phone.verdicts(), counted);
    assert.ok(witness.answers.some(({ path, status }) => path.includes("/consistency?") && status === 200), "it was asked whether the log has only grown");
    assert.ok(await phone.page.eval(() => [...document.querySelectorAll('[data-step="growth"]')].every(({ dataset }) => dataset.holds === "true")));
    assert.deepEqual(witness.stopped, []);

    await phone.tabTo('[data-action="back"]');
    await phone.page.press("Enter");
    await phone.seesView("closed");
  });

  test("do not keep anyone from a vote that opens", async (t) => {
    const { desk, phone } = await voted(t, place);
    await desk.act("close", { item: "one" });
    await phone.opensReceipts();
    await desk.act("open", { item: "several" });
    await phone.seesVote(agenda().items.find(({ id }) => id === "several").title.ar);
    await phone.votes({ approve: ["lab"] });
    assert.equal(await phone.page.eval(() => document.querySelector("main [data-view]").dataset.view), "vote", "and stay away after it");
    await phone.opensReceipts();
    assert.deepEqual((await phone.verdicts()).map(([, verdict]) => verdict), ["found", "found"]);
  });

  test("name a server that lies, and how", async (t) => {
    const { running, desk, witness, phone } = await voted(t, place);
    const [{ entry }] = await ballots(running);
    let first;
    witness.lies = (path, text) => {
      if (path.includes("/proof?")) first = text;
      return text;
    };
    await phone.opensReceipts();
    assert.deepEqual(await phone.verdicts(), [[entry, "found"]]);
    const old = first;

    /** @param {(proof: any) => object} change of each proof */
    const told = (change) => {
      witness.lies = (path, text) => (path.includes("/proof?") ? JSON.stringify({ ...JSON.parse(text), ...change(JSON.parse(text)) }) : text);
      return phone.checksAgain();
    };
    const spoilt = (/** @type {string} */ hash) => (hash.startsWith("A") ? "B" : "A") + hash.slice(1);
    assert.deepEqual(await told(({ leaf }) => ({ leaf: spoilt(leaf) })), [[entry, "missing", "other"]]);
    assert.deepEqual(await told(({ hashes }) => ({ hashes: [spoilt(hashes[0]), ...hashes.slice(1)] })), [[entry, "missing", "path"]]);
    witness.lies = (path, text) => (path.includes("/proof?") ? '{"error":{"reason":"unknown-entry","text":"no"}}' : text);
    assert.deepEqual(await phone.checksAgain(), [[entry, "missing", "gone"]]);
    assert.deepEqual(await told(({ checkpoint }) => ({ checkpoint: checkpoint.replace(/\n\d+\n/, "\n999\n") })), [[entry, "changed", "signature"]]);

    // The log grows, the phone sees it, and then is shown the log of before: rightly signed, and too short.
    await desk.act("close", { item: "one" });
    witness.lies = null;
    assert.deepEqual(await phone.checksAgain(), [[entry, "found"]]);
    witness.lies = (path, text) => (path.includes("/proof?") ? old : text);
    assert.deepEqual(await phone.checksAgain(), [[entry, "changed", "shrunk"]]);
    witness.lies = (path, text) => (path.includes("/consistency?") ? JSON.stringify({ ...JSON.parse(text), hashes: JSON.parse(text).hashes.map(spoilt) }) : text);
    await desk.act("reveal", { item: "one" });
    assert.deepEqual(await phone.checksAgain(), [[entry, "changed", "forked"]]);

    witness.loses = (path) => path.includes("/proof?");
    assert.deepEqual(await phone.checksAgain(), [[entry, "unasked"]], "no answer is not a lie");
    witness.loses = () => false;
    witness.lies = null;
    assert.deepEqual(await phone.checksAgain(), [[entry, "found"]]);
  });
});

inEachEngine("receipts and axe", (place) => {
  test("it finds nothing, in any language, light or dark, and nothing is wider than a narrow phone, for a proof that holds and for one that does not", async (t) => {
    mkdirSync(folder, { recursive: true });
    const { desk, witness, phone } = await voted(t, place);
    await desk.act("close", { item: "one" });
    await phone.opensReceipts();
    const found = [];
    for (const state of ["found", "missing"]) {
      witness.lies = state === "found" ? null : (path, text) => text.replace('"hashes":["', '"hashes":["AAAA');
      assert.deepEqual((await phone.checksAgain()).map(([, verdict]) => verdict), [state]);
      for (const lang of ["en", "fr", "ar"]) {
        await phone.setsLanguage(lang);
        for (const [theme, open] of [["dark", true], ["light", true], ["light", false]]) {
          await phone.page.eval((wanted, shown) => {
            document.documentElement.dataset.theme = wanted;
            for (const details of document.querySelectorAll("details")) details.open = shown;
          }, theme, open);
          await phone.page.viewport(320, 700);
          const [wide, room] = await phone.page.eval(() => [document.scrollingElement.scrollWidth, innerWidth]);
          if (wide > room) found.push(`${state} ${lang}: ${wide} wide at ${room}`);
          await phone.page.viewport(360, 740);
          await settle(phone.page);
          await phone.page.screenshot(join(folder, `phone-receipts-${state}-${lang}-${theme}${open ? "-open" : ""}.png`), { fullPage: true });
          for (const line of await violations(phone.page)) found.push(`${state} ${lang} ${theme}: ${line}`);
        }
      }
    }
    assert.deepEqual(found, []);
  });
}, ["chromium"]);

// What holds for every page, in every engine: no request to another host, nothing that the content security policy has to
// stop, no error, the insecure context of a hall's network, letters that join, a layout that is mirrored. And on phones:
// the weight of the page, no scrolling sideways at 320 px, targets for thumbs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lanName, until } from "./engines/index.mjs";
import { agenda } from "./room/agenda.mjs";
import { Desk, Phone, Records, Stage } from "./room/people.mjs";
import { facilitator, inEachEngine, server, voters } from "./room/suite.mjs";
import { Witness } from "./room/witness.mjs";

const phoneBytesMax = 25 * 1024; // compressed, before a vote can be cast

/** Runs in a page: the width of a text in the page's own font. */
function widths(...texts) {
  const span = document.createElement("span");
  span.style.cssText = "position:absolute;white-space:pre";
  document.body.append(span);
  const all = texts.map((text) => {
    span.textContent = text;
    return span.getBoundingClientRect().width;
  });
  span.remove();
  return all;
}

inEachEngine("every page", (place) => {
  test("asks only its own server, breaks no policy, and works without a secure context", async (t) => {
    const running = await server(t, agenda());
    const byWire = await facilitator(t, running);
    const witness = await Witness.open(running.port);
    t.after(() => witness.close());
    const at = { port: witness.port };
    const context = await place.context(t);
    const stage = await Stage.open(context, running, at);
    const desk = await Desk.open(await place.context(t), running, at);
    const phone = await Phone.open(await place.context(t), running, { ...at, group: "tanneries" });
    const records = await Records.open(await place.context(t), running, at);
    const people = { stage, desk, phone, records };
    await byWire.act("open", { item: "one" });
    await phone.seesVote("ما الأولوية الأولى؟");
    await phone.votes({ choice: "lab" });
    await byWire.act("reveal", { item: "one" });
    await stage.showsCounts({ lab: 1, design: 0, training: 0, export: 0 });
    await byWire.act("close", { item: "one" });
    await phone.seesView("results");
    await byWire.act("show", { view: "groups" });
    await stage.shows({ view: "groups" });
    await byWire.act("show", { view: "item", qr: true });
    await stage.shows({ view: "closed" });
    assert.equal(witness.sockets >= 3, true, "the sockets came this way too");
    assert.deepEqual(witness.stopped, [], "the policy had nothing to stop");
    for (const [name, { page }] of Object.entries(people)) {
      assert.equal(await page.eval(() => isSecureContext), false, `${name} is tested as in a hall`);
      assert.deepEqual(page.errors ?? [], [], `${name} has no script error`);
      const elsewhere = (page.requests ?? []).filter((url) => !/^(data|blob|about):/.test(url) && new URL(url).hostname !== lanName);
      assert.deepEqual(elsewhere, [], `${name} asks no other host`);
    }
    // The witness itself, tested: a picture from elsewhere is stopped, and it hears of that.
    await phone.page.eval(() => void (new Image().src = "http://elsewhere.invalid/x.png"));
    await until("the witness hears of the stopped picture", () => witness.stopped.some((text) => text.includes("elsewhere.invalid")));
  });

  test("joins Arabic letters in the page's own font and is mirrored", async (t) => {
    const running = await server(t, agenda());
    const byWire = await facilitator(t, running);
    await byWire.act("open", { item: "one" });
    const stage = await Stage.open(await place.context(t), running);
    const desk = await Desk.open(await place.context(t), running);
    const phone = await Phone.open(await place.context(t), running, { group: "tanneries" });
    await phone.seesVote("ما الأولوية الأولى؟");
    await stage.shows({ view: "hidden" });
    for (const { page } of [stage, desk, phone]) {
      await until("the font is there", () => page.eval(() => [...document.fonts].some(({ family, status }) => /cairo/i.test(family) && status === "loaded")));
      const [joined, b, y, lamAlef, lam, alef] = await page.eval(widths, "بيبيب", "ب", "ي", "لا", "ل", "ا");
      assert.ok(joined < 0.85 * (3 * b + 2 * y), `letters join: ${joined} against ${3 * b + 2 * y}`);
      assert.ok(lamAlef < lam + alef, "lam and alef become one");
      assert.equal(await page.eval(() => getComputedStyle(document.body).direction), "rtl");
    }
    const places = () => phone.page.eval(() => ["badge", "option-name", "tick-box"].map((name) => {
      const { left, right } = document.querySelector(`.option .${name}`).getBoundingClientRect();
      return (left + right) / 2;
    }));
    const [badge, , tick] = await places();
    assert.ok(badge > tick, "in Arabic the number stands at the right");
    await phone.setsLanguage("en");
    const [englishBadge, , englishTick] = await places();
    assert.ok(englishBadge < englishTick, "in English at the left");
    // A line that mixes scripts keeps the order of its parts: the Latin name reads from left to right inside it.
    const order = await stage.page.eval(() => {
      const text = [...document.querySelectorAll('[data-option="lab"] bdi')].find((node) => node.textContent.includes("ISO")).firstChild;
      const leftOf = (part) => {
        const range = document.createRange();
        range.setStart(text, text.data.indexOf(part));
        range.setEnd(text, text.data.indexOf(part) + part.length);
        return range.getBoundingClientRect().left;
      };
      return [leftOf("مختبر"), leftOf("ISO"), leftOf("17025")];
    });
    assert.ok(order[0] > order[1] && order[1] < order[2], `the first Arabic word at the right, ISO before 17025: ${order}`);
  });
});

inEachEngine("the phone's page", (place) => {
  test("comes in one answer of 25 KB at most, and nothing else is needed for a vote", async (t) => {
    const running = await server(t, agenda());
    const byWire = await facilitator(t, running);
    await byWire.act("open", { item: "one" });
    const witness = await Witness.open(running.port);
    t.after(() => witness.close());
    // What is fetched for later never comes: a vote is cast with what the one answer brought.
    witness.loses = (path) => path.startsWith("/m/");
    const phone = await Phone.open(await place.context(t), running, { port: witness.port, group: "tanneries" });
    await phone.seesVote("ما الأولوية الأولى؟");
    await phone.votes({ choice: "lab" });
    const [page, ...others] = witness.answers;
    assert.equal(page.encoding, "gzip");
    assert.ok(page.bytes <= phoneBytesMax, `${page.bytes} bytes`);
    assert.deepEqual(others.filter(({ path, status }) => status === 200 && !path.startsWith("/fonts/") && path !== "/favicon.ico"), [], "nothing else was needed");
  });

  test("never scrolls sideways, and its targets are 48 px at least", async (t) => {
    const running = await server(t, agenda());
    const byWire = await facilitator(t, running);
    const crowd = await voters(t, running, ["tanneries", "designers", "showrooms"]);
    const phone = new Phone(await (await place.context(t, { touch: place.engine === "chromium" })).page());
    const problems = [];
    const fits = async (view) => {
      for (const width of [320, 360, 430]) {
        await phone.page.viewport(width, 700);
        const wide = await phone.page.eval(() => [document.scrollingElement.scrollWidth, innerWidth]);
        if (wide[0] > wide[1]) problems.push(`${view} at ${width} px is ${wide[0]} wide`);
        const small = await phone.page.eval(() => {
          const targets = [...document.querySelectorAll("button, select, a[href], label.option, input:not(.visually-hidden)")];
          return targets.filter((target) => target.getClientRects().length > 0).map((target) => {
            const { width: w, height: h } = target.getBoundingClientRect();
            return { target: target.outerHTML.slice(0, 90), w: Math.round(w), h: Math.round(h) };
          }).filter(({ w, h }) => w < 48 || h < 48);
        });
        for (const { target, w, h } of small) {
          const what = `${target} is ${w} by ${h}`;
          if (!problems.some((known) => known.startsWith(what))) problems.push(`${what} (${view} at ${width} px)`);
        }
      }
    };
    await phone.page.open(running.address("join"));
    await phone.seesView("join");
    await fits("the way in");
    await phone.page.open(running.address("phone"));
    await phone.seesView("group");
    await fits("the groups");
    await phone.joins("tanneries");
    await fits("the waiting");
    for (const [item, ballot] of [["one", { choice: "lab" }], ["several", { approve: ["lab", "export"] }], ["points", { points: { lab: 2 } }]]) {
      await byWire.act("open", { item });
      await phone.sees(`the phone has ${item}`, () => document.querySelector("main [data-state]")?.dataset.state === "draft");
      await fits(`${item}, empty`);
      await phone.marks(ballot);
      await fits(`${item}, marked`);
      await phone.send();
      await phone.seesState("counted");
      await fits(`${item}, counted`);
      crowd.forEach((voter) => voter.cast(item, ballot));
      await Promise.all(crowd.map((voter) => voter.settled()));
      await byWire.act("close", { item });
      await phone.seesView("closed");
      await fits(`${item}, closed`);
      await byWire.act("reveal", { item });
      await phone.seesView("results");
      await fits(`${item}, results`);
    }
    assert.deepEqual(problems, []);
  });
}, ["chromium", "firefox"]); // WebKitGTK's window is never narrower than about 450 px

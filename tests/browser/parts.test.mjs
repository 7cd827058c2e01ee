// What the phone's page fetches after itself: what it weighs together with the page, that it is there before it is needed, and
// what happens where the network loses it. And a workshop that asks for no group.

import assert from "node:assert/strict";
import { test } from "node:test";

import { until } from "./engines/index.mjs";
import { agenda } from "./room/agenda.mjs";
import { kinds, kindsAgenda } from "./room/kinds.mjs";
import { Phone } from "./room/people.mjs";
import { recount } from "./room/recount.mjs";
import { facilitator, inEachEngine, server } from "./room/suite.mjs";
import { Witness } from "./room/witness.mjs";

const phoneBytesMax = 25 * 1024; // compressed, before a vote can be cast

const ballotsIn = async (running) => recount(await running.log("jsonl")).entries.filter(({ type }) => type === "ballot");

inEachEngine("the controls of a kind", (place) => {
  test("weigh no more than 25 KB together with the page, whatever the kind", async (t) => {
    const running = await server(t, kindsAgenda());
    const byWire = await facilitator(t, running);
    const seen = new Set();
    for (const { method, part } of kinds.filter((kind) => !seen.has(kind.part) && seen.add(kind.part))) {
      const witness = await Witness.open(running.port);
      t.after(() => witness.close());
      await byWire.act("open", { item: method });
      const phone = await Phone.open(await place.context(t), running, { port: witness.port, group: "tanneries" });
      await phone.seesPaper();
      const [page, ...later] = witness.answers.filter(({ path }) => !path.startsWith("/fonts/") && path !== "/favicon.ico");
      const needed = part ? later.slice(0, 1) : [];
      if (part) assert.match(needed[0].path, new RegExp(`^/m/${part}-[0-9a-f]+\\.js$`), "what the open vote needs comes first");
      for (const { encoding, status } of [page, ...needed]) assert.deepEqual([encoding, status], ["gzip", 200]);
      const sum = [page, ...needed].reduce((all, { bytes }) => all + bytes, 0);
      assert.ok(page.bytes > 10_000 && sum <= phoneBytesMax, `${part ?? "nothing else"}: ${sum} bytes`);
      assert.deepEqual(witness.stopped, [], "the policy had nothing to stop");
    }
    assert.equal(seen.size, 8, "every module was met");
  });

  test("are there before the vote is opened, and the vote goes on without the network's help", async (t) => {
    const running = await server(t, kindsAgenda());
    const byWire = await facilitator(t, running);
    const witness = await Witness.open(running.port);
    t.after(() => witness.close());
    const phone = await Phone.open(await place.context(t), running, { port: witness.port, group: "tanneries" });
    await phone.seesView("waiting");
    const parts = new Set(kinds.map(({ part }) => part).filter(Boolean));
    await until("all parts that the agenda needs are there", () => [...parts, "results"].every((part) => witness.answers.some(({ path, status }) => path.startsWith(`/m/${part}-`) && status === 200)));
    witness.loses = (path) => path.startsWith("/m/");
    await byWire.act("open", { item: "schulze" });
    await phone.seesVote("تصويت: schulze");
    await phone.seesPaper();
    await phone.votes({ ranking: ["lab", "export"] });
    await byWire.act("close", { item: "schulze" });
    await byWire.act("reveal", { item: "schulze" });
    await phone.seesView("results");
    await phone.sees("the result needs no network either", () => document.querySelectorAll('[data-view="results"] [data-option]').length === 4);
  });

  test("are tried again where the network loses them, and the phone says so", async (t) => {
    const running = await server(t, kindsAgenda());
    const byWire = await facilitator(t, running);
    const witness = await Witness.open(running.port);
    t.after(() => witness.close());
    witness.loses = (path) => path.startsWith("/m/");
    await byWire.act("open", { item: "score" });
    const phone = await Phone.open(await place.context(t), running, { port: witness.port, group: "tanneries" });
    await phone.seesVote("تصويت: score");
    await phone.sees("the phone says that loading goes on, and offers another way", () => {
      const again = document.querySelector('main [data-action="reload"]');
      return document.querySelector("main [data-paper]").dataset.paper === "coming" && again && !again.hidden;
    });
    witness.loses = () => false;
    await phone.seesPaper();
    await phone.votes({ scores: { lab: 8 } });
    assert.deepEqual((await ballotsIn(running)).map(({ ballot }) => ballot), [{ scores: { lab: 8 } }]);
  });
});

inEachEngine("a phone in a workshop that asks for no group", (place) => {
  test("may go on without one, and stays so", async (t) => {
    const running = await server(t, agenda({ groupRequired: false }));
    const byWire = await facilitator(t, running);
    const phone = new Phone(await (await place.context(t)).page());
    await phone.page.open(running.address("phone"));
    await phone.seesView("group");
    await phone.click('[data-action="no-group"]');
    await phone.seesView("waiting");
    await phone.page.reload();
    await phone.seesView("waiting");
    await byWire.act("open", { item: "one" });
    await phone.seesVote("ما الأولوية الأولى؟");
    await phone.votes({ choice: "lab" });
    const [entry] = await ballotsIn(running);
    assert.equal(entry.group, undefined);
    await byWire.act("close", { item: "one" });
    await byWire.act("show", { view: "join" });
    await phone.seesView("waiting");
    await phone.click('[data-action="change-group"]');
    await phone.joins("designers");
    await phone.seesView("waiting");
  });
});

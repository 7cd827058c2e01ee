// Networks fail and people walk about: a phone that loses the link while it votes, one that is reloaded, a second tab, and a
// server that dies in the middle of a vote. In each case what was acknowledged is there, once.

import assert from "node:assert/strict";
import { test } from "node:test";

import { until } from "./engines/index.mjs";
import { agenda, groups, optionIds } from "./room/agenda.mjs";
import { Link } from "./room/link.mjs";
import { Phone, Stage } from "./room/people.mjs";
import { recount } from "./room/recount.mjs";
import { facilitator, inEachEngine, server, voters } from "./room/suite.mjs";

const titles = Object.fromEntries(agenda().items.map((item) => [item.id, item.title.ar]));

async function openVote(t) {
  const running = await server(t, agenda());
  const desk = await facilitator(t, running);
  await desk.act("open", { item: "one" });
  return { running, desk };
}

async function linkTo(t, running) {
  const link = await Link.open({ port: running.port });
  t.after(() => link.close());
  return link;
}

const ballotsIn = async (running) => recount(await running.log("jsonl")).entries.filter(({ type }) => type === "ballot");

inEachEngine("a phone and its link", (place) => {
  test("a ballot sent into a dead link is kept, arrives when the link is back, and counts once", async (t) => {
    const { running } = await openVote(t);
    const link = await linkTo(t, running);
    const phone = await Phone.open(await place.context(t), running, { port: link.port, group: "tanneries" });
    await phone.seesVote(titles.one);
    link.stall(); // the sockets stay open; the phone cannot know yet
    await phone.marks({ choice: "design" });
    await phone.send();
    await phone.seesState("kept");
    assert.equal((await ballotsIn(running)).length, 0);
    link.cut();
    assert.equal(await phone.state(), "kept", "the phone does not claim more than it knows");
    link.mend();
    await phone.seesState("counted");
    const ballots = await ballotsIn(running);
    assert.equal(ballots.length, 1);
    assert.deepEqual(ballots[0].ballot, { choice: "design" });
  });

  test("a ballot whose receipt is lost on the way is not counted twice", async (t) => {
    const { running } = await openVote(t);
    const link = await linkTo(t, running);
    const phone = await Phone.open(await place.context(t), running, { port: link.port, group: "tanneries" });
    await phone.seesVote(titles.one);
    link.stall("down");
    await phone.marks({ choice: "lab" });
    await phone.send();
    await until("the ballot is in the log", async () => (await ballotsIn(running)).length === 1);
    link.cut(); // the receipt was under way, and is gone
    assert.equal(await phone.state(), "kept");
    link.mend();
    await phone.seesState("counted");
    const again = recount(await running.log("jsonl"));
    assert.equal((await ballotsIn(running)).length, 1, "the same id is the same ballot");
    assert.equal(await phone.receiptCode(), again.code((await ballotsIn(running))[0].entry), "the receipt is that of the one ballot");
  });

  test("a half-made ballot and a kept one survive a reload", async (t) => {
    const { running } = await openVote(t);
    const link = await linkTo(t, running);
    const phone = await Phone.open(await place.context(t), running, { port: link.port, group: "tanneries" });
    await phone.seesVote(titles.one);
    await phone.marks({ choice: "export" });
    await phone.page.reload();
    await phone.seesVote(titles.one);
    await until("the mark is there again", async () => "export" in (await phone.marked()));
    link.stall();
    await phone.send();
    await phone.seesState("kept");
    link.cut();
    link.mend();
    await phone.page.reload();
    await phone.seesState("counted");
    const ballots = await ballotsIn(running);
    assert.deepEqual(ballots.map(({ ballot }) => ballot), [{ choice: "export" }]);
  });

  test("a second tab is the same voter", async (t) => {
    const { running } = await openVote(t);
    const context = await place.context(t);
    const first = await Phone.open(context, running, { group: "tanneries" });
    await first.seesVote(titles.one);
    await first.votes({ choice: "lab" });
    const second = await Phone.open(context, running);
    await second.seesState("counted");
    await second.changesTo({ choice: "training" });
    const again = recount(await running.log("jsonl"));
    assert.equal(again.ballots("one"), 1, "one person, one ballot");
    assert.equal(again.scores("one", optionIds).training, 1, "the last one counts");
    assert.equal(again.entries.filter(({ type }) => type === "join").length, 1);
  });

  test("after kill -9 and a restart everything acknowledged is there, and the pages go on by themselves", async (t) => {
    const { running, desk } = await openVote(t);
    const stage = await Stage.open(await place.context(t), running);
    const phone = await Phone.open(await place.context(t), running, { group: "tanneries" });
    const late = await Phone.open(await place.context(t), running, { group: "designers" });
    await phone.seesVote(titles.one);
    await late.seesVote(titles.one);
    await phone.votes({ choice: "lab" });
    const crowd = await voters(t, running, Array.from({ length: 40 }, (_, i) => groups[i % groups.length]));
    const choices = (i) => ({ choice: optionIds[i % optionIds.length] });
    crowd.forEach((voter, i) => voter.cast("one", choices(i)));
    await until("half of the crowd has a receipt", () => crowd.filter(({ receipts }) => receipts.size > 0).length >= 20);
    crowd.forEach((voter, i) => voter.cast("one", choices(i + 1))); // all change their mind just as it happens
    await running.kill();
    await late.marks({ choice: "export" });
    await late.send();
    await late.seesState("kept");
    await running.restart();
    await Promise.all(crowd.map((voter) => voter.settled()));
    await late.seesState("counted");
    await stage.showsTurnout(42, 42);

    const again = recount(await running.log("jsonl"));
    const byId = new Map();
    for (const entry of again.entries.filter(({ type }) => type === "ballot")) {
      assert.ok(!byId.has(entry.id), `the ballot ${entry.id} stands once in the log`);
      byId.set(entry.id, entry);
    }
    for (const { receipts, different, refusals } of crowd) {
      assert.deepEqual(different, [], "a repeated ballot gets the same answer");
      assert.deepEqual(refusals.filter(({ reason }) => reason !== "stopping"), []);
      for (const [id, receipt] of receipts) {
        assert.equal(byId.get(id)?.entry, receipt.entry, "an acknowledged ballot is in the log where its receipt says");
        assert.equal(again.leaf(receipt.entry), receipt.leaf);
      }
    }
    assert.equal(again.ballots("one"), 42, "the phones' two ballots and one of each of the crowd");
    const results = await running.results();
    assert.deepEqual(results.items.find(({ id }) => id === "one").rounds[0].result.scores, again.scores("one", optionIds));
    desk.close();
  });
});

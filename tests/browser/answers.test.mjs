// The contract's documented answers, from the real program to clients that are wrong, late, too loud or too large.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { need } from "./engines/packages.mjs";
import { agenda } from "./room/agenda.mjs";
import { Facilitator, newId } from "./room/clients.mjs";
import { leafOf, recount, rootFrom } from "./room/recount.mjs";
import { program, Server } from "./room/server.mjs";

const WebSocket = need("ws");

/** Opens a socket, says what it is given, and tells how it ended: the bye, the close code, all messages. */
function converse(server, words, { code = server.code, enough = () => false } = {}) {
  return new Promise((done, failed) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws/${code}`, "sawt.1");
    const heard = [];
    socket.on("error", failed);
    socket.on("open", () => words.forEach((word) => socket.send(word)));
    socket.on("message", (text) => {
      heard.push(JSON.parse(text));
      if (enough(heard.at(-1))) socket.close(1000);
    });
    socket.on("close", (closed) => done({ heard, closed, bye: heard.find(({ type }) => type === "bye") }));
  });
}

/** A client of the server's addresses, and the reason in what it is answered. */
const apiOf = (server) => (path, { key, method = "GET", body, headers = {} } = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { method, body, headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers } });
const reason = async (answer) => (await answer.json()).error.reason;

const hello = (more) => JSON.stringify({ type: "hello", role: "voter", group: "tanneries", lang: "en", ...more });

describe("the documented answers", () => {
  let server;
  before(async () => (server = await Server.start(agenda())));
  after(() => server.stop());

  const api = (path, asked) => apiOf(server)(path, asked);

  const byes = [
    ["an unknown code", [hello()], { code: "000000" }, "unknown-workshop", 4404, false],
    ["a wrong key", [JSON.stringify({ type: "hello", role: "stage", key: "no" })], {}, "wrong-key", 4401, false],
    ["a made-up token", [hello({ token: "made-up" })], {}, "wrong-token", 4401, false],
    ["what is no message", ["nonsense"], {}, "bad-message", 4400, false],
    ["a cast before any hello", [JSON.stringify({ type: "cast", id: newId(), item: "one", round: 1, ballot: {} })], {}, "bad-message", 4400, false],
    ["more messages than anyone needs", [hello(), ...Array.from({ length: 260 }, () => '{"type":"ping","t":1}')], {}, "too-many-messages", 4429, true],
  ];
  for (const [what, words, where, why, code, returns] of byes)
    test(`${what} is told ${why}`, async () => {
      const { bye, closed } = await converse(server, words, where);
      assert.equal(bye.reason, why);
      assert.equal(closed, code);
      assert.equal(typeof bye.retry_ms === "number", returns);
      assert.ok(bye.text.length > 10);
    });

  test("a message over 64 KiB closes with 1009, and the server goes on", async () => {
    assert.equal((await converse(server, [hello(), "x".repeat(64 * 1024 + 1)])).closed, 1009);
    assert.equal((await converse(server, [hello(), Buffer.from([1, 2, 3])])).closed, 1003);
    assert.equal((await api("/healthz")).status, 200);
  });

  test("a malformed cast is answered by its id, and the client stays", async () => {
    const id = newId();
    const { heard, closed } = await converse(server, [hello(), JSON.stringify({ type: "cast", id, item: "one" })], { enough: (message) => message.id === id });
    assert.equal(heard.find((message) => message.id === id).reason, "bad-message");
    assert.equal(closed, 1000);
  });

  test("addresses answer plainly: keys, methods, unknown places", async () => {
    const at = `/api/workshops/${server.code}`;
    assert.equal(await reason(await api(`${at}/log.csv`)), "wrong-key");
    assert.equal(await reason(await api(`${at}/log.csv`, { key: server.keys.stage })), "wrong-key");
    assert.equal((await api(`${at}/log.csv`, { key: server.keys.facilitator })).status, 200);
    assert.equal(await reason(await api("/api/workshops/000000/results")), "unknown-workshop");
    assert.equal(await reason(await api(`${at}/nothing`)), "not-found");
    assert.equal(await reason(await api(`${at}/results`, { method: "POST", body: "{}" })), "wrong-method");
    assert.equal(await reason(await api(`${at}/cast`, { method: "POST", body: "{}" })), "wrong-token");
    assert.equal(await reason(await api("/api/workshops")), "wrong-key");
    const french = await api("/nothing-here", { headers: { "accept-language": "fr" } });
    assert.match((await french.json()).error.text, /Il n’y a rien/);
    assert.equal((await api("/readyz")).status, 200);
  });

  test("the admin key founds a second workshop, which knows nothing of the first", async () => {
    const key = server.ready.admin_key;
    const made = await api("/api/workshops", { key, method: "POST", body: JSON.stringify(agenda()) });
    assert.equal(made.status, 201);
    const { code, keys } = await made.json();
    assert.match(code, /^\d{6}$/);
    assert.notEqual(code, server.code);
    const list = (await (await api("/api/workshops", { key })).json()).workshops;
    assert.deepEqual(list.map((one) => one.code).sort(), [code, server.code].sort());
    const other = await Facilitator.open({ port: server.port, code, keys });
    await other.act("open", { item: "one" });
    other.close();
    const first = await Facilitator.open(server);
    assert.equal(first.line.heard[0].workshop.items.find(({ id }) => id === "one").status, "waiting");
    first.close();
    const wrong = agenda();
    wrong.items[3].params.dots = "five";
    const refused = await api("/api/workshops", { key, method: "POST", body: JSON.stringify(wrong) });
    assert.equal(refused.status, 400);
    assert.match((await refused.json()).error.text, /items\[3\]\.params\.dots/);
  });

  test("acts sent in one breath are decided one after the other", async () => {
    const facilitator = await Facilitator.open(server);
    await Promise.all([facilitator.act("open", { item: "points" }), facilitator.act("countdown", { item: "points", seconds: 60 }), facilitator.act("close", { item: "points" })]);
    await assert.rejects(facilitator.act("remove", { item: "nowhere" }), /unknown-item/);
    facilitator.close();
  });

  test("a second server refuses the data folder, and wrong use is one line and exit 2", () => {
    const run = (...words) => spawnSync(program, words, { encoding: "utf8", timeout: 20_000 });
    const second = run("serve", "--data", join(server.folder, "data"), "--listen", "127.0.0.1:0");
    assert.equal(second.status, 2);
    assert.match(second.stderr, /another server/);
    const bad = join(server.folder, "bad.json");
    writeFileSync(bad, JSON.stringify({ ...agenda(), languages: ["klingon"] }));
    const wrong = run("serve", bad, "--data", join(server.folder, "elsewhere"), "--listen", "127.0.0.1:0");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /languages\[0\]/);
    for (const words of [["serve", "--nonsense"], ["dance"], [], ["count", "nowhere.json"], ["export", "000000", "--data", join(server.folder, "nowhere")]]) {
      const { status, stderr } = run(...words);
      assert.equal(status, 2, words.join(" "));
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
    }
  });

  test("on SIGTERM clients are told to come back, and the program ends well", async () => {
    const short = await Server.start(agenda());
    const talk = converse(short, [hello()]);
    const facilitator = await Facilitator.open(short);
    await facilitator.act("show", { item: "welcome" });
    short.child.kill("SIGTERM");
    const { bye, closed } = await talk;
    assert.equal(bye.reason, "stopping");
    assert.equal(closed, 1001);
    assert.deepEqual(await short.stop(), { code: 0, signal: null });
  });
});

describe("the log proves itself", () => {
  let server;
  before(async () => (server = await Server.start(agenda())));
  after(() => server.stop());

  const api = (path, asked) => apiOf(server)(path, asked);

  test("a receipt is proven without a key: leaf, way to the root, signed checkpoint", async () => {
    const at = `/api/workshops/${server.code}`;
    const facilitator = await Facilitator.open(server);
    await facilitator.act("open", { item: "one" });
    for (let n = 0; n < 5; n += 1) await converse(server, [hello(), JSON.stringify({ type: "cast", id: newId(), item: "one", round: 1, ballot: {} })], { enough: ({ type }) => type === "receipt" });
    const checkpoint = await api(`${at}/checkpoint`);
    assert.match(checkpoint.headers.get("content-type"), /^text\/plain; charset=utf-8/);
    const note = await checkpoint.text();
    const log = await server.log("jsonl");
    const { entries } = recount(log); // which checks list, root and signature at the end of the file
    const { note: closing, key } = JSON.parse(log.trimEnd().split("\n").pop());
    assert.equal(note, closing);
    assert.equal(key, server.ready.workshops[0].log_key);
    const [, size, root] = note.split("\n");
    assert.equal(Number(size), entries.length);
    for (const [i, line] of log.split("\n").slice(0, entries.length).entries()) {
      const proof = await (await api(`${at}/proof?entry=${i + 1}`)).json();
      assert.deepEqual({ entry: proof.entry, size: proof.size, checkpoint: proof.checkpoint, key: proof.key }, { entry: i + 1, size: entries.length, checkpoint: note, key });
      assert.equal(proof.leaf, leafOf(line).toString("base64"));
      assert.equal(rootFrom(i, proof.size, leafOf(line), proof.hashes.map((hash) => Buffer.from(hash, "base64"))).toString("base64"), root);
    }
    for (const wrong of ["", "?entry=0", `?entry=${entries.length + 1}`, "?entry=x", "?entry=1x", "?entry=-1", "?entry=99999999999999999999"]) {
      const answer = await api(`${at}/proof${wrong}`);
      assert.equal(answer.status, 404);
      assert.equal(await reason(answer), "unknown-entry");
    }
    assert.equal(await reason(await api(`${at}/checkpoint`, { method: "POST", body: "" })), "wrong-method");
    assert.equal(statSync(join(server.folder, "data", "log-key")).mode & 0o777, 0o600);
    const file = join(server.folder, "log.jsonl");
    const verify = (words) => spawnSync(program, ["verify", file, ...words]).status;
    writeFileSync(file, log);
    writeFileSync(join(server.folder, "kept"), note);
    assert.equal(verify(["--key", key, "--checkpoint", join(server.folder, "kept")]), 0);
    const [wall, again] = [await server.results(), JSON.parse(spawnSync(program, ["verify", file, "--json"]).stdout).results];
    assert.deepEqual(again, wall);
    writeFileSync(file, log.replace('"type":"open"', '"type":"hide"'));
    assert.equal(verify([]), 1);
    await facilitator.act("close", { item: "one" });
    facilitator.close();
    await server.kill();
    await server.restart();
    assert.equal(server.ready.workshops[0].log_key, key);
    writeFileSync(file, await server.log("jsonl"));
    assert.equal(verify(["--key", key, "--checkpoint", join(server.folder, "kept")]), 0);
  });
});

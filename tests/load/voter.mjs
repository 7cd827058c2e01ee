// One voter with a phone: comes, chooses a group, thinks, votes, sometimes thinks again, sometimes falls off the network
// and comes back as the same voter. Knows nothing of the other voters; tells what happens through `tell`.

import { createRequire } from "node:module";
import { randomBytes } from "node:crypto";
import http from "node:http";
import https from "node:https";

import { ballotOf, fraction, groupOf } from "./ballots.mjs";

const WebSocket = createRequire(new URL("../../web/package.json", import.meta.url))("ws");

// Times of the contract: a ping after 2 s without a word, the socket is given up after 6 s.
const quietMs = 2000;
const deadMs = 6000;

/** Who does what, as shares of the room. */
const habits = { never: 0.05, abstains: 0.04, changes: 0.18, drops: 0.12, leaves: 0.06 };

/** Most people answer within ten seconds, and some take four times as long. */
function thinkingTime(random, pace) {
  const spread = Math.exp((random() + random() + random() - 1.5) * 1.1);
  return pace * Math.min(45000, 1000 + 7000 * spread);
}

export class Voter {
  #options;
  #tell;
  #name;
  #socket = null;
  #token = null;
  #group = null;
  #givesName = false; // as people do: where a vote by name asks for it
  #items = new Map();
  #rounds = new Map(); // item/round -> {ballot, id, sentAt, receipt, clean}
  #timers = new Set();
  #heardAt = 0;
  #cameAt = 0;
  #stopped = false;
  #attempts = 0;
  #random;

  /**
   * @param {{url: string, name: string, pace: number, lang: string}} options url is ws://HOST:PORT/ws/CODE
   * @param {(what: string, detail?: object) => void} tell
   */
  constructor(options, tell) {
    this.#options = options;
    this.#tell = tell;
    this.#name = options.name;
    let turn = 0;
    this.#random = () => fraction(this.#name, "turn", turn++);
  }

  start(afterMs) {
    this.#later(afterMs, () => this.#come());
    const beat = setInterval(() => this.#beat(), 500);
    this.#timers.add(beat);
  }

  stop() {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#socket?.close(1000);
  }

  #is(habit, item = "") {
    return fraction(this.#name, habit, item) < habits[habit];
  }

  #later(ms, act) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) act();
    }, ms);
    this.#timers.add(timer);
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #hello() {
    const { lang } = this.#options;
    this.#send({ type: "hello", role: "voter", lang, ...(this.#token && { token: this.#token }), ...(this.#group && { group: this.#group }), ...(this.#givesName && { name: `Sample ${this.#name}` }) });
  }

  /** What the QR picture leads to: the phone's page, which then opens the socket. Without the page a phone tries again, as people do. */
  #come() {
    this.#cameAt = Date.now();
    const { url } = this.#options;
    const page = url.replace(/^ws/, "http").replace("/ws/", "/");
    const again = () => this.#later(1000 + 2000 * this.#random(), () => this.#come());
    (page.startsWith("https:") ? https : http)
      .get(page, { rejectUnauthorized: false, timeout: 10000, agent: false }, (answer) => {
        answer.on("error", again).on("end", () => this.#later(0, () => this.#connect())).resume();
      })
      .on("error", () => {
        this.#tell("no page");
        again();
      });
  }

  #connect() {
    // The address was checked to be this machine's own, so a certificate made for another name is no danger.
    const socket = new WebSocket(this.#options.url, "sawt.1", { perMessageDeflate: false, handshakeTimeout: 10000, rejectUnauthorized: false });
    this.#socket = socket;
    this.#heardAt = Date.now();
    socket.on("open", () => this.#hello());
    socket.on("message", (text) => {
      this.#heardAt = Date.now();
      if (socket === this.#socket) this.#receive(JSON.parse(text));
    });
    socket.on("error", () => {}); // "close" follows
    socket.on("close", () => {
      if (socket === this.#socket) this.#lost();
    });
  }

  #lost() {
    this.#socket = null;
    if (this.#stopped) return;
    this.#tell("lost");
    // Full jitter, so that a room does not come back in one wave.
    this.#attempts += 1;
    this.#later(this.#random() * Math.min(8000, 250 * 2 ** this.#attempts), () => this.#connect());
  }

  #beat() {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    const quiet = Date.now() - this.#heardAt;
    if (quiet > deadMs) this.#socket.terminate();
    else if (quiet > quietMs) this.#send({ type: "ping", t: Date.now() });
  }

  #receive(message) {
    switch (message.type) {
      case "welcome":
        return this.#welcome(message);
      case "change":
        for (const item of message.items) this.#see(item);
        return;
      case "receipt":
        return this.#receipt(message);
      case "refused":
        return this.#refused(message);
      case "bye":
        if (message.retry_ms === null) {
          this.#tell("turned away", { reason: message.reason });
          this.stop();
        }
        return;
    }
  }

  #welcome({ you, workshop }) {
    if (!this.#token) this.#tell("joined", { ms: Date.now() - this.#cameAt });
    this.#tell("connected");
    this.#attempts = 0;
    this.#token = you.token;
    if (!you.group && !this.#group && workshop.groups.length > 0) {
      this.#later(this.#options.pace * (1000 + 3000 * this.#random()), () => {
        this.#group = groupOf(this.#name, workshop.groups);
        this.#hello();
      });
      return;
    }
    this.#group = you.group;
    for (const item of workshop.items) this.#see(item);
    // Whatever had no answer goes again under its old id: the server knows whether it has it.
    for (const [key, vote] of this.#rounds) if (vote.id && !vote.receipt) this.#cast(key);
  }

  #see(item) {
    this.#items.set(item.id, item);
    const key = `${item.id}/${item.round}`;
    if (item.status !== "open" || item.kind !== "vote" || this.#rounds.has(key)) return;
    if (this.#is("never")) return;
    this.#rounds.set(key, {});
    this.#later(thinkingTime(this.#random, this.#options.pace), () => this.#vote(key, 0));
  }

  #vote(key, mood) {
    const [itemId, round] = key.split("/");
    const item = this.#items.get(itemId);
    if (item.status !== "open" || item.round !== Number(round)) return;
    const ballot = this.#is("abstains", itemId) ? {} : ballotOf(this.#name, this.#group, item, mood);
    if (ballot === null) return;
    if (item.secrecy === "named" && !this.#givesName) {
      this.#givesName = true;
      this.#hello();
    }
    this.#rounds.set(key, { ballot, mood, id: randomBytes(12).toString("hex"), sentAt: Date.now(), clean: true });
    this.#cast(key);
    if (mood === 0 && this.#is("drops", itemId)) this.#drop(key);
  }

  #cast(key) {
    const vote = this.#rounds.get(key);
    const [item, round] = key.split("/");
    if (this.#socket?.readyState !== WebSocket.OPEN) vote.clean = false;
    this.#send({ type: "cast", id: vote.id, item, round: Number(round), ballot: vote.ballot });
  }

  /** The ballot is on its way and the network goes, before any answer and without a goodbye. */
  #drop(key) {
    this.#rounds.get(key).clean = false;
    const socket = this.#socket;
    if (!socket) return;
    this.#tell("dropped off");
    this.#socket = null;
    this.#later(20 * this.#random(), () => socket.terminate());
    this.#tell("lost");
    this.#later(this.#options.pace * (1000 + 7000 * this.#random()), () => this.#connect());
  }

  #receipt({ id, entry, leaf }) {
    const found = [...this.#rounds].find(([, vote]) => vote.id === id);
    if (!found) return;
    const [key, vote] = found;
    if (vote.receipt) {
      if (vote.receipt.entry !== entry || vote.receipt.leaf !== leaf) this.#tell("wrong receipt", { id });
      return;
    }
    vote.receipt = { entry, leaf };
    this.#tell("receipt", { ms: vote.clean ? Date.now() - vote.sentAt : null, changed: vote.mood > 0 });
    if (this.#random() < 0.05) this.#cast(key); // as after a lost answer: it must be the same again
    const item = key.split("/")[0];
    if (vote.mood === 0 && this.#is("changes", item)) {
      this.#tell("thinks again");
      this.#later(thinkingTime(this.#random, this.#options.pace), () => this.#vote(key, 1));
    } else if (this.#is("leaves", item)) {
      this.#later(this.#options.pace * 10000 * this.#random(), () => this.#pocket());
    }
  }

  /** The phone goes into a pocket: closed properly, and taken out again after a while. */
  #pocket() {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    socket.close(1000);
    this.#tell("lost");
    this.#later(this.#options.pace * (4000 + 16000 * this.#random()), () => this.#connect());
  }

  #refused({ id, reason, retry }) {
    this.#tell("refused", { reason });
    const found = [...this.#rounds].find(([, vote]) => vote.id === id && !vote.receipt);
    if (!found) return;
    const [key, vote] = found;
    if (retry) this.#later(500 + 1500 * this.#random(), () => this.#cast(key));
    else this.#rounds.set(key, { ...vote, id: null });
  }
}

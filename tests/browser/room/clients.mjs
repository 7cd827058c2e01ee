// Clients without a page: a facilitator who moves the workshop along quickly, and voters in numbers. They speak the contract
// and keep a strict account of what they were told.

import { randomBytes } from "node:crypto";

import { need } from "../engines/packages.mjs";
import { until } from "../engines/until.mjs";

const WebSocket = need("ws");

export const newId = () => randomBytes(12).toString("hex");

/** One connection: what it said, and everything it heard. */
class Line {
  heard = [];
  #socket;

  static async open(port, code, hello) {
    const line = new Line();
    line.#socket = new WebSocket(`ws://127.0.0.1:${port}/ws/${code}`, "sawt.1", { perMessageDeflate: false });
    line.closed = new Promise((done) => line.#socket.on("close", done));
    line.#socket.on("message", (text) => {
      const message = JSON.parse(text);
      line.heard.push(message);
      line.onMessage?.(message);
    });
    await new Promise((done, failed) => line.#socket.once("open", done).once("error", failed));
    line.#socket.on("error", () => {}); // "close" follows
    line.send({ type: "hello", ...hello });
    return line;
  }

  send(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** The first message that fits, also one that came already. */
  hear = (what, fits) => until(what, () => this.heard.find(fits));

  close = () => this.#socket.close(1000);
}

export class Facilitator {
  static async open(server) {
    const facilitator = new Facilitator();
    facilitator.line = await Line.open(server.port, server.code, { role: "facilitator", key: server.keys.facilitator });
    await facilitator.line.hear("the facilitator is welcome", ({ type }) => type === "welcome");
    return facilitator;
  }

  /** @returns {Promise<object>} the receipt @param {string} what @param {object} [members] */
  async act(what, members = {}) {
    const id = newId();
    this.line.send({ type: "act", id, do: what, ...members });
    const answer = await this.line.hear(`an answer to ${what}`, (message) => message.id === id);
    if (answer.type === "refused") throw new Error(`${what} was refused: ${answer.reason} ${answer.detail ?? ""} ${answer.text}`);
    return answer;
  }

  close = () => this.line.close();
}

/**
 * A voter who keeps at it: sends what has no receipt again, over any number of connections, until all have one.
 * `receipts` holds each id's first receipt, `different` each later one that was not the same.
 */
export class Voter {
  receipts = new Map();
  different = [];
  refusals = [];
  connections = 0;
  #pending = new Map();
  #stopped = false;

  /** @param {{port: number, code: string}} server @param {string|null} group */
  constructor(server, group) {
    Object.assign(this, { server, group });
  }

  async start() {
    this.#loop();
    await until("the voter is welcome", () => this.token);
  }

  async #loop() {
    while (!this.#stopped) {
      try {
        const line = await Line.open(this.server.port, this.server.code, { role: "voter", lang: "en", ...(this.group && { group: this.group }), ...(this.token && { token: this.token }) });
        this.line = line;
        this.connections += 1;
        line.onMessage = (message) => this.#receive(message);
        line.heard.forEach((message) => this.#receive(message));
        await line.closed;
      } catch { /* the server is away; it comes back */ }
      await new Promise((done) => setTimeout(done, 20 + 80 * Math.random())); // as a page does: not all at once
    }
  }

  #receive(message) {
    if (message.type === "welcome") {
      this.token = message.you.token;
      for (const cast of this.#pending.values()) this.line.send(cast);
    } else if (message.type === "receipt") {
      const first = this.receipts.get(message.id);
      if (!first) this.receipts.set(message.id, message);
      else if (first.entry !== message.entry || first.leaf !== message.leaf) this.different.push(message);
      this.#pending.delete(message.id);
    } else if (message.type === "refused" || message.type === "bye") {
      this.refusals.push(message);
      if (message.retry) this.line.send(this.#pending.get(message.id));
    }
  }

  /** Hands in a ballot; the id it goes by. Nobody waits here. */
  cast(item, ballot, { round = 1, id = newId() } = {}) {
    const message = { type: "cast", id, item, round, ballot };
    this.#pending.set(id, message);
    this.line?.send(message);
    return id;
  }

  settled = () => until("every ballot has its receipt", () => this.#pending.size === 0, { timeoutMs: 60_000 });

  stop() {
    this.#stopped = true;
    this.line?.close();
  }
}

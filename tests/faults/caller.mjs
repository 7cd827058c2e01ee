// One who asks one thing at a time and waits for the answer: a voter or the facilitator of a short run in which the disk fails.

import { createRequire } from "node:module";

const WebSocket = createRequire(new URL("../../web/package.json", import.meta.url))("ws");

export class Caller {
  #waiting = new Map();
  saving = true;
  changes = [];

  /** @returns {Promise<Caller>} when the welcome has come */
  static open(ready, hello, ledger) {
    const caller = new Caller();
    caller.ledger = ledger;
    caller.socket = new WebSocket(`ws://${ready.listen}/ws/${ready.workshops[0].code}`, "sawt.1", { perMessageDeflate: false });
    return new Promise((done, failed) => {
      caller.socket.on("open", () => caller.socket.send(JSON.stringify({ type: "hello", lang: "en", ...hello })));
      caller.socket.on("message", (text) => {
        const said = JSON.parse(text);
        if (said.type === "welcome") {
          caller.welcome = said;
          done(caller);
        }
        caller.#hear(said);
      });
      caller.socket.on("error", failed);
      caller.socket.on("close", () => caller.#waiting.forEach((answered) => answered({ type: "gone" })));
    });
  }

  #hear(said) {
    if (said.type === "room") this.saving = said.saving;
    if (said.type === "change") this.changes.push(said);
    if (said.type === "receipt") this.ledger.receipt(said);
    if (said.type === "refused") this.ledger.refused(said);
    if (said.type !== "receipt" && said.type !== "refused") return;
    this.#waiting.get(said.id)?.(said);
    this.#waiting.delete(said.id);
  }

  /** @param {object} message a cast or an act with its id @returns {Promise<object>} the receipt or refusal; {type: "gone"} when the program is */
  ask(message, by) {
    const { id, item, round, ballot } = message;
    if (!this.ledger.asked.has(id)) this.ledger.ask({ id, by, item, message, ...(ballot && { round, ballot }) });
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve({ type: "gone" });
    return new Promise((answered) => {
      this.ledger.asked.get(id).flying = 1;
      this.#waiting.set(id, answered);
      this.socket.send(JSON.stringify(message));
    });
  }

  leave() {
    this.socket.terminate();
  }
}

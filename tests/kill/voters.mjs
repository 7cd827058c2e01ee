// Those who are in the room while the program dies: voters on WebSockets, voters whose network only lets HTTP through, and a facilitator.
// They have no manners: as soon as one ballot is answered the next is sent, another one or one that was sent before. What they asked and
// what they were told stands in the ledger.

import { request, Agent } from "node:http";
import { createRequire } from "node:module";

import { agenda } from "./program.mjs";

const WebSocket = createRequire(new URL("../../web/package.json", import.meta.url))("ws");

/** A JSON WebSocket whose end is no error: `closed` comes once, after the last message. */
function connect(ready, { open, message, closed }) {
  const socket = new WebSocket(`ws://${ready.listen}/ws/${ready.workshops[0].code}`, "sawt.1", { perMessageDeflate: false });
  socket.on("open", open);
  socket.on("message", (text) => message(JSON.parse(text)));
  socket.on("error", () => {}); // "close" follows
  socket.on("close", closed);
  return { send: (what) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(what)), end: () => socket.terminate() };
}

/** What a voter and a facilitator have in common: one life of the program after another, and questions that stay open until answered. */
class Person {
  constructor(name, ledger, chance) {
    Object.assign(this, { name, ledger, chance });
  }

  /** @returns {Promise<void>} fulfilled when the connection is gone */
  enter(ready) {
    this.ready = ready;
    this.here = true;
    this.ledger.begins(this.name);
    return new Promise((done) => {
      this.link = connect(ready, {
        open: () => this.link.send(this.hello()),
        message: (said) => this.hear(said),
        closed: () => {
          this.here = false;
          clearTimeout(this.timer);
          done();
        },
      });
    });
  }

  leave() {
    this.link.end();
  }

  hear(said) {
    if (said.type === "welcome") return this.welcomed(said);
    if (said.type === "change") return this.see(said.items);
    if (said.type !== "receipt" && said.type !== "refused") return;
    this.ledger[said.type](said);
    if (said.retry) return setTimeout(() => this.here && this.again(this.ledger.asked.get(said.id)), 100);
    this.told(said);
  }

  /** Now and then a moment passes, so that batches of all sizes are under way when the end comes. */
  soon(act) {
    if (this.chance.in(0.7)) return act();
    this.timer = setTimeout(() => this.here && act(), this.chance.below(12));
  }
}

export class Voter extends Person {
  items = new Map();

  hello() {
    return { type: "hello", role: "voter", lang: "en", ...(this.token ? { token: this.token } : { group: this.chance.of(agenda.groups).id }) };
  }

  welcomed({ you, workshop, mine }) {
    this.token = you.token;
    this.see(workshop.items);
    this.#holds(mine);
    this.askAgain();
    this.soon(() => this.next());
  }

  /** Whatever had no answer goes again under its old id: some at once, the others one by one, since too many at once are turned away. */
  askAgain(most = 10) {
    const silent = this.ledger.unknown(this.name).filter(({ flying }) => flying === 0).slice(0, most);
    for (const asked of silent) this.cast(asked);
    return silent.length > 0;
  }

  /** Of the current round the phone is shown the ballot that counts: the last one that was acknowledged, or one that was sent after it. */
  #holds(mine) {
    for (const asked of this.ledger.of(this.name)) {
      const shown = mine[asked.item];
      if (!asked.receipt || asked.round !== this.items.get(asked.item).round) continue;
      if (shown?.round !== asked.round || shown.entry < asked.receipt.entry)
        this.ledger.complaints.push(`${this.name} was told entry ${asked.receipt.entry} is counted on ${asked.item}, and is now shown ${JSON.stringify(shown ?? null)}`);
    }
  }

  see(items) {
    for (const item of items) this.items.set(item.id, item);
    if (this.idle && this.here) this.next();
  }

  told() {
    this.soon(() => this.next());
  }

  next() {
    this.idle = false;
    if (this.ledger.deaf) return;
    if ((this.quiet || this.chance.in(0.5)) && this.askAgain(1)) return;
    const before = this.ledger.of(this.name).slice(-10).filter((asked) => !asked.refused);
    if (before.length > 0 && this.chance.in(0.2)) return this.cast(this.chance.of(before));
    const open = [...this.items.values()].filter(({ status }) => status === "open");
    if (open.length === 0 || this.quiet) return (this.idle = true);
    const { id: item, round } = this.chance.of(open);
    this.cast(this.ledger.ask({ id: this.chance.id(this.name), by: this.name, item, round, ballot: this.#ballot(item) }));
    if (this.chance.in(0.15)) this.soon(() => this.next()); // changed at once, before the answer
  }

  #ballot(item) {
    const options = ["a", "b", "c", "d"];
    if (this.chance.in(0.05)) return {};
    if (item === "one") return { choice: this.chance.of(options) };
    const first = 1 + this.chance.below(3);
    return { points: { [options[this.chance.below(2)]]: first, [options[2 + this.chance.below(2)]]: 5 - first } };
  }

  again(asked) {
    this.cast(asked);
  }

  cast(asked) {
    const { id, item, round, ballot } = asked;
    asked.flying += 1;
    this.link.send({ type: "cast", id, item, round, ballot });
  }
}

/** Comes once by WebSocket to be given a token; from then on only HTTP works. */
export class PostingVoter extends Voter {
  async enter(ready) {
    this.ready = ready;
    if (!this.token) {
      const gone = super.enter(ready);
      this.posts = false;
      return gone;
    }
    this.here = this.posts = true;
    this.agent = new Agent({ keepAlive: true });
    this.flying = 0;
    this.ledger.begins(this.name);
    this.askAgain();
    this.soon(() => this.next());
    await new Promise((done) => (this.gone = done));
    this.agent.destroy();
  }

  cast(asked) {
    if (!this.posts) return super.cast(asked);
    const { id, item, round, ballot } = asked;
    asked.flying += 1;
    const [host, port] = this.ready.listen.split(":");
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/json" };
    const call = request({ host, port, method: "POST", path: `/api/workshops/${this.ready.workshops[0].code}/cast`, headers, agent: this.agent });
    this.flying += 1;
    let text = "";
    let answered = false;
    call.on("response", (answer) => {
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.on("end", () => {
        answered = answer.complete;
        if (!answered) return;
        if (answer.statusCode === 200) this.hear(JSON.parse(text));
        else this.ledger.complaints.push(`a posted ballot was answered ${answer.statusCode} ${text}`);
      });
      answer.on("error", () => {});
    });
    call.on("error", () => {}); // "close" follows
    call.on("close", () => {
      this.flying -= 1;
      if (!answered) this.here = false; // the program is dead, or dying
      this.#leaveIfDone();
    });
    call.end(JSON.stringify({ type: "cast", id, item, round, ballot }));
  }

  /** The one who listens to nothing learns of changes from refusals alone, so it asks what is open by what the others see. */
  lookAt(items) {
    if (this.posts) this.see([...items.values()]);
  }

  leave() {
    if (!this.posts) return super.leave();
    this.here = false;
    clearTimeout(this.timer);
    this.#leaveIfDone();
  }

  #leaveIfDone() {
    if (!this.here && this.flying === 0) this.gone?.();
  }
}

/** Opens both items, and now and then closes one and begins a new round of it. */
export class Facilitator extends Person {
  items = new Map();
  acts = 0;

  hello() {
    return { type: "hello", role: "facilitator", key: this.ready.workshops[0].keys.facilitator, lang: "en" };
  }

  welcomed({ workshop }) {
    this.see(workshop.items);
    const unknown = this.ledger.unknown(this.name);
    for (const asked of unknown) this.again(asked);
    if (unknown.length === 0) this.next();
  }

  see(items) {
    for (const item of items) this.items.set(item.id, item);
    this.onSight?.(this.items);
  }

  told() {
    if (this.ledger.unknown(this.name).length === 0) this.next();
  }

  next() {
    const waiting = [...this.items.values()].find(({ status }) => status !== "open");
    if (waiting) return this.act(waiting.status === "closed" && this.chance.in(0.7) ? "round" : "open", waiting.id);
    this.timer = setTimeout(() => this.here && !this.quiet && this.act("close", this.chance.of([...this.items.keys()])), this.chance.between(300, 3000));
  }

  act(what, item) {
    const id = this.chance.id(this.name);
    this.again(this.ledger.ask({ id, by: this.name, item, message: { type: "act", id, do: what, item } })); // "open" and "close" mean the current round
  }

  again(asked) {
    asked.flying += 1;
    this.link.send(asked.message);
  }
}

// A bad link on loopback: a TCP proxy with a rate, a delay, and the two ways in which a hall's network fails. It is stalled
// (everything looks open and nothing comes through) or cut. Works for every engine, and for sockets that are open already,
// where the browsers' own emulation does not.

import net from "node:net";

const segmentBytes = 1400; // about what one packet carries, so that a slow rate is smooth

/** One direction, shared by all connections like the air of a hall. */
class Lane {
  #free = 0; // when the lane has sent all it was given
  constructor(link, direction) {
    Object.assign(this, { link, direction });
  }

  carry(bytes, to) {
    const now = Date.now();
    this.#free = Math.max(this.#free, now) + (bytes.length / this.link.bytesPerSecond) * 1000;
    const deliver = () => {
      if (this.link.stalled.has(this.direction)) this.link.waiting.push(deliver);
      else if (!to.destroyed) to.write(bytes);
    };
    setTimeout(deliver, this.#free - now + this.link.delayMs);
  }
}

export class Link {
  stalled = new Set(); // of "up" and "down"
  waiting = []; // deliveries that a stall holds up, in their order
  connections = 0;
  bytesDown = 0;
  #sockets = new Set();
  #refusing = false;

  /** @param {{port: number, delayMs?: number, bytesPerSecond?: number}} target delayMs is one way */
  static async open({ port, delayMs = 0, bytesPerSecond = Infinity }) {
    const link = new Link();
    Object.assign(link, { targetPort: port, delayMs, bytesPerSecond });
    link.server = net.createServer((phone) => link.#accept(phone));
    await new Promise((done) => link.server.listen(0, "127.0.0.1", done));
    link.port = link.server.address().port;
    return link;
  }

  #up = new Lane(this, "up");
  #down = new Lane(this, "down");

  #accept(phone) {
    if (this.#refusing) return phone.destroy();
    this.connections += 1;
    const server = net.connect(this.targetPort, "127.0.0.1");
    const carry = (lane, to) => (bytes) => {
      for (let at = 0; at < bytes.length; at += segmentBytes) lane.carry(bytes.subarray(at, at + segmentBytes), to);
    };
    phone.on("data", carry(this.#up, server));
    server.on("data", (bytes) => (this.bytesDown += bytes.length));
    server.on("data", carry(this.#down, phone));
    for (const [one, other] of [[phone, server], [server, phone]]) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      one.on("error", () => {}); // "close" follows
      one.on("close", () => {
        this.#sockets.delete(one);
        // What is under way still arrives, unless the link is stalled: then not even an end comes through.
        const end = () => (this.stalled.size > 0 ? this.waiting.push(end) : other.destroy());
        setTimeout(end, this.delayMs + 50);
      });
    }
  }

  /** Everything stays open, and nothing comes through in these directions. */
  stall(...directions) {
    for (const direction of directions.length > 0 ? directions : ["up", "down"]) this.stalled.add(direction);
  }

  flow() {
    this.stalled.clear();
    for (const deliver of this.waiting.splice(0)) deliver();
  }

  /** Breaks all connections; what is under way is gone. New ones are refused until `mend`. */
  cut() {
    this.#refusing = true;
    this.waiting.length = 0;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend() {
    this.#refusing = false;
    this.stalled.clear();
  }

  close() {
    this.cut();
    this.server.close();
  }
}

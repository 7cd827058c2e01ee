// A proxy that watches what pages ask for. It adds a report address to each content security policy, so that every engine
// tells of what the policy stopped (a request to another host among it), and notes each answer's size on the wire. It can also lie.

import http from "node:http";
import net from "node:net";

const reportPath = "/the-policy-stopped-this";

const headersOf = (raw) => {
  const pairs = [];
  for (let i = 0; i < raw.length; i += 2) pairs.push([raw[i], raw[i + 1]]);
  return pairs;
};

export class Witness {
  /** @type {{method: string, path: string, status: number, encoding: string, bytes: number}[]} */
  answers = [];
  /** @type {string[]} what a policy stopped, with its directive */
  stopped = [];
  sockets = 0;
  broken = false;
  /** @type {(path: string) => boolean} what the network loses */
  loses = () => false;
  /** What a page is told instead of what the server answered. @type {((path: string, text: string) => string)|null} */
  lies = null;
  #phones = new Set();

  /** @param {number} port of the server */
  static async open(port) {
    const witness = new Witness();
    witness.targetPort = port;
    witness.server = http.createServer((asked, answer) => witness.#pass(asked, answer));
    witness.server.on("upgrade", (asked, phone, head) => witness.#upgrade(asked, phone, head));
    await new Promise((done) => witness.server.listen(0, "127.0.0.1", done));
    witness.port = witness.server.address().port;
    return witness;
  }

  #pass(asked, answer) {
    if (asked.url === reportPath) return this.#note(asked, answer);
    const { method, url: path } = asked;
    if (this.loses(path)) return void asked.socket.destroy();
    const lies = path.startsWith("/api/") && method === "GET" ? this.lies : null;
    const onward = http.request({ host: "127.0.0.1", port: this.targetPort, method, path, headers: { ...asked.headers, ...(lies && { "accept-encoding": "identity" }) } }, (reply) => {
      const pairs = headersOf(reply.rawHeaders).map(([name, value]) => [name, name.toLowerCase() === "content-security-policy" ? `${value}; report-uri ${reportPath}` : value]);
      answer.writeHead(reply.statusCode, pairs.filter(([name]) => !lies || name.toLowerCase() !== "content-length").flat());
      const seen = { method, path, status: reply.statusCode, encoding: reply.headers["content-encoding"] ?? "", bytes: 0 };
      this.answers.push(seen);
      reply.on("data", (bytes) => (seen.bytes += bytes.length));
      if (lies) return void this.#retell(reply, answer, (text) => lies(path, text));
      reply.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  }

  #retell(reply, answer, change) {
    let text = "";
    reply.setEncoding("utf8").on("data", (part) => (text += part));
    reply.on("end", () => answer.end(change(text)));
  }

  #note(asked, answer) {
    let text = "";
    asked.on("data", (bytes) => (text += bytes));
    asked.on("end", () => {
      const report = JSON.parse(text)["csp-report"] ?? JSON.parse(text);
      this.stopped.push(`${report["effective-directive"] ?? report["violated-directive"]}: ${report["blocked-uri"]}`);
      answer.writeHead(204).end();
    });
  }

  /** As a hall's proxy does that knows no WebSockets: those that are open break, and no new one comes about. */
  breakSockets() {
    this.broken = true;
    for (const socket of this.#phones) socket.destroy();
  }

  #upgrade(asked, phone, head) {
    if (this.broken) return void phone.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    this.sockets += 1;
    this.#phones.add(phone);
    phone.on("close", () => this.#phones.delete(phone));
    const server = net.connect(this.targetPort, "127.0.0.1", () => {
      const lines = headersOf(asked.rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
      server.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join("")}\r\n`);
      server.write(head);
      server.pipe(phone).pipe(server);
    });
    for (const [one, other] of [[phone, server], [server, phone]]) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

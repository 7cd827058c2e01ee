// The real program on a free port, with a data folder of its own. It can be killed like a laptop whose battery fails, and
// started again on the same port with the same data.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { lanName, top } from "../engines/packages.mjs";

export const program = process.env.SAWT_PROGRAM ?? join(top, "build/release/sawt");

export class Server {
  #said = [];

  /** @param {object} agenda @param {string[]} [args] more arguments of `sawt serve` */
  static async start(agenda, args = []) {
    if (!existsSync(program)) throw new Error(`${program} is not built: ./dev build release`);
    const server = new Server();
    server.folder = mkdtempSync(join(tmpdir(), "sawt-browser-"));
    server.args = args;
    writeFileSync(join(server.folder, "agenda.json"), JSON.stringify(agenda));
    server.forget = () => server.child?.kill("SIGKILL");
    process.once("exit", server.forget);
    await server.#run(0);
    return server;
  }

  async #run(port) {
    const words = ["serve", join(this.folder, "agenda.json"), "--data", join(this.folder, "data"), "--listen", `127.0.0.1:${port}`, ...this.args];
    this.child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
    this.ended = new Promise((done) => this.child.once("exit", (code, signal) => done({ code, signal })));
    createInterface(this.child.stderr).on("line", (line) => this.#said.push(line));
    const ready = new Promise((done) => {
      createInterface(this.child.stdout).on("line", (line) => {
        if (line.startsWith("ready {")) done(JSON.parse(line.slice(6)));
        this.#said.push(line);
      });
    });
    const early = this.ended.then(({ code, signal }) => {
      throw new Error(`the server ended (${code ?? signal}) before it was ready:\n${this.#said.join("\n")}`);
    });
    this.ready = await Promise.race([ready, early]);
    early.catch(() => {});
    this.port = Number(this.ready.listen.split(":").pop());
    const [workshop] = this.ready.workshops;
    this.code = workshop.code;
    this.keys = workshop.keys;
  }

  /** What a person opens. `port` is another one where a proxy stands between. */
  address(page, { port = this.port, key, as, lang } = {}) {
    const query = new URLSearchParams({ ...(as && { as }), ...(lang && { lang }) });
    const base = `http://${lanName}:${port}`;
    const role = { stage: "stage", desk: "facilitator", records: "organiser" }[page];
    const path = role ? `/${page}/${this.code}` : page === "join" ? "/" : `/${this.code}`;
    return `${base}${path}${query.size ? `?${query}` : ""}${role ? `#key=${key ?? this.keys[role]}` : ""}`;
  }

  async get(path, key) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, { headers: key ? { authorization: `Bearer ${key}` } : {} });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer()).toString(); // with the byte-order mark, which text() would drop
  }

  log = (form) => this.get(`/api/workshops/${this.code}/log.${form}`, this.keys.organiser);

  results = async () => JSON.parse(await this.get(`/api/workshops/${this.code}/results`, this.keys.organiser));

  /** No chance to write anything more. */
  async kill() {
    this.child.kill("SIGKILL");
    await this.ended;
  }

  restart = () => this.#run(this.port);

  async stop() {
    this.child.kill("SIGTERM");
    const how = await this.ended;
    process.removeListener("exit", this.forget);
    rmSync(this.folder, { recursive: true, force: true });
    if (how.code !== 0 && how.signal !== "SIGKILL") throw new Error(`the server ended badly (${how.code ?? how.signal}):\n${this.#said.join("\n")}`);
    return how;
  }
}

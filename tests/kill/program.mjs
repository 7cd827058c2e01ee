// The real program on a data folder of its own, one life after another: it is started, killed like a laptop whose battery fails, and
// started again. What it prints is kept, so that a life that ends by itself can be asked why.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));
export const program = process.env.SAWT_PROGRAM ?? join(top, "build/release/sawt");

if (!existsSync(program)) {
  console.error(`${program} is not built: ./dev build release, or name another with SAWT_PROGRAM`);
  process.exit(2);
}

const living = new Set();
process.once("exit", () => living.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130)); // so that "exit" tidies up

/** A folder that is gone when its owner says so, or when this process ends. */
export function scratchFolder(at = tmpdir()) {
  const path = mkdtempSync(join(at, "sawt-kill-"));
  const remove = () => rmSync(path, { recursive: true, force: true });
  process.once("exit", remove);
  return { path, remove: () => (process.removeListener("exit", remove), remove()) };
}

function run(words, env) {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  living.add(child);
  const ended = new Promise((done) => {
    child.once("close", (code, signal) => {
      living.delete(child);
      done({ code, signal });
    });
  });
  return { child, ended };
}

/** One run of `sawt serve`, from its start to its end. */
export class Life {
  said = ""; // on standard error

  constructor(words, env = {}) {
    this.begun = performance.now();
    const { child, ended } = run(["serve", "--listen", "127.0.0.1:0", "--threads", "2", ...words], env);
    this.child = child;
    this.ended = ended;
    child.stderr.setEncoding("utf8").on("data", (text) => (this.said += text));
    let out = "";
    /** The ready line, or null when it ended before. */
    this.ready = new Promise((done) => {
      child.stdout.setEncoding("utf8").on("data", (text) => {
        if (out === null) return;
        out += text;
        const line = out.match(/^ready (\{.*\})$/m);
        if (!line) return;
        out = null; // nothing more is looked for
        done(JSON.parse(line[1]));
      });
      ended.then(() => done(null));
    });
  }

  /** No chance to write anything more, or, with another signal, the chance that it is for. */
  end(signal = "SIGKILL") {
    this.child.kill(signal);
    return this.ended;
  }
}

/** @returns {Promise<{text: string, code: number, said: string}>} what a command of the program prints, and how it ends */
export async function ran(words, env) {
  const { child, ended } = run(words, env);
  const parts = [];
  let said = "";
  child.stdout.on("data", (part) => parts.push(part));
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const { code, signal } = await ended;
  return { text: Buffer.concat(parts).toString(), code: code ?? signal, said };
}

/** What `sawt export` gives of a folder that nobody serves. */
export const exported = (workshop, folder, env) => ran(["export", workshop, "--data", folder], env);

const options = ["a", "b", "c", "d"].map((id) => ({ id, text: `Option ${id}` }));

/** Two items that are open at the same time, so that a voter has a pseudonym for each. */
export const agenda = {
  sawt: 1,
  title: "Sample for the kill tests",
  languages: ["en"],
  sample: true,
  groups: [{ id: "makers", name: "Makers" }, { id: "designers", name: "Designers" }],
  items: [
    { id: "points", kind: "vote", method: "dots", params: { dots: 5, cap: 5 }, title: "Five dots", options },
    { id: "one", kind: "vote", method: "plurality", title: "One of four", options },
  ],
};

export function writeAgenda(folder) {
  const path = join(folder, "agenda.json");
  writeFileSync(path, JSON.stringify(agenda));
  return path;
}

/** What an address of the running program answers. @returns {Promise<{status: number, text: string}>} */
export async function get(ready, path, key) {
  const answer = await fetch(`http://${ready.listen}${path}`, { headers: { connection: "close", ...(key && { authorization: `Bearer ${key}` }) } });
  return { status: answer.status, text: await answer.text() };
}

// Debian's WebKitGTK through its own driver and the W3C protocol, which is a handful of HTTP calls. One driver process
// serves one session, so each context is a process of its own: it has its own storage, and its windows share that.

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { lanName } from "./packages.mjs";
import { until } from "./until.mjs";

const elementKey = "element-6066-11e4-a52e-4f735466cecf"; // as the W3C protocol spells it
const keyCodes = { Enter: "\uE007", Tab: "\uE004", " ": "\uE00D", Space: "\uE00D", Escape: "\uE00C", ArrowUp: "\uE013", ArrowDown: "\uE015",
  ArrowLeft: "\uE012", ArrowRight: "\uE014", PageUp: "\uE00E", PageDown: "\uE00F" };

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** A process and all that it starts. Without the group, display, driver and web process would stay behind. */
function startGroup(command, args, options) {
  const child = spawn(command, args, { detached: true, ...options });
  const stop = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch { /* it has ended */ }
  };
  process.once("exit", stop);
  return { child, stop: () => { process.removeListener("exit", stop); stop(); } };
}

class Page {
  requests = null; // this driver does not tell; the witness proxy does
  errors = null;
  constructor(session, handle) {
    this.session = session;
    this.handle = handle;
  }

  #command(method, path, body) {
    return this.session.onWindow(this.handle, method, path, body);
  }

  open = (url) => this.#command("POST", "/url", { url });
  reload = () => this.#command("POST", "/refresh", {});
  eval = (fn, ...args) => this.#command("POST", "/execute/sync", { script: `return (${fn}).apply(null, arguments)`, args });
  close = () => this.#command("DELETE", "/window");

  async #element(selector) {
    const found = await until(`${selector} is there`, () => this.#command("POST", "/element", { using: "css selector", value: selector }), { timeoutMs: 20_000 });
    return found[elementKey];
  }

  async click(selector) {
    // An element may be replaced between the look-up and the click, so both are tried again together.
    await until(`${selector} takes a click`, async () => {
      await this.#command("POST", `/element/${await this.#element(selector)}/click`, {});
      return true;
    }, { timeoutMs: 20_000 });
  }

  async type(selector, text) {
    await this.#command("POST", `/element/${await this.#element(selector)}/value`, { text: text.replaceAll("\n", keyCodes.Enter) });
  }

  async upload(selector, paths) {
    await this.#command("POST", `/element/${await this.#element(selector)}/value`, { text: paths.join("\n") });
  }

  async press(key) {
    const parts = key.split("+").map((part) => ({ Shift: "\uE008", Control: "\uE009" })[part] ?? keyCodes[part] ?? part);
    const down = parts.map((value) => ({ type: "keyDown", value }));
    const up = parts.slice().reverse().map((value) => ({ type: "keyUp", value }));
    await this.#command("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }] });
  }

  /** The window is never narrower than about 450 px here, so phone widths are measured in the other two. */
  async viewport(width, height) {
    const inner = await this.eval(() => [innerWidth, innerHeight]);
    const rect = await this.#command("GET", "/window/rect");
    await this.#command("POST", "/window/rect", { width: rect.width + width - inner[0], height: rect.height + height - inner[1] });
  }

  async screenshot(path) {
    writeFileSync(path, Buffer.from(await this.#command("GET", "/screenshot"), "base64"));
  }
}

class Session {
  #turn = Promise.resolve();
  #current;
  constructor(base, driver) {
    this.base = base;
    this.driver = driver;
  }

  async call(method, path, body) {
    const response = await fetch(this.base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message} (${method} ${path})`);
    return value;
  }

  /** The session has one current window, so commands take turns and each names its window first. */
  onWindow(handle, method, path, body) {
    const turn = this.#turn.then(async () => {
      if (this.#current !== handle) await this.call("POST", "/window", { handle });
      this.#current = path === "/window" ? undefined : handle;
      return this.call(method, path, body);
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** A window of its own: a page in a tab behind another one draws nothing. */
  async page() {
    if (!this.used) {
      this.used = true;
      return new Page(this, await this.call("GET", "/window"));
    }
    return new Page(this, (await this.call("POST", "/window/new", { type: "window" })).handle);
  }

  async close() {
    await this.call("DELETE", "").catch(() => {});
    this.driver.stop();
  }
}

function miniBrowser() {
  for (const folder of readdirSync("/usr/lib")) {
    const path = join("/usr/lib", folder, "webkit2gtk-4.1");
    try {
      if (readdirSync(path).includes("MiniBrowser")) return join(path, "MiniBrowser");
    } catch { /* another kind of folder */ }
  }
  throw new Error("there is no MiniBrowser of WebKitGTK under /usr/lib (package webkit2gtk-driver)");
}

class Browser {
  engine = "webkit";
  #sessions = new Set();
  constructor(display, screen, folder) {
    Object.assign(this, { display, screen, folder });
  }

  async context() {
    const port = await freePort();
    // A name for this machine that only the browser sees: its own view of /etc/hosts.
    const unshare = process.getuid() === 0 ? ["-m"] : ["-r", "-m"];
    const inside = `mount --bind "${this.folder}/hosts" /etc/hosts && exec WebKitWebDriver --host=127.0.0.1 --port=${port}`;
    const driver = startGroup("unshare", [...unshare, "sh", "-c", inside], { stdio: "ignore", env: { ...process.env, DISPLAY: this.display } });
    const base = `http://127.0.0.1:${port}`;
    await until("WebKitWebDriver answers", async () => (await fetch(`${base}/status`)).ok);
    const root = new Session(base, driver);
    const browserOptions = { binary: miniBrowser(), args: ["--automation"] };
    const { sessionId } = await root.call("POST", "/session", { capabilities: { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": browserOptions } } });
    const session = new Session(`${base}/session/${sessionId}`, driver);
    this.#sessions.add(session);
    return session;
  }

  async close() {
    for (const session of this.#sessions) await session.close();
    this.screen.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function launch() {
  const folder = mkdtempSync(join(tmpdir(), "sawt-webkit-"));
  writeFileSync(join(folder, "hosts"), `127.0.0.1 localhost ${lanName}\n::1 localhost\n`);
  // Xvfb itself picks a free display and writes its number to descriptor 3.
  const screen = startGroup("Xvfb", ["-displayfd", "3", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((done, failed) => {
    let text = "";
    screen.child.on("error", failed);
    screen.child.on("exit", (code) => failed(new Error(`Xvfb ended with ${code}`)));
    screen.child.stdio[3].on("data", (bytes) => (text += bytes).endsWith("\n") && done(text.trim()));
  });
  screen.child.removeAllListeners("exit");
  return new Browser(`:${number}`, screen, folder);
}

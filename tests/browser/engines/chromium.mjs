// Debian's Chromium through Playwright. Sees each request a page makes and each error it logs.

import { lanName, need } from "./packages.mjs";

const { chromium } = need("playwright-core");

class Page {
  constructor(page) {
    this.raw = page;
    this.requests = [];
    this.errors = [];
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("websocket", (socket) => this.requests.push(socket.url()));
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  open = (url) => this.raw.goto(url, { waitUntil: "load", timeout: 60_000 });
  reload = () => this.raw.reload({ waitUntil: "load" });
  click = (selector) => this.raw.click(selector, { timeout: 20_000 });
  press = (key) => this.raw.keyboard.press(key);
  screenshot = (path, options = {}) => this.raw.screenshot({ path, animations: "disabled", ...options });
  close = () => this.raw.close();

  /** Through the protocol itself, which a page's content security policy does not touch. */
  async eval(fn, ...args) {
    this.protocol ??= await this.raw.context().newCDPSession(this.raw);
    const { result, exceptionDetails: wrong } = await this.protocol.send("Runtime.evaluate", {
      expression: `(${fn}).apply(null, ${JSON.stringify(args)})`, returnByValue: true, awaitPromise: true,
    });
    if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
    return result.value;
  }

  /** Runs a script in the page as the developer tools do. */
  async run(source) {
    this.protocol ??= await this.raw.context().newCDPSession(this.raw);
    const { exceptionDetails: wrong } = await this.protocol.send("Runtime.evaluate", { expression: source });
    if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
  }

  async type(selector, text) {
    await this.raw.click(selector, { timeout: 20_000 });
    await this.raw.keyboard.type(text);
  }

  upload = (selector, paths) => this.raw.setInputFiles(selector, paths);
  offline = () => this.raw.context().setOffline(true);

  async viewport(width, height) {
    await this.raw.setViewportSize({ width, height });
  }
}

class Context {
  constructor(context) {
    this.raw = context;
  }

  page = async () => new Page(await this.raw.newPage());
  close = () => this.raw.close();
}

class Browser {
  engine = "chromium";
  constructor(browser) {
    this.raw = browser;
  }

  /** @param {{dark?: boolean, touch?: boolean}} [look] */
  async context({ dark = false, touch = false } = {}) {
    return new Context(await this.raw.newContext({
      locale: "ar", colorScheme: dark ? "dark" : "light", hasTouch: touch, isMobile: touch, acceptDownloads: true,
      viewport: touch ? { width: 360, height: 740 } : { width: 1280, height: 800 },
    }));
  }

  close = () => this.raw.close();
}

export async function launch() {
  const asRoot = process.getuid() === 0 ? ["--no-sandbox"] : [];
  return new Browser(await chromium.launch({
    executablePath: "/usr/bin/chromium",
    // There is no graphics card here: drawing by the processor at once is quicker than by way of an imitation of one.
    args: [...asRoot, "--disable-gpu", "--disable-dev-shm-usage", `--host-resolver-rules=MAP ${lanName} 127.0.0.1`],
  }));
}

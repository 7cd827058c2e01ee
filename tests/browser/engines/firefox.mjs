// Debian's Firefox ESR through Puppeteer and WebDriver BiDi.

import { lanName, need } from "./packages.mjs";

const puppeteer = need("puppeteer-core");

class Page {
  constructor(page) {
    this.raw = page;
    this.requests = [];
    this.errors = [];
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  open = (url) => this.raw.goto(url, { waitUntil: "load", timeout: 60_000 });
  reload = () => this.raw.reload({ waitUntil: "load" });
  eval = (fn, ...args) => this.raw.evaluate(fn, ...args);
  screenshot = (path) => this.raw.screenshot({ path });
  close = () => this.raw.close();

  /** "Enter", "Space", "Shift+Tab" */
  async press(keys) {
    const [key, ...held] = keys.split("+").reverse();
    for (const one of held) await this.raw.keyboard.down(one);
    await this.raw.keyboard.press(key === "Space" ? " " : key);
    for (const one of held) await this.raw.keyboard.up(one);
  }

  async click(selector) {
    await this.raw.locator(selector).setTimeout(20_000).click();
  }

  async type(selector, text) {
    await this.click(selector);
    await this.raw.keyboard.type(text);
  }

  async viewport(width, height) {
    await this.raw.setViewport({ width, height });
  }
}

class Context {
  constructor(context) {
    this.raw = context;
  }

  /** A window of its own: a page in a tab behind another one draws nothing. */
  page = async () => new Page(await this.raw.newPage({ type: "window" }));
  close = () => this.raw.close();
}

class Browser {
  engine = "firefox";
  constructor(browser) {
    this.raw = browser;
  }

  context = async () => new Context(await this.raw.createBrowserContext());
  close = () => this.raw.close();
}

const options = {
  browser: "firefox",
  executablePath: "/usr/bin/firefox-esr",
  headless: true,
  timeout: 60_000,
  protocolTimeout: 60_000,
  extraPrefsFirefox: {
    "network.dns.localDomains": lanName,
    "intl.accept_languages": "ar",
    // A test run is no visitor: the browser itself fetches nothing meanwhile.
    "browser.safebrowsing.update.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
  },
};

/** On a busy machine Firefox now and then starts and never answers its first request; started anew it does. */
export async function launch() {
  for (let tries = 3; ; tries--) {
    try {
      return new Browser(await puppeteer.launch(options));
    } catch (error) {
      if (tries === 1) throw error;
    }
  }
}

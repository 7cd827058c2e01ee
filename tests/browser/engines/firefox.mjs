// Debian's Firefox ESR through Puppeteer and WebDriver BiDi.

import { lanName, need } from "./packages.mjs";
import { until } from "./until.mjs";

const puppeteer = need("puppeteer-core");

/** The middle of an element that can be clicked and stands still, brought into view; null until then. Runs in the page. */
async function clickable(selector) {
  const element = document.querySelector(selector);
  if (!element || element.disabled || !element.checkVisibility({ visibilityProperty: true })) return null;
  const box = () => element.getBoundingClientRect();
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const inside = ({ top, bottom, left, right }) => top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  if (!inside(box())) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  await frame();
  const before = box();
  await frame();
  const now = box();
  const still = ["left", "top", "width", "height"].every((side) => before[side] === now[side]);
  return still && now.width > 0 && now.height > 0 ? [now.left + now.width / 2, now.top + now.height / 2] : null;
}

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

  /** Puppeteer's own waiting makes code of text in the page, which the pages' policy forbids up to Firefox ESR 140; this asks from outside. */
  async click(selector) {
    const at = await until(`${selector} takes a click`, () => this.eval(clickable, selector), { timeoutMs: 20_000 });
    await this.raw.mouse.click(...at);
  }

  async type(selector, text) {
    await this.click(selector);
    await this.raw.keyboard.type(text);
  }

  async upload(selector, paths) {
    await (await this.raw.$(selector)).uploadFile(...paths);
  }

  /** Firefox ESR 140 knows no screen orientation, which Puppeteer sets in the same breath; the size itself it takes. */
  async viewport(width, height) {
    await this.raw.setViewport({ width, height }).catch((error) => {
      if (!/unknown command emulation\.setScreenOrientationOverride/.test(error.message)) throw error;
    });
    await until(`a window of ${width} x ${height}`, () => this.eval((wide, high) => innerWidth === wide && innerHeight === high, width, height), { timeoutMs: 10_000 });
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

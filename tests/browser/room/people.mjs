// What people do at the pages, in their words: a voter with a phone, the facilitator at the desk, the audience before the
// stage. The pages' hooks (data-view, data-act, …) are named here and in no test.

import { readFile } from "node:fs/promises";

import { until } from "../engines/until.mjs";

class Person {
  constructor(page) {
    this.page = page;
  }

  /** Waits until the page answers the question with something true, and gives the answer. */
  sees = (what, ask, ...args) => until(what, () => this.page.eval(ask, ...args), { tell: () => this.page.eval(() => document.body.innerText.slice(0, 600)) });

  click = (selector) => this.page.click(selector);

  /** Chooses in a list of the page's own. */
  async picks(selector, value) {
    await this.page.eval((where, wanted) => {
      const list = document.querySelector(where);
      list.value = wanted;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }, selector, value);
  }

  seesLanguage = (lang) => this.sees(`the page is in ${lang}`, (wanted) => document.documentElement.lang === wanted, lang);

  /** Moves the focus with the Tab key alone until it is on the element; back with Shift, for Firefox would leave the page at its end. */
  async tabTo(selector, { back = false } = {}) {
    for (let pressed = 0; pressed < 60; pressed++) {
      if (await this.page.eval((wanted) => !!document.activeElement?.matches(wanted), selector)) return;
      await this.page.press(back ? "Shift+Tab" : "Tab");
    }
    throw new Error(`60 times Tab does not lead to ${selector}`);
  }
}

export class Phone extends Person {
  /** @param {import("./server.mjs").Server} server @param {object} [at] members of `address` and `group` */
  static async open(context, server, { group, ...at } = {}) {
    const phone = new Phone(await context.page());
    await phone.page.open(server.address("phone", at));
    if (group) await phone.joins(group);
    return phone;
  }

  /** A thumb first scrolls what it wants from under the foot that sticks; a driver takes that for in view. */
  click = async (selector) => {
    await this.page.eval((where) => {
      const target = document.querySelector(where), box = target?.getBoundingClientRect();
      const seen = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (seen?.closest(".dock") && !target.contains(seen)) target.scrollIntoView({ block: "nearest", behavior: "instant" });
    }, selector);
    await this.page.click(selector);
  };

  async joins(group) {
    await this.sees("the phone asks for the group", () => !!document.querySelector('[data-view="group"]'));
    await this.click(`[data-group="${group}"]`);
    await this.sees("the phone leaves the choice of the group", () => !document.querySelector('[data-view="group"]'));
  }

  async setsLanguage(lang) {
    await this.picks('[data-action="lang"]', lang);
    await this.seesLanguage(lang);
  }

  seesView = (view) => this.sees(`the phone shows ${view}`, (wanted) => !!document.querySelector(`main [data-view="${wanted}"]`), view);

  /** The vote is there and takes a choice. */
  seesVote = (title) => this.sees(`the phone shows the vote ${title}`, (wanted) => {
    const view = document.querySelector('main [data-view="vote"]');
    return view?.dataset.state === "draft" && view.querySelector("h1").textContent === wanted;
  }, title);

  /** The controls of the open vote's kind, which may come after the page. */
  seesPaper = () => this.sees("the ballot paper is there", () => document.querySelector("main [data-paper]")?.dataset.paper === "there");

  /** @param {"draft"|"kept"|"counted"|"refused"} state */
  seesState = (state) => this.sees(`the phone says ${state}`, (wanted) => document.querySelector("main [data-state]")?.dataset.state === wanted, state);

  state = () => this.page.eval(() => document.querySelector("main [data-state]")?.dataset.state);

  /** Makes the marks of a ballot by hand, as the contract writes it; `pairs` are the answers instead: first, second, tie, skip. */
  async marks({ choice, approve = [], points = {}, scores = {}, ranking = [], pairs = [], words = [] }) {
    for (const id of choice ? [choice] : approve) await this.click(`[data-option="${id}"]`);
    for (const [id, count] of Object.entries(points)) await this.#steps(id, count);
    for (const [id, value] of Object.entries(scores)) await (typeof value === "object" ? this.#places(id, value) : this.click(`[data-option="${id}"] [data-value="${value}"]`));
    for (const id of ranking) await this.click(`[data-option="${id}"] [data-action="rank"]`);
    for (const answer of pairs) await this.click(answer === "first" || answer === "second" ? `[data-side="${Number(answer === "second")}"]` : `[data-action="${answer}"]`);
    for (const [i, word] of words.entries()) await this.page.type(`[data-word="${i}"]`, word);
  }

  #pointsOf = (id) => this.page.eval((option) => {
    const points = document.querySelector(`[data-option="${option}"] [data-points]`);
    return Number((points.value ?? points.textContent).replace("\u2212", "-").replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit))));
  }, id);

  /** Presses plus or minus until so many more points are there. */
  async #steps(id, more) {
    const before = await this.#pointsOf(id);
    for (let now = before; now !== before + more; now = await this.#pointsOf(id)) await this.click(`[data-option="${id}"] [data-action="${more > 0 ? "plus" : "minus"}"]`);
  }

  /** Goes to an option of a priority matrix and gives it its place. */
  async #places(id, place) {
    const there = () => this.page.eval((option) => !!document.querySelector(`.matrix-card[data-option="${option}"]`), id);
    const canGoBack = () => this.page.eval(() => !document.querySelector('[data-action="back"][aria-disabled]'));
    while (!(await there()) && (await canGoBack())) await this.click('[data-action="back"]');
    while (!(await there())) await this.click('[data-action="next"]');
    for (const [axis, value] of Object.entries(place)) await this.click(`[data-axis="${axis}"] [data-value="${value}"]`);
  }

  /** Presses a button under the paper. They rest for a moment after each turn, so that a double tap does no harm. */
  async presses(action) {
    await this.sees("the buttons have rested", () => !document.querySelector(".resting"));
    await this.click(`[data-action="${action}"]`);
  }

  send = () => this.presses("send");

  async votes(ballot) {
    await this.marks(ballot);
    await this.send();
    await this.seesState("counted");
  }

  async abstains() {
    await this.presses("abstain");
    await this.seesState("counted");
  }

  async changesTo(ballot) {
    await this.takesUp();
    await this.votes(ballot);
  }

  /** Takes up again what was sent. */
  async takesUp() {
    await this.presses("change");
    await this.seesState("draft");
  }

  /** What is marked on the paper, in the form of a ballot's members. */
  marked = () => this.page.eval(() => {
    const marks = {};
    for (const option of document.querySelectorAll("main .options [data-option]")) {
      const points = option.querySelector("[data-points]");
      const input = points ? null : option.querySelector("input");
      const value = input ? Number(input.checked) : Number(points?.textContent.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit))));
      if (value > 0) marks[option.dataset.option] = value;
    }
    return marks;
  });

  /** The line that says who may know of a ballot; the page fetches it when there is something to say. */
  seesSecrecy = (mode) => this.sees(`the phone says that the vote is ${mode}`, (wanted) => document.querySelector("main .secrecy")?.dataset.secrecy === wanted, mode);

  /** For a vote by name. */
  async givesName(name) {
    await this.page.type("#voter-name", name);
    await this.click('[data-action="name"]');
    await this.sees("the phone keeps the name", () => !!document.querySelector("main [data-voter-name]"));
  }

  givenName = () => this.sees("the phone says the name", () => document.querySelector("main [data-voter-name]")?.textContent.trim() || null);

  receiptCode = () => this.sees("the phone shows the receipt's code", () => document.querySelector("[data-receipt]")?.textContent.trim() || null);

  /** Turns to the receipts, from whatever view has a link to them. */
  async opensReceipts() {
    await this.click('[data-action="receipts"]');
    await this.seesView("receipts");
  }

  /** What the phone says of each receipt once all are checked, the newest first: its entry, the verdict and why. */
  verdicts = () => this.sees("every receipt is checked", () => {
    const cards = [...document.querySelectorAll("main [data-verdict]")];
    const done = cards.length > 0 && cards.every(({ dataset }) => dataset.verdict !== "checking") && !document.querySelector('[data-action="check"]').disabled;
    return done && cards.map(({ dataset: { entry, verdict, why } }) => [Number(entry), verdict, ...(why ? [why] : [])]);
  });

  async checksAgain() {
    await this.click('[data-action="check"]');
    return this.verdicts();
  }

  checkCode = () => this.sees("the phone shows the check code", () => document.querySelector("[data-check]")?.textContent.trim() || null);
}

export class Stage extends Person {
  static async open(context, server, at = {}) {
    const stage = new Stage(await context.page());
    await stage.page.open(server.address("stage", at));
    return stage;
  }

  /** The key that goes on to the next language; pressed on an Arabic board it has another character. */
  setsLanguage = (lang) => until(`the stage is in ${lang}`, () => this.page.eval((wanted) => {
    if (document.documentElement.lang !== wanted) document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "م", code: "KeyL", bubbles: true, cancelable: true }));
    return document.documentElement.lang === wanted;
  }, lang));

  /** @param {{view?: string, item?: string, status?: string, round?: string, frozen?: string}} wanted */
  shows = (wanted) => until(`the stage shows ${JSON.stringify(wanted)}`, () => this.isShowing(wanted), { tell: () => this.page.eval(() => ({ ...document.getElementById("wall").dataset })) });

  isShowing = (wanted) => this.page.eval((facts) => {
    const wall = document.getElementById("wall");
    return Object.entries(facts).every(([name, value]) => wall.dataset[name] === value);
  }, wanted);

  showsTurnout = (voted, voters) => this.sees(`the stage says ${voted} of ${voters}`, (n, of) => {
    const turnout = document.querySelector(".turnout");
    return turnout?.dataset.voted === String(n) && turnout.dataset.voters === String(of);
  }, voted, voters);

  counts = () => this.page.eval(() => Object.fromEntries([...document.querySelectorAll("#scene [data-option][data-count]")].map((row) => [row.dataset.option, row.dataset.count])));

  showsCounts = (scores) => this.sees(`the stage counts ${JSON.stringify(scores)}`, (wanted) => {
    const rows = [...document.querySelectorAll("#scene [data-option][data-count]")];
    return rows.length === Object.keys(wanted).length && rows.every((row) => row.dataset.count === String(wanted[row.dataset.option]));
  }, scores);

  fact = (name) => this.sees(`the stage tells the ${name}`, (wanted) => document.querySelector(`[data-fact="${wanted}"]`)?.textContent, name);
}

export class Desk extends Person {
  #pressed = new Map(); // key -> when
  static async open(context, server, at = {}) {
    const desk = new Desk(await context.page());
    await desk.page.open(server.address("desk", at));
    await desk.sees("the desk is there", () => document.body.dataset.view === "cockpit");
    return desk;
  }

  async setsLanguage(lang) {
    await this.picks('[data-act="language"]', lang);
    await this.seesLanguage(lang);
  }

  /** Brings an item to the middle of the desk; the room sees nothing of it. */
  async selects(item) {
    await this.click(`[data-act="select"][data-item="${item}"]`);
    await this.sees(`the desk has ${item} in the middle`, (wanted) => !!document.querySelector(`[data-item-now="${wanted}"]`), item);
  }

  /** Presses a button in the middle of the desk. */
  presses = (act) => this.click(`[data-pane="now"] [data-act="${act}"]:not([disabled])`);

  seesStatus = (status) => this.sees(`the desk says ${status}`, (wanted) => !!document.querySelector(`[data-pane="now"] [data-status="${wanted}"]`), status);

  async opens(item) {
    await this.selects(item);
    await this.presses("open");
    await this.seesStatus("open");
  }

  async reveals() {
    await this.presses("reveal");
    await this.sees("the desk says that the results are shown", () => !!document.querySelector('[data-pane="now"] [data-act="hide"]'));
  }

  /** The first press asks, the second one closes. */
  async closes() {
    await this.presses("close");
    await this.sees("the desk asks again before it closes", () => !!document.querySelector('[data-act="cancel-close"]'));
    await this.presses("close");
    await this.seesStatus("closed");
  }

  /** A real press of a key, as the clicker's. */
  async strikes(key) {
    await this.page.press(key);
    this.#pressed.set(key, Date.now());
  }

  entry = () => this.page.eval(() => Number(document.body.dataset.entry));

  /**
   * Presses a key once, no sooner after the last one than a hand can mean it: two within 300 ms are one bounce. The stage may show a
   * change before the desk has it, and a hand looks at the desk before its next key; a key that acts on nothing but the desk says so.
   */
  async keyUntil({ key, code, stays = false }, done) {
    await until(`the hand is off ${code}`, () => Date.now() - Math.max(0, ...this.#pressed.values()) > 350);
    const before = await this.entry();
    await this.page.eval((init) => void document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true })), { key, code });
    this.#pressed.set(code, Date.now());
    await until(`${code} (${key}) does its work`, done);
    if (!stays) await until(`the desk knows what ${code} (${key}) did`, async () => (await this.entry()) > before);
  }
}

export class Records extends Person {
  static async open(context, server, at = {}) {
    const records = new Records(await context.page());
    await records.page.open(server.address("records", at));
    return records;
  }

  async setsLanguage(lang) {
    await this.picks('[data-act="language"]', lang);
    await this.seesLanguage(lang);
  }

  seesRounds = (count) => this.sees(`the records show ${count} rounds`, (wanted) => document.body.dataset.view === "records"
    && document.querySelectorAll("[data-item][data-round]").length === wanted, count);

  /** Counts the log again on the page itself. */
  async checks() {
    await this.click('[data-act="check"]');
    await this.sees("the records have counted the log", () => /right|wrong|withheld|failed/.test(document.querySelector("[data-check]").dataset.check));
    return this.page.eval(() => document.querySelector("[data-check]").dataset.check);
  }

  /** The file that the button hands out, as text; only the driver of Chromium gives it to us. */
  async downloads(form) {
    const [download] = await Promise.all([this.page.raw.waitForEvent("download"), this.click(`[data-act="download-${form}"]`)]);
    return readFile(await download.path(), "utf8");
  }
}

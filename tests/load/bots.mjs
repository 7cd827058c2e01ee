// Fills a running workshop with voters who behave like people, to see what a full room looks like:
//   node tests/load/bots.mjs --ready build/run/ready.json --voters 40
// They come within some seconds, vote on whatever is open or opens later, and stay until Ctrl-C or --seconds.

import { parseArgs } from "node:util";

import { socketAddress } from "./address.mjs";
import { fraction } from "./ballots.mjs";
import { Voter } from "./voter.mjs";

const votersMax = 5000; // sockets that one process keeps alive without becoming the bottleneck itself
const usage = `usage: node tests/load/bots.mjs --voters N [--ready FILE | --url URL --code CODE]
  --over SECONDS     they join within this time (default: 20 a second, from 3 to 60 s)
  --pace FACTOR      1 is how people think; 0.1 is ten times as fast
  --seconds SECONDS  stop by itself
  --seed WORD        the same word gives the same people`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      voters: { type: "string" }, ready: { type: "string" }, url: { type: "string" }, code: { type: "string" },
      over: { type: "string" }, pace: { type: "string", default: "1" }, seconds: { type: "string" }, seed: { type: "string", default: "sawt" },
    },
  });
  const number = (name, low, high) => {
    const value = Number(values[name]);
    if (!(value >= low && value <= high)) throw new Error(`--${name} is a number from ${low} to ${high}`);
    return value;
  };
  const count = number("voters", 1, votersMax);
  return {
    count: Math.floor(count),
    address: socketAddress(values),
    pace: number("pace", 0.01, 10),
    overMs: 1000 * (values.over ? number("over", 0, 600) : Math.min(60, Math.max(3, count / 20))),
    seconds: values.seconds ? number("seconds", 1, 86400) : Infinity,
    seed: values.seed,
  };
}

let asked;
try {
  asked = readArguments();
} catch (error) {
  console.error(`bots: ${error.message}\n${usage}`);
  process.exit(2);
}

const seen = { joined: 0, connected: 0, receipts: 0, changed: 0, dropped: 0, wrong: 0, pageless: 0 };
const refusals = new Map();
const turnedAway = new Map();
const joins = []; // milliseconds from asking for the page to being in
const times = []; // milliseconds from cast to receipt, of those whose network held

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
const events = {
  joined: ({ ms }) => {
    seen.joined += 1;
    joins.push(ms);
  },
  "no page": () => (seen.pageless += 1),
  connected: () => {},
  lost: () => {},
  receipt: ({ ms, changed }) => {
    seen.receipts += 1;
    if (changed) seen.changed += 1;
    if (ms !== null) times.push(ms);
  },
  refused: ({ reason }) => count(refusals, reason),
  "turned away": ({ reason }) => count(turnedAway, reason),
  "dropped off": () => (seen.dropped += 1),
  "thinks again": () => {},
  "wrong receipt": () => (seen.wrong += 1),
};

const list = (map) => [...map].map(([reason, n]) => `${reason} ${n}`).join(", ");

function quantile(sorted, q) {
  return sorted.length === 0 ? "-" : `${sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]} ms`;
}

const began = Date.now();
const present = new Set(); // voters with a live, welcomed connection

function report() {
  const inOrder = (ms) => ms.slice().sort((a, b) => a - b);
  const sorted = inOrder(times), joined = inOrder(joins);
  const words = [
    `${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s`,
    `joined ${seen.joined}/${asked.count} (page, socket and welcome: p50 ${quantile(joined, 0.5)} p95 ${quantile(joined, 0.95)})`,
    `here ${present.size}`,
    `ballots counted ${seen.receipts} (${seen.changed} second thoughts, ${seen.dropped} over a lost link)`,
    `receipt p50 ${quantile(sorted, 0.5)} p95 ${quantile(sorted, 0.95)}`,
  ];
  if (refusals.size > 0) words.push(`refused: ${list(refusals)}`);
  if (turnedAway.size > 0) words.push(`turned away: ${list(turnedAway)}`);
  if (seen.pageless > 0) words.push(`no page: ${seen.pageless}`);
  if (seen.wrong > 0) words.push(`RECEIPTS THAT CHANGED: ${seen.wrong}`);
  console.log(words.join("  "));
}

const languages = (i) => (i < 0.8 ? "ar" : i < 0.9 ? "fr" : "en");
const voters = Array.from({ length: asked.count }, (_, i) => {
  const name = `${asked.seed}-${i}`;
  const tell = (what, detail) => {
    if (what === "connected") present.add(name);
    if (what === "lost" || what === "turned away") present.delete(name);
    events[what](detail);
  };
  const voter = new Voter({ url: asked.address, name, pace: asked.pace, lang: languages(fraction(name, "lang")) }, tell);
  voter.start(fraction(name, "arrives") * asked.overMs);
  return voter;
});
console.log(`${asked.count} voters come to ${asked.address} within ${Math.round(asked.overMs / 1000)} s; Ctrl-C sends them home`);

const reports = setInterval(report, 15000);
let ending = false;
function end() {
  if (ending) process.exit(1);
  ending = true;
  clearInterval(reports);
  for (const voter of voters) voter.stop();
  report();
  // Sockets get a moment to say goodbye; a server that is gone does not hold us up.
  setTimeout(() => process.exit(seen.wrong > 0 || seen.joined === 0 ? 1 : 0), 500);
}
process.on("SIGINT", end);
process.on("SIGTERM", end);
if (asked.seconds !== Infinity) setTimeout(end, asked.seconds * 1000);

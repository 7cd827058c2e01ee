// Every page in every state, in three languages, light and dark: axe finds nothing, and a picture lands in
// build/screenshots for people to look at.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { top } from "./engines/index.mjs";
import { agenda, groups } from "./room/agenda.mjs";
import { colours, settle, violations } from "./room/axe.mjs";
import { facilitator, inEachEngine, server, voters } from "./room/suite.mjs";
import { walk } from "./room/walk.mjs";

const folder = join(top, "build/screenshots");
const crowd = Array.from({ length: 20 }, (_, i) => groups[i % groups.length]);

async function setTheme(page, theme) {
  await page.eval((wanted) => void (document.documentElement.dataset.theme = wanted), theme);
}

async function room(t, place, look) {
  mkdirSync(folder, { recursive: true });
  const running = await server(t, agenda());
  return { running, byWire: await facilitator(t, running), crowd: await voters(t, running, crowd), context: () => place.context(t, look) };
}

inEachEngine("axe", (place) => {
  test("finds nothing on any page, in any language, light or dark", async (t) => {
    const found = [];
    let looks = 0;
    let last;
    await walk(await room(t, place), async (name, state, person) => {
      for (const lang of ["en", "fr", "ar"]) {
        await person.setsLanguage(lang);
        for (const theme of ["dark", "light"]) {
          await setTheme(person.page, theme);
          await settle(person.page);
          if (lang !== "fr") await person.page.screenshot(join(folder, `${name}-${state}-${lang}-${theme}.png`));
          looks += 1;
          last = person.page;
          for (const line of await violations(person.page, theme === "dark" ? colours : undefined)) found.push(`${name} ${state} ${lang} ${theme}: ${line}`);
        }
      }
    });
    assert.deepEqual(found, []);
    assert.ok(last, "the walk ended at some page");
    await last.eval(() => document.documentElement.removeAttribute("lang"));
    assert.ok((await violations(last)).some((line) => line.startsWith("html-has-lang")), "axe finds what is wrong when something is");
    assert.ok(looks >= 120, `every state was looked at: ${looks}`);
  });
}, ["chromium"]);

inEachEngine("pictures", (place) => {
  test("of every page in Arabic", async (t) => {
    const taken = [];
    await walk(await room(t, place), async (name, state, { page }) => {
      await settle(page);
      const path = join(folder, `${place.engine}-${name}-${state}.png`);
      await page.screenshot(path);
      taken.push(path);
    });
    assert.ok(taken.length >= 20);
  });
}, ["firefox", "webkit"]);

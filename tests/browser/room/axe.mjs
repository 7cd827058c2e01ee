// What axe finds on a page as it is, once that has come to rest.

import { axeSource, until } from "../engines/index.mjs";

/** What has begun to move comes to rest, and the font is there. */
export const settle = (page) => until("the page is at rest", () => page.eval(() => document.fonts.status === "loaded"
  && document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity)));

const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

/** What another theme may change. */
export const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** One line each: the rule, the element, and why. */
export async function violations(page, rules = everything) {
  if (!(await page.eval(() => typeof window.axe === "object"))) await page.run(axeSource());
  return page.eval(async (runOnly) => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ["violations"], runOnly });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
  }, rules);
}

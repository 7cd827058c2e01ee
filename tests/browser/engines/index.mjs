// The three engines behind one interface: a browser has contexts (each a visitor with a storage of their own), a context has
// pages. SAWT_ENGINES=chromium,webkit runs fewer while something is being worked on.

import { need } from "./packages.mjs";

export { lanName, need, top } from "./packages.mjs";
export { until } from "./until.mjs";

const launchers = {
  chromium: () => import("./chromium.mjs"),
  firefox: () => import("./firefox.mjs"),
  webkit: () => import("./webkit.mjs"),
};

export const engines = (process.env.SAWT_ENGINES ?? Object.keys(launchers).join(",")).split(",");

/** @param {string} engine */
export async function launch(engine) {
  if (!launchers[engine]) throw new Error(`there is no engine ${engine}: ${Object.keys(launchers).join(", ")}`);
  return (await launchers[engine]()).launch();
}

export const axeSource = () => need("axe-core").source;

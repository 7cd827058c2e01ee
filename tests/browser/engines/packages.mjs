// The npm packages of the tests live in web/node_modules, beside what packs the pages; nothing is installed a second time.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const top = join(dirname(fileURLToPath(import.meta.url)), "../../..");

const requireFromWeb = createRequire(join(top, "web/package.json"));

/** @param {string} name of a package, or a file in one */
export const need = (name) => requireFromWeb(name);

/** The name under which the pages are opened: like a laptop in the hall, it is no secure context. */
export const lanName = "sawt.lan";

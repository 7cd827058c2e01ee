// Packs the pages and the font into the program: node web/pack.mjs OUT_DIR [--allow-missing]
//
// Each page becomes one HTML text with its style and script inside, allowed by hash, because on a hall's network round
// trips cost more than bytes. OUT_DIR gets the packed files, pages.S (which takes their bytes into the program),
// pages.cpp (which is server/net/pages.hpp) and pages.d (what all this was made of, for the build). The same sources
// give the same files, and a file whose content is as before is not touched.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { assembly, depfile, table, writeIfChanged } from "./build/embed.mjs";
import { bundlePage } from "./build/page.mjs";

// Gzip, but looked for long: it is done once, and each phone in each hall waits for a twentieth less.
const { gzipAsync } = createRequire(import.meta.url)("@gfx/zopfli");

const web = dirname(fileURLToPath(import.meta.url));
const pageNames = ["phone", "stage", "desk", "records"];
const phoneGzipMax = 25 * 1024; // bytes: what a phone on a crowded hotspot waits for before it can vote

/** What the program answers with for one name. */
async function packed(name, type, plain, more = {}) {
  const gzip = more.gzip ?? Buffer.from(await gzipAsync(plain, { numiterations: 5 }));
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  return {
    name,
    type,
    plain,
    gzip: gzip.length < plain.length * 0.95 ? gzip : Buffer.alloc(0),
    etag: `W/"${digest}"`, // weak, since the plain and the compressed answer share it
    scriptHash: "",
    styleHash: "",
    immutable: false,
    ...more,
  };
}

/** The font's two parts, each under its plain name and under one that holds a piece of its hash, and its licence. */
async function fontFiles() {
  const folder = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/cairo/package.json"));
  const files = [];
  const hashedNames = new Map();
  const sources = [];
  for (const part of ["arabic", "latin"]) {
    const source = join(folder, "files", `cairo-${part}-wght-normal.woff2`);
    const bytes = readFileSync(source);
    const mark = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    const name = `fonts/cairo-${part}.woff2`;
    const hashedName = `fonts/cairo-${part}-${mark}.woff2`;
    files.push(await packed(name, "font/woff2", bytes, { gzip: Buffer.alloc(0) }));
    files.push(await packed(hashedName, "font/woff2", bytes, { gzip: Buffer.alloc(0), immutable: true, sameAs: name }));
    hashedNames.set(`/${name}`, `/${hashedName}`);
    sources.push(source);
  }
  const licence = join(folder, "LICENSE");
  files.push(await packed("fonts/OFL.txt", "text/plain; charset=utf-8", readFileSync(licence)));
  return { files, hashedNames, sources: [...sources, licence] };
}

function fail(text) {
  console.error(`pack: ${text}`);
  process.exit(1);
}

const args = process.argv.slice(2);
const allowMissing = args.includes("--allow-missing");
const [outDir, ...rest] = args.filter((word) => word !== "--allow-missing");
if (!outDir || rest.length > 0 || outDir.startsWith("-")) {
  console.error("usage: node web/pack.mjs OUT_DIR [--allow-missing]");
  process.exit(2);
}

const out = resolve(outDir);
const fonts = await fontFiles();
const own = ["pack.mjs", "build/page.mjs", "build/embed.mjs", "package-lock.json"];
const sources = [...fonts.sources, ...own.map((name) => join(web, name))];
const pages = [];
for (const name of pageNames) {
  if (!existsSync(join(web, name, "index.html"))) {
    if (!allowMissing) fail(`web/${name}/index.html is not there`);
    console.log(`${name}: no index.html yet, left out`);
    continue;
  }
  const page = await bundlePage(web, name, fonts.hashedNames).catch((error) => fail(error.message));
  sources.push(...page.sources);
  const { scriptHash, styleHash } = page;
  pages.push(await packed(name, "text/html; charset=utf-8", Buffer.from(page.html), { scriptHash, styleHash }));
}

mkdirSync(out, { recursive: true });
const files = [...pages, ...fonts.files];
for (const file of files.filter((f) => !f.sameAs)) {
  file.path = join(out, file.name.replaceAll("/", "_"));
  writeIfChanged(file.path, file.plain);
  if (file.gzip.length > 0) writeIfChanged(`${file.path}.gz`, file.gzip);
}
writeIfChanged(join(out, "pages.S"), assembly(files));
writeIfChanged(join(out, "pages.cpp"), table(files));
writeIfChanged(join(out, "pages.d"), depfile(join(out, "pages.cpp"), sources));

for (const { name, plain, gzip } of files.filter((f) => !f.sameAs)) {
  const sizes = gzip.length > 0 ? `${plain.length} bytes, ${gzip.length} compressed` : `${plain.length} bytes`;
  console.log(`${name.padEnd(26)} ${sizes}`);
}
const phone = pages.find((page) => page.name === "phone");
if (phone && phone.gzip.length > phoneGzipMax) {
  fail(`the phone's page is ${phone.gzip.length} bytes compressed; it may be ${phoneGzipMax} at most`);
}

// Packs the pages and the font into the program: node web/pack.mjs OUT_DIR [--allow-missing] [--library record.wasm]
//
// Each page becomes one HTML text with its style and script inside, allowed by hash, because on a hall's network round
// trips cost more than bytes. The phone's is packed once in each language, and what a phone may need later lies beside it
// (build/late.mjs). The page that recounts a log is a file of its own, with font and library inside. OUT_DIR gets the
// packed files, pages.S (which takes their bytes into the program),
// pages.cpp (which is server/net/pages.hpp) and pages.d (what all this was made of, for the build). The same sources
// give the same files, and a file whose content is as before is not touched.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { assembly, depfile, table, writeIfChanged } from "./build/embed.mjs";
import { langs, lateFiles, onlyWords } from "./build/late.mjs";
import { bundlePage, withHashedNames } from "./build/page.mjs";

// Gzip, but looked for long: it is done once, and each phone in each hall waits for a twentieth less.
const { gzipAsync } = createRequire(import.meta.url)("@gfx/zopfli");

const web = dirname(fileURLToPath(import.meta.url));
const pageNames = ["phone", "stage", "desk", "records", "check"];
const phoneGzipMax = 25 * 1024; // bytes: what a phone on a crowded hotspot waits for before it can vote, whatever the kind of ballot
const lentCode = ["@noble/hashes", "@noble/curves"]; // packages with a part in what a browser gets
const markLength = 10; // of a hash in a name: enough to tell versions apart

/** What the program answers with for one name. */
async function packed(name, type, plain, more = {}) {
  const gzip = more.gzip ?? Buffer.from(await gzipAsync(plain, { numiterations: 15 }));
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
    const mark = createHash("sha256").update(bytes).digest("hex").slice(0, markLength);
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

/** The licences of the packages whose code is in the pages, as those ask for; the names are in the code itself. */
async function licences() {
  const sources = lentCode.map((name) => join(web, "node_modules", name, "LICENSE"));
  const whole = lentCode.map((name, i) => `${name}\n\n${readFileSync(sources[i], "utf8").trim()}\n`).join("\n");
  return { file: await packed("m/licences.txt", "text/plain; charset=utf-8", Buffer.from(whole)), sources };
}

/** What the phone fetches later, each only under a name that holds a piece of its hash, and those names by language. */
async function latePacked(late, hashedNames) {
  const namesIn = new Map(langs.map((lang) => [lang, new Map(hashedNames)]));
  const files = new Map();
  for (const { name, ending, lang, text, beforeVote } of late.texts) {
    const plain = withHashedNames(text, hashedNames);
    const mark = createHash("sha256").update(plain).digest("hex").slice(0, markLength);
    const packedName = `m/${name}-${mark}.${ending}`;
    for (const one of lang ? [lang] : langs) namesIn.get(one).set(`/m/${name}.${ending}`, `/${packedName}`);
    const type = ending === "js" ? "text/javascript; charset=utf-8" : "application/json; charset=utf-8";
    files.set(packedName, await packed(packedName, type, Buffer.from(plain), { immutable: true, beforeVote, lang }));
  }
  return { files: [...files.values()], namesIn };
}

/**
 * The phone's page in one language. Its late modules are allowed by their origin, since no engine checks the hash of a
 * module that is imported later; nothing else that this server sends is a script, and it says so (nosniff).
 */
async function phonePage(late, lang, hashedNames) {
  const title = { ar: "صوت", en: "Sawt", fr: "Sawt" }[lang];
  const dress = (html) => html.replace(/<html [^>]*>/, `<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">`).replace(/<title>[^<]*/, `<title>${title}`);
  const page = await bundlePage(web, "phone", hashedNames, { also: late.lends, plugins: [onlyWords(late.books, lang)], dress });
  const unknown = page.html.match(/["'`](\/m\/[\w-]+\.js(?:on)?)["'`]/g)?.filter((name) => !new RegExp(`-[0-9a-f]{${markLength}}\\.`).test(name));
  if (unknown?.length) fail(`the phone's page names ${unknown.join(", ")}, which is not there`);
  return { ...page, scriptHash: `${page.scriptHash} 'self'` };
}

/**
 * The page that recounts a log, which must work from a stick: it asks for nothing, and brings its policy along. The library is the
 * record and the count as WebAssembly (wasm/), gzip in base 64; without it the page says what it cannot recount.
 */
async function checkPage(library, fontFiles) {
  const fonts = new Map(fontFiles.filter(({ sameAs }) => sameAs).map(({ sameAs, plain }) => [`/${sameAs}`, `data:font/woff2;base64,${plain.toString("base64")}`]));
  const coded = library ? gzipSync(readFileSync(library), { level: 9 }).toString("base64") : "";
  const { html, scriptHash, styleHash, sources } = await bundlePage(web, "check", fonts, { dress: (text) => text.replace('id="library">', () => `id="library">${coded}`) });
  const scripts = `${scriptHash} 'wasm-unsafe-eval'`;
  const policy = `default-src 'none'; script-src ${scripts}; style-src ${styleHash}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
  return { html: html.replace("POLICY", () => policy), scriptHash: scripts, styleHash, sources };
}

function fail(text) {
  console.error(`pack: ${text}`);
  process.exit(1);
}

const args = process.argv.slice(2);
const libraryAt = args.indexOf("--library");
const [, libraryPath] = libraryAt < 0 ? [] : args.splice(libraryAt, 2);
const library = libraryPath && existsSync(libraryPath) ? resolve(libraryPath) : "";
const allowMissing = args.includes("--allow-missing");
const [outDir, ...rest] = args.filter((word) => word !== "--allow-missing");
if (!outDir || rest.length > 0 || outDir.startsWith("-")) {
  console.error("usage: node web/pack.mjs OUT_DIR [--allow-missing] [--library record.wasm]");
  process.exit(2);
}

const out = resolve(outDir);
const fonts = await fontFiles();
const own = ["pack.mjs", "build/page.mjs", "build/late.mjs", "build/embed.mjs", "package-lock.json"];
const notices = await licences();
const sources = [...fonts.sources, ...notices.sources, ...own.map((name) => join(web, name))];
const pages = [];
const late = [];
const addPage = async (name, { html, scriptHash, styleHash }, more) => pages.push(await packed(name, "text/html; charset=utf-8", Buffer.from(html), { scriptHash, styleHash, ...more }));
for (const name of pageNames) {
  if (!existsSync(join(web, name, "index.html"))) {
    if (!allowMissing) fail(`web/${name}/index.html is not there`);
    console.log(`${name}: no index.html yet, left out`);
    continue;
  }
  try {
    if (name === "check") {
      const page = await checkPage(library, fonts.files);
      sources.push(...page.sources);
      // A megabyte that is mostly compressed already: to look long for more would take minutes.
      await addPage(name, page, { gzip: gzipSync(page.html, { level: 9 }) });
      if (!library) console.log("check: packed without the library, so it recounts the simple methods alone (./dev library)");
      continue;
    }
    if (name !== "phone") {
      const page = await bundlePage(web, name, fonts.hashedNames);
      sources.push(...page.sources);
      await addPage(name, page);
      continue;
    }
    const files = await lateFiles(web);
    const { files: packedFiles, namesIn } = await latePacked(files, fonts.hashedNames);
    late.push(...packedFiles);
    for (const lang of langs) {
      const page = await phonePage(files, lang, namesIn.get(lang));
      sources.push(...page.sources);
      await addPage(`phone-${lang}`, page);
    }
    sources.push(...files.sources);
  } catch (error) {
    fail(error.message);
  }
}

mkdirSync(out, { recursive: true });
for (const old of readdirSync(out).filter((name) => name.startsWith("m_"))) rmSync(join(out, old)); // names with hashes would pile up
const files = [...pages, ...late, ...fonts.files, notices.file];
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
for (const lang of langs) {
  const page = pages.find(({ name }) => name === `phone-${lang}`);
  const kinds = late.filter((file) => file.beforeVote && file.lang === lang);
  for (const [name, bytes] of [["no other part", 0], ...kinds.map(({ name: kind, gzip, plain }) => [kind, gzip.length || plain.length])]) {
    const sum = (page?.gzip.length ?? 0) + bytes;
    if (sum > phoneGzipMax) fail(`${page.name} with ${name} is ${sum} bytes compressed; it may be ${phoneGzipMax} at most`);
  }
}

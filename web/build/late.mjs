// What the phone fetches after its page, each at an address that may be kept for ever: the controls of the rarer kinds of
// ballots and the results as modules, and the words of the languages that the page did not come in. Reads, writes nothing.
//
// A late module brings no second copy of what the page has already. An import of one of the page's files becomes a look
// into `globalThis.sawt`, where the page lends what late modules use; so the module of a kind is that kind and nothing else.
// Page and modules are made once in each language and hold the words of that one; who chooses another gets all its words.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { bundle } from "./page.mjs";

export const langs = ["ar", "en", "fr"];

const page = "phone";
// Of these the page uses a little and the results all, so lending would make every page heavier: they bring a copy.
const copied = [join("shared", "numbers.js")];
const pageWords = [join("shared", "words-core.js"), join(page, "words.js")];

/** The modules of kinds, one folder each, and those that no vote needs: name and first file. */
function entriesOf(web) {
  const kinds = join(web, page, "kinds");
  const folders = existsSync(kinds) ? readdirSync(kinds, { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => join(kinds, name)) : [];
  const others = ["code", "receipts", "results", "secrecy", "swot"].map((name) => join(web, page, name)).filter((folder) => existsSync(folder));
  return [...folders.sort(), ...others].map((folder) => {
    const name = folder.split("/").at(-1);
    return { name, script: join(folder, `${name}.js`), sheet: join(folder, `${name}.css`) };
  });
}

const text = (web, file) => JSON.stringify(`./${relative(web, file)}`);

/** The names that a file takes from another: `import { el, keyed as list } from "../dom.js"` takes el and keyed. */
function namesTaken(file, from) {
  const names = new Set();
  for (const [, list, path] of readFileSync(file, "utf8").matchAll(/\bimport\s+([^;]*?)\s+from\s+["']([^"']+)["']/g)) {
    if (path !== from) continue;
    if (!/^\{[\s\S]*\}$/.test(list)) throw new Error(`${file} takes more than names from ${from}`);
    for (const one of list.slice(1, -1).split(",").filter((part) => part.trim())) names.add(one.trim().split(/\s+as\s+/)[0]);
  }
  return names;
}

/**
 * Puts the look into `globalThis.sawt` in place of the page's files. `lent` learns which names of which file; all of them are
 * known only after a first, `learning` pass, in which a file may be asked for any name.
 */
function borrowing(pageFiles, lent, learning) {
  return {
    name: "borrowing",
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, importer, resolveDir, kind }) => {
        const file = resolve(resolveDir, path);
        if (kind !== "import-statement" || !pageFiles.has(file) || !importer || importer === "<stdin>" || !existsSync(importer)) return undefined;
        const names = lent.get(file) ?? new Set();
        for (const name of namesTaken(importer, path)) names.add(name);
        lent.set(file, names);
        return { path: file, namespace: "page", sideEffects: false };
      });
      build.onLoad({ filter: /.*/, namespace: "page" }, ({ path }) => ({
        contents: learning ? "module.exports = {};" : `export const { ${[...lent.get(path)].join(", ")} } = globalThis.sawt;`,
        loader: "js",
      }));
    },
  };
}

/** Leaves one language in the files of words. */
export function onlyWords(books, lang) {
  return {
    name: "only-words",
    setup(build) {
      build.onLoad({ filter: /words(-core)?\.js$/ }, ({ path, namespace }) => {
        const book = namespace === "file" && books.get(path);
        return book ? { contents: `export const words = ${JSON.stringify({ [lang]: book[lang] })};`, loader: "js" } : undefined;
      });
    },
  };
}

/** All words of one language, those of the page and of all modules. */
function wordsIn(books, lang) {
  const all = {};
  for (const [file, book] of books) {
    for (const [key, words] of Object.entries(book[lang])) {
      if (all[key] && JSON.stringify(all[key]) !== JSON.stringify(words)) throw new Error(`${file} has other words for ${key} than a file before`);
      all[key] = words;
    }
  }
  return all;
}

/**
 * @param {string} web the folder web/
 * @returns {Promise<{books: Map<string, object>, lends: string, sources: string[], texts: {name: string, ending: string, lang: string, text: string, beforeVote: boolean}[]}>}
 *   `lends` are lines for the page's script; a text is asked for as /m/NAME.ENDING by the page in `lang`, or in every language without it
 */
export async function lateFiles(web) {
  const entries = entriesOf(web);
  const books = new Map();
  const bookFiles = [...pageWords.map((name) => join(web, name)), ...entries.map(({ script }) => join(script, "../words.js")).filter((file) => existsSync(file))];
  for (const file of bookFiles) books.set(file, (await import(pathToFileURL(file))).words);
  const whole = await bundle(web, `import "./${page}/${page}.js";`, "js", page);
  const pageFiles = new Set(whole.sources.filter((file) => !copied.includes(relative(web, file))));
  const sources = [...whole.sources, ...bookFiles];
  const lent = new Map();
  const texts = [];
  for (const { name, script, sheet } of entries) {
    const css = existsSync(sheet) ? await bundle(web, `@import ${text(web, sheet)};`, "css", name) : { text: "", sources: [] };
    const contents = `export * from ${text(web, script)};\nexport const css = ${JSON.stringify(css.text)};`;
    const own = new Map();
    await bundle(web, contents, "js", name, [borrowing(pageFiles, own, true)]);
    for (const lang of langs) {
      const js = await bundle(web, contents, "js", name, [borrowing(pageFiles, own, false), onlyWords(books, lang)]);
      texts.push({ name, ending: "js", lang, text: js.text, beforeVote: script.includes(`${join(page, "kinds")}/`) });
      sources.push(...css.sources, ...js.sources);
    }
    for (const [file, names] of own) lent.set(file, new Set([...(lent.get(file) ?? []), ...names]));
  }
  for (const lang of langs) texts.push({ name: `words-${lang}`, ending: "json", lang: "", text: JSON.stringify(wordsIn(books, lang)), beforeVote: false });
  return { books, lends: lendingLines(web, lent), sources, texts };
}

/** What the page says to lend the names. */
function lendingLines(web, lent) {
  const all = [...lent.values()].flatMap((names) => [...names]);
  const twice = all.find((name, i) => all.indexOf(name) !== i);
  if (twice) throw new Error(`two files of the ${page} lend the name ${twice}`);
  const imports = [...lent].map(([file, names]) => `import { ${[...names].join(", ")} } from ${text(web, file)};\n`);
  return `${imports.join("")}globalThis.sawt = { ${all.join(", ")} };`;
}

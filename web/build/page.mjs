// One page as one HTML text: the style sheets and the module that index.html names, bundled, made small and put inside,
// with the hashes that the content security policy allows them by. Reads the page's folder, writes nothing.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import * as esbuild from "esbuild";

const stylesheetTag = /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g;
const scriptTag = /<script\b[^>]*\bsrc="?([^">\s]+)"?[^>]*>\s*<\/script>/g;

function attribute(tag, name) {
  const found = tag.match(new RegExp(`\\b${name}="?([^">\\s]+)"?`));
  if (!found) throw new Error(`${tag} has no ${name}`);
  return found[1];
}

/** The lines that name the files of a page, in their order. */
function importsOf(web, files, keyword) {
  return files.map((file) => `${keyword} ${JSON.stringify(`./${relative(web, file)}`)};\n`).join("");
}

/**
 * Bundles what a few lines name into one text of one kind.
 * @param {string} web @param {string} contents @param {"css"|"js"} loader @param {string} page goes into messages @param {esbuild.Plugin[]} [plugins]
 */
export async function bundle(web, contents, loader, page, plugins = []) {
  // The policy of older phones' browsers knows nothing newer than ES2020, and neither do the pages.
  const built = await esbuild.build({
    absWorkingDir: web,
    stdin: { contents, loader, resolveDir: web, sourcefile: `${page}.${loader}` },
    bundle: true,
    minify: true,
    write: false,
    outdir: "out",
    metafile: true,
    format: "esm",
    target: "es2020",
    charset: "utf8",
    legalComments: "inline", // whose code it is goes with the code
    external: ["/fonts/*"],
    logLevel: "silent",
    plugins,
  }).catch((error) => {
    const lines = (error.errors ?? []).map((e) => `${e.location?.file}:${e.location?.line}: ${e.text}`);
    throw new Error(`web/${page} does not bundle\n${lines.join("\n") || error.message}`);
  });
  // A style sheet imported by a module would come out as a second file, and be lost.
  if (built.outputFiles.length !== 1) throw new Error(`web/${page}: its ${loader} makes more than one file`);
  return {
    text: built.outputFiles[0].text.trim(),
    sources: Object.keys(built.metafile.inputs).map((path) => resolve(web, path)).filter((path) => existsSync(path)),
  };
}

/** The icon goes inside too: a browser asks for it before anything else, and the server has no such file. */
function withIcon(text, web) {
  return text.replace(/(<link rel="icon" href=")(\/[^"]+\.svg)"/, (_, tag, address) => {
    const drawing = readFileSync(join(web, address), "utf8").trim().replaceAll('"', "'");
    return `${tag}data:image/svg+xml,${drawing.replace(/[#%<>]/g, encodeURIComponent)}"`;
  });
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export function withHashedNames(text, hashedNames) {
  let changed = text;
  for (const [name, hashed] of hashedNames) changed = changed.replaceAll(name, hashed);
  return changed;
}

/** What the policy would refuse at the visitor's, said at build time instead. */
function checkMarkup(html, page) {
  const wrong = html.match(/<[a-z][^>]*\s(style|on[a-z]+)\s*=/i);
  if (wrong) throw new Error(`web/${page}/index.html: the content security policy refuses the attribute ${wrong[1]}`);
}

/**
 * @param {string} web the folder web/
 * @param {string} page "phone"
 * @param {Map<string, string>} hashedNames addresses to be replaced by ones that may be kept for ever
 * @param {{also?: string, plugins?: esbuild.Plugin[], dress?: (html: string) => string}} [variant] more lines of script, how
 *   files are read, and the last word on the markup
 */
export async function bundlePage(web, page, hashedNames, { also = "", plugins = [], dress = (html) => html } = {}) {
  const index = join(web, page, "index.html");
  const source = readFileSync(index, "utf8");
  const links = [...source.matchAll(stylesheetTag)].map((found) => found[0]);
  const scripts = [...source.matchAll(scriptTag)].map((found) => found[0]);
  if (links.length === 0) throw new Error(`web/${page}/index.html has no style sheet`);
  if (scripts.length !== 1) throw new Error(`web/${page}/index.html has ${scripts.length} scripts instead of one`);
  const local = (address) => (address.startsWith("/") ? join(web, address) : join(dirname(index), address));

  const css = await bundle(web, importsOf(web, links.map((tag) => local(attribute(tag, "href"))), "@import"), "css", page);
  const js = await bundle(web, importsOf(web, scripts.map((tag) => local(attribute(tag, "src"))), "import") + also, "js", page, plugins);
  const style = withHashedNames(css.text, hashedNames);
  const code = withHashedNames(js.text, hashedNames);
  if (/<\/style/i.test(style)) throw new Error(`web/${page}: a style sheet holds the end of a style element`);
  if (/<\/script|<!--/i.test(code)) throw new Error(`web/${page}: a script holds what would end a script element`);

  const markup = source
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^[ \t]+/gm, "")
    .replace(/\n{2,}/g, "\n");
  checkMarkup(markup, page);
  let html = withHashedNames(dress(withIcon(markup, web)), hashedNames)
    .replace(links[0], () => `<style>${style}</style>`)
    .replace(scripts[0], () => `<script type="module">${code}</script>`);
  for (const link of links.slice(1)) html = html.replace(`${link}\n`, "");

  return { html, scriptHash: hashOf(code), styleHash: hashOf(style), sources: [index, join(web, "shared/icon.svg"), ...css.sources, ...js.sources] };
}

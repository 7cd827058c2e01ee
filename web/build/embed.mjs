// The packed files as source for the build: an assembler file that takes their bytes into the program, the table that
// finds them by name, and the list of what they were made of.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Leaves a file alone that is as it should be, so that the build does not compile it again. */
export function writeIfChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  writeFileSync(path, bytes);
}

const symbol = (file, form) => `sawt_pack_${(file.sameAs ?? file.name).replace(/[^A-Za-z0-9]/g, "_")}_${form}`;

const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** pages.S. The etag stands in it so that it changes, and is assembled again, whenever the bytes do. */
export function assembly(files) {
  const lines = ["/* Made by web/pack.mjs. */", "    .section .rodata"];
  const take = (file, form, path) => {
    const name = symbol(file, form);
    lines.push("    .balign 16", `    .globl ${name}`, `${name}:`, `    .incbin ${quoted(path)}`);
  };
  for (const file of files.filter((f) => !f.sameAs)) {
    lines.push("", `/* ${file.name} ${file.etag} */`);
    take(file, "plain", file.path);
    if (file.gzip.length > 0) take(file, "gzip", `${file.path}.gz`);
  }
  lines.push("", '    .section .note.GNU-stack,"",%progbits', "");
  return lines.join("\n");
}

/** pages.cpp, the other half of server/net/pages.hpp. */
export function table(files) {
  const bytes = (file, form) => (file[form].length > 0 ? `{${symbol(file, form)}, ${file[form].length}}` : "{}");
  const declared = new Set();
  for (const file of files) {
    declared.add(symbol(file, "plain"));
    if (file.gzip.length > 0) declared.add(symbol(file, "gzip"));
  }
  const rows = files.map((file) => [
    `    {${quoted(file.name)}, ${quoted(file.type)},`,
    `     ${bytes(file, "plain")}, ${bytes(file, "gzip")}, ${quoted(file.etag)},`,
    `     ${quoted(file.scriptHash)}, ${quoted(file.styleHash)}, ${file.immutable}},`,
  ].join("\n"));
  return `// Made by web/pack.mjs.
#include "server/net/pages.hpp"

#include <algorithm>
#include <array>

extern "C" {
${[...declared].map((name) => `extern const char ${name}[];`).join("\n")}
}

namespace sawt::net {
namespace {

const std::array<page, ${files.length}> packed{{
${rows.join("\n")}
}};

}  // namespace

const page* find_page(std::string_view name)
{
    const auto found = std::find_if(packed.begin(), packed.end(), [name](const page& p) { return p.name == name; });
    return found == packed.end() ? nullptr : &*found;
}

}  // namespace sawt::net
`;
}

/** pages.d, in the form that make and ninja read. */
export function depfile(target, sources) {
  const escaped = (path) => path.replace(/[ #]/g, "\\$&");
  const list = [...new Set(sources)].sort().map((path) => `  ${escaped(path)}`);
  return `${escaped(target)}: \\\n${list.join(" \\\n")}\n`;
}

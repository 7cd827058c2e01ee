// A pasted list becomes options: one line is one option. What people paste comes from a letter, a spreadsheet or a
// chat, so numbering, bullets and empty lines go away, and two lines that a reader would take for the same are marked.
// Pure: no page, no clock; the desk shows what this finds before anything is sent.

/** @typedef {{text: string, sameAs: number | null}} Line  `sameAs` is the index of the first line that says the same */
/** @typedef {{question: string | null, lines: Line[]}} Pasted */

// Invisible marks that word processors and chats leave behind: zero-width, direction, byte-order, soft hyphen.
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
// Tatweel stands here because Arabic lists are often typed with it as their dash.
const BULLET = /^(?:[•‣⁃▪▫●○◦◉■□▸▹►▶→⇒✓✔✗☐☑★☆❖➢➤·∙*+–—―−-]|\u0640+|\uF0B7|\uF0A7|\[[ xX]?\])\s*/u;
const DIGITS = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]';
// 1) 1. (1) [1] 1: 1- 1/ 1° with Western, Arabic-Indic or Persian digits. A digit after the sign means that it was a number: 3.5, 10:30, 2-3.
const BRACKETED = new RegExp(`^(?:\\(${DIGITS}{1,3}\\)|\\[${DIGITS}{1,3}\\])[.:\\-–—]?\\s*`, 'u');
const NUMBERED = new RegExp(`^${DIGITS}{1,3}\\s?(?:[.\\u06D4]?[)\\]]|[.\\u06D4:،,°º])[\\-–—]?(?!${DIGITS})\\s*`, 'u');
const SPACED = new RegExp(`^${DIGITS}{1,3}\\s?[\\-–—/\\u0640](?:\\s+|(?=\\p{Script=Arabic}))(?!${DIGITS})`, 'u');
const TABBED = new RegExp(`^${DIGITS}{1,3}\\t+`, 'u');
// "2-year plan" keeps its 2, unless every line of the list starts with a number and a dash.
const DASHED = new RegExp(`^${DIGITS}{1,3}[\\-–—/]\\s*(?!${DIGITS})`, 'u');
// a) b) c), أ- ب- ج-, i. ii. iii.: letters count as numbering only when every line has one, or "A. Nasser" would lose a name.
const LETTERED = /^(?:[([]?(?:\p{L}|[ivx]{1,5}|هـ)[)\]]|(?:\p{L}|[ivx]{1,5}|هـ)\s?[.\-–—:/](?=\s))\s*/u;

/**
 * @param {string} text what was pasted
 * @returns {Pasted} `question` is the first line where it is plainly a question over a list
 */
export function parseList(text) {
  let lines = text.replace(INVISIBLE, '').split(BREAK).map((line) => line.trim()).filter((line) => line !== '');
  const question = lines.length > 2 && isQuestion(lines[0]) ? withoutMark(lines[0]) : null;
  if (question !== null) lines = lines.slice(1);
  const everyLine = (/** @type {RegExp} */ mark) => lines.length > 1 && lines.every((line) => mark.test(line));
  const extra = [DASHED, LETTERED].filter(everyLine);
  const texts = lines.map((line) => clean(line, extra)).filter((line) => /[\p{L}\p{N}]/u.test(line));
  return { question, lines: withDuplicates(texts) };
}

/**
 * The form in which two lines count as the same: without case, Arabic marks and tatweel, with one alef, one ya and one
 * ha, as a reader would hear them.
 * @param {string} text
 */
export function sameForm(text) {
  return text.normalize('NFKC').toLowerCase()
    .replace(/\u0640|\p{Mn}/gu, '')
    .replace(/[\u0622\u0623\u0625\u0671]/gu, '\u0627').replace(/[\u0649\u06CC]/gu, '\u064A')
    .replace(/\u0629/gu, '\u0647').replace(/\u06A9/gu, '\u0643')
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06F0))
    .replace(/[\p{P}\p{S}\s]+/gu, ' ').trim();
}

/**
 * @param {string[]} texts
 * @returns {Line[]}
 */
export function withDuplicates(texts) {
  /** @type {Map<string, number>} */
  const first = new Map();
  return texts.map((text, index) => {
    const form = sameForm(text);
    const sameAs = first.get(form) ?? null;
    if (sameAs === null) first.set(form, index);
    return { text, sameAs };
  });
}

/** @param {string} line @param {RegExp[]} extra marks that every line of this list has */
function clean(line, extra) {
  let rest = line.replace(BULLET, '');
  const mark = [BRACKETED, TABBED, NUMBERED, SPACED, ...extra].find((each) => each.test(rest));
  if (mark) rest = rest.replace(mark, '').replace(BULLET, '');
  // A mark that leaves nothing was the text itself: "1." or "2026:" stay as they are.
  const kept = /[\p{L}\p{N}]/u.test(rest) ? rest : line;
  return kept.replace(/[;؛,،]$/u, '').replace(/\s+/gu, ' ').trim();
}

/** @param {string} line */
function isQuestion(line) {
  return /[?؟:]$/u.test(line) && !BULLET.test(line) && !NUMBERED.test(line) && !BRACKETED.test(line);
}

/** @param {string} line */
function withoutMark(line) {
  return line.replace(/\s*:$/u, '').replace(/\s+/gu, ' ');
}

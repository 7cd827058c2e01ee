// Keys of the wall. A letter is the one printed on the key where the layout is Latin, and the key's position where it is
// not, so that B darkens the wall under an Arabic layout too. Pure, but for the event it is given.

/** @typedef {'corner'|'language'|'theme'|'full'|'black'|'sort'|'table'|'explain'|'keys'|'close'|'next'|'back'|'first'|'last'} Action */

/** @type {Record<string, Action>} */
const LETTERS = { q: 'corner', l: 'language', t: 'theme', f: 'full', b: 'black', s: 'sort', d: 'table', e: 'explain', '.': 'black', '?': 'keys', '؟': 'keys' };
/** @type {Record<string, Action>} */
const POSITIONS = {
  KeyQ: 'corner', KeyL: 'language', KeyT: 'theme', KeyF: 'full', KeyB: 'black', KeyS: 'sort', KeyD: 'table', KeyE: 'explain', Period: 'black', NumpadDecimal: 'black',
  Slash: 'keys',
};
// Named keys, among them those of presentation clickers. They carry no letter, so they stay on when letters are off.
/** @type {Record<string, Action>} */
const NAMED = { Escape: 'close', PageDown: 'next', PageUp: 'back', ArrowDown: 'next', ArrowUp: 'back', Home: 'first', End: 'last' };

/**
 * @param {{key: string, code: string, ctrlKey: boolean, altKey: boolean, metaKey: boolean, repeat: boolean, isComposing?: boolean}} event
 * @param {{typing: boolean, letters: boolean, rtl?: boolean}} where in Arabic the left arrow goes on
 * @returns {Action|null}
 */
export function actionOf(event, where) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return null;
  const named = event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? (event.key === 'ArrowLeft') === (where.rtl === true) ? 'next' : 'back' : NAMED[event.key];
  if (named !== undefined) return where.typing && named !== 'close' ? null : named;
  if (where.typing || !where.letters) return null;
  const key = event.key.toLowerCase();
  const latin = /^[a-z]$/u.test(key);
  return LETTERS[key] ?? (latin ? null : POSITIONS[event.code] ?? null);
}

/** @param {unknown} target what has the focus: where text is typed or chosen, no key is taken */
export function isTyping(target) {
  if (target === null || typeof target !== 'object' || !('tagName' in target)) return false;
  const element = /** @type {HTMLElement} */ (target);
  return element.isContentEditable === true || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(element.tagName);
}

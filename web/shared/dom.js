// Small helpers over the DOM: make an element, change it only where it differs, keep a list in step without
// making its nodes anew. Text is always set as text, so nothing that a person typed can become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {string|number|boolean|null|undefined} Value */
/** @typedef {Node|string|number|null|undefined|false} Child */
/** @typedef {{text:string, lang:string, dir:string, struck?:boolean}} Words a text with its language and direction; struck: it does not stand */
/** @typedef {Record<string, Value | ((event: any) => void) | Record<string, string|number>>} Props */

/**
 * `el('button', {class: 'button', 'data-action': 'send', onclick: send}, 'Send')`. A function becomes a listener, `style` takes
 * custom properties and declarations as an object, everything else is an attribute (true sets it bare, false and null leave it out).
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Props | null} [props] @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, props, ...children) {
  const node = document.createElement(tag);
  fill(node, props, children);
  return node;
}

/**
 * The same for SVG.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Props | null} [props] @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, props, ...children) {
  const node = document.createElementNS(SVG, tag);
  fill(node, props, children);
  return node;
}

/** @param {HTMLElement|SVGElement} node @param {Props|null|undefined} props @param {Child[]} children */
function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (typeof value === 'function') node.addEventListener(name.replace(/^on/, ''), value);
    else if (name === 'style') for (const [rule, set] of Object.entries(value ?? {})) node.style.setProperty(rule, String(set));
    else setAttr(node, name, /** @type {Value} */ (value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) node.append(typeof child === 'number' ? String(child) : child);
}

/** @param {Element} node @param {string} name @param {Value} value */
export function setAttr(node, name, value) {
  if (value === null || value === undefined || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else {
    const text = value === true ? '' : String(value);
    if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
}

/** @param {Node} node @param {string|number} value */
export function setText(node, value) {
  const text = String(value);
  if (node.textContent !== text) node.textContent = text;
}

/** @param {Element} node @param {string} name @param {boolean} on */
export function setClass(node, name, on) {
  if (node.classList.contains(name) !== on) node.classList.toggle(name, on);
}

/** Shows or hides. @param {Element} node @param {boolean} on */
export function setShown(node, on) {
  setAttr(node, 'hidden', !on);
}

/** A user's text with its own language and direction. @param {Element} node @param {Words|null|undefined} words */
export function setWords(node, words) {
  setText(node, words?.text ?? '');
  setAttr(node, 'lang', words?.lang || null);
  setAttr(node, 'dir', words?.dir ?? 'auto');
  setAttr(node, 'data-struck', words?.struck ? '' : null);
}

/** A custom property, e.g. the length of a bar. @param {HTMLElement|SVGElement} node @param {string} name @param {string|number} value */
export function setVar(node, name, value) {
  const text = String(value);
  if (node.style.getPropertyValue(name) !== text) node.style.setProperty(name, text);
}

/** @type {WeakMap<Element, Map<string, Element>>} */
const lists = new WeakMap();

/**
 * Brings the children of `parent` in step with `items`: one node a key, made once, moved only when the order changed.
 * @template I
 * @template {Element} N
 * @param {Element} parent @param {readonly I[]} items @param {(item: I) => string} key
 * @param {(item: I) => N} create @param {(node: N, item: I, index: number) => void} [update]
 */
export function keyed(parent, items, key, create, update) {
  const old = lists.get(parent) ?? new Map();
  const now = new Map();
  for (const item of items) now.set(key(item), old.get(key(item)) ?? create(item));
  for (const [name, node] of old) if (!now.has(name)) node.remove();
  let here = parent.firstElementChild;
  items.forEach((item, index) => {
    const node = /** @type {N} */ (now.get(key(item)));
    if (node === here) here = node.nextElementSibling;
    else parent.insertBefore(node, here);
    update?.(node, item, index);
  });
  lists.set(parent, now);
}

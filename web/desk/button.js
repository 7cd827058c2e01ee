// The button of the desk: picture, words, and the key that does the same. A row of them is described by plain objects and
// kept in step, so a button keeps its place and the focus while its words change.

import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';
import { setIcon } from '../shared/icons.js';

/**
 * @typedef {object} Button
 * @property {string} act for `data-act`
 * @property {string} label
 * @property {string} [id] keeps the node where `act` changes with the state
 * @property {import('../shared/icons.js').Icon} [icon]
 * @property {string} [cap] the key, as it is printed on it
 * @property {string} [detail] a second, quieter line
 * @property {'act'|'warn'|'quiet'|'plain'|'danger'} [tone]
 * @property {boolean} [on] for a switch: whether it is on
 * @property {boolean} [off] cannot be pressed now
 * @property {boolean} [busy] it was pressed and the server has not answered yet
 * @property {boolean} [expanded] for a button that opens a panel
 * @property {() => unknown} run
 */

/** @type {WeakMap<Element, Button>} */
const described = new WeakMap();

/** @param {Button} button */
function create(button) {
  const node = el('button', {
    type: 'button',
    onclick: () => {
      const now = described.get(node);
      if (now && !now.off) now.run();
    },
  }, el('span', { class: 'button-icon' }), el('span', { class: 'button-words' }, el('span', { class: 'button-label' }), el('span', { class: 'button-detail' })), el('kbd', { class: 'cap', 'aria-hidden': 'true' }));
  update(node, button);
  return node;
}

/** @param {HTMLButtonElement} node @param {Button} button */
function update(node, button) {
  described.set(node, button);
  const [picture, words, cap] = node.children, [label, detail] = words.children;
  setAttr(node, 'class', `button button-${button.tone ?? 'plain'}`);
  setAttr(node, 'data-act', button.act);
  setAttr(node, 'aria-pressed', button.on === undefined ? null : String(button.on));
  setAttr(node, 'aria-expanded', button.expanded === undefined ? null : String(button.expanded));
  setAttr(node, 'aria-disabled', button.off ? 'true' : null);
  setAttr(node, 'aria-busy', button.busy ? 'true' : null);
  setAttr(node, 'aria-keyshortcuts', button.cap && !button.off ? button.cap : null);
  setIcon(picture, button.icon ?? null);
  setShown(picture, button.icon !== undefined);
  setText(label, button.label);
  setText(detail, button.detail ?? '');
  setShown(detail, button.detail !== undefined);
  setText(cap, button.cap ?? '');
  setShown(cap, button.cap !== undefined);
}

/** @param {Element} row @param {readonly Button[]} buttons */
export function setButtons(row, buttons) {
  keyed(row, buttons, (button) => button.id ?? button.act, create, update);
}

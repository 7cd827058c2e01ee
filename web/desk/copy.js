// Copying, also where the page came by plain http and the browser keeps its clipboard to itself.

import { el } from '../shared/dom.js';

/**
 * @param {string} text @param {Element} near where a helper field may stand for a moment: inside the open dialog, if there is one
 * @returns {Promise<boolean>}
 */
export async function copyText(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { /* absent or refused: the old way */ }
  const field = el('textarea', { class: 'visually-hidden', readonly: true, 'aria-hidden': 'true' });
  field.value = text;
  near.after(field);
  field.select();
  try { return document.execCommand('copy'); } catch { return false; } finally { field.remove(); }
}

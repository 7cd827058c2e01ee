// Dragging a row of a list by its handle, with finger, pen or mouse. Everything that a drag does can be done with the buttons
// beside it; Escape or a lost pointer puts the row back.

import { setClass, setVar } from '../../../shared/dom.js';

const EDGE = 90; // px from the top of the window, and from the dock: nearer, the page scrolls

/** The place that a row has when its middle is at `at`. @param {number[]} middles of all rows @param {number} from its own place @param {number} at */
export const placeAt = (middles, from, at) => middles.filter((middle, i) => i !== from && middle < at).length;

/** @param {HTMLElement} handle @param {HTMLElement} row @param {HTMLElement} list @param {(to: number) => void} onDrop */
export function dragging(handle, row, list, onDrop) {
  handle.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 || !down.isPrimary) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    const rows = /** @type {HTMLElement[]} */ ([...list.children]), from = rows.indexOf(row);
    const boxes = rows.map((one) => one.getBoundingClientRect()), start = scrollY, height = boxes[from].height + (boxes[1]?.top - boxes[0].bottom || 0);
    const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2);
    let y = down.clientY, to = from, over = false;

    const frame = () => {
      if (over) return;
      const dock = document.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight;
      if (y < EDGE) scrollBy(0, -8);
      else if (y > dock - EDGE / 2) scrollBy(0, 8);
      const gone = y - down.clientY + scrollY - start;
      to = placeAt(middles, from, middles[from] + gone);
      rows.forEach((one, i) => setVar(one, '--drag', `${i === from ? gone : i > from && i <= to ? -height : i < from && i >= to ? height : 0}px`));
      requestAnimationFrame(frame);
    };
    const end = (/** @type {boolean} */ drop) => {
      over = true;
      for (const one of rows) one.style.removeProperty('--drag');
      setClass(list, 'dragging', false);
      setClass(row, 'dragged', false);
      handle.removeEventListener('pointermove', follow);
      removeEventListener('keydown', key);
      if (drop && to !== from) onDrop(to);
    };
    const follow = (/** @type {PointerEvent} */ event) => { y = event.clientY; };
    const key = (/** @type {KeyboardEvent} */ event) => { if (event.key === 'Escape') end(false); };
    setClass(list, 'dragging', true);
    setClass(row, 'dragged', true);
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', () => { if (!over) end(true); }, { once: true });
    handle.addEventListener('pointercancel', () => { if (!over) end(false); }, { once: true });
    addEventListener('keydown', key);
    frame();
  });
}

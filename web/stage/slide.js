// When the order of the rows changes on purpose, each row slides from its old place to its new one, so that the eye can
// follow it. Where reduced motion is asked for they are simply there.

/**
 * @param {HTMLElement} list before its order changes
 * @returns {() => void} to be called once the new order is drawn
 */
export function slide(list) {
  const before = new Map([...list.children].map((row) => [row, row.getBoundingClientRect().top]));
  return () => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [row, top] of before) {
      const way = top - row.getBoundingClientRect().top;
      if (way !== 0 && row.isConnected) row.animate([{ transform: `translateY(${way}px)` }, { transform: 'none' }], { duration: 420, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' });
    }
  };
}

// The machine at the projector: its keys, its pointer that hides while nobody moves it, its screen that must not sleep.

import { actionOf, isTyping } from './keys.js';

const POINTER_MS = 2500;

/** @param {() => boolean} letters whether letter keys are on @param {(action: import('./keys.js').Action) => void} act */
export function watchKeys(letters, act) {
  addEventListener('keydown', (event) => {
    // A button that has the focus keeps its own keys, and only letters reach the wall.
    const action = actionOf(event, { typing: isTyping(event.target), letters: letters(), rtl: document.documentElement.dir === 'rtl' });
    if (action === null) return;
    event.preventDefault();
    act(action);
  });
}

/** @param {HTMLElement} root gets data-awake while the pointer moves */
export function watchPointer(root) {
  let timer = 0;
  const sleep = () => { delete root.dataset.awake; };
  const wake = () => {
    root.dataset.awake = '';
    clearTimeout(timer);
    timer = window.setTimeout(sleep, POINTER_MS);
  };
  for (const kind of ['pointermove', 'pointerdown']) addEventListener(kind, wake, { passive: true });
}

/** Holds the screen awake where the browser can (localhost and https); it lets go when the page is hidden, so asks anew. */
export function keepAwake() {
  const hold = async () => {
    if (document.visibilityState !== 'visible') return;
    try { await navigator.wakeLock?.request('screen'); } catch { /* the system said no, e.g. on a low battery */ }
  };
  document.addEventListener('visibilitychange', hold);
  void hold();
}

export function toggleFull() {
  const done = document.fullscreenElement ? document.exitFullscreen?.() : document.documentElement.requestFullscreen?.();
  done?.catch(() => { /* the browser wants a key pressed by a person */ });
}

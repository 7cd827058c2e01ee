// Keeps the facilitator's screen on where the browser can (it needs https or localhost); elsewhere nothing happens.

export function keepAwake() {
  const wake_lock = /** @type {{request: (type: string) => Promise<unknown>} | undefined} */ (/** @type {any} */ (navigator).wakeLock);
  const ask = async () => {
    if (!wake_lock || document.visibilityState !== 'visible') return;
    try { await wake_lock.request('screen'); } catch { /* low battery or not allowed: the page works without */ }
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

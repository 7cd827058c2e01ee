// What a page keeps between visits. Where the browser refuses storage (private windows, some in-app browsers) the same
// calls keep things in memory, and `durable` says so, so that the page can tell its reader before it matters.

/** @typedef {ReturnType<typeof openStorage>} Storage */

/** @param {string} namespace goes before each key, so that several identities can live in one browser */
export function openStorage(namespace, area = browserArea()) {
  /** @type {Map<string, string>} */
  const memory = new Map();
  const name = (/** @type {string} */ key) => `${namespace}${key}`;
  let durable = area !== null;
  return {
    get durable() { return durable; },
    /** @param {string} key @returns {any} what was set, or null */
    get(key) {
      let text = memory.get(key) ?? null;
      try { text ??= area?.getItem(name(key)) ?? null; } catch { durable = false; }
      try { return text === null ? null : JSON.parse(text); } catch { return null; }
    },
    /** @param {string} key @param {unknown} value */
    set(key, value) {
      const text = JSON.stringify(value);
      try {
        area?.setItem(name(key), text);
        memory.delete(key);
      } catch { durable = false; }
      if (!durable) memory.set(key, text);
    },
    /** @param {string} key */
    remove(key) {
      memory.delete(key);
      try { area?.removeItem(name(key)); } catch { durable = false; }
    },
  };
}

/** localStorage if it really keeps things. @returns {globalThis.Storage|null} */
function browserArea() {
  try {
    const probe = 'sawt.probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

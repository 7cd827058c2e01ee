// What the person at the projector chose, kept in this browser: language, whether the join corner and the letter keys are
// on, and the order of the bars. The theme is kept by shared/theme.js.

/** @typedef {import('../shared/wire.js').Lang} Lang */
/** @typedef {{lang: Lang|null, corner: boolean, letters: boolean, sorted: boolean}} Prefs */

/** @param {{get: (key: string) => any, set: (key: string, value: unknown) => void}} storage */
export function openPrefs(storage) {
  const kept = storage.get('prefs') ?? {};
  /** @type {Prefs} */
  const prefs = {
    lang: ['ar', 'en', 'fr'].includes(kept.lang) ? kept.lang : null,
    corner: kept.corner !== false,
    letters: kept.letters !== false,
    sorted: kept.sorted === true,
  };
  return {
    get now() { return prefs; },
    /** @param {Partial<Prefs>} change */
    set(change) {
      Object.assign(prefs, change);
      storage.set('prefs', prefs);
    },
  };
}

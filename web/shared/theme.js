// Light or dark: what the system says until a person chooses, then what they chose. The choice is one attribute on the
// root element, and tokens.css does the rest.

/** @typedef {'light'|'dark'} Theme */

/** @param {import('./storage.js').Storage} storage where the choice is kept */
export function createTheme(storage) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  /** @type {Theme|null} */
  let chosen = storage.get('theme');
  const current = () => chosen ?? (system.matches ? 'dark' : 'light');
  const apply = () => {
    if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
  };
  apply();
  return {
    get current() { return current(); },
    /** @param {Theme|null} theme null follows the system again */
    set(theme) {
      chosen = theme;
      if (theme) storage.set('theme', theme);
      else storage.remove('theme');
      apply();
    },
    toggle() { this.set(current() === 'dark' ? 'light' : 'dark'); },
  };
}

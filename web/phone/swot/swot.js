// The SWOT board that is on the wall, quarter by quarter.

import { el, keyed, setShown, setText, setWords, svg } from '../../shared/dom.js';

export { words } from './words.js';

/** The quarters, each with a sign beside its colour. */
const QUARTERS = /** @type {const} */ ({ strengths: 'M6 12h12M12 6v12', weaknesses: 'M6 12h12', opportunities: 'M12 19V6m-6 5 6-6 6 6', threats: 'M12 5v9m0 4.5v.1' });

/** @param {import('../../shared/i18n.js').I18n} i18n */
export function createSwot(i18n) {
  const quarters = Object.entries(QUARTERS).map(([key, d]) => {
    const name = /** @type {keyof typeof QUARTERS} */ (key), title = el('span'), list = el('ul');
    const sign = svg('svg', { class: 'quarter-sign', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d }));
    return { name, title, list, root: el('section', { class: `card quarter quarter-${name}` }, el('h2', null, sign, title), list) };
  });
  return {
    root: el('div', { class: 'quarters' }, ...quarters.map((quarter) => quarter.root)),
    /** @param {import('../../shared/wire.js').Item} item */
    update(item) {
      for (const { name, title, list, root } of quarters) {
        const lines = item.lines?.[name] ?? [];
        setShown(root, lines.length > 0);
        setText(title, i18n.t(name));
        keyed(list, lines, ({ id }) => id, () => el('li'), (line, { text }) => setWords(line, i18n.pick(text)));
      }
    },
  };
}

// "How was this counted?", answered on the wall on demand: what the server says about the result, each answer under its own
// question, in the language of the wall.

import { el, keyed, setShown, setText, setVar, setWords } from '../shared/dom.js';
import { firstThatFits, holds } from './fit.js';

/** @typedef {import('../shared/wire.js').Explained} Explained */
/** @typedef {keyof Explained} Part */

/** @type {readonly Part[]} */
const PARTS = ['how', 'decided', 'tie', 'margin', 'robust'];
const SIZES = [4.4, 4, 3.6, 3.2, 2.9, 2.6];

/** @param {import('./stage.js').Wall} wall */
export function createExplained({ i18n }) {
  const list = el('dl', { class: 'explained-list' });
  const root = el('section', { class: 'explained', hidden: true }, list);
  return {
    root,
    /** @param {import('./pictures/told.js').Told} told @param {Explained|undefined} explained @param {boolean} visible @param {boolean} refit */
    update(told, explained, visible, refit) {
      setShown(root, visible);
      if (!visible || !explained) return;
      const parts = PARTS.filter((part) => explained[part] !== undefined);
      keyed(list, parts, (part) => part, (part) => el('div', { class: 'explained-part', 'data-part': part }, el('dt'), el('dd', null, el('bdi'))), (node, part) => {
        setText(node.children[0], i18n.t(`why_${part}`));
        setWords(node.children[1].children[0], i18n.pick(explained[part]));
      });
      if (refit) firstThatFits([SIZES.map((size) => ({ size, compact: size === 2.6 }))], ({ size }) => setVar(list, '--type', size), () => holds(root, list));
    },
  };
}

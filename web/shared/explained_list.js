// Why a result is what it is: the server's sentences, each under its question, as desk and records show them.

import { el, keyed, setAttr, setShown, setText, setWords } from './dom.js';
import { speechOf } from './outcome_table.js';

/** @typedef {import('./wire.js').Explained} Explained */

/** @type {readonly (keyof Explained)[]} what decides comes first; how it was counted is known to most */
const PARTS = ['decided', 'margin', 'tie', 'robust', 'how'];

/** @param {import('./i18n.js').I18n} i18n */
export function createExplainedList(i18n) {
  const root = el('dl', { class: 'why' });
  return {
    root,
    /** @param {Explained | null | undefined} explained */
    update(explained) {
      const parts = PARTS.filter((part) => explained?.[part] !== undefined);
      setShown(root, parts.length > 0);
      keyed(root, parts, (part) => part, (part) => el('div', { 'data-part': part }, el('dt'), el('dd', null, el('bdi'))), (node, part) => {
        setText(node.children[0], speechOf(i18n).t(`why_${part}`));
        setWords(node.children[1].children[0], i18n.pick(explained?.[part]));
        setAttr(node, 'class', 'why-part');
      });
    },
  };
}

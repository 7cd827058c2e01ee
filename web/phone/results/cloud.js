// Words as real text, larger the more people wrote them, the most frequent first; each with its count.

import { el, keyed, setAttr, setShown, setText, setVar } from '../../shared/dom.js';
import { toNumber } from '../../shared/numbers.js';
import { short } from './rows.js';

const MOST = 60; // on a phone nobody reads more

/** @param {any} result @returns {{term: string, text: string, count: any, size: number}[]} size from 0 to 1 */
export function termsOf({ scores, spellings }) {
  const all = Object.entries(scores ?? {}).map(([term, count]) => ({ term, text: spellings?.[term] ?? term, count: /** @type {any} */ (count), weight: toNumber(/** @type {any} */ (count)) }));
  const most = Math.max(...all.map(({ weight }) => weight), 1);
  return all.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1)).slice(0, MOST).map(({ term, text, count, weight }) => ({ term, text, count, size: Math.sqrt(weight / most) }));
}

/** @param {import('./rows.js').I18n} i18n @returns {import('./figures.js').Figure} */
export function createCloud(i18n) {
  const list = el('ol', { class: 'cloud' }), none = el('p', { class: 'soft' });
  return {
    root: el('div', null, list, none),
    update(_, result, marks) {
      const mine = new Set(marks.keys()), terms = termsOf(result);
      setShown(none, terms.length === 0);
      setText(none, i18n.t('no_words'));
      keyed(list, terms, ({ term }) => term, () => el('li', null, el('bdi', { dir: 'auto' }), ' ', el('span', { class: 'small soft num' })), (node, { term, text, count, size }) => {
        setVar(node, '--size', size.toFixed(3));
        setAttr(node, 'data-term', term);
        setAttr(node, 'data-mine', mine.has(text) || mine.has(term));
        setText(node.children[0], text);
        setText(node.children[1], `× ${short(i18n, count)}`);
      });
    },
  };
}

// What stands in the log and was not counted: why, how often, and the first entries.

import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';

/** @typedef {import('./library.js').Refused} Refused */

/** @param {import('../shared/i18n.js').I18n} i18n @param {'h2'|'h4'} heading */
export function createRefusals(i18n, heading) {
  const title = el(heading), list = el('ul', { class: 'refused' }), root = el('div', { class: 'refusals' }, title, list);
  return {
    root,
    /** @param {string} name @param {Refused[]} refused */
    update(name, refused) {
      setText(title, name);
      setShown(root, refused.length > 0);
      keyed(list, refused, ({ why }) => why, () => el('li', null, el('b'), ' ', el('span', { class: 'soft small' })), (node, { why, many, first }) => {
        setAttr(node, 'data-why', why);
        setText(node.children[0], i18n.t('why_line', { why: i18n.t(`why_${why.replace(/-/g, '_')}`), many }));
        setText(node.children[1], [i18n.t('why_entries', { list: first.map((entry) => i18n.number(entry)).join(' · ') }), ...many > first.length ? [i18n.t('and_more')] : []].join(' '));
      });
    },
  };
}

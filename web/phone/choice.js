// Choosing options: one of them, or as many as the rule allows. Upvotes and committees are approvals without a limit.
// The browser's own radio buttons and tick boxes carry state, keyboard and names.

import { el, svg } from '../shared/dom.js';
import { badgeElement } from './parts.js';
import { createRows, textElements } from './paper.js';

/** @typedef {import('./kinds.js').Item} Item */
/** @typedef {import('./kinds.js').Ballot} Ballot */
/** @typedef {import('./kinds.js').Touched} Touched */

const single = (/** @type {Item} */ { method }) => method === 'plurality';

/** How many options may be approved. @param {Item} item */
export const most = ({ method, params, options = [] }) => Math.min(options.length, method === 'approval' && params?.max || Infinity);

/** Chooses an option, or takes the choice back. @param {Item} item @param {Ballot} ballot @param {string} option @returns {Touched} */
export function choose(item, ballot, option) {
  if (single(item)) return { ballot: { choice: option } };
  const approve = ballot.approve ?? [];
  if (approve.includes(option)) return { ballot: { approve: approve.filter((id) => id !== option) } };
  if (approve.length >= most(item)) return { ballot, limit: ['full_choices'] };
  return { ballot: { approve: (item.options ?? []).map(({ id }) => id).filter((id) => id === option || approve.includes(id)) } };
}

/** @param {Ballot} ballot */
const chosen = ({ choice: one, approve = one ? [one] : [] }) => approve;

/** The options a ballot names, with their numbers. @param {import('./kinds.js').I18n} i18n @param {Item} item @param {(id: string) => string|boolean|undefined} mark false leaves an option out */
export function linesOf(i18n, item, mark) {
  return (item.options ?? []).flatMap(({ id, text }, i) => {
    const said = mark(id);
    return said || said === '' ? [{ id, number: i + 1, text: i18n.pick(text), mark: said === true ? '' : said }] : [];
  });
}

/** @type {import('./kinds.js').Kind} */
export const choice = {
  fitting(item, ballot) {
    const known = (/** @type {string|undefined} */ id) => (item.options ?? []).some((option) => option.id === id);
    if (single(item)) return known(ballot?.choice) ? { choice: ballot?.choice } : {};
    return { approve: (ballot?.approve ?? []).filter(known) };
  },
  lack(item, ballot) {
    const count = chosen(ballot).length;
    return !count ? ['need_choice'] : item.method === 'approval' && count < (item.params?.min ?? 0) ? ['need_more'] : null;
  },
  rule(i18n, item) {
    if (single(item)) return i18n.t('rule_plurality');
    if (item.method === 'qa_upvotes') return i18n.t('rule_upvotes');
    const limit = most(item), least = item.method === 'approval' && item.params?.min || 0;
    return i18n.t(limit < (item.options ?? []).length ? 'rule_approval' : 'rule_any', { n: limit }) + (least > 1 ? ` ${i18n.t('rule_least', { n: least })}` : '');
  },
  left(i18n, item, ballot) {
    const all = most(item), given = chosen(ballot).length;
    if (single(item)) return null;
    return all < (item.options ?? []).length ? { text: i18n.t('left_choices', { n: all - given }), given, all } : { text: i18n.t('chosen', { n: given }) };
  },
  lines: (i18n, item, ballot) => linesOf(i18n, item, (id) => chosen(ballot).includes(id)),
  createPaper: choicePaper,
};

/**
 * @param {import('./kinds.js').I18n} i18n @param {Item} item @param {import('./kinds.js').Hand} hand
 * @param {(node: Element, row: import('./paper.js').Row, item: Item) => void} [more] says more of an option
 * @returns {import('./kinds.js').Paper}
 */
export function choicePaper(i18n, item, hand, more) {
  return createRows(i18n, 'div', (id) => {
    const input = el('input', { class: 'visually-hidden', type: single(item) ? 'radio' : 'checkbox', name: item.id, onchange: () => {
      if (!hand.touch((ballot, now) => choose(now, ballot, id))) input.checked = false;
    } });
    const tick = svg('svg', { class: 'tick', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: 'm6 12.5 4 4 8-9' }));
    return el('label', { class: 'option', 'data-option': id }, input,
      el('span', { class: 'option-box' }, badgeElement(), textElements(), el('span', { class: single(item) ? 'tick-box tick-round' : 'tick-box' }, tick)));
  }, (node, row, now, ballot) => {
    const input = /** @type {HTMLInputElement} */ (node.querySelector('input')), picked = chosen(ballot).includes(row.option.id);
    if (input.checked !== picked) input.checked = picked;
    more?.(node, row, now);
    return picked;
  });
}

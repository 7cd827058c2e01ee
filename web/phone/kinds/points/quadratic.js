// Votes that cost their squares, from a fixed number of credits: each row shows what its votes cost, and the thumb's line
// what is left. Where the rule allows it, votes go below zero, against an option, at the same price.

import { el, setShown, setText } from '../../../shared/dom.js';
import { linesOf } from '../../choice.js';
import { createStepper, fittingPoints, pointsOf, showStepper, withPoints } from '../../dots.js';
import { createRows, rowElement } from '../../paper.js';

/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */

const credits = (/** @type {Item} */ { params }) => params?.credits ?? 0;

/** @param {Item} item @param {Ballot} ballot */
export const unspent = (item, ballot) => credits(item) - Object.values(ballot.points ?? {}).reduce((sum, votes) => sum + votes * votes, 0);

/** What one vote more, or one less, would cost. @param {number} votes @param {number} way */
const price = (votes, way) => (votes + way) ** 2 - votes ** 2;

/** @param {Item} item @param {Ballot} ballot @param {string} option @param {number} way @returns {import('../../kinds.js').Touched} */
export function vote(item, ballot, option, way) {
  const now = pointsOf(ballot, option), cost = price(now, way), left = unspent(item, ballot);
  if (way < 0 && now === 0 && !item.params?.negative) return { ballot };
  if (cost > left) return { ballot, limit: ['full_credits', { n: left, cost }] };
  return { ballot: withPoints(ballot, option, now + way) };
}

/** @param {import('../../kinds.js').I18n} i18n @param {number} votes */
const said = (i18n, votes) => i18n.t(votes < 0 ? 'votes_against' : 'votes_for', { n: Math.abs(votes) });

/** @type {import('../../kinds.js').Kind} */
export const quadratic = {
  fitting: fittingPoints,
  lack: (_, ballot) => Object.keys(ballot.points ?? {}).length ? null : ['need_choice'],
  rule: (i18n, item) => i18n.t('rule_quadratic', { n: credits(item) }) + (item.params?.negative ? ` ${i18n.t('rule_against')}` : ''),
  left(i18n, item, ballot) {
    const all = credits(item), left = unspent(item, ballot);
    return { text: i18n.t('left_credits', { n: left }), given: all - left, all, bar: true };
  },
  lines: (i18n, item, ballot) => linesOf(i18n, item, (id) => pointsOf(ballot, id) !== 0 && said(i18n, pointsOf(ballot, id))),
  createPaper(i18n, _, hand) {
    return createRows(i18n, 'ol', (id) => {
      const row = rowElement(id, createStepper((way) => hand.touch((ballot, item) => vote(item, ballot, id, way))));
      row.querySelector('.option-text')?.append(el('span', { class: 'cost small num' }));
      return row;
    }, (node, row, item, ballot) => {
      const votes = pointsOf(ballot, row.option.id), left = unspent(item, ballot), cost = /** @type {Element} */ (node.querySelector('.cost'));
      setText(/** @type {Element} */ (node.querySelector('[data-points]')), i18n.number(votes).replace('-', '\u2212'));
      setText(cost, votes ? `${said(i18n, votes)} · ${i18n.t('costs', { n: votes * votes })}` : '');
      setShown(cost, votes !== 0);
      showStepper(i18n, node, row, { least: votes === 0 && !item.params?.negative || price(votes, -1) > left, most: price(votes, 1) > left }, 'vote');
      return votes !== 0;
    });
  },
};

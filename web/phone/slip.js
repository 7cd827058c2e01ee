// What I voted, as a slip of paper with a stamp: on its way (amber), counted (green, with the receipt) or not counted
// (red, with the reason). It stands where the ballot paper stood, and stays after the vote has closed.

import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { badgeElement, createCode, setSign, signElement } from './parts.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('./voting.js').Standing} Standing */

const SLOW_MS = 1000;
const LONG_MS = 10000;

/** The refusals that have a sentence of their own. */
const REASONS = new Set(['closed', 'not-open', 'wrong-round', 'invalid-ballot', 'group-needed', 'name-needed']);

/** Why, and what to do. @param {I18n} i18n @param {import('../shared/wire.js').Message|null} refusal */
export function reasonText(i18n, refusal) {
  const reason = refusal?.reason ?? '';
  return i18n.t(`refused_${REASONS.has(reason) ? reason.replace('-', '_') : 'other'}`);
}

/** @param {Standing} standing */
export function shownBallot({ name, pending, mine, draft }) {
  return name === 'kept' && pending ? pending.ballot : name === 'counted' && mine ? mine.ballot : draft;
}

/** @param {I18n} i18n @param {(item: Item) => import('./kinds.js').Kind|null} kindOf */
export function createSlip(i18n, kindOf) {
  const sign = signElement('kept'), word = el('strong'), more = el('p', { class: 'small slip-more' });
  const receipt = createCode('receipt');
  const abstained = el('p', { class: 'slip-abstained' }), list = el('ol', { class: 'slip-list' });
  const root = el('div', { class: 'slip' }, el('div', { class: 'stamp' }, el('p', { class: 'stamp-word' }, sign, word), more, receipt.root), list, abstained);
  return {
    root,
    /** @param {Item} item @param {Standing} standing @param {number} waited_ms since it was sent */
    update(item, standing, waited_ms) {
      const { name, pending, mine, refusal } = standing, ballot = shownBallot(standing);
      const abstains = Object.keys(ballot).length === 0;
      setAttr(root, 'data-stamp', name);
      setSign(sign, name === 'draft' ? 'waiting' : name);
      if (name === 'kept') {
        const busy = pending?.waits === 'not-saving';
        setText(word, i18n.t(waited_ms < SLOW_MS || busy ? 'kept' : 'kept_waiting'));
        setText(more, busy || waited_ms >= LONG_MS ? i18n.t('kept_long') : '');
      } else if (name === 'counted') {
        setText(word, i18n.t(abstains ? 'counted_abstain' : 'counted'));
        setText(more, '');
      } else {
        setText(word, i18n.t(name === 'refused' ? 'refused' : 'unsent'));
        setText(more, name === 'refused' ? reasonText(i18n, refusal) : '');
      }
      setShown(more, more.textContent !== '');
      receipt.update(i18n, name === 'counted' ? mine?.code : null);
      setShown(abstained, abstains);
      setText(abstained, i18n.t('abstained'));
      const lines = kindOf(item)?.lines(i18n, item, ballot) ?? [];
      keyed(list, lines, ({ id }) => id,
        () => el('li', null, badgeElement(), el('bdi', { class: 'slip-name' }), el('span', { class: 'slip-mark num' })),
        (row, { id, number, text, mark }) => {
          const [badge, name, value] = row.children;
          setAttr(row, 'data-chosen', id);
          setText(badge, number ? i18n.number(number) : '');
          setShown(badge, !!number);
          setWords(name, text);
          setText(value, mark ?? '');
          setShown(value, !!mark);
        });
      setShown(list, lines.length > 0);
    },
  };
}

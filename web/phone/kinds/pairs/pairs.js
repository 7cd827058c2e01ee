// One against one: two options, and which of them comes first. The ballot grows with every answer and is sent on the way, so
// a voter may stop at any time and what was said counts. Which pairs come is balanced (duel.js).

import { el, setAttr, setShown, setText } from '../../../shared/dom.js';
import { showText, textElements } from '../../paper.js';
import { badgeElement } from '../../parts.js';
import { fittingPairs, judged, nextPair, pairCount, pairsOf } from './duel.js';

export { words } from './words.js';

/** @typedef {import('../../kinds.js').I18n} I18n */
/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */
/** @typedef {import('../../../shared/wire.js').Pair} Pair */

/** @type {import('../../kinds.js').Kind} */
const pairs = {
  fitting: fittingPairs,
  lack: (_, ballot) => pairsOf(ballot).length ? null : ['need_pair'],
  rule: (i18n) => i18n.t('rule_pairs'),
  left: (i18n, item, ballot) => ({ text: i18n.t('compared_of', { given: pairsOf(ballot).length, all: pairCount(item) }), given: pairsOf(ballot).length, all: pairCount(item), bar: true }),
  lines(i18n, item, ballot) {
    const wins = new Map();
    for (const pair of pairsOf(ballot)) if ('winner' in pair) wins.set(pair.winner, (wins.get(pair.winner) ?? 0) + 1);
    const met = new Set(pairsOf(ballot).flatMap(judged));
    return (item.options ?? []).map(({ id, text }, i) => ({ id, number: i + 1, text: i18n.pick(text), wins: wins.get(id) ?? 0, mark: i18n.t('wins', { n: wins.get(id) ?? 0 }) }))
      .filter(({ id }) => met.has(id)).sort((a, b) => b.wins - a.wins || a.number - b.number);
  },
  growing: (i18n, ballot) => i18n.t('compared_counted', { n: pairsOf(ballot).length }),
  createPaper,
};

/** @param {I18n} i18n @param {Item} _ @param {import('../../kinds.js').Hand} hand @returns {import('../../kinds.js').Paper} */
function createPaper(i18n, _, hand) {
  const legend = el('legend', { class: 'visually-hidden' }), done = el('p', { class: 'lead' });
  let now = /** @type {string[]|null} */ (null), numbers = new Map(), focus = false;

  /** @param {(a: string, b: string) => Pair} said */
  function say(said) {
    if (!now) return;
    const [a, b] = now;
    focus = root.contains(document.activeElement);
    hand.touch((ballot) => ({ ballot: { pairs: [...pairsOf(ballot), said(a, b)] } }));
  }
  const side = (/** @type {number} */ at) => el('button', { class: 'option duel-side', type: 'button', 'data-side': at, onclick: () => say((a, b) => at ? { loser: a, winner: b } : { loser: b, winner: a }) },
    el('span', { class: 'option-box' }, badgeElement(), textElements()));
  const sides = [side(0), side(1)], versus = el('p', { class: 'versus soft', 'aria-hidden': 'true' });
  const answer = (/** @type {string} */ action, /** @type {() => void} */ act, look = '') => el('button', { class: `button ${look}`, type: 'button', 'data-action': action, onclick: act });
  const tie = answer('tie', () => say((a, b) => ({ tie: [a, b] }))), skip = answer('skip', () => say((a, b) => ({ skip: [a, b] })));
  const back = answer('back', () => { focus = true; hand.touch((ballot) => ({ ballot: { pairs: pairsOf(ballot).slice(0, -1) } })); }, 'button-quiet');
  const duel = el('div', { class: 'duel' }, sides[0], versus, sides[1], el('div', { class: 'both' }, tie, skip));
  const root = el('fieldset', { class: 'paper stack' }, legend, duel, done, back);

  return {
    root,
    update(item, ballot, voter) {
      const pair = nextPair(item, ballot, voter), fresh = String(pair) !== String(now);
      numbers = new Map((item.options ?? []).map((option, i) => [option.id, { option, number: i + 1 }]));
      now = pair;
      setText(legend, i18n.t('which_first'));
      setShown(duel, !!pair);
      setShown(done, !pair);
      setText(done, i18n.t('all_compared'));
      setText(versus, i18n.t('or'));
      setText(tie, i18n.t('tie_pair'));
      setText(skip, i18n.t('skip_pair'));
      setText(back, i18n.t('pair_back'));
      setShown(back, pairsOf(ballot).length > 0);
      for (const [i, node] of sides.entries()) {
        const row = numbers.get(pair?.[i]);
        setAttr(node, 'data-option', pair?.[i]);
        if (row) showText(i18n, node, row);
      }
      setAttr(duel, 'data-pair', pair?.join(' '));
      if (fresh && focus) (pair ? sides[0] : back).focus({ preventScroll: true });
      if (fresh && pair && pairsOf(ballot).length) hand.say(pair.map((id) => i18n.pick(numbers.get(id)?.option.text).text).join(` ${i18n.t('or')} `));
      focus = false;
    },
  };
}

/** @type {Record<string, import('../../kinds.js').Kind>} */
export const kinds = { pairwise_comparison: pairs };

// Results on the phone: the bars of the wall with my own choice marked, what the shares are shares of, how many took
// part, and the codes by which the round and my ballot can be found in the log. One touch shows my group alone.

import { createBars } from '../shared/bars.js';
import { el, setShown, setText } from '../shared/dom.js';
import { toNumber } from '../shared/numbers.js';
import { tallyOf } from '../shared/store.js';
import { chosen, pointsOf } from './ballot.js';
import { checkOf, createCode, createSegments } from './parts.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Mine} Mine */

/** @param {I18n} i18n */
export function createResults(i18n) {
  let scope = 'all', again = () => {};
  const segments = createSegments('scope', (value) => { scope = value; again(); });
  const bars = createBars(i18n);
  const tie = el('p', { class: 'tie' }), base = el('p', { class: 'soft small num', 'data-base': '' }), none = el('p', { class: 'soft' });
  const receipt = createCode('receipt'), check = createCode('check'), codes = el('div', { class: 'codes' }, receipt.root, check.root);
  const root = el('div', { class: 'results' }, segments.root, bars.root, none, tie, base, codes);

  return {
    root,
    /** @param {State} state @param {Item} item @param {number} round @param {Mine|null} mine */
    update(state, item, round, mine) {
      again = () => this.update(state, item, round, mine);
      const tally = tallyOf(state, item.id, round);
      const my_group = state.workshop?.groups.find(({ id }) => id === state.you?.group);
      const group = tally?.groups?.find(({ id, result: has }) => id === my_group?.id && has);
      const shown = scope === 'mine' && group ? group : tally;
      const result = item.revealed ? shown?.result : undefined;
      setShown(segments.root, !!result && !!group);
      segments.update([{ value: 'all', words: { text: i18n.t('everyone'), lang: '', dir: 'auto' } }, { value: 'mine', words: i18n.pick(my_group?.name) }], scope, i18n.t('results'));
      setShown(bars.root, !!result);
      setShown(none, !result);
      setText(none, i18n.t('no_result'));
      setShown(base, !!result);
      setShown(tie, !!result?.tie);
      setText(tie, i18n.t('tied'));
      const counted = i18n.t(result?.base.of === 'dots' ? 'base_dots' : 'base_voters', { n: toNumber(result?.base.value ?? 0) });
      if (result && shown) {
        const silent = result.turnout.empty;
        const parts = [counted, i18n.t('voted_of', { voted: shown.ballots, voters: shown.voters }), silent ? i18n.t('abstentions', { n: silent }) : ''];
        setText(base, parts.filter(Boolean).join(' · '));
        const picked = new Set(chosen(mine?.ballot ?? {}));
        bars.update({
          rows: (item.options ?? []).map(({ id, text }, i) => ({
            id, number: i + 1, label: i18n.pick(text), score: result.scores[id] ?? 0, lead: result.winners.includes(id), mine: picked.has(id),
            note: !picked.has(id) ? '' : item.method === 'dots' ? `${i18n.t('mine')}: ${i18n.t('points', { n: pointsOf(mine?.ballot ?? {}, id) })}` : i18n.t('mine'),
          })),
          base: result.base.value, shown: true, unit: i18n.t(item.method === 'dots' ? 'score_dots' : 'score_votes'), caption: `${i18n.pick(item.title).text} (${counted})`,
        });
      }
      setShown(codes, item.status !== 'open' || round < item.round);
      receipt.update(i18n, mine?.code);
      check.update(i18n, checkOf(item, round));
    },
  };
}

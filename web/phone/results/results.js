// Results on the phone: the picture of the wall made small, with my own choice marked, what the numbers are shares of, how
// many took part, and the codes by which the round and my ballot can be found in the log. One touch shows my group alone.

import { asItStands, createAnnulledNote } from '../../shared/annulled.js';
import { el, setShown, setText } from '../../shared/dom.js';
import { toNumber } from '../../shared/numbers.js';
import { tallyOf } from '../../shared/store.js';
import { checkOf, createCode, createSegments } from '../parts.js';
import { figureFor } from './figures.js';

export { createResultsView } from './view.js';
export { words } from './words.js';

/** @typedef {import('../../shared/i18n.js').I18n} I18n */
/** @typedef {import('../../shared/store.js').State} State */
/** @typedef {import('../../shared/wire.js').Item} Item */
/** @typedef {import('../../shared/wire.js').Mine} Mine */

/** @param {I18n} i18n @param {(item: Item) => import('../kinds.js').Kind|null} kindOf */
export function createResults(i18n, kindOf) {
  let scope = 'all', again = () => {};
  const segments = createSegments('scope', (value) => { scope = value; again(); });
  const place = el('div', { class: 'figure' });
  let figure = /** @type {import('./figures.js').Figure|null} */ (null), made_for = '';
  const tie = el('p', { class: 'tie' }), base = el('p', { class: 'soft small num', 'data-base': '' }), none = el('p', { class: 'soft' });
  const receipt = createCode('receipt'), check = createCode('check'), codes = el('div', { class: 'codes' }, receipt.root, check.root), annulled = createAnnulledNote(i18n);
  const root = el('div', { class: 'results' }, annulled.root, segments.root, place, none, tie, base, codes);

  return {
    root,
    /** @param {State} state @param {Item} plan @param {number} round @param {Mine|null} mine */
    update(state, plan, round, mine) {
      again = () => this.update(state, plan, round, mine);
      const item = asItStands(plan, round);
      annulled.update(item, round);
      const tally = tallyOf(state, item.id, round);
      const my_group = state.workshop?.groups.find(({ id }) => id === state.you?.group);
      const group = tally?.groups?.find(({ id, result: has }) => id === my_group?.id && has);
      const shown = scope === 'mine' && group ? group : tally;
      const result = item.revealed || round < item.round ? shown?.result : undefined;
      setShown(segments.root, !!result && !!group);
      segments.update([{ value: 'all', words: { text: i18n.t('everyone'), lang: '', dir: 'auto' } }, { value: 'mine', words: i18n.pick(my_group?.name) }], scope, i18n.t('results'));
      const counted = result?.turnout.counted ?? 0;
      for (const part of [place, base]) setShown(part, !!result);
      setShown(none, !result);
      setText(none, i18n.t('no_result'));
      setShown(tie, !!result?.tie && counted > 0);
      setText(tie, i18n.t(result && result.winners.length <= (item.params?.seats ?? 1) ? 'tie_settled' : 'tied'));
      if (result && shown) {
        if (made_for !== item.method || !figure) {
          figure = figureFor(item)(i18n);
          made_for = item.method ?? '';
          place.replaceChildren(figure.root);
        }
        const of = baseText(i18n, result);
        const silent = result.turnout.empty;
        setText(base, [of, i18n.t('voted_of', { voted: shown.ballots, voters: shown.voters }), silent ? i18n.t('abstentions', { n: silent }) : ''].filter(Boolean).join(' · '));
        const ranked = !!mine?.ballot.ranking, texts = !!mine?.ballot.words, priced = !!item.params?.costs;
        const marks = new Map((kindOf(item)?.lines(i18n, item, mine?.ballot ?? {}) ?? []).map(({ id, number, text, mark }) =>
          [texts ? text.text : id, ranked ? i18n.t('my_place', { n: number ?? 0 }) : mark && !priced ? `${i18n.t('mine')}: ${mark}` : i18n.t('mine')]));
        figure.update(item, result, marks, [i18n.pick(item.title).text, of].filter(Boolean).join(', '));
      }
      setShown(codes, item.status !== 'open' || round < item.round);
      receipt.update(i18n, mine?.code);
      check.update(i18n, checkOf(item, round));
    },
  };
}

/** What a share is a share of. @param {I18n} i18n @param {import('../../shared/wire.js').Result} result */
function baseText(i18n, { base }) {
  if (base?.of === 'percent') return i18n.t('base_percent');
  return i18n.t(base?.of === 'dots' || base?.of === 'points' ? 'base_dots' : 'base_voters', { n: toNumber(base?.value ?? 0) });
}

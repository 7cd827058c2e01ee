// Rating each option by itself: on a scale of numbers, from disagreement to agreement, or with a grade in words. In a later
// round of a Delphi vote each option shows what I said before, and what the room said where that was revealed.

import { el, setAttr, setShown, setText } from '../../../shared/dom.js';
import { linesOf } from '../../choice.js';
import { createRows, rowElement } from '../../paper.js';
import { cellsOf, createScale } from '../scale.js';

export { words } from './words.js';

/** @typedef {import('../../kinds.js').I18n} I18n */
/** @typedef {import('../../kinds.js').Item} Item */
/** @typedef {import('../../kinds.js').Ballot} Ballot */

const isGrades = (/** @type {Item} */ { method }) => method === 'majority_judgment';

/** @param {Item} item @returns {[number, number]} the ends of the scale */
export const range = (item) => isGrades(item) ? [0, (item.params?.grades?.length ?? 1) - 1] : [item.params?.min ?? 0, item.params?.max ?? 10];

/** @param {Ballot} ballot @param {string} id @param {number|null} value null takes it back @returns {Ballot} */
export function rated(ballot, id, value) {
  const scores = { ...ballot.scores };
  if (value === null) delete scores[id];
  else scores[id] = value;
  return { scores };
}

/** The cells, the words at the ends, and whether an opinion can be left out. @param {I18n} i18n @param {Item} item @param {number|undefined} former */
function scaleOf(i18n, item, former) {
  const [min, max] = range(item);
  if (isGrades(item)) {
    const grades = item.params?.grades ?? [];
    return { cells: grades.map((grade, value) => ({ value, text: i18n.pick(grade).text, former: value === former })).reverse(), none: item.params?.missing === 'normalise' ? i18n.t('no_opinion') : undefined };
  }
  const agreement = item.method === 'agreement', five = agreement && max - min === 4;
  const end = (/** @type {string} */ key) => ({ text: agreement || max - min > 10 ? i18n.t(key) : '', lang: '', dir: 'auto' });
  return { cells: cellsOf(i18n, min, max, (value) => ({ former: value === former, label: five ? `${i18n.number(value)}: ${i18n.t(`agree_${value - min}`)}` : undefined })), low: end(agreement ? 'agree_0' : 'score_low'), high: end(agreement ? 'agree_4' : 'score_high'), none: i18n.t('no_opinion') };
}

/** A score in words. @param {I18n} i18n @param {Item} item @param {number} value */
const inWords = (i18n, item, value) => isGrades(item) ? i18n.pick(item.params?.grades?.[value]).text : i18n.number(value);

/** What I and the room said in the round before. @param {I18n} i18n @param {number|undefined} mine @param {import('../../../shared/wire.js').Tally|null} tally @param {string} id */
function formerText(i18n, mine, tally, id) {
  const median = /** @type {any} */ (tally?.result)?.stats?.[id]?.median;
  return [mine !== undefined && i18n.t('former_mine', { n: mine }), median !== null && median !== undefined && i18n.t('former_room', { median: i18n.number(median) })].filter(Boolean).join(' · ');
}

/** @type {import('../../kinds.js').Kind} */
const scores = {
  fitting(item, ballot) {
    const [min, max] = range(item), options = item.options ?? [];
    return { scores: Object.fromEntries(Object.entries(ballot?.scores ?? {}).filter(([id, value]) => Number.isInteger(value) && value >= min && value <= max && options.some((option) => option.id === id))) };
  },
  lack: (_, ballot) => Object.keys(ballot.scores ?? {}).length ? null : ['need_score'],
  rule(i18n, item) {
    const [min, max] = range(item);
    if (!isGrades(item)) return i18n.t(item.method === 'agreement' ? 'rule_agreement' : 'rule_score', { min, max });
    return `${i18n.t('rule_grades')} ${item.params?.missing === 'normalise' ? i18n.t('rule_grades_open') : i18n.t('rule_grades_worst', { grade: inWords(i18n, item, 0) })}`;
  },
  left(i18n, item, ballot) {
    const all = (item.options ?? []).length, given = Object.keys(ballot.scores ?? {}).length;
    return { text: i18n.t('rated_of', { given, all }), given, all };
  },
  lines: (i18n, item, ballot) => linesOf(i18n, item, (id) => id in (ballot.scores ?? {}) && inWords(i18n, item, ballot.scores?.[id])),
  createPaper(i18n, first, hand) {
    const [min, max] = range(first), long = !isGrades(first) && max - min > 10;
    /** @type {Map<string, ReturnType<typeof createScale>>} */
    const scales = new Map();
    const again = el('button', { class: 'button', type: 'button', 'data-action': 'former' });
    const rows = createRows(i18n, 'ol', (id) => {
      const scale = createScale(i18n, `${first.id}-${id}`, long, (value) => hand.touch((ballot) => ({ ballot: rated(ballot, id, value) })));
      scales.set(id, scale);
      return rowElement(id, el('p', { class: 'former small' }), scale.root);
    }, (node, { option }, item, ballot, former) => {
      const mine = former.ballot?.scores?.[option.id], picked = ballot.scores?.[option.id], before = /** @type {Element} */ (node.querySelector('.former'));
      scales.get(option.id)?.update({ ...scaleOf(i18n, item, mine), picked, label: i18n.pick(option.text).text });
      const text = item.method === 'delphi' ? formerText(i18n, mine, former.tally, option.id) : '';
      setText(before, text);
      setShown(before, !!text);
      return picked !== undefined;
    });
    const root = el('div', { class: `stack ${isGrades(first) ? 'grades' : ''}` }, again, rows.root);
    let earlier = /** @type {Ballot|null} */ (null);
    again.addEventListener('click', () => hand.touch((ballot, item) => ({ ballot: earlier ? scores.fitting(item, earlier) : ballot })));
    return {
      root,
      update(item, ballot, voter, former) {
        earlier = item.method === 'delphi' ? former.ballot : null;
        setShown(again, !!earlier && !Object.keys(ballot.scores ?? {}).length);
        setText(again, i18n.t('former_again'));
        setAttr(root, 'data-former', !!earlier);
        rows.update(item, ballot, voter, former);
      },
    };
  },
};

/** @type {Record<string, import('../../kinds.js').Kind>} */
export const kinds = { score: scores, agreement: scores, delphi: scores, majority_judgment: scores };


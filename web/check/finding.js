// What was found, in one sentence, and what it rests on.

import { METHODS } from '../records/read.js';
import { differenceLine } from '../records/verdict.js';
import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';

/** @typedef {import('./examine.js').Examined} Examined */
/** @typedef {import('../shared/store.js').State} State */

/** @param {import('../shared/i18n.js').I18n} i18n */
export function createFinding(i18n) {
  const sentence = el('p', { class: 'verdict-sentence' }), lines = el('ul', { class: 'basis' }), facts = el('dl', { class: 'round-facts' }), differences = el('ul', { class: 'differences' }), took = el('p', { class: 'soft small' });
  const root = el('section', { class: 'card verdict finding', 'aria-live': 'polite' }, sentence, lines, differences, facts, took);

  /** @param {Examined | null} examined @param {State | null} state */
  function update(examined, state) {
    setShown(root, examined !== null);
    if (!examined) return;
    const { finding, book } = examined;
    const verdict = finding?.verdict ?? (book?.faults.length ? 'altered' : 'unproven'), fault = finding?.fault;
    setAttr(root, 'data-verdict', verdict);
    setAttr(root, 'data-programs', finding ? 2 : 1);
    setAttr(root, 'data-flaw', fault?.what ?? null);
    setAttr(root, 'data-entry', fault?.entry || null);
    setAttr(root, 'data-line', fault?.line || null);
    setText(sentence, verdict === 'sound' ? i18n.t('is_sound', { n: finding?.covered ?? 0 }) : i18n.t(`is_${verdict}`));
    keyed(lines, basis(examined), (line) => line, (line) => el('li', { dir: 'auto' }, line));
    keyed(facts, [
      ...finding && verdict !== 'altered' && finding.entries > 0 ? [['root', i18n.t('root_code'), finding.code]] : [],
      ...finding?.key && verdict !== 'altered' ? [['key', i18n.t('key_is'), finding.key]] : [],
    ], ([name]) => name, ([name]) => el('div', { 'data-fact': name }, el('dt'), el('dd', { class: 'code' })), (node, [, term, value]) => {
      setText(node.children[0], term);
      setText(node.children[1], value);
    });
    keyed(differences, state ? examined.verdicts.flatMap((one) => one.differences.map((difference) => differenceLine(i18n, state, one, difference))) : [], (line) => line, (line) => el('li', { dir: 'auto' }, line));
    setShown(differences, differences.childElementCount > 0);
    setText(took, i18n.t('took', { s: examined.took_ms / 1000 }));
  }

  /** @param {Examined} examined @returns {string[]} */
  function basis({ finding, book, verdicts }) {
    const methods = METHODS.map((method) => i18n.t(`name_${method}`)).join(i18n.t('and'));
    if (!finding) return [...(book?.faults ?? []).slice(0, 1).map(({ line, reason }) => i18n.t(`fault_${reason.replace(/-/g, '_')}`, { line })), i18n.t('one_program', { methods })];
    const { fault, counts, entries, covered } = finding;
    if (finding.verdict === 'altered') {
      // The audit's own words say more, in English; they stand beside the sentence where that is the reader's language.
      const place = fault?.what === 'checkpoint' || (fault?.what === 'missing' ? !fault.entry : !fault?.line) ? 'flaw_checkpoint' : `flaw_${fault?.what}`;
      return [i18n.t(place, { entry: fault?.entry ?? 0, line: fault?.line ?? 0 }), ...i18n.lang === 'en' && fault ? [`${fault.text}.`] : [], i18n.t('altered_no_results')];
    }
    const wrong = verdicts.some((verdict) => verdict.differences.length > 0), twice = verdicts.filter((verdict) => verdict.counted).length;
    return [
      ...entries === 0 ? [i18n.t('is_empty')] : finding.verdict === 'unproven' ? [i18n.t('unproven_why')] : [],
      ...finding.verdict === 'sound' && covered < entries ? [i18n.t('covered_part', { covered, entries })] : [],
      ...finding.verdict === 'sound' ? [i18n.t(!finding.key ? 'key_none' : finding.key_from_file ? 'key_from_file' : 'key_yours')] : [],
      ...finding.kept_matches ? [i18n.t('kept_ok')] : [],
      ...wrong ? [i18n.t('twice_wrong')] : twice > 0 ? [i18n.t('twice_right', { n: twice })] : [],
      ...counts ? [[i18n.t('joins_n', { n: counts.joins }), i18n.t('acts_n', { n: counts.acts }), i18n.t('taken_n', { n: counts.ballots }), ...counts.replaced > 0 ? [i18n.t('replaced_n', { n: counts.replaced })] : []].join(' · ')] : [],
      ...Object.keys(finding.refused ?? {}).length === 0 && counts ? [i18n.t('not_counted_none')] : [],
    ];
  }

  return { root, update };
}

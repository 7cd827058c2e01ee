// The button that checks, and what it found: one sentence, and below it every difference with both values.

import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { ruleWords } from '../shared/rules.js';
import { METHODS } from './read.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('./compare.js').Verdict} Verdict */
/** @typedef {import('./compare.js').Difference} Difference */

/** @param {I18n} i18n @param {ReturnType<typeof import('./checker.js').createChecker>} checker */
export function createVerdict(i18n, checker) {
  const button = el('button', { type: 'button', class: 'button button-act screen-only', 'data-act': 'check', onclick: () => checker.run() }, icon('check'), el('span', null, i18n.t('check_now')));
  const sentence = el('p', { class: 'verdict-sentence' }), detail = el('p', { class: 'small soft' }), left = el('p', { 'data-part': 'uncounted' }), list = el('ul', { class: 'differences' });
  const root = el('section', { class: 'card verdict', 'data-check': 'none' },
    el('div', { class: 'verdict-head' }, el('div', null, el('h2', null, i18n.t('check_title')), el('p', { class: 'soft screen-only' }, i18n.t('check_text')), el('p', { class: 'soft small' }, i18n.t('check_methods', { methods: METHODS.map((method) => i18n.t(`name_${method}`)).join(i18n.t('and')) }))), button),
    el('div', { role: 'status' }, sentence, left, detail), list);

  /** @param {State} state */
  function update(state) {
    const { check } = checker;
    setAttr(root, 'data-check', check.status);
    setAttr(button, 'aria-disabled', check.status === 'busy' ? 'true' : null);
    setText(button.children[1], i18n.t(check.status === 'busy' ? 'checking' : check.at > 0 ? 'check_again' : 'check_now'));
    setText(sentence, sentenceOf(state));
    setShown(sentence, sentence.textContent !== '');
    const { book } = check;
    const told = book !== null && (check.status === 'right' || check.status === 'wrong');
    setText(detail, told ? [i18n.t('checked_lines', { n: book.entries }), i18n.t('refusals', { n: book.refusals.length }), new Intl.DateTimeFormat(`${i18n.lang}-u-nu-${i18n.digits}`, { timeStyle: 'medium' }).format(check.at)].join(' · ') : '');
    setShown(detail, told);
    setText(left, told ? uncountedOf() : '');
    setShown(left, left.textContent !== '');
    keyed(list, told ? linesOf(state) : [], (line) => line, (line) => el('li', { dir: 'auto' }, line));
    setShown(list, list.childElementCount > 0);
  }

  /** @param {State} state */
  function sentenceOf(state) {
    const { status, problem, verdicts } = checker.check;
    const counted = verdicts.filter((verdict) => verdict.counted).length;
    if (status === 'right') return verdicts.length === 0 ? i18n.t('check_empty') : counted === 0 ? i18n.t('check_none') : i18n.t('check_right', { n: counted });
    if (status === 'withheld') return i18n.t('check_withheld');
    if (status === 'failed') return problem || i18n.t('check_failed');
    if (status !== 'wrong') return '';
    const wrong = verdicts.filter((verdict) => verdict.differences.length > 0).length;
    return wrong > 0 || linesOf(state).length === 0 ? i18n.t('check_wrong', { n: Math.max(1, wrong) }) : i18n.t('check_doubt');
  }

  /** @param {State} state @returns {string[]} */
  function linesOf(state) {
    const { verdicts, book, problem } = checker.check;
    return [
      ...problem === 'log-short' ? [i18n.t('log_short')] : [],
      ...(book?.faults ?? []).slice(0, 20).map((fault) => i18n.t(`fault_${fault.reason.replace(/-/g, '_')}`, { line: fault.line })),
      ...verdicts.flatMap((verdict) => verdict.differences.map((difference) => differenceLine(i18n, state, verdict, difference))),
    ];
  }

  /** Rounds whose result this page cannot find by itself: their ballots and check codes were compared, their numbers were not. */
  function uncountedOf() {
    const rest = checker.check.verdicts.filter((verdict) => !verdict.counted);
    const methods = [...new Set(rest.map((verdict) => verdict.method))].filter(Boolean);
    return rest.length === 0 ? '' : i18n.t('check_uncounted', { n: rest.length, methods: methods.map((method) => ruleWords.en[`name_${method}`] ? i18n.t(`name_${method}`) : method).join(i18n.t('and')) });
  }

  return { root, update };
}

/**
 * One difference in one line: of which round, in what, and both values.
 * @param {I18n} i18n @param {State} state @param {Verdict} verdict @param {Difference} difference
 */
export function differenceLine(i18n, state, verdict, { what, option, group, log, wall }) {
  const head = `${i18n.pick(verdict.title).text} · ${i18n.t('round', { n: verdict.round })}`;
  if (what === 'round') return `${head}: ${i18n.t(log === '1' ? 'only_in_log' : 'only_on_wall')}`;
  const options = state.items[verdict.item]?.options ?? [];
  const names = [
    i18n.t(`differs_${what.replace(/^turnout-/, '')}`),
    option === undefined ? '' : i18n.pick(options.find((each) => each.id === option)?.text ?? option).text,
    group === undefined ? '' : group === 'others' ? i18n.t('others') : group === 'none' ? i18n.t('no_group') : i18n.pick(state.workshop?.groups.find((each) => each.id === group)?.name ?? group).text,
  ].filter(Boolean).join(' · ');
  return `${head}: ${i18n.t('differs', { what: names, log: log || '–', wall: wall || '–' })}`;
}

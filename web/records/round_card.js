// One round of one vote on paper: the question, what was cast, the result as a table, with bars where they say something, why it
// is so, the cut by group, its code.

import { asItStands, createAnnulledNote } from '../shared/annulled.js';
import { el, keyed, setAttr, setShown, setText, setVar, setWords } from '../shared/dom.js';
import { createExplainedList } from '../shared/explained_list.js';
import { createGroupTable } from '../shared/group_table.js';
import { compare, shares, toNumber } from '../shared/numbers.js';
import { isBars, isShare, remarksOf, rowsOf, unitOf } from '../shared/outcome.js';
import { createOutcomeTable } from '../shared/outcome_table.js';
import { ruleParts } from '../shared/rules.js';
import { badgeText, isSealed, secrecyOf } from '../shared/secrecy.js';
import { tallyOf } from '../shared/store.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Wire} Wire */

/** @param {I18n} i18n */
export function createRoundCard(i18n) {
  const title = el('bdi'), status = el('span', { class: 'chip' }), number = el('span', { class: 'chip' }), seen = el('span', { class: 'chip' }), secrecy = el('span', { class: 'chip chip-secrecy' }), rule = el('p', { class: 'soft small' });
  const facts = el('dl', { class: 'round-facts' }), verdict = el('p', { class: 'round-verdict' });
  const unit = el('th', { scope: 'col', class: 'figure' }), caption = el('caption', { class: 'visually-hidden' }), body = el('tbody');
  const table = el('table', { class: 'result' }, caption, el('thead', null, el('tr', null, el('th', { scope: 'col', class: 'result-number' }, '#'), el('th', { scope: 'col' }, i18n.t('option')), el('td', { class: 'result-bar' }), unit, el('th', { scope: 'col', class: 'figure' }, i18n.t('share')))), body);
  const outcome = createOutcomeTable(i18n), why = createExplainedList(i18n), share_head = table.querySelectorAll('th')[3];
  const remarks = el('ul', { class: 'remarks' }), groups = createGroupTable(i18n), by_group = el('details', { class: 'by-group', open: true }, el('summary', null, i18n.t('by_group')), groups.root);
  const uncut = el('p', { class: 'soft small' }, i18n.t('secret_no_groups'));
  const none = el('p', { class: 'soft' }), annulled = createAnnulledNote(i18n);
  const root = el('article', { class: 'card round' },
    el('header', { class: 'round-head' }, el('h3', null, title), el('p', { class: 'row' }, status, secrecy, number, seen), rule), annulled.root, facts, none, table, outcome.root, remarks, why.root, by_group, uncut, verdict);

  /** @param {import('../shared/store.js').State} state @param {Item} plan @param {number} round @param {import('./checker.js').Check} check */
  function update(state, plan, round, check) {
    const item = asItStands(plan, round);
    const facts_of = (item.rounds ?? []).find((each) => each.round === round);
    const tally = tallyOf(state, item.id, round), result = tally?.result ?? null;
    const state_of = facts_of?.status ?? item.status;
    const cast = tally?.ballots ?? facts_of?.ballots ?? 0;
    setAttr(root, 'data-item', item.id);
    setAttr(root, 'data-round', round);
    setAttr(root, 'data-status', state_of);
    setWords(title, i18n.pick(item.title));
    annulled.update(item, round);
    setText(status, i18n.t(`status_${state_of}`));
    setAttr(status, 'data-status', state_of);
    setText(secrecy, badgeText(i18n, item));
    setShown(secrecy, secrecy.textContent !== '');
    setAttr(secrecy, 'data-secrecy', secrecyOf(item));
    const sealed = isSealed({ ...item, status: state_of });
    setText(number, i18n.t('round', { n: round }));
    setShown(number, (item.rounds ?? []).length > 1);
    setText(seen, i18n.t(item.revealed ? 'seen' : 'unseen'));
    setShown(seen, round === item.round && state_of !== 'waiting');
    setText(rule, ruleParts(i18n, item).join(' · '));
    drawFacts(state_of === 'waiting' ? [] : [
      ['ballots', i18n.t('cast'), i18n.number(cast)],
      ['turnout', i18n.t('turnout'), tally && tally.voters > 0 ? `${i18n.percent(shares([cast], tally.voters)[0])} · ${i18n.t('n_of_m', { n: cast, of: tally.voters })}` : '–'],
      ['abstained', i18n.t('abstained_term'), sealed ? '–' : i18n.number(result?.turnout.empty ?? 0)],
      ['check', i18n.t('check'), facts_of?.check ?? (round === item.round ? item.check : undefined) ?? i18n.t('check_later')],
    ]);
    const counted = (result?.turnout.counted ?? 0) > 0;
    setText(none, i18n.t(sealed ? 'secret_waits' : 'no_ballots'));
    setShown(none, !counted && state_of !== 'waiting');
    setShown(table, counted && isBars(item));
    setShown(outcome.root, counted && !isBars(item));
    setShown(share_head, isShare(item));
    why.update(counted ? tally?.explained : null);
    if (counted && tally && !isBars(item)) outcome.update({ item, tally, before: round > 1 ? tallyOf(state, item.id, round - 1) : null, closed: state_of === 'closed' });
    setShown(remarks, counted);
    setText(unit, unitOf(i18n, item));
    setText(caption, i18n.pick(item.title).text);
    if (isBars(item)) drawRows(item, result);
    keyed(remarks, result ? remarksOf(i18n, item, result).filter((remark) => remark.key !== 'abstained' && (remark.key !== 'tie' || !tally?.explained)) : [], (remark) => remark.key, () => el('li', { class: 'remark' }), (node, remark) => {
      setAttr(node, 'data-tone', remark.tone);
      setText(node, remark.text);
    });
    // Words have no options to set beside each other.
    const cut = ((item.options ?? []).length === 0 ? [] : tally?.groups ?? []).filter((group) => group.result && group.ballots > 0);
    setShown(by_group, counted && cut.length > 1);
    setShown(uncut, counted && secrecyOf(item) === 'secret' && (state.workshop?.groups ?? []).length > 0);
    if (counted && cut.length > 1) groups.update({ item, groups: cut, known: state.workshop?.groups ?? [], caption: `${i18n.pick(item.title).text}: ${i18n.t('by_group')}` });
    drawVerdict(check, item.id, round, cast);
  }

  /** @param {[string, string, string][]} rows */
  function drawFacts(rows) {
    keyed(facts, rows, ([name]) => name, ([name]) => el('div', { 'data-fact': name }, el('dt'), el('dd', { class: 'num' })), (node, [name, term, value]) => {
      setText(node.children[0], term);
      setText(node.children[1], value);
      setAttr(node.children[1], 'class', name === 'check' && /^[0-9A-Z]{4}-/.test(value) ? 'code' : 'num');
    });
  }

  /** @param {Item} item @param {import('../shared/wire.js').Result | null} result */
  function drawRows(item, result) {
    const rows = rowsOf(i18n, item, result), percents = shares(rows.map((row) => row.score), result?.base.value ?? 0);
    const largest = rows.reduce((/** @type {Wire} */ top, row) => compare(row.score, top) > 0 ? row.score : top, 0);
    keyed(body, rows, (row) => row.id, (row) => el('tr', { 'data-option': row.id }, el('td', { class: 'result-number num' }), el('th', { scope: 'row' }, el('bdi'), el('span', { class: 'result-lead' })),
      el('td', { class: 'result-bar' }, el('span', { class: 'bar-track' }, el('span', { class: 'bar-fill' }))), el('td', { class: 'figure num' }), el('td', { class: 'figure num soft' })), (node, row, index) => {
      const [place, name, bar, count, share] = node.children;
      setText(place, i18n.number(row.number));
      setWords(name.children[0], row.label);
      setText(name.children[1], row.lead ? '★' : '');
      setAttr(name.children[1], 'aria-label', row.lead ? i18n.t('winner') : null);
      setAttr(name.children[1], 'role', row.lead ? 'img' : null);
      setAttr(node, 'data-lead', row.lead);
      setVar(/** @type {HTMLElement} */ (bar.children[0].children[0]), '--v', Math.max(0, toNumber(row.score) / (toNumber(largest) || 1)).toFixed(4));
      setText(count, i18n.number(row.score));
      setText(share, i18n.percent(percents[index]));
      setShown(share, isShare(item));
    });
  }

  /** The line stands as long as nothing came in since. @param {import('./checker.js').Check} check @param {string} item @param {number} round @param {number} cast */
  function drawVerdict({ status, verdicts }, item, round, cast) {
    const mine = verdicts.find((each) => each.item === item && each.round === round);
    const known = mine && (status === 'right' || status === 'wrong') && (mine.ballots === cast || mine.differences.length > 0);
    setShown(verdict, !!known);
    if (!mine || !known) return;
    const kind = mine.differences.length > 0 ? 'wrong' : mine.counted ? 'right' : 'uncounted';
    setAttr(verdict, 'data-verdict', kind);
    setText(verdict, i18n.t(`verdict_${kind}`, { n: mine.ballots }));
  }

  return { root, update };
}

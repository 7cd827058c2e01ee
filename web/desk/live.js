// What the votes say, for the facilitator's eyes: bars or a table of the whole room, or a table by group, of the current round
// or an earlier one, and why. A switch keeps the numbers off this screen, because a laptop is often mirrored to the wall by mistake.

import { asItStands, createAnnulledNote } from '../shared/annulled.js';
import { createBars } from '../shared/bars.js';
import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';
import { createExplainedList } from '../shared/explained_list.js';
import { createGroupTable } from '../shared/group_table.js';
import { compare } from '../shared/numbers.js';
import { isBars, isShare, remarksOf, rowsOf, unitOf } from '../shared/outcome.js';
import { createOutcomeTable } from '../shared/outcome_table.js';
import { isSealed } from '../shared/secrecy.js';
import { tallyOf } from '../shared/store.js';
import { setButtons } from './button.js';
import { currentItem, roundOf, viewedRound } from './ui.js';

/** @typedef {import('./button.js').Button} Button */
/** @typedef {import('../shared/wire.js').Item} Item */

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createLive(desk) {
  const { i18n } = desk;
  const heading = el('h3', { class: 'side-title' }), rounds = el('div', { class: 'segments', role: 'group', 'aria-label': i18n.t('rounds') });
  const cuts = el('div', { class: 'segments', role: 'group', 'aria-label': i18n.t('cut') }), tools = el('div', { class: 'row' });
  const bars = createBars(i18n), table = createGroupTable(i18n), outcome = createOutcomeTable(i18n), why = createExplainedList(i18n);
  const remarks = el('ul', { class: 'remarks' }), code = el('p', { class: 'check-code' }), annulled = createAnnulledNote(i18n), hidden = el('p', { class: 'soft small' }, i18n.t('hidden_here')), sealed = el('p', { class: 'sealed', 'data-part': 'sealed' }, i18n.t('secret_waits'));
  const root = el('section', { class: 'live', 'aria-label': i18n.t('results') },
    el('header', { class: 'live-head' }, heading, rounds, cuts, tools), annulled.root, sealed, hidden, bars.root, outcome.root, table.root, remarks, why.root, code);

  function update() {
    const { state, ui } = desk;
    const plan = currentItem(state, ui);
    setShown(root, plan?.kind === 'vote');
    if (plan?.kind !== 'vote') return;
    const round = viewedRound(plan, ui), item = asItStands(plan, round), tally = tallyOf(state, item.id, round), facts = roundOf(item, round);
    const result = tally?.result ?? null, counted = (result?.turnout.ballots ?? 0) > 0;
    const status = facts?.status ?? (round === item.round ? item.status : 'closed');
    const shown = counted && !ui.hidden, by_group = ui.cut === 'groups' && (tally?.groups?.length ?? 0) > 0 && (item.options ?? []).length > 0;
    annulled.update(item, round);
    setText(heading, i18n.t(status === 'waiting' || status === 'open' && isSealed(item) ? 'the_options' : status === 'open' ? 'live_result' : 'results'));
    drawRounds(item, round);
    drawTools(item, tally, counted);
    setShown(hidden, ui.hidden && counted);
    setShown(sealed, isSealed(item) && round === item.round);
    setAttr(root, 'data-many', rowsOf(i18n, item, null).length > 12);
    // A method that is told by a table shows its options as bare rows until there is something to tell.
    const told = shown && !by_group && tally !== null && !isBars(item);
    setShown(bars.root, !by_group && !told && (item.options ?? []).length > 0);
    setShown(outcome.root, told);
    if (told) outcome.update({ item, tally, before: round > 1 ? tallyOf(state, item.id, round - 1) : null, sorted: ui.sorted, closed: status === 'closed' });
    else drawBars(item, result, shown);
    setAttr(bars.root, 'data-waiting', status === 'waiting');
    setShown(table.root, by_group);
    if (by_group) table.update({ item, groups: tally?.groups ?? [], known: state.workshop?.groups ?? [], caption: `${i18n.pick(item.title).text}: ${i18n.t('by_group')}`, shown });
    why.update(shown && !by_group ? tally?.explained : null);
    keyed(remarks, shown && result ? remarksOf(i18n, item, result).filter((remark) => remark.key !== 'tie' || !tally?.explained) : [], (remark) => remark.key, () => el('li', { class: 'remark' }), (node, remark) => {
      setAttr(node, 'data-tone', remark.tone);
      setText(node, remark.text);
    });
    const check = facts?.check ?? (round === item.round ? item.check : undefined);
    code.replaceChildren(...(check ? [`${i18n.t('check')} `, el('bdi', { class: 'code' }, check)] : []));
    setShown(code, check !== undefined);
  }

  /** @param {Item} item @param {import('../shared/wire.js').Result | null} result @param {boolean} shown */
  function drawBars(item, result, shown) {
    const rows = rowsOf(i18n, item, isBars(item) ? result : null, desk.ui.sorted && shown);
    const low = rows.reduce((/** @type {import('../shared/wire.js').Wire} */ least, row) => compare(row.score, least) < 0 ? row.score : least, 0);
    bars.update({ rows, base: result?.base.value ?? 0, caption: i18n.pick(item.title).text, unit: unitOf(i18n, item), shown: shown && isBars(item), low, ...(isShare(item) ? {} : { shares: null }) });
  }

  /** @param {Item} item @param {number} viewed */
  function drawRounds(item, viewed) {
    const known = item.rounds ?? [];
    setShown(rounds, known.length > 1);
    setButtons(rounds, known.length < 2 ? [] : known.map((each) => ({
      act: `round-${each.round}`, label: i18n.t('round', { n: each.round }), on: each.round === viewed, run: () => desk.change({ round: each.round === item.round ? null : each.round }),
    })));
  }

  /** @param {Item} item @param {import('../shared/wire.js').Tally | null} tally @param {boolean} counted */
  function drawTools(item, tally, counted) {
    const { ui } = desk;
    const has_groups = (tally?.groups?.length ?? 0) > 0 && (item.options ?? []).length > 0;
    setShown(cuts, has_groups);
    setButtons(cuts, has_groups ? [
      { act: 'cut-all', label: i18n.t('cut_all'), on: ui.cut === 'all', run: () => desk.change({ cut: 'all' }) },
      { act: 'cut-groups', label: i18n.t('by_group'), on: ui.cut === 'groups', run: () => desk.change({ cut: 'groups' }) },
    ] : []);
    /** @type {Button[]} */
    const row = [];
    if (viewedRound(item, ui) !== item.round) row.push({ act: 'show-round', label: i18n.t('show_round'), icon: 'wall', tone: 'quiet', run: () => desk.commands.show(item, 'item', viewedRound(item, ui)) });
    if (counted && ui.cut === 'all') row.push({ act: 'sort', label: i18n.t('sorted'), icon: 'list', tone: 'quiet', on: ui.sorted, run: () => desk.change({ sorted: !ui.sorted }) });
    row.push({ act: 'privacy', label: i18n.t('privacy'), icon: ui.hidden ? 'hidden' : 'eye', tone: 'quiet', on: ui.hidden, run: () => desk.change({ hidden: !ui.hidden }) });
    setButtons(tools, row);
  }

  return { root, update };
}

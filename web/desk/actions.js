// Which buttons stand under the question, in which order, with which key: the one natural step first, large, and the few
// others that make sense now. Pure: descriptions out, the page draws them.

import { isVoid } from '../shared/annulled.js';
import { isSealed, secrecyOf } from '../shared/secrecy.js';
import { itemsInOrder, tallyOf } from '../shared/store.js';
import { missingWords } from './room.js';
import { isShown, nextStep } from './steps.js';
import { hasBallots, isArmed } from './ui.js';

/** @typedef {import('./button.js').Button} Button */
/** @typedef {import('./context.js').Desk} Desk */
/** @typedef {import('../shared/wire.js').Item} Item */

/** The natural step. @param {Desk} desk @param {Item | null} item @returns {Button | null} */
export function primary(desk, item) {
  const { i18n, state, commands } = desk;
  const next = nextStep(item, state.stage, itemsInOrder(state));
  if (!next) return null;
  const target = state.items[next.item];
  /** @type {Pick<Button, 'id'|'cap'|'tone'|'run'|'busy'>} */
  const common = { id: 'primary', cap: 'Space', tone: 'act', run: () => commands.run('step'), busy: desk.pending(next.do, next.item) };
  if (next.do === 'open') return { ...common, act: 'open', icon: 'play', label: i18n.t(target.round > 1 ? 'act_open_round' : 'act_open', { n: target.round }), ...(target.seconds ? { detail: i18n.t('with_countdown', { time: i18n.clock(target.seconds * 1000) }) } : {}) };
  if (next.do === 'reveal') return { ...common, act: 'reveal', icon: 'eye', label: i18n.t('act_reveal') };
  if (next.do === 'close') return closing(desk, target, common);
  if (target === item) return { ...common, act: 'show', icon: 'wall', label: i18n.t('act_show') };
  return { ...common, act: 'next', icon: 'next', label: i18n.t('act_next'), detail: i18n.pick(target.title).text };
}

/** @param {Desk} desk @param {Item} item @param {Pick<Button, 'id'|'cap'|'tone'|'run'|'busy'>} common @returns {Button} */
function closing(desk, item, common) {
  const { i18n, state } = desk;
  if (!isArmed(desk.ui, item, desk.clock())) return { ...common, act: 'close', icon: 'stop', label: i18n.t('act_close') };
  const tally = tallyOf(state, item.id);
  return { ...common, act: 'close', icon: 'stop', tone: 'warn', label: i18n.t('act_close_sure'), detail: missingWords(i18n, state.room.voters - (tally?.ballots ?? 0)) };
}

/** The other steps of a vote. @param {Desk} desk @param {Item | null} item @returns {Button[]} */
export function others(desk, item) {
  const { i18n, ui, commands } = desk;
  if (item?.kind !== 'vote') return [];
  /** @type {Button[]} */
  const row = [];
  if (isArmed(ui, item, desk.clock())) return [{ act: 'cancel-close', label: i18n.t('act_keep_open'), run: () => desk.change({ armed: null }) }];
  if (item.status === 'open' || (item.status === 'closed' && item.revealed)) {
    row.push(item.revealed
      ? { id: 'reveal', act: 'hide', label: i18n.t('act_hide'), icon: 'hidden', cap: 'R', busy: desk.pending('hide', item.id), run: () => commands.reveal(item) }
      : { id: 'reveal', act: 'reveal', label: i18n.t('act_reveal'), icon: 'eye', cap: 'R', busy: desk.pending('reveal', item.id), ...(isSealed(item) ? { off: true, detail: i18n.t('secret_reveal') } : {}), run: () => commands.reveal(item) });
  }
  if (item.status === 'open') row.push({ act: 'countdown', label: item.ends !== undefined && item.ends > desk.clock() ? i18n.t('countdown_runs', { left: i18n.clock(item.ends - desk.clock()) }) : i18n.t('act_countdown'), icon: 'clock', expanded: ui.timing, run: () => desk.change({ timing: !ui.timing }) });
  if (item.status === 'closed') {
    if (!isVoid(item, item.round) && item.secrecy !== 'secret') row.push({ act: 'open-again', label: i18n.t('open_again'), icon: 'play', busy: desk.pending('open', item.id), run: () => commands.open(item) });
    row.push({ act: 'round', label: i18n.t('act_round'), icon: 'round', run: () => desk.dialogs.round(item) });
  }
  return row;
}

/** What one may do with the item's words. @param {Desk} desk @param {Item} item @returns {Button[]} */
export function wording(desk, item) {
  const { i18n } = desk;
  const locked = item.kind === 'vote' && hasBallots(desk.state, item);
  /** @type {Button} */
  const spelling = { act: 'amend', label: i18n.t('act_amend'), icon: locked ? 'lock' : 'pencil', tone: 'quiet', run: () => desk.dialogs.amend(item) };
  const voted = item.kind === 'vote' && (item.status !== 'waiting' || item.round > 1);
  const annul = voted ? [{ act: 'void', label: i18n.t('act_void'), icon: /** @type {const} */ ('cross'), tone: /** @type {const} */ ('quiet'), run: () => desk.dialogs.annul(item) }] : [];
  if (locked) return [spelling, ...annul];
  return [
    { act: 'edit', label: i18n.t('act_edit'), icon: 'pencil', tone: 'quiet', off: item.status === 'open', run: () => desk.dialogs.edit(item) },
    ...(item.kind === 'vote' ? [{ ...spelling, icon: /** @type {const} */ ('list'), label: i18n.t('act_texts') }] : []),
    { act: 'remove', label: i18n.t('act_remove'), icon: 'trash', tone: 'quiet', off: item.status === 'open', run: () => desk.dialogs.remove(item) }, ...annul,
  ];
}

/** What the stage shows: views, then switches. @param {Desk} desk @param {Item | null} item */
export function stageButtons(desk, item) {
  const { i18n, state: { stage }, commands } = desk;
  const shown = item !== null && isShown(item, stage), secret = secrecyOf(item) === 'secret';
  /** @type {Button[]} */
  const views = [
    { act: 'show-item', label: i18n.t('view_item'), on: shown && stage.view === 'item', off: !item, run: () => item && commands.show(item, 'item', shownRound(desk, item)) },
    { act: 'show-groups', label: i18n.t('view_groups'), on: shown && stage.view === 'groups', off: item?.kind !== 'vote' || secret, ...(secret ? { detail: i18n.t('secret_no_groups') } : {}), run: () => item && commands.show(item, 'groups', shownRound(desk, item)) },
    { act: 'show-join', label: i18n.t('view_join'), on: stage.view === 'join', run: () => desk.perform({ do: 'show', view: 'join' }) },
    { act: 'show-black', label: i18n.t('view_black'), cap: 'B', on: stage.view === 'black', run: () => commands.run('black') },
  ];
  /** @type {Button[]} */
  const switches = [
    { act: 'qr', label: i18n.t('stage_qr'), icon: 'qr', cap: 'Q', on: stage.qr, run: () => commands.run('qr') },
    { act: 'freeze', label: i18n.t('stage_freeze'), icon: 'freeze', cap: 'Z', on: stage.frozen, off: desk.state.items[stage.item ?? '']?.kind !== 'vote', run: () => commands.run('freeze') },
  ];
  return { views: item?.kind === 'vote' ? views : views.filter((button) => button.act !== 'show-groups'), switches };
}

/** The round that one looks at goes to the stage with its item. @param {Desk} desk @param {Item} item */
function shownRound(desk, item) {
  return desk.ui.round ?? item.round;
}

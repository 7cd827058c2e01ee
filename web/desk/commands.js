// What keys and buttons do. Each command looks at the state as it is, names its target ("show this item", "reveal"), and
// sends it: never "the next one", so a bounce, a second desk or a repeated message changes nothing twice.

import { isVoid } from '../shared/annulled.js';
import { isSealed } from '../shared/secrecy.js';
import { itemsInOrder } from '../shared/store.js';
import { neighbour, nextStep } from './steps.js';
import { ARMED_MS, currentItem, isArmed } from './ui.js';

/** @typedef {import('./context.js').Desk} Desk */
/** @typedef {import('./keys.js').Command} Command */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Stage} Stage */

/** How long "open again" is offered after a close. */
export const UNDO_MS = 10000;

/** @param {Desk} desk @param {{keys: () => void}} dialogs */
export function createCommands(desk, dialogs) {
  /** @type {Stage['view']} what the stage showed before it went black */
  let before = 'item';

  /** @param {Item} item @param {'item'|'groups'} [view] @param {number} [round] */
  function show(item, view = 'item', round = item.round) {
    desk.change({ selected: null, round: round === item.round ? null : round });
    return desk.perform({ do: 'show', item: item.id, view, ...(item.kind === 'vote' ? { round } : {}) });
  }

  /** A countdown that the agenda planned starts with the first opening. @param {Item} item */
  async function open(item) {
    desk.change({ selected: null, round: null, armed: null });
    const answer = await desk.perform({ do: 'open', item: item.id });
    if (answer.done && item.status === 'waiting' && item.seconds) desk.perform({ do: 'countdown', item: item.id, seconds: item.seconds, then: item.then ?? 'warn' });
  }

  /** The first press asks, the second one closes. @param {Item} item */
  async function close(item) {
    if (item.status !== 'open' || desk.pending('close', item.id)) return;
    if (!isArmed(desk.ui, item, desk.clock())) return desk.change({ armed: { item: item.id, until: desk.clock() + ARMED_MS } });
    desk.change({ armed: null });
    const answer = await desk.perform({ do: 'close', item: item.id });
    const { id, round } = item;
    const holds = () => desk.state.items[id]?.status === 'closed' && desk.state.items[id].round === round && !isVoid(desk.state.items[id], round);
    if (answer.done && holds() && item.secrecy !== 'secret') desk.notices.offer('closed_now', { act: 'open-again', label: 'open_again', run: () => open(desk.state.items[id]), holds }, UNDO_MS);
  }

  /** Of a secret vote there is nothing to show before it is closed; a key that was pressed gets the reason. @param {Item} item */
  function reveal(item) {
    if (!item.revealed && isSealed(item)) return desk.notices.refuse(desk.i18n.t('secret_reveal'));
    return desk.perform({ do: item.revealed ? 'hide' : 'reveal', item: item.id });
  }

  function step() {
    const state = desk.state;
    const item = currentItem(state, desk.ui);
    const next = nextStep(item, state.stage, itemsInOrder(state));
    if (!next) return;
    const target = state.items[next.item];
    if (next.do === 'open') open(target);
    if (next.do === 'close') close(target);
    if (next.do === 'reveal') reveal(target);
    if (next.do === 'show') show(target);
  }

  /** @param {1 | -1} by */
  function move(by) {
    const target = neighbour(desk.state.stage, itemsInOrder(desk.state), by);
    if (target) show(target);
  }

  function black() {
    const { view, item } = desk.state.stage;
    if (view !== 'black') {
      before = view;
      return desk.perform({ do: 'show', view: 'black' });
    }
    return desk.perform({ do: 'show', view: item === null ? 'join' : before });
  }

  async function full() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch { /* the browser may refuse, and the page works without */ }
  }

  /** @param {Command} command */
  function run(command) {
    const { stage } = desk.state;
    const item = currentItem(desk.state, desk.ui);
    switch (command) {
      case 'step': return void step();
      case 'next': return void move(1);
      case 'previous': return void move(-1);
      case 'full': return void full();
      case 'qr': return void desk.perform({ do: 'show', qr: !stage.qr });
      case 'black': return void black();
      case 'reveal': return void (item?.kind === 'vote' && item.status !== 'waiting' && reveal(item));
      case 'close': return void (item && close(item));
      case 'freeze': return void (desk.state.items[stage.item ?? '']?.kind === 'vote' && desk.perform({ do: stage.frozen ? 'thaw' : 'freeze' }));
      case 'keys': return void dialogs.keys();
    }
  }

  return { run, show, open, close, reveal, black };
}

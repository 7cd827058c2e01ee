// The agenda at the start side: what was, what is, what comes. A press looks at an item without moving the stage.

import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { icon, setIcon } from '../shared/icons.js';
import { ruleParts } from '../shared/rules.js';
import { badgeText, secrecyOf } from '../shared/secrecy.js';
import { itemsInOrder, tallyOf } from '../shared/store.js';
import { setButtons } from './button.js';
import { isShown } from './steps.js';
import { currentItem } from './ui.js';

/** @typedef {import('../shared/wire.js').Item} Item */

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createAgenda(desk) {
  const { i18n } = desk;
  const list = el('ol', { class: 'agenda-list' });
  const tools = el('div', { class: 'agenda-tools' });
  const root = el('nav', { class: 'agenda', 'aria-label': i18n.t('agenda'), 'data-pane': 'agenda' }, el('h2', { class: 'side-title' }, i18n.t('agenda')), list, tools);
  let shown_id = '';

  function update() {
    const { state } = desk;
    const current = currentItem(state, desk.ui);
    keyed(list, itemsInOrder(state), (item) => item.id, create, (node, item) => draw(node, item, current?.id === item.id));
    setButtons(tools, [
      { act: 'new-vote', label: i18n.t('new_vote'), icon: 'plus', run: desk.dialogs.newVote },
      { act: 'new-slide', label: i18n.t('new_slide'), icon: 'slide', tone: 'quiet', run: desk.dialogs.newSlide },
    ]);
    if (current && current.id !== shown_id) {
      shown_id = current.id;
      list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** @param {Item} item */
  function create(item) {
    return el('li', null, el('button', {
      type: 'button', class: 'agenda-item', 'data-act': 'select', 'data-item': item.id,
      onclick: () => desk.change({ selected: item.id === desk.state.stage.item ? null : item.id, round: null, armed: null, timing: false, pane: 'now' }),
    }, el('span', { class: 'agenda-sign' }), el('span', { class: 'agenda-words' }, el('bdi', { class: 'agenda-title' }), el('span', { class: 'agenda-facts' }), el('span', { class: 'chip chip-secrecy' })),
    el('span', { class: 'agenda-wall', title: i18n.t('on_stage') }, icon('wall'), el('span', { class: 'visually-hidden' }, i18n.t('on_stage')))));
  }

  /** @param {Element} node @param {Item} item @param {boolean} current */
  function draw(node, item, current) {
    const button = node.children[0], [sign, words, wall] = button.children, [title, facts, secrecy] = words.children;
    setAttr(button, 'aria-current', current ? 'true' : null);
    setAttr(button, 'data-status', item.status);
    setAttr(button, 'data-kind', item.kind);
    setIcon(sign, item.kind === 'vote' ? item.status === 'closed' ? 'check' : 'vote' : item.kind === 'swot' ? 'board' : 'slide');
    setWords(title, i18n.pick(item.title));
    setText(facts, factsOf(item));
    setText(secrecy, badgeText(i18n, item));
    setShown(secrecy, secrecy.textContent !== '');
    setAttr(secrecy, 'data-secrecy', secrecyOf(item));
    setShown(wall, isShown(item, desk.state.stage));
  }

  /** @param {Item} item */
  function factsOf(item) {
    if (item.kind !== 'vote') return i18n.t(`kind_${item.kind}`);
    const ballots = tallyOf(desk.state, item.id)?.ballots ?? item.rounds?.find((round) => round.round === item.round)?.ballots ?? 0;
    const parts = [item.status === 'waiting' ? ruleParts(i18n, item)[0] : i18n.t(`status_${item.status}`)];
    if (item.round > 1) parts.push(i18n.t('round', { n: item.round }));
    if (item.status !== 'waiting') parts.push(i18n.t('ballots', { n: ballots }));
    return parts.filter(Boolean).join(' · ');
  }

  return { root, update };
}

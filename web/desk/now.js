// The middle of the desk: the question, the next step in one large button, the few other steps, what the stage shows, and
// below them what the item holds or what the votes say.

import { iconButton } from '../shared/controls.js';
import { el, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { ruleParts } from '../shared/rules.js';
import { badgeText, secrecyOf } from '../shared/secrecy.js';
import { itemsInOrder, tallyOf } from '../shared/store.js';
import { others, primary, stageButtons, wording } from './actions.js';
import { setButtons } from './button.js';
import { createCountdown } from './countdown.js';
import { createLive } from './live.js';
import { createPreview } from './preview.js';
import { isShown } from './steps.js';
import { currentItem, viewedRound } from './ui.js';

/** @typedef {import('../shared/wire.js').Item} Item */

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createNow(desk) {
  const { i18n } = desk;
  const away = el('div', { class: 'away' }), away_text = el('p'), away_row = el('div', { class: 'row' });
  away.append(away_text, away_row);
  const place = el('span', { class: 'place num' }), status = el('span', { class: 'chip chip-status' }), round = el('span', { class: 'chip' });
  const rule = el('p', { class: 'rule soft' }), seen = el('span', { class: 'chip' }), left = el('span', { class: 'chip chip-time num' }), secrecy = el('span', { class: 'chip chip-secrecy' });
  const title = el('h2', { class: 'question' });
  const words = el('div', { class: 'wording' });
  const main = el('div', { class: 'acts-main' }), more = el('div', { class: 'acts-more' });
  const acts = el('div', { class: 'acts' }, main, more);
  const turnout = el('p', { class: 'turnout-mini num' });
  const views = el('div', { class: 'segments', role: 'group', 'aria-label': i18n.t('stage_shows') }), switches = el('div', { class: 'row' });
  const moves = el('div', { class: 'moves', role: 'group', 'aria-label': i18n.t('stage_moves') }, move('previous', 'back', 'key_previous'), move('forward', 'next', 'key_next'));
  const stage = el('section', { class: 'stage-strip', 'aria-label': i18n.t('stage') }, el('h3', { class: 'side-title' }, i18n.t('stage')), views, switches, moves);
  const countdown = createCountdown(desk), live = createLive(desk), preview = createPreview(desk);
  const empty = el('section', { class: 'blank' }, el('h2', { class: 'question' }, i18n.t('empty_title')), el('p', { class: 'soft' }, i18n.t('empty_text')), el('div', { class: 'row blank-row' }));
  const body = el('div', { class: 'now-body' },
    el('div', { class: 'now-head' }, el('p', { class: 'chips' }, place, status, secrecy, left, round, seen), title, rule, words), turnout,
    acts, countdown.root, stage, live.root, preview.root);
  const root = el('section', { class: 'now', 'data-pane': 'now', 'aria-label': i18n.t('pane_now') }, away, body, empty);

  function update() {
    const { state } = desk;
    const item = currentItem(state, desk.ui);
    setShown(body, item !== null);
    setShown(empty, item === null);
    setAttr(root, 'data-item-now', item?.id ?? null);
    if (!item) {
      setShown(away, false);
      return setButtons(empty.querySelector('.blank-row') ?? empty, [
        { act: 'new-vote', label: i18n.t('new_vote'), icon: 'plus', tone: 'act', run: desk.dialogs.newVote },
        { act: 'new-slide', label: i18n.t('new_slide'), icon: 'slide', run: desk.dialogs.newSlide },
      ]);
    }
    drawAway(item);
    drawHead(item);
    const first = primary(desk, item);
    setButtons(main, first ? [first] : [{ id: 'primary', act: 'done', label: i18n.t('agenda_done'), icon: 'check', tone: 'act', off: true, run: () => {} }]);
    setButtons(more, others(desk, item));
    drawStage(item);
    setText(turnout, item.kind === 'vote' && item.status !== 'waiting' ? i18n.t('voted_of', { voted: tallyOf(state, item.id)?.ballots ?? 0, voters: state.room.voters }) : i18n.t('people_connected', { n: state.room.connected }));
    for (const part of [countdown, live, preview]) part.update();
  }

  /** One looks at another item than the room does. @param {Item} item */
  function drawAway(item) {
    const { stage: { item: on, view }, items } = desk.state;
    const other = on !== null && on !== item.id ? items[on] : null;
    setShown(away, other !== null && (view === 'item' || view === 'groups'));
    if (!other) return;
    setText(away_text, i18n.t('looking_ahead', { title: i18n.pick(other.title).text }));
    setButtons(away_row, [{ act: 'return', label: i18n.t('act_return'), tone: 'quiet', run: () => desk.change({ selected: null, round: null, armed: null }) }]);
  }

  /** @param {Item} item */
  function drawHead(item) {
    const items = itemsInOrder(desk.state);
    const vote = item.kind === 'vote';
    setText(place, i18n.t('place', { n: items.indexOf(item) + 1, of: items.length }));
    setWords(title, i18n.pick(item.title));
    setText(status, vote ? i18n.t(`status_${item.status}`) : i18n.t(`kind_${item.kind}`));
    setAttr(status, 'data-status', vote ? item.status : null);
    setText(secrecy, badgeText(i18n, item));
    setShown(secrecy, secrecy.textContent !== '');
    setAttr(secrecy, 'data-secrecy', secrecyOf(item));
    const viewed = viewedRound(item, desk.ui);
    setText(round, i18n.t('round', { n: viewed }));
    setShown(round, vote && (item.round > 1 || viewed > 1));
    setText(rule, ruleParts(i18n, item).join(' · '));
    setShown(rule, vote);
    setText(seen, i18n.t(item.revealed ? 'results_seen' : 'results_unseen'));
    setAttr(seen, 'data-seen', item.revealed);
    setShown(seen, vote && item.status !== 'waiting');
    const ends = item.status === 'open' && item.ends !== undefined ? item.ends - desk.clock() : null;
    setText(left, ends === null ? '' : ends > 0 ? i18n.clock(ends) : i18n.t('time_over'));
    setAttr(left, 'data-near', ends !== null && ends <= 10000);
    setShown(left, ends !== null);
    setButtons(words, wording(desk, item));
  }

  /** @param {Item} item */
  function drawStage(item) {
    const { views: of_stage, switches: of_wall } = stageButtons(desk, item);
    const { stage: now } = desk.state;
    setButtons(views, of_stage);
    setButtons(switches, of_wall);
    setAttr(stage, 'data-shown', isShown(item, now));
  }

  /** @param {'previous'|'forward'} act @param {import('../shared/icons.js').Icon} picture @param {string} label */
  function move(act, picture, label) {
    const button = iconButton(act, () => desk.commands.run(act === 'forward' ? 'next' : 'previous'), i18n.t(label));
    button.append(icon(picture));
    return button;
  }

  return { root, update };
}

// A vote on the phone: the question, the rule in words, the ballot paper, and the dock at the thumb. Once sent, the slip takes
// the paper's place until the voter takes it up again.

import { el, setAttr, setClass, setShown, setText, setVar } from '../shared/dom.js';
import { tallyOf } from '../shared/store.js';
import { createDock } from './dock.js';
import { createLater, createOutcome } from './later.js';
import { isPlain } from './needs.js';
import { createMeta, createQuestion, createSegments } from './parts.js';
import { createSlip } from './slip.js';
import { openVotes } from './view.js';

/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('./kinds.js').Saying} Saying */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./voting.js').Voting} Voting */

const REST_MS = 400;  // the second half of a double tap must not press what has just come under the thumb
const GROW_MS = 4000; // a ballot that grows is sent after a pause of this length, or after so many touches
const GROW_TOUCHES = 3;

/** @param {import('./phone.js').Context} context @param {Item} item @param {Voting} voting */
export function createVoteView(context, item, voting) {
  const { i18n, say, refresh, hurry, toItem, kindOf, late, reload, session } = context;
  let now_item = item, hint = '', sent_ballot = /** @type {import('./kinds.js').Ballot|undefined} */ (undefined);
  let paper = /** @type {import('./kinds.js').Paper|null} */ (null), grown = 0, growing = 0;
  const meta = createMeta(i18n), tabs = createSegments('item', toItem), question = createQuestion(i18n), rule = el('p', { class: 'rule' });
  const coming = el('p', { class: 'soft' }), again = el('button', { class: 'button', type: 'button', 'data-action': 'reload', onclick: reload });
  const place = el('div', { class: 'stack' }, coming, again);
  const slip = createSlip(i18n, kindOf), voted = el('span'), voted_fill = el('i');
  const progress = el('p', { class: 'small soft num voted', 'data-voted': '' }, voted, el('span', { class: 'meter', 'aria-hidden': 'true' }, voted_fill));
  const so_far_title = el('h2'), results = createOutcome(context), so_far = el('section', { class: 'so-far' }, so_far_title, results.root);
  const dock = createDock(i18n), secrecy = createLater(context, 'secrecy', (part) => part.createSecrecy(context, turned));
  const root = el('section', { class: 'view view-vote', 'data-view': 'vote' },
    meta.root, tabs.root, question.root, !isPlain(item) && secrecy.root, rule, place, slip.root, progress, so_far, dock.root);

  dock.send.addEventListener('click', () => went(nameless() ?? voting.send(now_item)));
  dock.abstain.addEventListener('click', () => went(nameless() ?? voting.cast(now_item, {})));
  dock.keep.addEventListener('click', () => { voting.leave(now_item); turned(); });
  dock.change.addEventListener('click', () => { voting.change(now_item, sent_ballot); turned(); });
  dock.retry.addEventListener('click', hurry);

  /** A vote by name waits for the name; the server would refuse it. @returns {Saying|null} */
  const nameless = () => now_item.secrecy === 'named' && !session.storage.get('name') ? ['refused_name_needed'] : null;

  /** @param {Saying|null|void} missing what kept the ballot here */
  function went(missing) {
    if (missing) answer(missing);
    else turned();
  }

  /** Paper and slip changed places: the buttons rest for a moment, and the keyboard starts again at the question. */
  function turned() {
    hint = '';
    clearTimeout(growing);
    refresh();
    setClass(dock.root, 'resting', true);
    setTimeout(() => setClass(dock.root, 'resting', false), REST_MS);
    question.focus();
  }

  /** Why nothing happened. @param {Saying} saying */
  function answer(saying) {
    hint = i18n.t(...saying);
    refresh();
    say(hint);
  }

  /** @param {(ballot: import('./kinds.js').Ballot, item: Item) => import('./kinds.js').Touched} change */
  function touch(change) {
    const { limit, said } = voting.touch(now_item, change);
    if (limit) answer(limit);
    else {
      hint = '';
      refresh();
      say(said ?? dock.left.textContent ?? '');
      if (kindOf(now_item)?.growing) grow();
    }
    return !limit;
  }

  function grow() {
    clearTimeout(growing);
    const send = () => {
      grown = 0;
      if (!root.isConnected) return;
      const missing = nameless();
      if (missing) answer(missing);
      else voting.send(now_item, true);
      refresh();
    };
    if (++grown >= GROW_TOUCHES) send();
    else growing = window.setTimeout(send, GROW_MS);
  }

  /** The paper, as soon as its kind is there, and what is to be known before the first choice. */
  function lay() {
    const kind = isPlain(now_item) || late.get('secrecy') ? kindOf(now_item) : null;
    secrecy.update(now_item);
    if (kind && !paper) {
      paper = kind.createPaper(i18n, now_item, { touch, say });
      place.replaceChildren(paper.root);
    }
    setAttr(root, 'data-paper', kind ? 'there' : 'coming');
    setText(coming, i18n.t(late.troubled ? 'late_trouble' : 'late'));
    setShown(again, late.troubled);
    setText(again, i18n.t('reload'));
    return kind;
  }

  return {
    root,
    /** @param {State} state @param {View} view @param {{now: number, local: number}} clock the server's and the phone's time */
    update(state, view, { now, local }) {
      if (!view.item) return;
      now_item = view.item;
      const kind = lay(), round = now_item.round;
      const standing = voting.standing(now_item, round, state.mine[now_item.id]);
      const sent = standing.name === 'kept' || standing.name === 'counted';
      const open = openVotes(state);
      setAttr(root, 'data-state', standing.name);
      meta.update(now_item, round, i18n.t('open'), now);
      setShown(tabs.root, open.length > 1);
      tabs.update(open.map(({ id, title }) => ({ value: id, words: i18n.pick(title) })), now_item.id, i18n.t('open_votes'));
      question.update(now_item);
      setText(rule, kind?.rule(i18n, now_item) ?? '');
      for (const part of [rule, place]) setShown(part, !sent);
      if (!sent) paper?.update(now_item, standing.draft, state.you?.voter ?? '', { ballot: voting.former(now_item, round - 1), tally: tallyOf(state, now_item.id, round - 1) });
      setShown(slip.root, sent);
      const waited = standing.pending ? local - standing.pending.at : 0;
      if (sent) slip.update(now_item, standing, waited);
      setShown(progress, sent && state.room.item === now_item.id && state.room.voters > 0);
      setText(voted, i18n.t('voted_of', { voted: state.room.voted, voters: state.room.voters }));
      setVar(voted_fill, '--v', Math.min(1, state.room.voted / (state.room.voters || 1)).toFixed(3));
      setShown(so_far, standing.name === 'counted' && now_item.revealed);
      setText(so_far_title, i18n.t('so_far'));
      if (standing.name === 'counted' && now_item.revealed) results.update(state, now_item, round, standing.mine);
      const hurried = standing.touched && now_item.ends !== undefined && now_item.ends - now < 15_000;
      const strong = hint || (hurried ? i18n.t('unsent') : ''), grows = !!kind?.growing;
      const earlier = !standing.mine && !standing.pending ? '' : standing.mine && kind?.growing ? kind.growing(i18n, standing.mine.ballot) : i18n.t('changing');
      dock.update(kind?.left(i18n, now_item, standing.draft) ?? null, standing, { sent, waited, hint: strong || earlier, strong: !!strong, growing: grows, touch });
      sent_ballot = standing.pending?.ballot ?? standing.mine?.ballot;
    },
  };
}

// A vote on the phone: the question, the rule in words, the ballot paper, and at the thumb what is left and the two
// buttons, equal in size, send and abstain. Once sent, the slip takes the paper's place until the voter takes it up again.

import { el, keyed, setAttr, setClass, setShown, setText, setVar } from '../shared/dom.js';
import { left, mostChoices } from './ballot.js';
import { createPaper } from './paper.js';
import { createMeta, createQuestion, createSegments, signElement } from './parts.js';
import { createResults } from './results.js';
import { createSlip, reasonText } from './slip.js';
import { openVotes } from './view.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./voting.js').Voting} Voting */
/** @typedef {{i18n: I18n, say: (text: string) => void, refresh: () => void, hurry: () => void, toItem: (id: string) => void}} Context */

const PIPS = 12;     // so many points are drawn as dots; more are only written
const RETRY_MS = 10000;
const REST_MS = 400; // the second half of a double tap must not press what has just come under the thumb

/** @param {Context} context @param {Item} item @param {Voting} voting */
export function createVoteView({ i18n, say, refresh, hurry, toItem }, item, voting) {
  let now_item = item, hint = '', sent_ballot = /** @type {import('./ballot.js').Ballot|undefined} */ (undefined);
  const meta = createMeta(i18n), tabs = createSegments('item', toItem), question = createQuestion(i18n), rule = el('p', { class: 'rule' });
  const paper = createPaper(i18n, item, {
    choose: (id) => touched(voting.choose(now_item, id)),
    point: (id, step) => touched(voting.point(now_item, id, step)),
  });
  const slip = createSlip(i18n), voted = el('span'), voted_fill = el('span', { class: 'bar-fill' });
  const progress = el('p', { class: 'small soft num voted', 'data-voted': '' }, voted, el('span', { class: 'bar-track', 'aria-hidden': 'true' }, voted_fill));
  const so_far_title = el('h2'), results = createResults(i18n), so_far = el('section', { class: 'so-far' }, so_far_title, results.root);
  const dock = createDock(i18n);
  const root = el('section', { class: 'view view-vote', 'data-view': 'vote' },
    meta.root, tabs.root, question.root, rule, paper.root, slip.root, progress, so_far, dock.root);

  dock.send.addEventListener('click', () => {
    const missing = voting.send(now_item);
    hint = missing ? i18n.t(missing) : '';
    if (hint) say(hint);
    if (missing) refresh();
    else turned();
  });
  dock.abstain.addEventListener('click', () => { voting.cast(now_item, {}); turned(); });
  dock.keep.addEventListener('click', () => { voting.leave(now_item); turned(); });
  dock.change.addEventListener('click', () => { voting.change(now_item, sent_ballot); turned(); });
  dock.retry.addEventListener('click', hurry);

  /** Paper and slip changed places: the buttons rest for a moment, and the keyboard starts again at the question. */
  function turned() {
    hint = '';
    refresh();
    setClass(dock.root, 'resting', true);
    setTimeout(() => setClass(dock.root, 'resting', false), REST_MS);
    question.focus();
  }

  /** @param {import('./ballot.js').Limit|undefined} limit */
  function touched(limit) {
    hint = limit ? i18n.t(limit) : '';
    refresh();
    say(hint || dock.left.textContent || '');
    return !limit;
  }

  return {
    root,
    /** @param {State} state @param {View} view @param {{now: number, local: number}} clock the server's and the phone's time */
    update(state, view, { now, local }) {
      if (!view.item) return;
      now_item = view.item;
      const standing = voting.standing(now_item, now_item.round, state.mine[now_item.id]);
      const sent = standing.name === 'kept' || standing.name === 'counted';
      const open = openVotes(state);
      setAttr(root, 'data-state', standing.name);
      meta.update(now_item, now_item.round, i18n.t('open'), now);
      setShown(tabs.root, open.length > 1);
      tabs.update(open.map(({ id, title }) => ({ value: id, words: i18n.pick(title) })), now_item.id, i18n.t('open_votes'));
      question.update(now_item);
      setText(rule, ruleText(i18n, now_item));
      for (const part of [rule, paper.root]) setShown(part, !sent);
      if (!sent) paper.update(now_item, standing.draft, state.you?.voter ?? '');
      setShown(slip.root, sent);
      const waited = standing.pending ? local - standing.pending.at : 0;
      if (sent) slip.update(now_item, standing, waited);
      setShown(progress, sent && state.room.item === now_item.id && state.room.voters > 0);
      setText(voted, i18n.t('voted_of', { voted: state.room.voted, voters: state.room.voters }));
      setVar(voted_fill, '--v', Math.min(1, state.room.voted / (state.room.voters || 1)).toFixed(3));
      setShown(so_far, standing.name === 'counted' && now_item.revealed);
      setText(so_far_title, i18n.t('so_far'));
      if (standing.name === 'counted' && now_item.revealed) results.update(state, now_item, now_item.round, standing.mine);
      const hurried = !sent && standing.touched && now_item.ends !== undefined && now_item.ends - now < 15_000;
      dock.update(now_item, standing, sent, waited, hint || (hurried ? i18n.t('unsent') : ''));
      sent_ballot = standing.pending?.ballot ?? standing.mine?.ballot;
    },
  };
}

/** The rule in words. @param {I18n} i18n @param {Item} item */
function ruleText(i18n, item) {
  const { min = 0, max, dots = 0, cap } = item.params ?? {};
  if (item.method === 'plurality') return i18n.t('rule_plurality');
  if (item.method === 'dots') return i18n.t('rule_dots', { n: dots }) + (cap && cap < dots ? ` ${i18n.t('rule_cap', { n: cap })}` : '');
  const most = max && max < (item.options?.length ?? 0) ? i18n.t('rule_approval', { n: max }) : i18n.t('rule_any');
  return most + (min > 1 ? ` ${i18n.t('rule_least', { n: min })}` : '');
}

/** What stays at the thumb, always in sight. @param {I18n} i18n */
function createDock(i18n) {
  const left_text = el('strong', { class: 'num', 'data-left': '' }), pips = el('span', { class: 'pips', 'aria-hidden': 'true' });
  const left_line = el('p', { class: 'left' }, left_text, pips);
  const hint_line = el('p', { class: 'hint' });
  const refused = el('p', { class: 'refusal', 'data-refusal': '' }), refused_text = el('span');
  refused.append(signElement('refused'), refused_text);
  const send = el('button', { class: 'button button-act', type: 'button', 'data-action': 'send' });
  const abstain = el('button', { class: 'button', type: 'button', 'data-action': 'abstain' });
  const keep = el('button', { class: 'button button-quiet', type: 'button', 'data-action': 'keep' });
  const change = el('button', { class: 'button', type: 'button', 'data-action': 'change' });
  const retry = el('button', { class: 'button', type: 'button', 'data-action': 'retry' });
  const until_close = el('p', { class: 'small soft until' }), both = el('div', { class: 'both' }, send, abstain);
  const root = el('div', { class: 'dock' }, el('div', { class: 'dock-inner' }, refused, hint_line, left_line, both, keep, until_close, retry, change));
  return {
    root, send, abstain, keep, change, retry, left: left_text,
    /** @param {Item} item @param {import('./voting.js').Standing} standing @param {boolean} sent @param {number} waited @param {string} hint */
    update(item, standing, sent, waited, hint) {
      const earlier = !!(standing.mine || standing.pending), still = left(item, standing.draft);
      setShown(refused, standing.name === 'refused');
      setText(refused_text, `${i18n.t('refused')} ${reasonText(i18n, standing.refusal)}`);
      setShown(hint_line, !sent && (!!hint || earlier));
      setClass(hint_line, 'hint-strong', !!hint);
      setText(hint_line, hint || (earlier ? i18n.t('changing') : ''));
      setShown(left_line, !sent && item.method !== 'plurality' && still < 1000);
      setText(left_text, i18n.t(item.method === 'dots' ? 'left_points' : 'left_choices', { n: Math.max(0, still) }));
      const all = item.method === 'dots' ? item.params?.dots ?? 0 : mostChoices(item);
      setShown(pips, all <= PIPS);
      keyed(pips, all <= PIPS ? Array.from({ length: all }, (_, i) => i) : [], String, () => el('i'), (pip, i) => setAttr(pip, 'data-given', i < all - still));
      setShown(both, !sent);
      setText(send, i18n.t(earlier ? 'send_change' : 'send'));
      setText(abstain, i18n.t('abstain'));
      setShown(keep, !sent && earlier);
      setText(keep, i18n.t('keep'));
      setShown(change, sent);
      setText(change, i18n.t('change'));
      setShown(until_close, sent);
      setText(until_close, i18n.t('until_close'));
      setShown(retry, standing.name === 'kept' && waited >= RETRY_MS);
      setText(retry, i18n.t('try_again'));
    },
  };
}

// The room at the end side: how many have voted, who is still missing by group, whether everything is saved.

import { el, keyed, setAttr, setShown, setText, setVar, setWords } from '../shared/dom.js';
import { secrecyOf } from '../shared/secrecy.js';
import { tallyOf } from '../shared/store.js';
import { currentItem } from './ui.js';

/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {{id: string, voted: number, voters: number}} Group */

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createRoom(desk) {
  const { i18n } = desk;
  const voted = el('b', { class: 'big-number num' }), of = el('span'), meter = el('span', { class: 'meter' }, el('span', { class: 'meter-fill' }));
  const missing = el('p', { class: 'soft small' }), late = el('p', { class: 'small late' });
  const groups = el('ul', { class: 'group-list' });
  const unrecorded = el('p', { class: 'soft small', 'data-part': 'unrecorded' }, i18n.t('secret_groups'));
  const by_group = el('section', { class: 'room-part' }, el('h2', { class: 'side-title' }, i18n.t('by_group')), unrecorded, groups);
  const facts = el('dl', { class: 'facts' });
  const root = el('section', { class: 'room', 'aria-label': i18n.t('room'), 'data-pane': 'room', tabindex: 0 },
    el('section', { class: 'room-part', 'data-part': 'turnout' }, el('h2', { class: 'side-title' }, i18n.t('have_voted')), el('p', { class: 'big' }, voted, ' ', of), meter, missing, late),
    by_group,
    el('section', { class: 'room-part room-health' }, el('h2', { class: 'side-title' }, i18n.t('room')), facts));

  function update() {
    const { state } = desk;
    const { room, stage } = state;
    const item = currentItem(state, desk.ui);
    const vote = item?.kind === 'vote' ? item : null;
    const tally = vote && tallyOf(state, vote.id);
    const counted = tally?.ballots ?? 0, joined = vote?.status === 'closed' && tally ? tally.voters : room.voters;
    setText(voted, i18n.number(vote ? counted : room.connected));
    setText(of, vote ? i18n.t('of_joined', { n: joined }) : i18n.t('of_connected', { n: joined }));
    setText(root.querySelector('.side-title') ?? voted, i18n.t(vote ? 'have_voted' : 'connected'));
    setVar(/** @type {HTMLElement} */ (meter.firstElementChild), '--v', ratioOf(vote ? counted : room.connected, joined));
    setText(missing, missingWords(i18n, joined - counted));
    setShown(missing, vote?.status === 'open');
    const frozen = stage.frozen && vote !== null && stage.item === vote.id && stage.round === vote.round, since = tally?.since ?? 0;
    setText(late, frozen ? `${i18n.t('frozen_now')} · ${since > 0 ? i18n.t('since', { n: since }) : i18n.t('since_none')}` : '');
    setAttr(late, 'data-since', frozen ? since : null);
    setShown(late, frozen);
    const secret = secrecyOf(vote) === 'secret';
    setShown(unrecorded, secret);
    drawGroups(secret ? null : vote); // how many are there of each group is all that is known then
    drawFacts();
  }

  /** @param {Item | null} vote */
  function drawGroups(vote) {
    const known = desk.state.workshop?.groups ?? [];
    const rows = groupsOf(desk, vote);
    setShown(by_group, rows.length > 0);
    keyed(groups, rows, (row) => row.id, () => el('li', { class: 'group' }, el('bdi', { class: 'group-name' }), el('span', { class: 'group-count small num' }, el('span'), el('b', { class: 'group-left' })), el('span', { class: 'meter' }, el('span', { class: 'meter-fill' }))), (node, row) => {
      const [name, facts, bar] = node.children, [count, left] = facts.children;
      setAttr(node, 'data-group', row.id);
      setWords(name, i18n.pick(known.find((group) => group.id === row.id)?.name ?? row.id));
      setText(count, vote ? i18n.t('n_of_m', { n: row.voted, of: row.voters }) : i18n.number(row.voters));
      setShown(bar, vote !== null);
      setVar(/** @type {HTMLElement} */ (bar.firstElementChild), '--v', ratioOf(row.voted, row.voters));
      const open = vote?.status === 'open' && row.voters > 0;
      setText(left, open ? row.voted >= row.voters ? '✓' : i18n.t('n_left', { n: row.voters - row.voted }) : '');
      setAttr(left, 'aria-label', open && row.voted >= row.voters ? i18n.t('all_voted') : null);
      setShown(left, open);
      setAttr(node, 'data-all', open && row.voted >= row.voters);
    });
  }

  function drawFacts() {
    const { room } = desk.state;
    const delay = desk.latency();
    const linked = desk.ui.link.phase === 'open';
    /** @type {{id: string, term: string, value: string, tone: string}[]} */
    const rows = [
      { id: 'connected', term: i18n.t('connected'), value: i18n.number(room.connected), tone: '' },
      { id: 'saving', term: i18n.t('log'), value: i18n.t(room.saving ? 'saved' : 'unsaved'), tone: room.saving ? 'good' : 'bad' },
      { id: 'link', term: i18n.t('link'), value: i18n.t(linked ? 'linked' : 'unlinked'), tone: linked ? 'good' : 'wait' },
      { id: 'latency', term: i18n.t('latency'), value: delay === null ? '–' : i18n.t('ms', { n: delay }), tone: delay !== null && delay > 800 ? 'wait' : '' },
    ];
    keyed(facts, rows, (row) => row.id, () => el('div', null, el('dt'), el('dd', { class: 'num' })), (node, row) => {
      setAttr(node, 'data-fact', row.id);
      setAttr(node, 'data-tone', row.tone || null);
      setText(node.children[0], row.term);
      setText(node.children[1], row.value);
    });
  }

  return { root, update };
}

/**
 * By group, how many have voted in the item in the middle: from the room where it speaks of this item, else from its tally.
 * @param {import('./context.js').Desk} desk @param {Item | null} vote @returns {Group[]}
 */
function groupsOf(desk, vote) {
  const { room, workshop } = desk.state;
  const of_room = room.groups ?? [];
  if (!vote) return of_room.map(({ id, voters }) => ({ id, voters, voted: 0 }));
  if (room.item === vote.id) return of_room.map(({ id, voters, voted = 0 }) => ({ id, voters, voted }));
  const parts = tallyOf(desk.state, vote.id)?.groups ?? [];
  if (parts.length === 0 || parts.some((group) => group.merged)) return [];
  return (workshop?.groups ?? []).map(({ id }) => {
    const part = parts.find((group) => group.id === id);
    return { id, voters: part?.voters ?? of_room.find((group) => group.id === id)?.voters ?? 0, voted: part?.ballots ?? 0 };
  });
}

/** How many have not voted yet, in words. @param {import('../shared/i18n.js').I18n} i18n @param {number} n */
export function missingWords(i18n, n) {
  return n > 0 ? i18n.t('not_yet', { n }) : i18n.t('all_voted');
}

/** @param {number} part @param {number} whole */
function ratioOf(part, whole) {
  return whole > 0 ? Math.min(1, part / whole).toFixed(4) : '0';
}

// Puts the right view on the wall and keeps it in step: one scene from the state, one view for it, the side, what lies
// over it, and the sentence for those who listen. A view is asked to fit its type anew only when its words or its place change.

import { setAttr, setText } from '../shared/dom.js';
import { Announcer } from './announcer.js';
import { createBallotView } from './ballot_view.js';
import { createGroupsView } from './groups_view.js';
import { createJoinView } from './join_view.js';
import { hold } from './latch.js';
import { createOver } from './over.js';
import { createRail } from './rail.js';
import { createResultsView } from './results_view.js';
import { sceneOf } from './scene.js';
import { sentenceOf } from './speech.js';
import { createSlideView, createSwotView } from './text_views.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/socket.js').State} Link */
// Pictures with two columns of their own, and labels that would break into several lines beside it: on a wall of 4:3 the side goes
// under them, as it does under a table by group.
const LONG = 40;   // letters
const WIDE = ['score', 'agreement', 'delphi', 'majority_judgment', 'priority_matrix', 'condorcet', 'schulze', 'ranked_pairs', 'irv', 'stv'];

/** @typedef {{root: HTMLElement, update: (scene: Scene, state: State, refit: boolean, came: number) => void}} ViewPart */

/** @type {Record<string, (wall: Wall) => ViewPart>} */
const VIEWS = {
  join: createJoinView, slide: createSlideView, swot: createSwotView, hidden: createBallotView, results: createResultsView,
  closed: createResultsView, groups: createGroupsView,
};

/** @param {Wall} wall @param {{wall: HTMLElement, scene: HTMLElement, rail: HTMLElement, over: HTMLElement, status: HTMLElement}} places */
export function createWall(wall, places) {
  const { i18n } = wall;
  const rail = createRail(wall, places.rail);
  const over = createOver(wall, places.over);
  const announcer = new Announcer();
  let part = /** @type {ViewPart|null} */ (null);
  let part_of = '', fitted = /** @type {unknown[]} */ ([]), refits = 0;
  /** @type {import('./latch.js').Held} */
  let held = { held: null, since: 0 };
  let last = /** @type {[State, Link, boolean]|null} */ (null);

  /** @param {Scene} scene */
  function mount(scene) {
    // Results and the final result are one view, so that closing moves nothing; another item or round is a new one, and its bars grow from zero.
    const name = `${scene.view === 'closed' ? 'results' : scene.view}/${scene.item?.id ?? ''}/${scene.round ?? ''}`;
    if (name === part_of) return false;
    // A table someone asked for stays for the next result; an explanation was of the last one.
    if (wall.face.now === 'explained') wall.face.now = 'picture';
    part_of = name;
    part = VIEWS[scene.view]?.(wall) ?? null;
    places.scene.replaceChildren(...(part ? [part.root] : []));
    return true;
  }

  /** @param {State} state @param {Link} link @param {boolean} black */
  function show(state, link, black) {
    last = [state, link, black];
    const scene = state.welcomed ? sceneOf(state) : null;
    if (scene === null) {
      over.update(null, state, link, black);
      return;
    }
    held = hold(held, scene.tally, scene.frozen);
    scene.tally = held.held;
    describe(scene, black || scene.view === 'black');
    const fresh = mount(scene);
    rail.update(scene, state, held.since);
    over.update(scene, state, link, black || scene.view === 'black');
    const groups = scene.tally?.groups?.map(({ id }) => id).join() ?? '';
    const fit_for = [scene.view, scene.item, state.workshop, i18n.lang, i18n.digits, scene.check, scene.frozen, scene.qr, groups, places.rail.hidden, refits];
    const refit = fresh || fit_for.some((each, index) => each !== fitted[index]);
    fitted = fit_for;
    part?.update(scene, state, refit, held.since);
    say(announcer.offer(sentenceOf(scene, state.room, i18n), performance.now()));
  }

  /** @param {Scene} scene @param {boolean} black */
  function describe(scene, black) {
    setAttr(places.wall, 'data-view', black ? 'black' : scene.view);
    setAttr(places.wall, 'data-status', scene.item?.kind === 'vote' ? scene.status : null);
    setAttr(places.wall, 'data-item', scene.item?.id ?? null);
    setAttr(places.wall, 'data-round', scene.round);
    setAttr(places.wall, 'data-frozen', scene.frozen);
    const long = (scene.item?.options ?? []).some(({ text }) => i18n.pick(text).text.length > LONG);
    const wide = ['results', 'closed'].includes(scene.view) && (long || WIDE.includes(scene.item?.method ?? '')) && matchMedia('(aspect-ratio <= 3/2)').matches;
    setAttr(places.wall, 'data-strip', scene.view === 'groups' || wide);
    // All numbers of a ballot paper have one width, or the labels of 9 and 10 would not start at one line.
    setAttr(places.wall, 'data-digits', String(scene.item?.options?.length ?? 0).length);
  }

  /** @param {string|null} sentence */
  function say(sentence) {
    if (sentence !== null) setText(places.status, sentence);
  }

  function again() {
    if (last) show(...last);
  }

  return {
    show,
    /** After a change of the place: window, fonts. */
    refit() {
      refits += 1;
      again();
    },
    /** Several times a second: the countdown, pages that turn by themselves, a sentence that waited. */
    tick() {
      rail.tick();
      if (wall.pager.tick(performance.now(), last?.[0].stage.frozen ?? false)) again();
      say(announcer.due(performance.now()));
    },
  };
}

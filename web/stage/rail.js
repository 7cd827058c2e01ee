// The side of the wall: the countdown at the top, who has voted in the middle, how to join at the bottom. What has
// nothing to say is absent, and where all three are, the view takes the whole width.

import { el, setAttr, setShown, setText, svg } from '../shared/dom.js';
import { inDigits } from '../shared/numbers.js';
import { qrElement } from '../shared/qr.js';
import { clockOf } from './clock.js';
import { createFacts } from './facts.js';
import { createTurnout } from './turnout.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */

/** @param {Wall} wall @param {HTMLElement} root */
export function createRail(wall, root) {
  const clock = createClock(wall);
  const turnout = createTurnout(wall, 'side');
  const corner = createCorner(wall, 'corner');
  const facts = createFacts(wall);
  root.append(clock.root, el('div', { class: 'rail-middle' }, turnout.root, facts.root), corner.root);
  return {
    /** @param {Scene} scene @param {State} state @param {number} came */
    update(scene, state, came) {
      const bars = ['results', 'groups', 'closed'].includes(scene.view);
      clock.update(scene, state);
      setShown(turnout.root, bars && scene.status !== 'waiting');
      if (bars) turnout.update(scene, state, came);
      facts.update(scene);
      const join = state.join !== null && wall.prefs.now.corner && !['join', 'black'].includes(scene.view) && !scene.qr;
      setShown(corner.root, join);
      if (join) corner.update(state);
      setShown(root, scene.view !== 'join' && (join || bars || scene.ends !== null));
    },
    tick: clock.tick,
  };
}

/** @param {Wall} wall */
function createClock({ i18n, now }) {
  const digits = el('b', { class: 'clock-digits num', dir: 'ltr', 'aria-hidden': 'true' });
  const sign = svg('svg', { class: 'clock-sign', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: 'M12 2.5 23 21.5H1z', fill: 'currentColor' }),
    svg('path', { d: 'M12 9v6', class: 'clock-sign-mark' }), svg('path', { d: 'M12 18v.2', class: 'clock-sign-mark' }));
  const label = el('span', { class: 'clock-label' });
  const root = el('div', { class: 'clock', role: 'timer' }, digits, el('p', { class: 'clock-line' }, sign, label));
  let ends = /** @type {number|null} */ (null);
  let seconds = /** @type {number|undefined} */ (undefined);

  function tick() {
    setShown(root, ends !== null);
    if (ends === null) return;
    const { parts, phase } = clockOf(ends, now(), seconds);
    const text = parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
    setAttr(root, 'data-phase', phase);
    setText(digits, inDigits(text, i18n.digits));
    setText(label, i18n.t(phase === 'over' ? 'time_over' : phase === 'near' ? 'time_near' : 'time_left'));
  }

  return {
    root,
    tick,
    /** @param {Scene} scene @param {State} state */
    update(scene, state) {
      ends = scene.ends;
      seconds = state.items[scene.item?.id ?? '']?.seconds;
      tick();
    },
  };
}

/** QR picture, address and code: small at the side, larger when it lies over a view. @param {Wall} wall @param {string} name */
export function createCorner({ i18n }, name) {
  const picture = el('div', { class: 'corner-qr' });
  const invite = el('p', { class: 'corner-invite' });
  const host = el('bdi', { class: 'corner-host code', dir: 'ltr' });
  const code = el('bdi', { class: 'corner-code code', dir: 'ltr' });
  const root = el('section', { class: name }, picture, el('div', { class: 'corner-words' }, invite, host, code));
  let drawn = '';
  return {
    root,
    /** @param {State} state */
    update({ join, workshop }) {
      if (!join || !workshop) return;
      setText(invite, i18n.t('join_corner'));
      setText(host, join.host);
      setText(code, workshop.code);
      const key = `${join.qr.path}${i18n.lang}`;
      if (drawn !== key) picture.replaceChildren(qrElement(join.qr, i18n.t('qr_join')));
      drawn = key;
    },
  };
}

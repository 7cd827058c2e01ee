// What lies over a view without leaving it: black, the QR picture the facilitator asked for, the small marks that say the
// link or the saving has stopped, and one plain sentence where there is nothing to show yet.

import { el, setAttr, setShown, setText } from '../shared/dom.js';
import { createCorner } from './rail.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('../shared/socket.js').State} Link */

const LOST_MS = 3000;   // shorter gaps heal unseen

/** Sentences for an end of the connection that no waiting will mend. @type {Record<string, string>} */
const ENDS = { 'wrong-key': 'wrong_key', 'no-key': 'no_key', 'no-code': 'no_code', 'unknown-workshop': 'unknown_workshop' };

/** @param {Wall} wall @param {HTMLElement} root */
export function createOver(wall, root) {
  const { i18n } = wall;
  const cover = el('div', { class: 'cover', hidden: true });
  const card = createCorner(wall, 'qr-card');
  const link = createMark('link');
  const saving = createMark('saving');
  const sentence = el('h1', { class: 'sentence', hidden: true });
  root.append(sentence, cover, card.root, el('div', { class: 'marks' }, link.root, saving.root));
  return {
    /** @param {Scene|null} scene @param {State} state @param {Link} connection @param {boolean} black */
    update(scene, state, connection, black) {
      const ended = connection.phase === 'ended';
      const text = ended ? i18n.t(ENDS[connection.reason ?? ''] ?? 'stopped') : i18n.t('reaching');
      setShown(sentence, scene === null);
      setText(sentence, text);
      setShown(cover, black);
      const qr = scene !== null && scene.qr && state.join !== null;
      setShown(card.root, qr);
      if (qr) card.update(state);
      const lost = scene !== null && connection.phase !== 'open' && (ended || connection.lost_ms >= LOST_MS);
      setShown(link.root, lost);
      setText(link.words, ended ? text : i18n.t('link_lost'));
      setShown(saving.root, scene !== null && !lost && !state.room.saving);
      setText(saving.words, i18n.t('saving_stopped'));
      setAttr(root, 'data-black', black);
    },
  };
}

/** @param {string} name */
function createMark(name) {
  const words = el('span');
  return { words, root: el('p', { class: 'mark-line', 'data-mark': name, hidden: true }, el('span', { class: 'mark-dot', 'aria-hidden': 'true' }), words) };
}

// The join view: everything a person needs to come in, and nothing else. The QR picture takes more than half of the
// height; address and code stand under it in digits that the last row can read; the hall's Wi-Fi has its own picture.

import { el, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { qrElement } from '../shared/qr.js';
import { secondOf } from './texts.js';

/** @typedef {import('./stage.js').Wall} Wall */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../shared/store.js').State} State */

/** @param {Wall} wall */
export function createJoinView({ i18n }) {
  const sample = el('span', { class: 'tag tag-sample' });
  const title = el('bdi'), second = el('bdi');
  const title_line = el('h1', { class: 'join-title' }, title), second_line = el('p', { class: 'second' }, second);
  const invite = el('p', { class: 'join-invite' });
  const wifi = createStep('join-wifi', '1');
  const scan = createStep('join-scan', '2');
  const wifi_name = el('bdi', { class: 'join-network', dir: 'auto' });
  wifi.words.append(wifi_name);
  const host = el('bdi', { class: 'join-host code', dir: 'ltr' });
  const code = el('bdi', { class: 'join-code code', dir: 'ltr' });
  const or = el('p', { class: 'join-or' });
  const connected = el('b', { class: 'join-number num' });
  const connected_rest = el('span', { class: 'join-connected-rest' });
  const root = el('div', { class: 'join' },
    el('div', { class: 'join-start' },
      el('header', null, el('p', { class: 'eyebrow' }, sample), title_line, second_line),
      wifi.root, invite,
      el('p', { class: 'join-connected' }, connected, ' ', connected_rest)),
    el('section', { class: 'join-end' }, scan.root, el('div', { class: 'join-address' }, el('div', null, or, host), code)));
  let drawn = '';

  /** @param {State} state */
  function drawPictures({ join }) {
    const key = `${join?.qr.path}/${join?.wifi?.qr.path}/${i18n.lang}`;
    if (drawn === key || !join) return;
    drawn = key;
    // The picture itself, without its quiet zone, must be at least half as high as the wall.
    scan.picture.style.setProperty('--whole', String((join.qr.size + 8) / join.qr.size));
    scan.picture.replaceChildren(qrElement(join.qr, i18n.t('qr_join')));
    wifi.picture.replaceChildren(...(join.wifi ? [qrElement(join.wifi.qr, i18n.t('qr_wifi'))] : []));
  }

  return {
    root,
    /** @param {Scene} _scene @param {State} state */
    update(_scene, state) {
      const { workshop, join, room } = state;
      if (!workshop) return;
      setShown(sample, workshop.sample);
      setText(sample, i18n.t('sample_long'));
      const words = i18n.pick(workshop.title);
      setWords(title, words);
      setAttr(title_line, 'data-long', words.text.length > 60);
      const next = secondOf(workshop.title, words.lang, workshop.languages);
      setShown(second_line, next !== null);
      setWords(second, next);
      setShown(wifi.root, join?.wifi !== undefined);
      setShown(invite, join?.wifi === undefined);
      setText(invite, i18n.t('join_title'));
      setAttr(root, 'data-wifi', join?.wifi !== undefined);
      setShown(scan.number, join?.wifi !== undefined);
      setText(wifi.line, i18n.t('join_wifi'));
      setText(wifi_name, join?.wifi?.name ?? '');
      setText(scan.line, i18n.t('join_scan'));
      setText(or, i18n.t('join_type'));
      setText(host, join?.host ?? '');
      setText(code, workshop.code);
      setText(wifi.number, i18n.number(1));
      setText(scan.number, i18n.number(2));
      setText(connected, i18n.number(room.connected));
      setText(connected_rest, i18n.t('connected', { n: room.connected }));
      setAttr(root, 'data-connected', room.connected);
      drawPictures(state);
    },
  };
}

/** @param {string} name @param {string} count */
function createStep(name, count) {
  const picture = el('div', { class: 'step-qr' });
  const number = el('span', { class: 'step-number num' }, count);
  const line = el('span', { class: 'step-line' });
  const words = el('p', { class: 'step-words' }, line);
  const root = el('section', { class: `step ${name}` }, el('div', { class: 'step-head' }, number, words), picture);
  return { root, picture, number, words, line };
}

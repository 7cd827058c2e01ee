// Short messages at the foot of the page: what was refused and why, and what can still be taken back. They leave by
// themselves, are read out politely, and never take the focus.

import { el, keyed, setText } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {{act: string, label: string, run: () => void, holds?: () => boolean}} Offer  `holds`: whether it can still be taken up */
/** @typedef {{id: number, tone: 'plain'|'refused', text: () => string, until: number, offer?: Offer}} Notice */

const READ_MS = 8000;

/** @param {I18n} i18n @param {() => number} clock */
export function createNotices(i18n, clock) {
  const root = el('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
  /** @type {Notice[]} */
  let all = [];
  let made = 0;

  /** @param {Omit<Notice, 'id'>} notice */
  function add(notice) {
    made += 1;
    all = [...all.filter((old) => old.text() !== notice.text()).slice(-2), { ...notice, id: made }];
    draw();
  }

  /** @param {Notice} notice */
  function create(notice) {
    const left = el('span', { class: 'notice-left num', 'aria-hidden': 'true' });
    const offer = notice.offer && el('button', {
      class: 'button notice-offer', type: 'button', 'data-act': notice.offer.act,
      onclick: () => { all = all.filter((old) => old !== notice); draw(); notice.offer?.run(); },
    }, i18n.t(notice.offer.label), left);
    const away = el('button', { class: 'icon-button', type: 'button', 'data-act': 'dismiss', 'aria-label': i18n.t('dismiss'), onclick: () => { all = all.filter((old) => old !== notice); draw(); } }, icon('cross'));
    return el('div', { class: `notice notice-${notice.tone}` }, icon(notice.tone === 'refused' ? 'warn' : 'check'), el('p', { dir: 'auto' }, notice.text()), offer, away);
  }

  function draw() {
    all = all.filter((notice) => clock() < notice.until && notice.offer?.holds?.() !== false);
    keyed(root, all, (notice) => String(notice.id), create, (node, notice) => {
      const left = node.querySelector('.notice-left');
      if (left) setText(left, i18n.number(Math.max(1, Math.ceil((notice.until - clock()) / 1000))));
    });
  }

  return {
    root,
    update: draw,
    get busy() { return all.length > 0; },
    /** @param {string} key @param {import('../shared/i18n.js').Args} [args] */
    say(key, args) { add({ tone: 'plain', text: () => i18n.t(key, args), until: clock() + READ_MS }); },
    /** @param {string} text in the reader's language, from the server */
    refuse(text) { add({ tone: 'refused', text: () => text, until: clock() + READ_MS }); },
    /** @param {string} key @param {Offer} offer @param {number} ms */
    offer(key, offer, ms) { add({ tone: 'plain', text: () => i18n.t(key), until: clock() + ms, offer }); },
    clear() { all = []; draw(); },
  };
}

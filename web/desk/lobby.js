// The list of workshops on this server, and a new one in one field. It speaks with the server by plain requests, with the
// admin key from the page's address.

import { languageSelect } from '../shared/controls.js';
import { el, setAttr, setText } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { markElement } from '../shared/mark.js';
import { inDigits } from '../shared/numbers.js';

/** @typedef {{code: string, title: import('../shared/wire.js').T, sample: boolean, keys: Record<string, string>}} Listed */

/**
 * @param {object} place
 * @param {HTMLElement} place.root
 * @param {string} place.key
 * @param {import('../shared/i18n.js').I18n} place.i18n
 * @param {ReturnType<typeof import('../shared/theme.js').createTheme>} place.theme
 */
export function openLobby({ root, key, i18n, theme }) {
  /** @type {Listed[] | null} */
  let workshops = null;
  let problem = '';
  let title_text = '';

  /** @param {RequestInit} [init] */
  async function request(init) {
    try {
      const answer = await fetch('/api/workshops', { ...init, headers: { Authorization: `Bearer ${key}`, 'Accept-Language': i18n.lang, ...init?.headers } });
      const content = await answer.json();
      if (answer.ok) return content;
      problem = content.error?.text ?? String(answer.status);
      if (answer.status === 401 || answer.status === 403) problem = i18n.t('lobby_key');
    } catch { problem = i18n.t('no_answer'); }
    return null;
  }

  async function load() {
    problem = key === '' ? i18n.t('lobby_key') : '';
    const answer = key === '' ? null : await request();
    if (answer) workshops = answer.workshops;
    draw();
  }

  /** @param {string} agenda as JSON */
  async function make(agenda) {
    problem = '';
    const answer = await request({ method: 'POST', body: agenda, headers: { 'Content-Type': 'application/json' } });
    if (answer) location.assign(deskAddress(answer.code, answer.keys));
    else draw();
  }

  function draw() {
    setAttr(document.body, 'data-view', 'lobby');
    document.title = i18n.t('lobby');
    const title = el('input', { class: 'input', id: 'workshop-title', dir: 'auto', autocomplete: 'off', 'data-field': 'title', value: title_text, placeholder: i18n.t('new_workshop_hint'), oninput: () => { title_text = title.value; } });
    const wrong = el('p', { class: 'wrong', role: 'alert' }, problem);
    const file = el('input', { type: 'file', accept: '.json,application/json', class: 'visually-hidden', id: 'agenda-file', 'data-act': 'agenda-file', onchange: async () => { if (file.files?.[0]) make(await file.files[0].text()); } });
    const form = el('form', { class: 'lobby-new card', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const name = title.value.trim();
      setText(wrong, name === '' ? i18n.t('wrong_title') : '');
      if (name === '') title.focus();
      else make(JSON.stringify({ sawt: 1, title: name, languages: ['ar', 'en', 'fr'], items: [] }));
    } }, el('label', { for: title.id }, el('h2', null, i18n.t('new_workshop'))),
    el('div', { class: 'lobby-field' }, title, el('button', { class: 'button button-act', type: 'submit', 'data-act': 'new-workshop' }, i18n.t('new_workshop_make'))),
    el('p', { class: 'soft small lobby-file' }, i18n.t('agenda_file_or'), ' ', file, el('label', { for: file.id, class: 'as-link' }, i18n.t('agenda_file'))));
    root.replaceChildren(el('div', { class: 'lobby' },
      el('header', { class: 'lobby-head' }, markElement(), el('h1', null, i18n.t('lobby')), el('div', { class: 'head-end' }, languageSelect(i18n),
        el('button', { type: 'button', class: 'icon-button', 'data-act': 'theme', 'aria-label': i18n.t(theme.current === 'dark' ? 'theme_light' : 'theme_dark'), onclick: () => { theme.toggle(); draw(); } }, icon(theme.current === 'dark' ? 'sun' : 'moon')))),
      el('main', { class: 'lobby-main' }, wrong, workshops === null ? unlock() : form, ...list())));
    if (workshops?.length === 0) title.focus();
  }

  function list() {
    if (workshops === null) return [];
    if (workshops.length === 0) return [el('p', { class: 'soft' }, i18n.t('lobby_empty'))];
    return [el('h2', { class: 'side-title' }, i18n.t('lobby_list')), el('ul', { class: 'lobby-list' }, ...workshops.map((workshop) => {
      const words = i18n.pick(workshop.title);
      return el('li', { class: 'card lobby-workshop', 'data-code': workshop.code },
        el('h3', null, el('a', { href: deskAddress(workshop.code, workshop.keys), lang: words.lang || null, dir: words.dir, 'data-act': 'enter' }, words.text)),
        el('p', { class: 'row' }, el('bdi', { class: 'code' }, inDigits(workshop.code.replace(/(\d{3})(\d{3})/, '$1\u00a0$2'), i18n.digits)), workshop.sample && el('span', { class: 'chip chip-sample' }, i18n.t('sample')),
          pageLink('stage', workshop.code, workshop.keys.stage), pageLink('records', workshop.code, workshop.keys.organiser)));
    }))];
  }

  /** Without the right key in the address, it can be typed. */
  function unlock() {
    const field = el('input', { class: 'input', id: 'admin-key', dir: 'ltr', autocomplete: 'off', spellcheck: 'false', 'data-field': 'key' });
    return el('form', { class: 'lobby-new card', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); location.hash = `key=${field.value.trim()}`; } },
      el('label', { for: field.id }, el('h2', null, i18n.t('admin_key'))), el('div', { class: 'lobby-field' }, field, el('button', { class: 'button button-act', type: 'submit', 'data-act': 'unlock' }, i18n.t('unlock'))));
  }

  /** @param {string} page @param {string} code @param {string} page_key */
  function pageLink(page, code, page_key) {
    return el('a', { class: 'head-link', href: `/${page}/${code}#key=${page_key}`, target: '_blank', rel: 'noopener', 'data-act': `open-${page}` }, i18n.t(`page_${page}`), icon('out'));
  }

  i18n.subscribe(load);
  load();
}

/** @param {string} code @param {Record<string, string>} keys */
function deskAddress(code, keys) {
  return `/desk/${code}#key=${keys.facilitator}`;
}

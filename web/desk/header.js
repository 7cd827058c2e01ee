// The head of the desk: which workshop, how one joins it, where its other pages are, and the switches of this page.

import { iconButton, languageSelect } from '../shared/controls.js';
import { el, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { icon, setIcon } from '../shared/icons.js';
import { markElement } from '../shared/mark.js';
import { inDigits } from '../shared/numbers.js';

/** Not earlier: a short gap is nobody's business. */
const LOST_MS = 3000;

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createHeader(desk) {
  const { i18n, theme } = desk;
  const title = el('bdi'), sample = el('span', { class: 'chip chip-sample' }, i18n.t('sample'));
  const link = el('span', { class: 'chip chip-kept', role: 'status' });
  const code = el('bdi', { class: 'code join-code' }), host = el('bdi', { class: 'join-host', dir: 'ltr' });
  const join = el('button', { type: 'button', class: 'join', 'data-act': 'addresses', 'aria-haspopup': 'dialog', onclick: desk.dialogs.addresses },
    el('span', { class: 'join-label' }, i18n.t('join_code')), code, host);
  const stage = pageLink('stage', i18n.t('page_stage')), records = pageLink('records', i18n.t('page_records'));
  const language = languageSelect(i18n);
  const dark = iconButton('theme', () => { theme.toggle(); update(); });
  const full = iconButton('full', () => desk.commands.run('full'), i18n.t('key_full'));
  full.append(icon('full'));
  const keys = iconButton('keys', desk.dialogs.keys, i18n.t('keys_title'));
  keys.append(icon('keys'));
  const root = el('header', { class: 'head' },
    markElement(), el('h1', { class: 'head-title' }, title), sample, link,
    el('div', { class: 'head-end' }, join, stage, records, language, dark, full, keys));

  function update() {
    const { workshop, join: way, pages } = desk.state;
    setWords(title, i18n.pick(workshop?.title));
    setShown(sample, workshop?.sample === true);
    const { phase, lost_ms } = desk.ui.link;
    setText(link, phase !== 'open' && lost_ms >= LOST_MS ? i18n.t('reconnecting') : '');
    setShown(link, phase !== 'open' && lost_ms >= LOST_MS);
    setText(code, inDigits((workshop?.code ?? '').replace(/(\d{3})(\d{3})/, '$1\u00a0$2'), i18n.digits));
    setText(host, way?.host ?? '');
    setAttr(stage, 'href', pages?.stage ?? null);
    setAttr(records, 'href', pages?.records ?? null);
    setIcon(dark, theme.current === 'dark' ? 'sun' : 'moon');
    setAttr(dark, 'aria-label', i18n.t(theme.current === 'dark' ? 'theme_light' : 'theme_dark'));
    setAttr(dark, 'title', dark.getAttribute('aria-label'));
  }
  return { root, update };
}

/** @param {string} name @param {string} label */
function pageLink(name, label) {
  return el('a', { class: 'head-link', 'data-act': `open-${name}`, target: '_blank', rel: 'noopener' }, label, icon('out'));
}

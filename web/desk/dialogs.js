// The dialogs that only ask or tell: the list of keys, the addresses, and the two questions before something goes away.

import { el, setText } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { inDigits } from '../shared/numbers.js';
import { qrElement } from '../shared/qr.js';
import { openAnnulForm } from './annul_form.js';
import { copyText } from './copy.js';
import { openDialog } from './dialog.js';
import { openAmendForm, openSlideForm } from './text_forms.js';
import { openVoteForm } from './vote_form.js';

/** @typedef {import('./context.js').Desk} Desk */
/** @typedef {import('../shared/wire.js').Item} Item */

/** @param {Desk} desk @param {(on: boolean) => void} setSingles @returns {import('./context.js').Dialogs} */
export function createDialogs(desk, setSingles) {
  const { i18n } = desk;
  return {
    keys() {
      if (document.querySelector('dialog[open]')) return;
      const [onward, back] = i18n.dir === 'rtl' ? ['←', '→'] : ['→', '←'];
      /** @type {[string[], string][]} */
      const rows = [
        [['Space'], 'key_step'], [[onward, '↓', 'PgDn'], 'key_next'], [[back, '↑', 'PgUp'], 'key_previous'], [['C'], 'key_close'], [['R'], 'key_reveal'],
        [['Z'], 'key_freeze'], [['Q'], 'key_qr'], [['B', '.'], 'key_black'], [['F'], 'key_full'], [['?'], 'key_keys'],
      ];
      const singles = el('input', { type: 'checkbox', checked: desk.ui.singles, 'data-act': 'toggle-singles', onchange: () => setSingles(singles.checked) });
      openDialog(i18n, { name: 'keys', title: i18n.t('keys_title'), body: [
        el('table', { class: 'keys' }, el('tbody', null, ...rows.map(([caps, words]) => el('tr', null, el('td', null, ...caps.map((cap) => el('kbd', { class: 'cap' }, cap))), el('th', { scope: 'row' }, i18n.t(words)))))),
        el('label', { class: 'check' }, singles, el('span', null, i18n.t('singles'))), el('p', { class: 'soft small' }, i18n.t('keys_note'))] });
    },
    addresses() {
      const { join, pages, workshop } = desk.state;
      if (!join) return;
      const code = inDigits((workshop?.code ?? '').replace(/(\d{3})(\d{3})/, '$1\u00a0$2'), i18n.digits);
      /** @type {[string, string][]} */
      const rows = [['phone', pages?.phone ?? join.url], ...(pages ? /** @type {[string, string][]} */ ([['stage', pages.stage], ['records', pages.records], ['desk', pages.desk]]) : []), ['check', new URL('/check', join.url).href]];
      openDialog(i18n, { name: 'addresses', wide: true, title: i18n.t('addresses'), body: [el('div', { class: 'addresses' },
        el('figure', { class: 'address-qr' }, qrElement(join.qr, i18n.t('qr_join')), el('figcaption', null, el('bdi', { class: 'code' }, code), el('bdi', { dir: 'ltr' }, join.host))),
        el('dl', { class: 'address-list' }, ...rows.map(([name, url]) => addressRow(name, url))))] });
    },
    newVote: () => openVoteForm(desk),
    newSlide: () => openSlideForm(desk),
    edit: (item) => item.kind === 'vote' ? openVoteForm(desk, item) : openSlideForm(desk, item),
    amend: (item) => openAmendForm(desk, item),
    annul: (item) => openAnnulForm(desk, item),
    remove: (item) => void openDialog(i18n, { name: 'remove', title: i18n.t('remove_title'), body: [el('p', null, i18n.t('remove_text', { title: i18n.pick(item.title).text }))], answers: [
      { act: 'cancel', label: i18n.t('cancel') },
      { act: 'remove-sure', label: i18n.t('remove_sure'), tone: 'danger', run: () => { desk.perform({ do: 'remove', item: item.id }); desk.change({ selected: null }); } }] }),
    round: (item) => void openDialog(i18n, { name: 'round', title: i18n.t('round_title', { n: item.round + 1 }), body: [el('p', null, i18n.t('round_text', { n: item.round }))], answers: [
      { act: 'cancel', label: i18n.t('cancel') },
      { act: 'round-sure', label: i18n.t('round_sure'), tone: 'act', run: () => { desk.perform({ do: 'round', item: item.id }); desk.change({ round: null }); } }] }),
  };

  /** @param {string} name @param {string} url */
  function addressRow(name, url) {
    const said = el('span', null, i18n.t('copy'));
    const copy = el('button', { type: 'button', class: 'button', 'data-act': `copy-${name}`, onclick: async () => { setText(said, i18n.t(await copyText(url, copy) ? 'copied' : 'not_copied')); } }, icon('copy'), said);
    return el('div', { class: 'address' }, el('dt', null, i18n.t(`page_${name}`), el('span', { class: 'small soft' }, i18n.t(`page_${name}_is`))),
      el('dd', null, el('bdi', { class: 'address-url', dir: 'ltr' }, url)),
      el('dd', { class: 'row' }, copy, el('a', { class: 'button', href: url, target: '_blank', rel: 'noopener', 'data-act': `visit-${name}` }, i18n.t('visit'), icon('out'))));
  }
}

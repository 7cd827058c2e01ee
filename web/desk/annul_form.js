// Making a round void, or one option of a closed round, with the reason that everyone will read; and taking that back. Nothing is erased.

import { el, setShown, setText } from '../shared/dom.js';
import { openDialog } from './dialog.js';
import { roundOf, viewedRound } from './ui.js';

/** @typedef {import('./context.js').Desk} Desk */
/** @typedef {import('../shared/wire.js').Item} Item */

/** The round that one looks at. @param {Desk} desk @param {Item} item */
export function openAnnulForm(desk, item) {
  const { i18n } = desk, round = viewedRound(item, desk.ui), record = roundOf(item, round), closed = record?.status === 'closed';
  /** @type {{option?: string, name: string, why?: import('../shared/wire.js').T}[]} */
  const rows = [
    { name: i18n.t('void_whole', { n: round }), why: record?.void },
    ...(closed ? (item.options ?? []).map((option, index) => ({ option: option.id, name: `${i18n.number(index + 1)} ${i18n.pick(option.text).text}`, why: record?.void_options?.[option.id] })) : []),
  ];
  const radios = rows.map((row, index) => el('input', { type: 'radio', name: 'void-what', value: String(index), checked: index === 0, 'data-void-what': row.option ?? 'round', onchange: turned }));
  const why = el('input', { class: 'input', id: 'void-why', dir: 'auto', autocomplete: 'off', maxlength: 300, 'data-field': 'why' });
  const hint = el('p', { class: 'soft small' }), wrong = el('p', { class: 'wrong', role: 'alert' });
  const { dialog, close } = openDialog(i18n, {
    name: 'void', title: i18n.t('void_title'), foot: wrong,
    body: [el('p', { class: 'soft' }, i18n.t('void_text')),
      el('fieldset', { class: 'void-what' }, el('legend', null, i18n.t('void_what')), ...rows.map((row, index) => el('label', { class: 'check' }, radios[index], el('bdi', null, row.name), row.why === undefined ? null : el('span', { class: 'chip' }, i18n.t('void_is'))))),
      el('div', { class: 'field' }, el('label', { for: why.id }, i18n.t('void_why')), why, hint)],
    answers: [
      { act: 'cancel', label: i18n.t('void_leave') },
      { act: 'void-restore', label: i18n.t('void_restore'), run: () => send('restore') },
      { act: 'void-sure', label: i18n.t('void_sure'), tone: 'danger', run: () => send('void') }],
  });
  turned();
  why.focus();

  function chosen() {
    return rows[radios.findIndex((radio) => radio.checked)] ?? rows[0];
  }

  function turned() {
    const { option, why: reason } = chosen();
    why.value = i18n.pick(reason).text;
    setText(hint, i18n.t(option === undefined ? 'void_round_is' : 'void_option_is'));
    setText(wrong, '');
    setShown(/** @type {HTMLElement} */ (dialog.querySelector('[data-act="void-restore"]')), reason !== undefined);
  }

  /** @param {'void'|'restore'} does */
  function send(does) {
    const { option, why: reason } = chosen(), text = why.value.trim();
    const missing = does === 'void' ? text === '' && 'void_no_reason' : reason === undefined && 'void_is_not';
    if (missing) setText(wrong, i18n.t(missing));
    else ask({ do: does, item: item.id, round, ...(option === undefined ? {} : { option }), ...(does === 'void' ? { text } : {}) });
    return false;
  }

  /** @param {import('./acts.js').Act} act */
  async function ask(act) {
    const answer = await desk.ask(act);
    if (!answer.done) return setText(wrong, answer.text ?? i18n.t('no_answer'));
    close();
  }
}

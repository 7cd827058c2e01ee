// Two smaller forms: a slide or an analysis, and the spelling of what is already there, in every language of the workshop.

import { el, setAttr, setText } from '../shared/dom.js';
import { NAMES, direction } from '../shared/i18n.js';
import { randomId } from './acts.js';
import { openDialog } from './dialog.js';
import { FIELDS } from './preview.js';
import { currentItem, hasBallots } from './ui.js';

/** @typedef {import('./context.js').Desk} Desk */
/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Lang} Lang */
/** @typedef {import('../shared/wire.js').Line} Line */
/** @typedef {import('../shared/wire.js').T} T */

/** A new slide, or the words of a slide or an analysis. @param {Desk} desk @param {Item} [item] */
export function openSlideForm(desk, item) {
  const { i18n } = desk;
  const words = (/** @type {T | undefined} */ text) => i18n.pick(text).text;
  const id = item?.id ?? `slide-${randomId().slice(0, 8)}`;
  const title = el('input', { class: 'input', id: 'slide-title', dir: 'auto', autocomplete: 'off', 'data-field': 'title', placeholder: ' ', value: words(item?.title) });
  const note = el('textarea', { class: 'input', id: 'slide-note', dir: 'auto', rows: 4, placeholder: ' ', 'data-field': 'note' });
  note.value = words(item?.note);
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const fields = item?.kind === 'swot' ? FIELDS.map((field) => ({ field, input: el('textarea', { class: 'input', id: `swot-${field}`, dir: 'auto', rows: 4, placeholder: ' ', 'data-field': field }) })) : [];
  for (const { field, input } of fields) input.value = (item?.lines?.[field] ?? []).map((line) => words(line.text)).join('\n');
  const { close } = openDialog(i18n, {
    name: 'slide', wide: fields.length > 0, title: i18n.t(item ? 'edit_slide' : 'new_slide'), foot: wrong,
    body: [
      el('div', { class: 'field' }, el('label', { for: title.id }, i18n.t('slide_title')), title),
      el('div', { class: 'field' }, el('label', { for: note.id }, i18n.t('slide_note')), note),
      fields.length > 0 ? el('div', { class: 'board-form' }, ...fields.map(({ field, input }) => el('div', { class: 'field' }, el('label', { for: input.id }, i18n.t(field)), input))) : null],
    answers: [{ act: 'save', label: i18n.t('save'), tone: 'act', run: submit }],
  });
  title.focus();

  function submit() {
    setAttr(title, 'aria-invalid', title.value.trim() === '' ? 'true' : null);
    if (title.value.trim() === '') {
      setText(wrong, i18n.t('wrong_title'));
      title.focus();
    } else send();
    return false;
  }

  async function send() {
    /** The old text with all its languages where the words are still the same. @param {string} now @param {T | undefined} old */
    const kept = (now, old) => old !== undefined && now.trim() === words(old).trim() ? old : now.trim();
    const what = {
      id, kind: item?.kind ?? 'slide', title: kept(title.value, item?.title), ...(note.value.trim() ? { note: kept(note.value, item?.note) } : {}),
      ...(fields.length > 0 ? { lines: Object.fromEntries(fields.map(({ field, input }) => [field, linesFrom(input.value, item?.lines?.[field] ?? [], field[0], words)])) } : {}),
    };
    const before = currentItem(desk.state, desk.ui);
    const answer = await desk.ask(item ? { do: 'replace', item: id, what } : { do: 'add', what, ...(before ? { after: before.id } : {}) });
    if (!answer.done) return setText(wrong, answer.text ?? i18n.t('no_answer'));
    close();
    desk.change({ selected: id, round: null });
  }
}

/** @param {string} text @param {Line[]} old @param {string} letter @param {(text: T) => string} words @returns {Line[]} */
function linesFrom(text, old, letter, words) {
  const texts = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const found = texts.map((line) => old.find((each) => words(each.text) === line));
  const taken = new Set(found.map((line) => line?.id));
  let next = 0;
  return texts.map((line, index) => {
    const same = found[index];
    if (same && found.indexOf(same) === index) return same;
    do next += 1; while (taken.has(`${letter}${next}`));
    return { id: `${letter}${next}`, text: line };
  });
}

/** Spelling and languages of title and options; each changed text is an act of its own, and is logged. @param {Desk} desk @param {Item} item */
export function openAmendForm(desk, item) {
  const { i18n } = desk;
  const langs = languagesOf(desk, item);
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const rows = [{ option: /** @type {string | undefined} */ (undefined), name: i18n.t('question'), text: item.title }, ...(item.options ?? []).map((option, index) => ({ option: /** @type {string | undefined} */ (option.id), name: i18n.number(index + 1), text: option.text }))]
    .map((row) => ({ ...row, inputs: langs.map((lang) => ({ lang, input: field(row.text, lang, row.name, row.option) })) }));
  const { close } = openDialog(i18n, {
    name: 'amend', wide: true, title: i18n.t('amend_title'), foot: wrong,
    body: [el('p', { class: 'soft' }, i18n.t(hasBallots(desk.state, item) ? 'amend_locked' : 'amend_free')),
      el('table', { class: 'amend', 'data-languages': langs.length },
        el('thead', null, el('tr', null, el('td'), ...langs.map((lang) => el('th', { scope: 'col', lang: lang || null }, lang ? NAMES[lang] : i18n.t('any_language'))))),
        el('tbody', null, ...rows.map((row) => el('tr', null, el('th', { scope: 'row', class: 'num' }, row.name), ...row.inputs.map(({ input }) => el('td', null, input))))))],
    answers: [{ act: 'save', label: i18n.t('save'), tone: 'act', run: submit }],
  });

  function submit() {
    const changed = rows.filter((row) => row.inputs.some(({ input }) => input.value !== input.defaultValue));
    const bare = changed.find((row) => row.inputs.every(({ input }) => input.value.trim() === ''));
    if (bare) {
      setText(wrong, i18n.t('wrong_title'));
      bare.inputs[0].input.focus();
    } else send(changed);
    return false;
  }

  /** @param {typeof rows} changed */
  async function send(changed) {
    for (const row of changed) {
      const answer = await desk.ask({ do: 'amend', item: item.id, ...(row.option === undefined ? {} : { option: row.option }), text: textFrom(row.inputs) });
      if (!answer.done) return setText(wrong, answer.text ?? i18n.t('no_answer'));
      for (const { input } of row.inputs) input.defaultValue = input.value;
    }
    close();
  }

  /** @param {T} text @param {Lang | ''} lang @param {string} name @param {string | undefined} option */
  function field(text, lang, name, option) {
    const value = typeof text === 'string' ? lang === '' || lang === langs[0] ? text : '' : lang === '' ? '' : text[lang] ?? '';
    return el('input', { class: 'input', value, dir: lang ? direction(lang) : 'auto', lang: lang || null, autocomplete: 'off', 'aria-label': `${name} · ${lang ? NAMES[lang] : i18n.t('any_language')}`, 'data-option': option ?? null, 'data-lang': lang || null });
  }
}

/** One nameless language where nothing has been translated yet, else those of the workshop. @param {Desk} desk @param {Item} item @returns {(Lang | '')[]} */
function languagesOf(desk, item) {
  const texts = [item.title, ...(item.options ?? []).map((option) => option.text)];
  return texts.every((text) => typeof text === 'string') ? [''] : desk.state.workshop?.languages ?? ['ar', 'en', 'fr'];
}

/** @param {{lang: Lang | '', input: HTMLInputElement}[]} inputs @returns {T} */
function textFrom(inputs) {
  if (inputs.length === 1 && inputs[0].lang === '') return inputs[0].input.value.trim();
  return Object.fromEntries(inputs.filter(({ input }) => input.value.trim() !== '').map(({ lang, input }) => [lang, input.value.trim()]));
}

// The way in: the six digits of the workshop for those who did not scan the picture, and the choice of the stakeholder
// group. Either is done with one touch after typing, and neither asks for a name.

import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { LANGS, NAMES, direction } from '../shared/i18n.js';
import { codeDigits } from './identity.js';
import { createSegments } from './parts.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */

/** @param {I18n} i18n @param {(lang: any) => void} setLang */
function createLanguages(i18n, setLang) {
  const segments = createSegments('lang', setLang);
  return {
    root: segments.root,
    update: () => segments.update(LANGS.map((lang) => ({ value: lang, words: { text: NAMES[lang], lang, dir: direction(lang) } })), i18n.lang, i18n.t('language')),
  };
}

/** @param {{i18n: I18n, setLang: (lang: any) => void, enter: (code: string) => void}} context */
export function createCodeView({ i18n, setLang, enter }) {
  const languages = createLanguages(i18n, setLang);
  const title = el('h1', { tabindex: -1 }), hint = el('p', { class: 'soft', id: 'code-hint' });
  const label = el('label', { class: 'visually-hidden', for: 'code' });
  const input = el('input', { class: 'input code code-input', id: 'code', inputmode: 'numeric', autocomplete: 'off', enterkeyhint: 'go', placeholder: '••• •••', 'aria-describedby': 'code-hint code-problem', 'data-code': '' });
  const problem = el('p', { class: 'problem', id: 'code-problem', role: 'alert' });
  const button = el('button', { class: 'button button-act', 'data-action': 'join' });
  const form = el('form', { class: 'stack', novalidate: true, onsubmit: submit }, label, input, problem, button);
  const root = el('section', { class: 'view view-join', 'data-view': 'join' }, languages.root, el('div', { class: 'question' }, title, hint), form);
  let short = false, wrong = '';

  input.addEventListener('input', () => {
    const digits = codeDigits(input.value);
    const shown = digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
    if (input.value !== shown) input.value = shown;
    short = false;
    wrong = '';
    update();
    if (digits.length === 6) enter(digits);
  });

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const digits = codeDigits(input.value);
    short = digits.length < 6;
    if (!short) enter(digits);
    update();
  }

  function update() {
    languages.update();
    setText(title, i18n.t('code_title'));
    setText(hint, i18n.t('code_hint'));
    setText(label, i18n.t('code_label'));
    setText(button, i18n.t('code_go'));
    setText(problem, wrong ? i18n.t('code_unknown', { code: wrong }) : short ? i18n.t('code_short') : '');
    setShown(problem, short || !!wrong);
    setAttr(input, 'aria-invalid', short || wrong ? 'true' : null);
  }

  return {
    root,
    /** @param {string} unknown a code that no workshop has */
    update(unknown) {
      if (unknown && unknown !== wrong) {
        wrong = unknown;
        input.value = '';
      }
      update();
    },
  };
}

/** @param {{i18n: I18n, setLang: (lang: any) => void, setGroup: (id: string) => void, noGroup: () => void}} context */
export function createGroupView({ i18n, setLang, setGroup, noGroup }) {
  const languages = createLanguages(i18n, setLang);
  const title = el('h1', { tabindex: -1 }), hint = el('p', { class: 'soft' }), list = el('ul', { class: 'groups' });
  const none = el('button', { class: 'button button-quiet', type: 'button', 'data-action': 'no-group', onclick: noGroup });
  const root = el('section', { class: 'view', 'data-view': 'group' }, languages.root, el('div', { class: 'question' }, title, hint), list, none);
  return {
    root,
    /** @param {import('../shared/store.js').State} state @param {string|null} chosen touched just now, not yet confirmed */
    update(state, chosen) {
      languages.update();
      setText(title, i18n.t('group_title'));
      setText(hint, i18n.t('group_hint'));
      setShown(none, state.workshop?.group_required === false && !state.you?.group);
      setText(none, i18n.t('group_none'));
      keyed(list, state.workshop?.groups ?? [], ({ id }) => id,
        ({ id }) => el('li', null, el('button', { class: 'button group', type: 'button', 'data-group': id, onclick: () => setGroup(id) })),
        (row, { id, name }) => {
          const button = /** @type {Element} */ (row.firstElementChild);
          setWords(button, i18n.pick(name));
          setAttr(button, 'aria-pressed', String(id === (chosen ?? state.you?.group)));
        });
    },
  };
}

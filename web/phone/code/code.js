// The six digits of the workshop, typed by those who did not scan the picture: in whatever numerals, and entered as soon as
// the last one is there.

import { el, setAttr, setShown, setText } from '../../shared/dom.js';
import { westernDigits } from '../../shared/numbers.js';
import { createLanguages } from '../join-view.js';

export { words } from './words.js';

/** The digits in what a person typed, whatever the numerals, spaces and marks. @param {string} typed */
export function codeDigits(typed) {
  return westernDigits(typed).replace(/\D/g, '').slice(0, 6);
}

/** @param {{i18n: import('../../shared/i18n.js').I18n, setLang: (lang: any) => void, enter: (code: string) => void}} context */
export function createCodeForm({ i18n, setLang, enter }) {
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

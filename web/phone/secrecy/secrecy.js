// What a voter should know of a secret or a named vote before the first choice, and the name that a named one asks for. It stands
// right under the question, and the paper waits for it.

import { el, setAttr, setShown, setText, setWords } from '../../shared/dom.js';

export { words } from './words.js';

export const NAME_MAX = 80;

/** A name as it is kept: without spaces around it or several in a row; empty where nothing was typed. @param {string} typed */
export const nameIn = (typed) => [...typed.trim().replace(/\s+/g, ' ')].slice(0, NAME_MAX).join('').trim();

/**
 * Which of the two faces of the name stands there: the field, or the name with a way to change it.
 * @param {import('../../shared/wire.js').Item} item @param {string} name empty: none was given @param {boolean} editing
 */
export const faceOf = ({ secrecy }, name, editing) => secrecy !== 'named' ? 'none' : name && !editing ? 'given' : 'form';

/** @param {Pick<import('../phone.js').Context, 'i18n'|'say'|'session'|'refresh'>} context @param {() => void} given what the vote does then */
export function createSecrecy({ i18n, say, session, refresh }, given) {
  const { storage } = session, name = () => storage.get('name') ?? '';
  let editing = false, short = false;
  const line = el('p', { class: 'secrecy-line' });
  const label = el('label', { for: 'voter-name' }), problem = el('p', { class: 'problem', id: 'name-problem', role: 'alert' });
  const input = el('input', { class: 'input', id: 'voter-name', name: 'name', autocomplete: 'name', dir: 'auto', maxlength: NAME_MAX, enterkeyhint: 'done', 'aria-describedby': 'name-problem', 'data-name': '' });
  const button = el('button', { class: 'button button-act', 'data-action': 'name' });
  const form = el('form', { class: 'name-form', novalidate: true, onsubmit: submit }, label, input, button, problem);
  const mine = el('bdi', { class: 'name-given', 'data-voter-name': '' }), as = el('span', { class: 'soft' });
  const change = el('button', { class: 'button button-quiet', type: 'button', 'data-action': 'change-name', onclick: edit });
  const known = el('p', { class: 'name-known' }, el('span', null, as, ' ', mine), change);
  const root = el('div', { class: 'secrecy' }, line, form, known);
  input.value = name();

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const text = nameIn(input.value);
    short = !text;
    editing = editing && short;
    if (text) {
      storage.set('name', text);
      session.greet();
      given();  // the field has gone, so the keyboard starts again at the question
      say(i18n.t('name_is', { name: text }));
    } else {
      refresh();
      input.focus();
    }
  }

  function edit() {
    editing = true;
    input.value = name();
    refresh();
    input.focus();
  }

  return {
    root,
    /** @param {import('../../shared/wire.js').Item} item */
    update(item) {
      const face = faceOf(item, name(), editing);
      setAttr(root, 'data-secrecy', item.secrecy);
      setText(line, i18n.t(item.secrecy === 'secret' ? 'secrecy_secret' : 'secrecy_named'));
      setShown(form, face === 'form');
      setText(label, i18n.t('name_label'));
      setText(button, i18n.t('name_give'));
      setText(problem, short ? i18n.t('refused_name_needed') : '');
      setShown(problem, short);
      setAttr(input, 'aria-invalid', short ? 'true' : null);
      setShown(known, face === 'given');
      setText(as, i18n.t('name_as'));
      setWords(mine, { text: name(), lang: '', dir: 'auto' });
      setText(change, i18n.t('change_group'));
    },
  };
}

// The way in: the choice of the stakeholder group, or going on without one where none is asked for. Nobody gives a name here. The
// six digits of the workshop, for those who did not scan the picture, are a late module.

import { el, keyed, setAttr, setShown, setText, setWords } from '../shared/dom.js';
import { LANGS, NAMES, direction } from '../shared/i18n.js';
import { createLater } from './later.js';
import { createSegments } from './parts.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */

/** @param {I18n} i18n @param {(lang: any) => void} setLang */
export function createLanguages(i18n, setLang) {
  const segments = createSegments('lang', setLang);
  return {
    root: segments.root,
    update: () => segments.update(LANGS.map((lang) => ({ value: lang, words: { text: NAMES[lang], lang, dir: direction(lang) } })), i18n.lang, i18n.t('language')),
  };
}

/** @param {Pick<import('./phone.js').Context, 'i18n'|'late'|'setLang'> & {enter: (code: string) => void}} context */
export const createCodeView = (context) => createLater(context, 'code', (part) => part.createCodeForm(context), (wait) => el('section', { class: 'view', 'data-view': 'join' }, wait));

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

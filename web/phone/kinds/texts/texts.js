// Words and short texts: a field for each, in whatever script. The next field comes when the last one is filled, up to as many
// as the rule allows; a text is kept with every letter typed.

import { el, keyed, setAttr, setShown, setText, setWords } from '../../../shared/dom.js';
import { TEXT_MAX, drafted, filled, fieldCount, most, withText } from './typed.js';

export { words } from './words.js';

/** @typedef {import('../../kinds.js').Item} Item */

/** @type {import('../../kinds.js').Kind} */
const texts = {
  fitting: (item, ballot) => ({ words: drafted(item, ballot) }),
  lack: (_, ballot) => filled(ballot).length ? null : ['need_word'],
  rule: (i18n, item) => item.params?.max_words ? i18n.t('rule_words', { n: most(item) }) : i18n.t('rule_words_any'),
  left(i18n, item, ballot) {
    const given = filled(ballot).length, all = most(item);
    return item.params?.max_words ? { text: i18n.t('words_of', { given, all }), given, all } : { text: i18n.t('words_written', { n: given }) };
  },
  lines: (_, __, ballot) => filled(ballot).map((text, i) => ({ id: `word-${i}`, number: i + 1, text: { text, lang: '', dir: 'auto' } })),
  finished: (ballot) => ({ words: filled(ballot) }),
  createPaper(i18n, _, hand) {
    const legend = el('legend', { class: 'visually-hidden' }), list = el('ol', { class: 'options' });
    const root = el('fieldset', { class: 'paper' }, legend, list);

    /** @param {number} at */
    function createField(at) {
      const input = el('input', { class: 'input', dir: 'auto', maxlength: TEXT_MAX, autocomplete: 'off', enterkeyhint: 'next', 'data-word': at,
        oninput: () => hand.touch((ballot, item) => ({ ballot: withText(item, ballot, at, input.value), said: '' })),
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          const next = list.querySelector(`[data-word="${at + 1}"]`);
          if (next instanceof HTMLElement) next.focus();
          else input.blur();
        } });
      return el('li', { class: 'word' }, input, el('span', { class: 'small soft num', 'aria-hidden': 'true' }));
    }

    return {
      root,
      update(item, ballot) {
        const written = drafted(item, ballot);
        setWords(legend, i18n.pick(item.title));
        keyed(list, Array.from({ length: fieldCount(item, ballot) }, (_unused, i) => i), String, createField, (row, at) => {
          const input = /** @type {HTMLInputElement} */ (row.firstElementChild), count = /** @type {Element} */ (row.lastElementChild), text = written[at] ?? '';
          if (input.value !== text) input.value = text;
          setAttr(input, 'dir', text ? 'auto' : null); // an empty field would lean to the left
          setAttr(input, 'aria-label', i18n.t('word_n', { n: at + 1 }));
          setAttr(input, 'placeholder', i18n.t('word_n', { n: at + 1 }));
          setText(count, i18n.t('letters_left', { n: TEXT_MAX - text.length }));
          setShown(count, text.length > TEXT_MAX - 20);
        });
      },
    };
  },
};

/** @type {Record<string, import('../../kinds.js').Kind>} */
export const kinds = { words: texts };

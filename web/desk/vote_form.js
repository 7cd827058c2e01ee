// From a pasted list to an open vote in one dialog: the list on one side, what will stand on the phones on the other, the
// rule in words, and two answers: open it now, or put it on the agenda.

import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';
import { westernDigits } from '../shared/numbers.js';
import { itemsInOrder } from '../shared/store.js';
import { randomId } from './acts.js';
import { openDialog } from './dialog.js';
import { blank, draftOf, linesOf, voteOf } from './draft.js';
import { currentItem } from './ui.js';

/** @typedef {import('./context.js').Desk} Desk */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('../shared/wire.js').Item} Item */

/** A new vote that was begun and shut by mistake is still there when the dialog opens again. @type {Draft | null} */
let begun = null;

/** @param {Desk} desk @param {Item} [old] what is edited; a new vote if absent */
export function openVoteForm(desk, old) {
  const { i18n } = desk;
  const item = old ?? null;
  const pick = (/** @type {import('../shared/wire.js').T | undefined} */ text) => i18n.pick(text).text;
  const id = item?.id ?? `vote-${randomId().slice(0, 8)}`;
  /** @type {Draft} */
  const draft = item ? draftOf(item, pick) : begun ?? blank();
  if (!item) begun = draft;
  let tried = false, lifted = '';

  const question = el('input', { class: 'input', id: 'vote-question', dir: 'auto', autocomplete: 'off', 'data-field': 'question', value: draft.question, placeholder: i18n.t('question_hint'), oninput: () => { draft.question = question.value; update(); } });
  const list = el('textarea', { class: 'input list-input', id: 'vote-list', dir: 'auto', rows: 12, spellcheck: 'true', 'data-field': 'options', placeholder: i18n.t('list_hint'), oninput: () => { draft.text = list.value; draft.twins = []; update(); }, onpaste: () => requestAnimationFrame(() => { list.scrollTop = 0; }) });
  list.value = draft.text;
  const count = el('span', { role: 'status' }), lines = el('ol', { class: 'lines' }), none = el('p', { class: 'soft' }, i18n.t('list_empty'));
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const max = number('max', i18n.t('field_max'), draft.max, (value) => { draft.max = value; });
  const dots = number('dots', i18n.t('field_dots'), draft.dots, (value) => { draft.dots = value; });
  const cap = number('cap', i18n.t('field_cap'), draft.cap, (value) => { draft.cap = value; });
  const methods = el('fieldset', { class: 'methods plain' }, el('legend', { class: 'side-title' }, i18n.t('how')),
    method('plurality', i18n.t('method_one')), method('approval', i18n.t('method_some'), max), method('dots', i18n.t('method_dots'), dots, cap));
  const live = toggle('live', i18n.t('field_live'), draft.live, (on) => { draft.live = on; });
  const shuffle = toggle('shuffle', i18n.t('field_shuffle'), draft.shuffle, (on) => { draft.shuffle = on; });

  const { dialog, close } = openDialog(i18n, {
    name: 'vote', wide: true, title: i18n.t(item ? 'edit_vote' : 'new_vote'), foot: wrong,
    body: [el('div', { class: 'vote-form' },
      el('div', { class: 'field field-question' }, el('label', { for: question.id }, i18n.t('question')), question),
      el('div', { class: 'field field-list' }, el('label', { for: list.id }, i18n.t('list')), list),
      el('section', { class: 'field field-lines' }, el('h3', { class: 'side-title' }, count), none, lines), methods,
      el('div', { class: 'field-switches' }, live, shuffle))],
    answers: item
      ? [{ act: 'save', label: i18n.t('save'), tone: 'act', run: () => submit('replace', false) }]
      : [{ act: 'save', label: i18n.t('save_vote'), run: () => submit('add', false) }, { act: 'save-open', label: i18n.t('save_open'), tone: 'act', run: () => submit('add', true) }],
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit(item ? 'replace' : 'add', !item);
  });
  update();
  (item ? question : list).focus();

  /** @param {'add'|'replace'} does @param {boolean} open @returns {false} the dialog shuts when the server has agreed */
  function submit(does, open) {
    tried = true;
    update();
    const { what, wrong: mistakes } = voteOf(draft, id, item, pick);
    if (mistakes.length > 0) focusOn(mistakes[0]);
    else send(does, what, open);
    return false;
  }

  /** @param {'add'|'replace'} does @param {Record<string, unknown>} what @param {boolean} open */
  async function send(does, what, open) {
    const buttons = dialog.querySelectorAll('.dialog-foot button');
    for (const button of buttons) setAttr(button, 'disabled', true);
    const answer = await desk.ask(does === 'replace' ? { do: does, item: id, what } : { do: does, what, ...placeAfter() });
    for (const button of buttons) setAttr(button, 'disabled', false);
    if (!answer.done) return setText(wrong, answer.text ?? i18n.t('no_answer'));
    if (!item) begun = null;
    close();
    if (open) await desk.perform({ do: 'open', item: id });
    desk.change({ selected: open ? null : id, round: null });
  }

  function placeAfter() {
    const before = currentItem(desk.state, desk.ui) ?? itemsInOrder(desk.state).pop();
    return before ? { after: before.id } : {};
  }

  function update() {
    const { question: found, lines: all } = linesOf(draft.text, item, pick);
    if (found !== null && found !== lifted && (draft.question.trim() === '' || draft.question === lifted)) draft.question = question.value = lifted = found;
    const wanted = all.filter((line, index) => line.sameAs === null || draft.twins.includes(index)).length;
    setText(count, i18n.t('options', { n: wanted }));
    setShown(none, all.length === 0);
    let place = 0;
    keyed(lines, all.map((line, index) => ({ ...line, index })), (line) => String(line.index), () => el('li', { class: 'line' }, el('span', { class: 'bar-number num' }), el('bdi', { dir: 'auto' }), el('span', { class: 'small line-twin' }), el('button', { type: 'button', class: 'line-keep' })), (node, line) => {
      const [mark, text, twin, keep] = node.children;
      const kept = line.sameAs === null || draft.twins.includes(line.index);
      place += kept ? 1 : 0;
      setText(mark, kept ? i18n.number(place) : '–');
      setText(text, line.text);
      setAttr(node, 'data-twin', line.sameAs !== null);
      setAttr(node, 'data-kept', kept);
      setText(twin, line.sameAs === null ? '' : i18n.t('twin', { n: line.sameAs + 1 }));
      setShown(keep, line.sameAs !== null);
      setAttr(keep, 'data-act', kept ? 'drop-twin' : 'keep-twin');
      setText(keep, i18n.t(kept ? 'drop_twin' : 'keep_twin'));
      /** @type {HTMLButtonElement} */ (keep).onclick = () => {
        draft.twins = kept ? draft.twins.filter((each) => each !== line.index) : [...draft.twins, line.index];
        update();
      };
    });
    const { wrong: mistakes } = voteOf(draft, id, item, pick);
    setText(wrong, tried && mistakes.length > 0 ? i18n.t(`wrong_${mistakes[0].replace(/-/g, '_')}`) : '');
    for (const [name, input] of /** @type {const} */ ([['question', question], ['options', list]])) setAttr(input, 'aria-invalid', tried && mistakes.includes(name) ? 'true' : null);
  }

  /** @param {import('./draft.js').Wrong} mistake */
  function focusOn(mistake) {
    const name = mistake === 'too-many-options' ? 'options' : mistake;
    /** @type {HTMLElement | null} */ (dialog.querySelector(`[data-field="${name}"]`))?.focus();
  }

  /** @param {import('./draft.js').Method} name @param {string} label @param {...Element} fields */
  function method(name, label, ...fields) {
    const radio = el('input', { type: 'radio', name: 'vote-method', value: name, checked: draft.method === name, 'data-act': `method-${name}`, onchange: () => { draft.method = name; update(); } });
    for (const field of fields) field.addEventListener('focusin', () => { if (!radio.checked) { radio.checked = true; draft.method = name; update(); } });
    return el('div', { class: 'method' }, el('label', { class: 'check' }, radio, el('span', null, label)), ...fields);
  }

  /** @param {'max'|'dots'|'cap'} name @param {string} label @param {number | null} value @param {(value: number | null) => void} set */
  function number(name, label, value, set) {
    const input = el('input', { class: 'input input-number num', inputmode: 'numeric', autocomplete: 'off', size: 3, dir: 'ltr', 'data-field': name, value: value ?? '', oninput: () => {
      const digits = westernDigits(input.value.trim());
      set(digits === '' && name !== 'dots' ? null : /^\d{1,4}$/u.test(digits) ? Number(digits) : 0);
      update();
    } });
    return el('label', { class: 'number-field' }, el('span', null, label), input);
  }

  /** @param {string} name @param {string} label @param {boolean} on @param {(on: boolean) => void} set */
  function toggle(name, label, on, set) {
    const input = el('input', { type: 'checkbox', checked: on, 'data-act': `toggle-${name}`, onchange: () => set(input.checked) });
    return el('label', { class: 'check' }, input, el('span', null, label));
  }
}

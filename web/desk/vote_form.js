// From a pasted list to an open vote in one dialog: the question and the list, how people vote, a sketch of what will stand on
// the phones, and two answers: open it now, or put it on the agenda.

import { el, setAttr, setShown, setText } from '../shared/dom.js';
import { itemsInOrder } from '../shared/store.js';
import { randomId } from './acts.js';
import { hasCosts, hasOptions } from './catalogue.js';
import { openDialog } from './dialog.js';
import { blank, draftOf, isLive, isSecrecyLocked, isWeighted, linesOf, voteOf } from './draft.js';
import { createKindFields, wrongWords } from './kind_fields.js';
import { createSecrecyFields } from './secrecy_fields.js';
import { createSketch } from './sketch.js';
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
  const list = el('textarea', { class: 'input list-input', id: 'vote-list', dir: 'auto', rows: 9, spellcheck: 'true', 'data-field': 'options', oninput: () => { draft.text = list.value; draft.twins = []; update(); }, onpaste: () => requestAnimationFrame(() => { list.scrollTop = 0; }) });
  list.value = draft.text;
  const list_label = el('label', { for: list.id }), list_field = el('div', { class: 'field field-list' }, list_label, list);
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const secrecy = createSecrecyFields(i18n, draft, { locked: isSecrecyLocked(item), weighted: isWeighted(item, desk.state.workshop?.groups ?? []) }, update);
  const kinds = createKindFields(i18n, draft, pick, update);
  const sketch = createSketch(i18n, (index, keep) => {
    draft.twins = keep ? [...draft.twins, index] : draft.twins.filter((each) => each !== index);
    update();
  });
  const live = toggle('live', i18n.t('field_live'), draft.live, (on) => { draft.live = on; });
  const shuffle = toggle('shuffle', i18n.t('field_shuffle'), draft.shuffle, (on) => { draft.shuffle = on; });

  const { dialog, close } = openDialog(i18n, {
    name: 'vote', wide: true, title: i18n.t(item ? 'edit_vote' : 'new_vote'), foot: wrong,
    body: [el('div', { class: 'vote-form' },
      el('div', { class: 'vote-write' },
        el('div', { class: 'field field-question' }, el('label', { for: question.id }, i18n.t('question')), question),
        list_field, kinds.root, secrecy.root, el('div', { class: 'field-switches' }, live, shuffle)),
      sketch.root)],
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
    if (mistakes.length > 0) /** @type {HTMLElement | null} */ (dialog.querySelector(`[data-field="${mistakes[0].at}"]`))?.focus();
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
    const { method } = draft, { lines, question: found } = linesOf(draft, item, pick);
    // A question over the pasted list moves up to where questions stand, unless one is there already.
    if (found !== null && found !== lifted && (draft.question.trim() === '' || draft.question === lifted)) draft.question = question.value = lifted = found;
    setText(list_label, i18n.t(hasCosts(method) ? 'list_costs' : 'list'));
    setAttr(list, 'placeholder', i18n.t(hasCosts(method) ? 'list_costs_hint' : 'list_hint'));
    setShown(list_field, hasOptions(method));
    setShown(shuffle, hasOptions(method));
    const { what, wrong: mistakes } = voteOf(draft, id, item, pick);
    kinds.update(tried ? mistakes : []);
    secrecy.update();
    drawLive();
    sketch.update(draft, draft.question.trim(), lines, /** @type {any} */ (what).params);
    setText(wrong, tried && mistakes.length > 0 ? wrongWords(i18n, method, mistakes[0]) : '');
    for (const [name, input] of /** @type {const} */ ([['question', question], ['options', list]])) setAttr(input, 'aria-invalid', tried && mistakes.some((each) => each.at === name) ? 'true' : null);
  }

  /** What the room sees while it votes; of a secret vote nothing, and why is said where the switch is. */
  function drawLive() {
    const [input, says] = live.children, secret = draft.secrecy === 'secret';
    setAttr(input, 'disabled', secret);
    /** @type {HTMLInputElement} */ (input).checked = isLive(draft);
    setText(says, secret ? `${i18n.t('field_live')} (${i18n.t('live_not_secret')})` : i18n.t('field_live'));
  }

  /** @param {string} name @param {string} label @param {boolean} on @param {(on: boolean) => void} set */
  function toggle(name, label, on, set) {
    const input = el('input', { type: 'checkbox', checked: on, 'data-act': `toggle-${name}`, onchange: () => set(input.checked) });
    return el('label', { class: 'check' }, input, el('span', null, label));
  }
}

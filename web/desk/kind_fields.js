// The second half of the vote's form: which kind of vote, in families, and the fields of its rule.

import { el, setAttr, setShown } from '../shared/dom.js';
import { westernDigits } from '../shared/numbers.js';
import { FAMILIES, kindOf } from './catalogue.js';
import { rulesOf } from './draft.js';

/** @typedef {import('./catalogue.js').Field} Field */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').Wrong} Wrong */
/** @typedef {import('../shared/i18n.js').I18n} I18n */

/**
 * @param {I18n} i18n @param {Draft} draft @param {import('./draft.js').Pick} pick @param {() => void} onChange
 */
export function createKindFields(i18n, draft, pick, onChange) {
  let family = kindOf(draft.method).family || FAMILIES[0].family, drawn = '';
  const families = el('div', { class: 'segments families', role: 'group', 'aria-label': i18n.t('families') }, ...FAMILIES.map((each) => el('button', {
    type: 'button', class: 'button', 'data-act': `family-${each.family}`, onclick: () => { family = each.family; draft.method = each.kinds.some((kind) => kind.method === draft.method) ? draft.method : each.kinds[0].method; onChange(); },
  }, i18n.t(`family_${each.family}`))));
  const kinds = el('div', { class: 'kinds', role: 'radiogroup', 'aria-label': i18n.t('how') });
  const fields = el('div', { class: 'rule-fields' });
  const root = el('section', { class: 'methods', 'aria-label': i18n.t('how') }, el('h3', { class: 'side-title' }, i18n.t('how')), families, kinds, fields);

  /** @param {Wrong[]} wrong */
  function update(wrong) {
    for (const button of families.children) setAttr(button, 'aria-pressed', String(button.getAttribute('data-act') === `family-${family}`));
    if (drawn !== `${family}/${draft.method}`) draw();
    for (const field of fields.querySelectorAll('[data-field]')) setAttr(field, 'aria-invalid', wrong.some((each) => each.at === field.getAttribute('data-field')) ? 'true' : null);
  }

  function draw() {
    const same_family = drawn.startsWith(`${family}/`);
    drawn = `${family}/${draft.method}`;
    const shown = FAMILIES.find((each) => each.family === family)?.kinds ?? [];
    if (!same_family) kinds.replaceChildren(...shown.map((kind) => kindCard(kind.method)));
    for (const card of kinds.children) setAttr(card, 'data-chosen', card.getAttribute('data-method') === draft.method);
    const values = rulesOf(draft, pick), { fields: all } = kindOf(draft.method);
    const more = all.filter((field) => field.more);
    fields.replaceChildren(
      el('div', { class: 'row rule-row' }, ...all.filter((field) => !field.more).map((field) => fieldOf(field, values))),
      more.length > 0 ? el('details', { class: 'rule-more', open: more.some((field) => values[field.name] !== field.first) }, el('summary', null, i18n.t('more_rules')), el('div', { class: 'row rule-row' }, ...more.map((field) => fieldOf(field, values)))) : '');
    setShown(fields, all.length > 0);
  }

  /** @param {string} method */
  function kindCard(method) {
    const radio = el('input', { type: 'radio', name: 'vote-method', value: method, checked: draft.method === method, 'data-act': `method-${method}`, onchange: () => { draft.method = method; onChange(); } });
    return el('label', { class: 'kind', 'data-method': method }, radio, el('span', { class: 'kind-words' }, el('b', null, i18n.t(`kind_${method}`)), el('span', { class: 'small soft' }, i18n.t(`when_${method}`))));
  }

  /** @param {Field} field @param {import('./draft.js').Values} values */
  function fieldOf(field, values) {
    const { name, type } = field;
    const set = (/** @type {unknown} */ value) => { values[name] = value; onChange(); };
    if (type === 'check') {
      const input = el('input', { type: 'checkbox', checked: values[name], 'data-field': name, onchange: () => set(input.checked) });
      return el('label', { class: 'check' }, input, el('span', null, i18n.t(`field_${name}`)));
    }
    if (type === 'choice') return choiceField(field, values, set);
    if (type === 'lines') {
      const input = el('textarea', { class: 'input grades-input', rows: 6, dir: 'auto', 'data-field': name, oninput: () => set(input.value) });
      input.value = values[name];
      return el('label', { class: 'field grow' }, el('span', null, i18n.t(`field_${name}`)), input);
    }
    if (type === 'axes') return axesField(values[name]);
    if (type === 'money') {
      const input = el('input', { class: 'input input-money num', inputmode: 'decimal', autocomplete: 'off', dir: 'ltr', 'data-field': name, value: values[name] ?? '', oninput: () => set(input.value) });
      return el('label', { class: 'number-field' }, el('span', null, i18n.t(`field_${name}`)), input);
    }
    return numberField(name, i18n.t(fieldKey(draft.method, name)), values[name], field.optional === true, set);
  }

  /** @param {string} name @param {string} label @param {number | null} value @param {boolean} optional @param {(value: number | null) => void} set */
  function numberField(name, label, value, optional, set) {
    const input = el('input', { class: 'input input-number num', inputmode: 'numeric', autocomplete: 'off', size: 3, dir: 'ltr', 'data-field': name, value: value ?? '', placeholder: optional ? '–' : null, oninput: () => {
      const digits = westernDigits(input.value.trim()).replace('−', '-');
      set(digits === '' && optional ? null : /^-?\d{1,6}$/u.test(digits) ? Number(digits) : Number.NaN);
    } });
    return el('label', { class: 'number-field' }, el('span', null, label), input);
  }

  /** @param {Field} field @param {import('./draft.js').Values} values @param {(value: string) => void} set */
  function choiceField({ name, values: known = [] }, values, set) {
    const all = known.includes(values[name]) ? known : [...known, values[name]];
    const select = el('select', { class: 'language', 'data-field': name, onchange: () => set(select.value) },
      ...all.map((value) => el('option', { value, selected: value === values[name] }, known.includes(value) ? i18n.t(`choice_${name}_${value.replace('/', '_') || 'none'}`) : value)));
    return el('label', { class: 'number-field' }, el('span', null, i18n.t(`field_${name}`)), select);
  }

  /** @param {{steps: number, words: import('./draft_rule.js').AxisWords[]}} axes */
  function axesField(axes) {
    const box = (/** @type {import('./draft_rule.js').AxisWords} */ axis, /** @type {'name'|'low'|'high'} */ part) => {
      const input = el('input', { class: 'input', dir: 'auto', autocomplete: 'off', value: axis[part], 'data-field': part === 'name' ? 'axes' : `axis-${part}`, 'aria-label': i18n.t(`axis_${part}`), oninput: () => { axis[part] = input.value; onChange(); } });
      return el('td', null, input);
    };
    return el('div', { class: 'axes-field' }, el('table', { class: 'amend' },
      el('thead', null, el('tr', null, ...['name', 'low', 'high'].map((part) => el('th', { scope: 'col' }, i18n.t(`axis_${part}`))))),
      el('tbody', null, ...axes.words.map((axis) => el('tr', null, box(axis, 'name'), box(axis, 'low'), box(axis, 'high'))))),
    numberField('steps', i18n.t('axis_steps'), axes.steps, false, (value) => { axes.steps = value ?? 0; onChange(); }));
  }

  return { root, update };
}

/** The same parameter asks something else of an approval and of a scale. @param {string} method @param {string} name */
function fieldKey(method, name) {
  return name === 'steps' ? 'axis_steps' : (name === 'min' || name === 'max') && method !== 'approval' ? `field_scale_${name}` : `field_${name}`;
}

/** The sentence for a mistake. @param {I18n} i18n @param {string} method @param {Wrong} wrong */
export function wrongWords(i18n, method, { at, key, args }) {
  const text = i18n.t(key ?? `wrong_${at}`, args ?? {});
  return key === 'wrong_number' ? `${i18n.t(fieldKey(method, at))}: ${text}` : text;
}

// How the vote will stand on a phone, as a sketch beside the form: the question, its rule, the options with their numbers, and the
// kind of control each will have. Nothing in it can be pressed; lines that say the same as another are settled here.

import { el, keyed, setAttr, setShown, setText } from '../shared/dom.js';
import { RANKINGS, amount, ruleParts } from '../shared/rules.js';
import { hasCosts, hasOptions } from './catalogue.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').Line} Line */

/** @param {I18n} i18n @param {(index: number, keep: boolean) => void} onTwin */
export function createSketch(i18n, onTwin) {
  const title = el('h4', { class: 'sketch-title', dir: 'auto' }), rule = el('p', { class: 'small soft' }), lines = el('ol', { class: 'lines' });
  const none = el('p', { class: 'soft sketch-none' }, i18n.t('list_empty')), boxes = el('div', { class: 'sketch-words', 'aria-hidden': 'true' });
  const count = el('span', { role: 'status' });
  const root = el('section', { class: 'field field-lines' }, el('h3', { class: 'side-title' }, i18n.t('on_phones'), ' · ', count), el('div', { class: 'sketch' }, title, rule, none, lines, boxes));

  /** @param {Draft} draft @param {string} question @param {Line[]} all @param {Record<string, any>} params */
  function update(draft, question, all, params) {
    const { method } = draft, with_options = hasOptions(method);
    const wanted = with_options ? all.filter((line, index) => line.sameAs === null || draft.twins.includes(index)).length : 0;
    setText(title, question);
    setShown(title, question !== '');
    setText(rule, ruleParts(i18n, { method, params }).join(' · '));
    setText(count, with_options ? i18n.t('options', { n: wanted }) : i18n.t('own_words'));
    setShown(none, with_options && all.length === 0);
    setShown(lines, with_options);
    setAttr(lines, 'data-method', method);
    let place = 0;
    keyed(lines, with_options ? all.map((line, index) => ({ ...line, index })) : [], (line) => String(line.index), createLine, (node, line) => {
      const [mark, text, twin, keep, hint] = node.children;
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
      /** @type {HTMLButtonElement} */ (keep).onclick = () => onTwin(line.index, !kept);
      setShown(hint, kept);
      drawHint(hint, method, params, line, place);
    });
    const fields = method === 'words' ? Math.min(params.max_words ?? 3, 3) : 0;
    keyed(boxes, Array.from({ length: fields }, (_, index) => index), String, () => el('span', { class: 'sketch-box' }));
    setShown(boxes, fields > 0);
  }

  function createLine() {
    return el('li', { class: 'line' }, el('span', { class: 'bar-number num' }), el('bdi', { dir: 'auto' }), el('span', { class: 'small line-twin' }), el('button', { type: 'button', class: 'line-keep' }), el('span', { class: 'hint', 'aria-hidden': 'true' }));
  }

  /** @param {Element} hint @param {string} method @param {Record<string, any>} params @param {Line} line @param {number} place */
  function drawHint(hint, method, params, line, place) {
    const cost = hasCosts(method) ? line.cost ? amount(i18n, line.cost) : i18n.t('no_cost') : '';
    const say = JSON.stringify([method, params.min, params.max, params.grades, params.axes, cost, RANKINGS.includes(method) && place, i18n.lang]);
    if (hint.getAttribute('data-says') === say) return;
    setAttr(hint, 'data-says', say);
    setAttr(hint, 'data-below', ['score', 'agreement', 'delphi', 'majority_judgment', 'priority_matrix'].includes(method));
    hint.replaceChildren(...hintOf(method, params, cost, place));
  }

  /** @param {string} method @param {Record<string, any>} params @param {string} cost @param {number} place @returns {(Node | string)[]} */
  function hintOf(method, params, cost, place) {
    const shape = (/** @type {string} */ name, /** @type {string} */ text = '') => el('span', { class: `hint-${name}` }, text);
    if (method === 'plurality') return [shape('ring')];
    if (['dots', 'allocation', 'quadratic'].includes(method)) return [shape('step', '−'), shape('number', i18n.number(0)), shape('step', '+')];
    if (['score', 'agreement', 'delphi'].includes(method)) return scaleOf(params.min ?? 0, params.max ?? 0);
    if (method === 'majority_judgment') return [...params.grades ?? []].reverse().map((grade) => shape('grade', i18n.pick(grade).text));
    if (method === 'priority_matrix') return (params.axes ?? []).map((/** @type {import('../shared/wire.js').Axis} */ axis) => el('span', { class: 'hint-axis' }, shape('axis-name', i18n.pick(axis.name ?? axis.id).text), shape('slide')));
    if (RANKINGS.includes(method)) return [shape('place', place <= 3 ? i18n.number(place) : '')];
    if (method === 'pairwise_comparison') return [shape('versus', place === 1 ? i18n.t('versus') : '')];
    return [...cost ? [shape('cost', cost)] : [], shape('box')];
  }

  /** @param {number} min @param {number} max */
  function scaleOf(min, max) {
    const steps = max - min + 1;
    if (!(steps > 0 && steps <= 11)) return [el('span', { class: 'hint-axis' }, el('span', null, i18n.number(min || 0)), el('span', { class: 'hint-slide' }), el('span', null, i18n.number(max || 0)))];
    return Array.from({ length: steps }, (_, index) => el('span', { class: 'hint-grade num' }, i18n.number(min + index)));
  }

  return { root, update };
}

// The countdown: a few usual lengths, one's own in minutes, and what happens at zero. While it runs, more time can be given.

import { el, setShown, setText } from '../shared/dom.js';
import { westernDigits } from '../shared/numbers.js';
import { setButtons } from './button.js';
import { currentItem } from './ui.js';

/** Usual lengths in seconds, chosen. */
const PRESETS = [30, 60, 120, 180, 300];
/** Given by one press while it runs. */
const MORE_S = 60;

/** @param {import('./context.js').Desk} desk @returns {import('./context.js').Part} */
export function createCountdown(desk) {
  const { i18n } = desk;
  /** @type {'close'|'warn'} */
  let then = 'warn';
  /** @type {string | null} */
  let asked_for = null;
  const running = el('p', { class: 'countdown-left num' }), presets = el('div', { class: 'row' }), stop = el('div', { class: 'row' });
  const own = el('input', { class: 'input input-short num', id: 'countdown-own', inputmode: 'decimal', autocomplete: 'off', dir: 'ltr', size: 5, 'aria-label': i18n.t('countdown_own') });
  const wrong = el('p', { class: 'wrong small', role: 'alert', hidden: true });
  const choice = (/** @type {'close'|'warn'} */ value) => el('label', { class: 'check' }, el('input', { type: 'radio', name: 'countdown-then', value, checked: value === then, 'data-act': `then-${value}`, onchange: () => { then = value; } }), el('span', null, i18n.t(`then_${value}`)));
  const warn = choice('warn'), close = choice('close');
  const form = el('form', { class: 'row', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); startOwn(); } },
    own, el('label', { for: 'countdown-own', class: 'small soft' }, i18n.t('countdown_minutes')), el('button', { class: 'button', type: 'submit', 'data-act': 'countdown-start' }, i18n.t('countdown_start')));
  const root = el('section', { class: 'panel countdown', 'aria-label': i18n.t('act_countdown'), hidden: true }, el('div', { class: 'row' }, running, stop), presets, form, wrong,
    el('fieldset', { class: 'row plain' }, el('legend', { class: 'visually-hidden' }, i18n.t('at_zero')), el('span', { class: 'small soft', 'aria-hidden': 'true' }, i18n.t('at_zero')), warn, close));

  /** @param {number} seconds */
  function start(seconds) {
    const item = currentItem(desk.state, desk.ui);
    if (item) desk.perform({ do: 'countdown', item: item.id, seconds, then });
    desk.change({ timing: false });
  }

  /** "1.5", "1,5", "٢" and "1:30" are minutes. */
  function startOwn() {
    const text = westernDigits(own.value.trim()).replace(/[,،٫]/u, '.');
    const clock = /^(\d{1,4}):([0-5]\d)$/u.exec(text);
    const seconds = clock ? Number(clock[1]) * 60 + Number(clock[2]) : Math.round(Number(text) * 60);
    const right = text !== '' && seconds >= 1 && seconds <= 86400;
    setText(wrong, i18n.t('countdown_wrong'));
    setShown(wrong, !right);
    if (right) start(seconds);
    else own.focus();
  }

  function update() {
    const item = currentItem(desk.state, desk.ui);
    const shown = desk.ui.timing && item?.kind === 'vote' && item.status === 'open';
    setShown(root, shown);
    if (!shown || !item) return;
    if (asked_for !== item.id) {
      asked_for = item.id;
      then = item.then ?? 'warn';
      for (const label of [warn, close]) {
        const input = /** @type {HTMLInputElement} */ (label.firstElementChild);
        input.checked = input.value === then;
      }
    }
    const left = item.ends === undefined ? null : Math.max(0, item.ends - desk.clock());
    setText(running, left === null ? '' : i18n.t('countdown_runs', { left: i18n.clock(left) }));
    setShown(running, left !== null);
    const lengths = item.seconds && !PRESETS.includes(item.seconds) ? [item.seconds, ...PRESETS] : PRESETS;
    setButtons(presets, lengths.map((seconds) => ({
      act: `countdown-${seconds}`, label: seconds < 60 ? i18n.t('seconds', { n: seconds }) : seconds % 60 ? i18n.clock(seconds * 1000) : i18n.t('minutes', { n: seconds / 60 }),
      tone: seconds === item.seconds ? 'act' : 'plain', run: () => start(seconds),
    })));
    setButtons(stop, left === null ? [] : [
      { act: 'countdown-more', label: i18n.t('countdown_more'), icon: 'plus', run: () => start(Math.ceil(left / 1000) + MORE_S) },
      { act: 'countdown-stop', label: i18n.t('countdown_stop'), icon: 'cross', run: () => start(0) },
    ]);
  }

  return { root, update };
}

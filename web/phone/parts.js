// Small pieces that several views are made of: the signs of the three states, a question with its note, the number badge,
// the line with the time that is left, and a group of buttons of which one is chosen.

import { el, keyed, setAttr, setShown, setText, setWords, svg } from '../shared/dom.js';

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/wire.js').Item} Item */

const SIGNS = {
  kept: 'M12 6.5V12l3.6 2.2',
  counted: 'm7.6 12.4 3 3 5.8-6.4',
  refused: 'm8.6 8.6 6.8 6.8m0-6.8-6.8 6.8',
  closed: 'M8.5 11V8.8a3.5 3.5 0 0 1 7 0V11m-8 0h9v5.5h-9z',
  waiting: 'M8 12h.01M12 12h.01M16 12h.01',
};

/** Sign, word and colour go together; this is the sign. @param {keyof typeof SIGNS} name */
export function signElement(name) {
  return svg('svg', { class: `sign sign-${name}`, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('circle', { cx: 12, cy: 12, r: 10 }), svg('path', { d: SIGNS[name] }));
}

/** Changes the sign in place. @param {SVGElement} sign @param {keyof typeof SIGNS} name */
export function setSign(sign, name) {
  setAttr(sign, 'class', `sign sign-${name}`);
  setAttr(/** @type {Element} */ (sign.lastElementChild), 'd', SIGNS[name]);
}

/** A badge with the number that the option has on the wall. */
export function badgeElement() {
  return el('span', { class: 'badge num' });
}

/** The question as heading, with its note. @param {I18n} i18n */
export function createQuestion(i18n) {
  const title = el('h1', { tabindex: -1 }), note = el('p', { class: 'soft note' });
  const root = el('div', { class: 'question' }, title, note);
  return {
    root,
    focus: () => title.focus({ preventScroll: true }),
    /** @param {Item} item */
    update(item) {
      setWords(title, i18n.pick(item.title));
      setWords(note, i18n.pick(item.note));
      setShown(note, !!item.note);
    },
  };
}

/** Where the vote stands: open or closed, which round, how much time. @param {I18n} i18n */
export function createMeta(i18n) {
  const sign = svg('svg', { class: 'meta-dot', viewBox: '0 0 8 8', 'aria-hidden': 'true' }, svg('circle', { cx: 4, cy: 4, r: 4 }));
  const word = el('span'), status = el('span', { class: 'chip' }, sign, word);
  const round = el('span', { class: 'chip' });
  const time = el('span', { class: 'chip time num', role: 'timer', 'data-time': '' });
  const root = el('div', { class: 'meta' }, status, round, time);
  return {
    root,
    /** @param {Item} item @param {number} shown_round @param {string} text @param {number} now the server's time */
    update(item, shown_round, text, now) {
      setText(word, text);
      setAttr(status, 'class', item.status === 'open' && shown_round === item.round ? 'chip chip-counted' : 'chip');
      setText(round, i18n.t('round', { n: shown_round }));
      setShown(round, item.round > 1);
      const left = item.ends === undefined || item.status !== 'open' ? null : item.ends - now;
      setShown(time, left !== null);
      if (left === null) return;
      setText(time, left <= 0 ? i18n.t('time_up') : i18n.t('left_time', { time: left > 60_000 ? i18n.clock(left) : i18n.duration(left) }));
      setAttr(time, 'data-soon', left < 15_000);
    },
  };
}

/**
 * Buttons of which one is chosen: languages, open votes, everyone or my group.
 * @param {string} name what they choose, as a data attribute @param {(value: string) => void} onChoose
 */
export function createSegments(name, onChoose) {
  const root = el('div', { class: 'segments', role: 'group' });
  return {
    root,
    /** @param {{value: string, words: import('../shared/dom.js').Words}[]} choices @param {string} chosen @param {string} label */
    update(choices, chosen, label) {
      setAttr(root, 'aria-label', label);
      keyed(root, choices, ({ value }) => value,
        ({ value }) => el('button', { class: 'segment', type: 'button', [`data-${name}`]: value, onclick: () => onChoose(value) }),
        (button, { value, words }) => {
          setWords(button, words);
          setAttr(button, 'aria-pressed', String(value === chosen));
        });
    },
  };
}

/** A code with its name: my receipt, the check code of a round. @param {'receipt'|'check'} name */
export function createCode(name) {
  const word = el('span', { class: 'soft small' }), code = el('bdi', { class: 'code', [`data-${name}`]: '' });
  const root = el('p', { class: 'receipt' }, word, code);
  return {
    root,
    /** @param {I18n} i18n @param {string|null|undefined} text nothing hides the line */
    update(i18n, text) {
      setText(word, i18n.t(name));
      setText(code, text ?? '');
      setShown(root, !!text);
    },
  };
}

/** The check code of a round that has closed. @param {Item} item @param {number} round */
export function checkOf(item, round) {
  return item.rounds?.find((one) => one.round === round)?.check ?? (round === item.round ? item.check : null);
}

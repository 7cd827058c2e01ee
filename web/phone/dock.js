// What stays at the thumb, always in sight: what is left to give, why a touch changed nothing, and the buttons. Send and
// abstain are equal in size.

import { el, keyed, setAttr, setClass, setShown, setText, setVar } from '../shared/dom.js';
import { signElement } from './parts.js';
import { reasonText } from './slip.js';

const PIPS = 12;     // so many points are drawn as dots; more as a bar
const RETRY_MS = 10000;

/** @param {import('../shared/i18n.js').I18n} i18n */
export function createDock(i18n) {
  const left_text = el('strong', { class: 'num', 'data-left': '' }), pips = el('span', { class: 'pips', 'aria-hidden': 'true' });
  const fill = el('i'), meter = el('span', { class: 'meter', 'aria-hidden': 'true' }, fill);
  const act = el('button', { class: 'button button-quiet', type: 'button', onclick: () => helped() });
  const left_line = el('div', { class: 'left' }, left_text, pips, act, meter);
  let helped = () => {};
  const hint_line = el('p', { class: 'hint' });
  const refused = el('p', { class: 'refusal', 'data-refusal': '' }), refused_text = el('span');
  refused.append(signElement('refused'), refused_text);
  const button = (/** @type {string} */ action, /** @type {string} */ look = '') => el('button', { class: `button ${look}`, type: 'button', 'data-action': action });
  const send = button('send', 'button-act'), abstain = button('abstain'), keep = button('keep', 'button-quiet'), change = button('change'), retry = button('retry');
  const until_close = el('p', { class: 'small soft until' }), both = el('div', { class: 'both' }, send, abstain);
  const root = el('div', { class: 'dock' }, el('div', { class: 'dock-inner' }, refused, hint_line, left_line, both, keep, until_close, retry, change));
  return {
    root, send, abstain, keep, change, retry, left: left_text,
    /**
     * @param {import('./kinds.js').Left|null} left @param {import('./voting.js').Standing} standing
     * @param {{sent: boolean, waited: number, hint: string, strong: boolean, growing: boolean, touch: import('./kinds.js').Hand['touch']}} how hint: what stands over the buttons; strong: it answers a touch
     */
    update(left, standing, { sent, waited, hint, strong, growing, touch }) {
      const earlier = !!(standing.mine || standing.pending), all = left?.all ?? 0, given = left?.given ?? 0, bar = left?.bar || all > PIPS;
      setShown(refused, standing.name === 'refused');
      setText(refused_text, `${i18n.t('refused')} ${reasonText(i18n, standing.refusal)}`);
      setShown(hint_line, !sent && !!hint);
      setClass(hint_line, 'hint-strong', strong);
      setText(hint_line, hint);
      setShown(left_line, !sent && !!left);
      setText(left_text, left?.text ?? '');
      setShown(pips, all > 0 && !bar);
      keyed(pips, !bar ? Array.from({ length: all }, (_, i) => i) : [], String, () => el('i'), (pip, i) => setAttr(pip, 'data-given', i < given));
      setShown(meter, !!bar);
      setShown(act, !!left?.act);
      setText(act, left?.act?.text ?? '');
      setAttr(act, 'data-action', left?.act?.name);
      helped = () => void (left?.act && touch(left.act.change));
      setClass(meter, 'over', given > all);
      setVar(fill, '--v', Math.min(1, given / (all || 1)).toFixed(3));
      setShown(both, !sent);
      setText(send, i18n.t(earlier && !growing ? 'send_change' : 'send'));
      setText(abstain, i18n.t('abstain'));
      setShown(keep, !sent && earlier && !growing);
      setText(keep, i18n.t('keep'));
      setShown(change, sent);
      setText(change, i18n.t('change'));
      setShown(until_close, sent);
      setText(until_close, i18n.t('until_close'));
      setShown(retry, standing.name === 'kept' && waited >= RETRY_MS);
      setText(retry, i18n.t('try_again'));
    },
  };
}

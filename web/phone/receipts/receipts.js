// My receipts: for each ballot that was counted, which entry of the log it is, and whether the phone could prove it. The codes stand
// beside it that the wall shows when a round is closed, and under it all that was compared, for the curious.

import { el, keyed, setAttr, setShown, setText, setWords } from '../../shared/dom.js';
import { checkOf, createCode, setSign, signElement } from '../parts.js';
import { checkReceipt } from './proof.js';

export { words } from './words.js';

/** @typedef {import('../../shared/i18n.js').I18n} I18n */
/** @typedef {import('../../shared/store.js').State} State */
/** @typedef {import('../session.js').Session} Session */
/** @typedef {import('../voting.js').Receipt} Receipt */
/** @typedef {import('./proof.js').Outcome} Outcome */

const LOG = 'log';  // what is kept: the log's key and its newest checkpoint
const LIMIT_MS = 8000;
const STEPS = /** @type {const} */ (['leaf', 'path', 'signature', 'growth']);
const STAMPS = /** @type {const} */ ({ found: 'counted', missing: 'refused', changed: 'refused', unasked: 'kept', checking: 'kept' });

/** @param {Session} session @returns {import('./proof.js').Ways} */
function waysOf({ code, storage }) {
  return {
    origin: `sawt/${code}`,
    async ask(what) {
      const stop = new AbortController(), limit = setTimeout(() => stop.abort(), LIMIT_MS);
      try {
        const answer = await fetch(`/api/workshops/${code}/${what}`, { cache: 'no-store', signal: stop.signal });
        const said = await answer.json();
        if (said.error?.reason === 'unknown-entry') return null;
        if (!answer.ok) throw new Error(said.error?.reason);
        return said;
      } finally {
        clearTimeout(limit);
      }
    },
    known: () => storage.get(LOG),
    learn: (known) => storage.set(LOG, known),
  };
}

/** The first look, made as soon as there is a receipt: what is kept early can be compared with later. @param {Session} session */
export function arrive(session) {
  const [first] = Object.values(session.voting.receipts());
  if (first) void checkReceipt(first, waysOf(session));
}

/** A line of hashes and texts as they came; they read left to right. @param {string} name */
function createFact(name) {
  const term = el('dt', { class: 'small soft' }), text = el('dd', { class: 'proof-text', dir: 'ltr', 'data-fact': name });
  return {
    nodes: [term, text],
    /** @param {I18n} i18n @param {string|undefined|null} value nothing hides it */
    update(i18n, value) {
      setText(term, i18n.t(`proof_${name}`));
      setText(text, value ?? '');
      for (const node of [term, text]) setShown(node, !!value);
    },
  };
}

/** What was kept and what came, where these differ. @param {string|undefined} kept @param {string|undefined} came */
const unlike = (kept, came) => [...new Set([kept, came])].filter(Boolean).join('\n≠\n');

/** @param {I18n} i18n */
function createCard(i18n) {
  const title = el('h2'), round = el('span', { class: 'chip' });
  const sign = signElement('kept'), word = el('strong'), text = el('p'), tell = el('p', { class: 'small' });
  const receipt = createCode('receipt'), check = createCode('check');
  const steps = STEPS.map((name) => {
    const mark = signElement('waiting'), label = el('span'), said = el('span', { class: 'visually-hidden' });
    return { name, mark, label, said, root: el('li', { 'data-step': name }, mark, label, said) };
  });
  const facts = /** @type {const} */ (['leaf', 'path', 'root', 'checkpoint', 'kept', 'key']).map((name) => ({ name, ...createFact(name) }));
  const summary = el('summary'), more = el('details', { class: 'proof-more' }, summary, el('ul', { class: 'proof-steps' }, ...steps.map(({ root }) => root)), el('dl', null, ...facts.flatMap(({ nodes }) => nodes)));
  const root = el('li', { class: 'slip proof' }, el('div', { class: 'proof-head' }, title, round),
    el('div', { class: 'stamp' }, el('p', { class: 'stamp-word' }, sign, word), text, tell, receipt.root, check.root), more);
  return {
    root,
    /** @param {State} state @param {{item: string, round: number, receipt: Receipt}} one @param {Outcome|undefined} outcome none while it is being checked */
    update(state, { item, round: its_round, receipt: { entry, code, leaf } }, outcome) {
      const known = state.items[item], name = outcome?.verdict ?? 'checking', stamp = STAMPS[name], wrong = stamp === 'refused';
      setAttr(root, 'data-verdict', name);
      setAttr(root, 'data-why', outcome?.why);
      setAttr(root, 'data-entry', entry);
      setAttr(root, 'data-stamp', stamp);
      setWords(title, known ? i18n.pick(known.title) : { text: item, lang: '', dir: 'auto' });
      setText(round, i18n.t('round', { n: its_round }));
      setShown(round, its_round > 1 || (known?.round ?? 1) > 1);
      setSign(sign, stamp);
      setText(word, i18n.t(`proof_${name}`));
      const size = outcome?.size ?? 0, before = outcome?.before ?? 0;
      setText(text, outcome?.why ? i18n.t(`proof_why_${outcome.why}`, { entry, size, before }) : name === 'found' ? i18n.t('proof_place', { entry, size }) : '');
      setShown(text, text.textContent !== '');
      setText(tell, i18n.t('proof_tell'));
      setShown(tell, wrong);
      receipt.update(i18n, code);
      check.update(i18n, known && checkOf(known, its_round));
      setText(summary, i18n.t('proof_details'));
      setShown(more, !!outcome && name !== 'unasked');
      if (!outcome) return;
      for (const { name: step, mark, label, said, root: row } of steps) {
        const holds = outcome.steps[step];
        setAttr(row, 'data-holds', holds === undefined ? null : String(holds));
        setSign(mark, holds ? 'counted' : holds === false ? 'refused' : 'waiting');
        setText(label, i18n.t(step === 'growth' && holds === undefined && !outcome.known ? 'proof_step_first' : `proof_step_${step}`));
        setText(said, i18n.t(holds ? 'proof_yes' : holds === false ? 'proof_no' : 'proof_open'));
      }
      const { proof, root: its_root, known: from_before } = outcome;
      const values = {
        leaf: unlike(leaf, proof?.leaf), path: proof?.hashes?.join?.('\n'), root: its_root,
        checkpoint: proof?.checkpoint, kept: from_before?.checkpoint === proof?.checkpoint ? null : from_before?.checkpoint, key: outcome.why === 'key' || outcome.why === 'signature' ? unlike(from_before?.key, proof?.key) : null,
      };
      for (const fact of facts) fact.update(i18n, values[fact.name]);
    },
  };
}

/** @param {import('../phone.js').Context} context @param {Session} session */
export function createReceipts({ i18n, say, refresh }, session) {
  const title = el('h1', { tabindex: -1 }), text = el('p', { class: 'soft' }), wall = el('p', { class: 'soft' });
  const list = el('ol', { class: 'proofs' }), none = el('p'), key_text = el('p'), key = el('p', { class: 'proof-text', dir: 'ltr', 'data-key': '' }), trust = el('div', { class: 'notice' }, key_text, key);
  const again = el('button', { class: 'button', type: 'button', 'data-action': 'check', onclick: () => { outcomes.clear(); void check(); } });
  const back = el('a', { class: 'button button-act', href: '#', 'data-action': 'back' });
  const root = el('section', { class: 'view', 'data-view': 'receipts' }, el('div', { class: 'question' }, title, text), list, none, wall, trust, again, back);
  const ways = waysOf(session), cards = /** @type {WeakMap<Element, ReturnType<typeof createCard>>} */ (new WeakMap());
  const outcomes = /** @type {Map<string, Outcome>} */ (new Map());
  let working = false;

  const all = () => Object.entries(session.voting.receipts()).map(([id, receipt]) => {
    const cut = id.lastIndexOf('/');
    return { id: `${id}/${receipt.entry}`, item: id.slice(0, cut), round: Number(id.slice(cut + 1)), receipt };
  }).sort((a, b) => b.receipt.entry - a.receipt.entry);

  /** One after the other: what one look learns, the next compares with. */
  async function check() {
    if (working) return;
    working = true;
    refresh();
    for (let next; (next = all().find(({ id }) => !outcomes.has(id)));) {
      outcomes.set(next.id, await checkReceipt(next.receipt, ways));
      refresh();
    }
    working = false;
    refresh();
    const wrong = [...outcomes.values()].filter(({ verdict }) => verdict !== 'found').length;
    if (root.isConnected && outcomes.size) say(i18n.t(wrong ? 'proof_said_wrong' : 'proof_said_right'));
  }

  queueMicrotask(check);
  return {
    root,
    /** @param {State} state */
    update(state) {
      const receipts = all();
      setText(title, i18n.t('receipts'));
      setText(text, i18n.t('proof_text'));
      keyed(list, receipts, ({ id }) => id, () => {
        const card = createCard(i18n);
        cards.set(card.root, card);
        return card.root;
      }, (node, one) => cards.get(node)?.update(state, one, outcomes.get(one.id)));
      setShown(none, !receipts.length);
      setText(none, i18n.t('proof_none'));
      setText(wall, i18n.t('proof_wall'));
      const learnt = ways.known()?.key;
      setText(key_text, i18n.t('proof_trust'));
      setText(key, learnt ?? '');
      setShown(trust, !!learnt);
      for (const part of [wall, again]) setShown(part, receipts.length > 0);
      setText(again, i18n.t('proof_again'));
      setAttr(again, 'disabled', working);
      setText(back, i18n.t('proof_back'));
      if (!working && receipts.some(({ id }) => !outcomes.has(id))) queueMicrotask(check);
    },
  };
}

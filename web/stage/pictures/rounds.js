// A count in rounds (alternative vote, single transferable vote), told step by step: bars of one order through all rounds, the
// line that decides, and bands from the bar that gave votes to the ends of the bars that got them. The last step is the result.

import { el, keyed, setAttr, setShown, setText, setVar, svg } from '../../shared/dom.js';
import { compare, sum, toNumber } from '../../shared/numbers.js';
import { fitRows } from '../rows_fit.js';
import { bandsOf, orderOfRounds, stepsOf } from './flows.js';
import { stepText } from './round_words.js';
import { createRows } from './rows.js';

/** @typedef {import('./told.js').Told} Told */
/** @typedef {import('./flows.js').Step} Step */
/** @typedef {import('./told.js').Wire} Wire */

const STEP_MS = 8000;   // to read the sentence and follow the band; a key goes on at once
const NAMES_CUT_BELOW = 3.4;   // names have two lines; in smaller type than this, one line that is cut serves the back row better
const LAPSED = 'exhausted', REST = 'rest';   // rows that are no options

/** Rows that fit: those who matter in this step first, the others summed up in one. @param {Step} step @param {number} most @param {ReadonlySet<string>} [leaders] who must be seen, whatever else happens */
export function folded({ rows, exhausted }, most, leaders = /** @type {ReadonlySet<string>} */ (new Set())) {
  const lapsed = compare(exhausted, 0) > 0 ? 1 : 0;
  const standing = rows.filter(({ state }) => state !== 'out');
  if (standing.length + lapsed <= most) return { shown: standing, rest: /** @type {typeof rows} */ ([]) };
  const order = [...standing].sort((a, b) => Number(leaders.has(b.id)) - Number(leaders.has(a.id)) || Number(b.state !== 'in') - Number(a.state !== 'in') || compare(b.votes, a.votes));
  const kept = new Set(order.slice(0, Math.max(1, most - lapsed - 1)));
  return { shown: standing.filter((row) => kept.has(row)), rest: standing.filter((row) => !kept.has(row)) };
}

/** @param {import('../stage.js').Wall} wall @param {HTMLElement} view */
export function createRoundsPicture({ i18n, pager }, view) {
  const says = el('p', { class: 'legend-says legend-strong' });
  const rows = createRows('rounds');
  const bands = svg('svg', { class: 'bands' });
  const line = el('span', { class: 'finish' }, el('span', { class: 'finish-name' }));
  const place = el('div', { class: 'picture-rows rounds-place' }, rows.list, bands, line);
  const root = el('div', { class: 'picture', 'aria-hidden': 'true' }, says, place);
  let most = 12;

  /** @param {Told} told @param {boolean} [probe] the step with the most rows, to see what fits in all of them */
  function draw(told, probe = false) {
    const { result } = told;
    const steps = stepsOf(result.rounds ?? [], orderOfRounds(result.rounds ?? [], told.options.map(({ id }) => id)), result.quota ?? null);
    if (steps.length === 0) return;
    pager.set(`${told.key}/${told.final}`, steps.length, performance.now(), { once: true, ended: !told.final, ms: STEP_MS });
    const step = probe ? { ...steps[0], exhausted: 1 } : steps[pager.page];
    setText(says, stepText(told, step, pager.page));
    const { shown, rest } = folded(step, most, step.last ? told.leaders : undefined);
    const full = fullLength(steps);
    const half = told.item.method === 'irv';
    const at = half ? toNumber(step.standing) / 2 : step.quota === null ? NaN : toNumber(step.quota);
    const lines = shown.map(({ id, votes, gain, was, state }) => ({
      id, badge: i18n.number(told.number(id)), label: told.label(id), votes, gain, was, state: state === 'in' && step.last && told.leaders.has(id) ? 'elected' : state,
      lead: state === 'elected' || (step.last && told.leaders.has(id)),
    }));
    /** @type {{id: string, label: import('../../shared/dom.js').Words, votes: Wire, gain: Wire, was: Wire, state: string, lead: boolean}[]} */
    const extra = [];
    if (rest.length > 0) extra.push({ id: REST, label: own(i18n.t('others_rest', { n: rest.length })), votes: total(rest.map(({ votes }) => votes)), gain: total(rest.map(({ gain }) => gain)), was: 0, state: 'rest', lead: false });
    if (compare(step.exhausted, 0) > 0) extra.push({ id: LAPSED, label: own(i18n.t('exhausted')), votes: step.exhausted, gain: step.lapsed, was: 0, state: 'lapsed', lead: false });
    rows.draw([...lines, ...extra].map((row) => ({
      ...row, badge: 'badge' in row ? String(row.badge) : undefined, count: ['left', 'lapsed', 'rest'].includes(row.state) ? undefined : row.votes, figure: row.state === 'left' ? '' : told.short(row.votes),
      small: smallOf(told, row),
    })), (track, { id }) => {
      const row = /** @type {{votes: Wire, gain: Wire, was: Wire, state: string}} */ ([...lines, ...extra].find((each) => each.id === id));
      bar(track, row, full);
    }, { figure: Math.max(...steps.flatMap(({ rows: all }) => all.map(({ votes }) => told.short(votes).length))), small: 5 + Math.max(...['elected', 'leaving', 'left'].map((state) => i18n.t(`state_${state}`).length)) });
    setShown(line, Number.isFinite(at) && at <= full * 1.001);
    setText(line.children[0], i18n.t(half ? 'line_half' : 'line_quota', { value: i18n.number(half ? halved(step.standing) : step.quota ?? 0) }));
    flow(step, full, at / full);
  }

  /** @param {string} text */
  function own(text) {
    return { text, lang: i18n.lang, dir: i18n.dir };
  }

  /** @param {Told} told @param {{gain: Wire, state: string}} row */
  function smallOf({ short }, { gain, state }) {
    if (state === 'left') return [i18n.t('state_left')];
    if (compare(gain, 0) === 0) return state === 'elected' ? [i18n.t('state_elected')] : state === 'leaving' ? [i18n.t('state_leaving')] : [];
    // A sign and its number keep their order in Arabic lines too.
    const change = `\u2066${compare(gain, 0) > 0 ? '+' : '−'}${short(String(gain).replace('-', ''))}\u2069`;
    return [[change, ...(state === 'elected' ? [i18n.t('state_elected')] : state === 'leaving' ? [i18n.t('state_leaving')] : [])].join('  ')];
  }

  /** Where the tracks stand only the browser knows; a band is drawn between two of them. @param {Step} step @param {number} full @param {number} finish where the line stands, as a share of a track */
  function flow(step, full, finish) {
    const box = place.getBoundingClientRect(), rtl = i18n.dir === 'rtl';
    const tracks = new Map([...rows.list.children].map((row) => [row.getAttribute('data-option'), row.querySelector('.row-track')?.getBoundingClientRect()]));
    const source = tracks.get(step.source?.id ?? ''), first = rows.list.querySelector('.row-track')?.getBoundingClientRect();
    if (first && Number.isFinite(finish)) setVar(line, '--finish-at', `${(rtl ? box.right - first.right : first.left - box.left) + finish * first.width}px`);
    setAttr(bands, 'viewBox', `0 0 ${box.width || 1} ${box.height || 1}`);
    const drawn = source ? bandsOf(step).flatMap(({ to, from, at }) => {
      const target = tracks.get(to ?? LAPSED) ?? tracks.get(REST);
      if (!target || target === source) return [];
      const x = (/** @type {DOMRect} */ track, /** @type {number} */ votes) => (rtl ? track.right - (votes / full) * track.width : track.left + (votes / full) * track.width) - box.left;
      const down = target.top > source.top;
      return [{ to: to ?? LAPSED, d: band([x(source, from[0]), x(source, from[1]), (down ? source.bottom : source.top) - box.top], [x(target, at[0]), x(target, at[1]), (down ? target.top : target.bottom) - box.top]) }];
    }) : [];
    keyed(bands, drawn, ({ to }) => `${pager.page}/${to}`, () => svg('path', { class: 'band' }), (node, { d }) => setAttr(node, 'd', d));
  }

  return {
    root,
    /** @param {Told} told @param {boolean} refit */
    update(told, refit) {
      if (refit) {
        fitRows({
          view, list: rows.list, place, count: Math.min(12, told.options.length + 1), shapes: ['beside', 'thin'], least: 2.9, wrapping: true,
          fits: () => rows.list.dataset.shape === 'beside' || Number(rows.list.style.getPropertyValue('--type')) < NAMES_CUT_BELOW,
          draw(per) {
            most = per;
            draw(told, true);
          },
        });
      }
      draw(told);
    },
  };
}

/** @param {Wire[]} values @returns {Wire} */
function total(values) {
  const { n, d } = sum(values);
  return n % d === 0n ? String(n / d) : `${n}/${d}`;
}

/** @param {Wire} value */
function halved(value) {
  const [n, d = '1'] = String(value).split('/');
  const twice = 2n * BigInt(d);
  return BigInt(n) % twice === 0n ? String(BigInt(n) / twice) : `${n}/${twice}`;
}

/** One length for all steps, so that a bar that does not change does not move. @param {Step[]} steps */
function fullLength(steps) {
  const bars = steps.flatMap(({ rows, exhausted }) => [...rows.map(({ votes }) => toNumber(votes)), toNumber(exhausted)]);
  const lines = steps.map(({ quota }) => (quota === null ? 0 : toNumber(quota) * 1.04));
  return Math.max(1e-9, ...bars, ...lines);
}

/** @param {HTMLElement} track @param {{votes: Wire, gain: Wire, was: Wire, state: string}} row @param {number} full */
function bar(track, { votes, gain, was, state }, full) {
  if (track.children.length === 0) track.append(el('span', { class: 'round-bar' }), el('span', { class: 'round-change' }));
  const [solid, change] = /** @type {HTMLElement[]} */ ([...track.children]);
  const grew = toNumber(gain), now = toNumber(votes);
  const base = state === 'rest' ? 0 : grew > 0 ? now - grew : now;   // several in one are longer than any bar may be
  setVar(solid, '--v', (base / full).toFixed(4));
  setAttr(change, 'data-kind', state === 'rest' ? null : grew > 0 ? 'gain' : grew < 0 ? 'loss' : null);
  setVar(change, '--from', ((grew > 0 ? base : now) / full).toFixed(4));
  setVar(change, '--wide', (Math.min(Math.abs(grew), state === 'left' ? toNumber(was) : Infinity) / full).toFixed(4));
}

/** A band between two edges, [start, end, height] each. @param {[number, number, number]} a @param {[number, number, number]} b */
function band([a1, a2, ay], [b1, b2, by]) {
  const middle = (ay + by) / 2, n = (/** @type {number} */ value) => value.toFixed(1);
  return `M${n(a1)} ${n(ay)}C${n(a1)} ${n(middle)} ${n(b1)} ${n(middle)} ${n(b1)} ${n(by)}L${n(b2)} ${n(by)}C${n(b2)} ${n(middle)} ${n(a2)} ${n(middle)} ${n(a2)} ${n(ay)}Z`;
}

// The library as the check page carries it, against logs that are made here: it must find them sound, count them as the second program does,
// and name the place of every kind of change.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test as each } from 'node:test';

import { examine } from '../../check/examine.js';
import { openLibrary } from '../../check/library.js';
import { canonical, entries, logKey, seal } from './sealed_log.js';

// ./dev library makes it, and ./dev test static calls that first. Who builds without it tests without it, and only by saying so.
const skip = process.env.SAWT_LIBRARY === 'no';
const program = skip ? new Uint8Array() : readFileSync(new URL('../../../build/wasm/record.wasm', import.meta.url));
const test = (/** @type {string} */ name, /** @type {() => Promise<void>} */ run) => each(name, { skip }, run);
const key = logKey('482913');

const options = ['A', 'B', 'C'].map((id) => ({ id, text: id }));
const vote = (id, method, params, more = { options }) => ({ id, kind: 'vote', method, params, title: id, ...more });
const agenda = {
  sawt: 1, title: { en: 'Sample for the check', ar: 'عينة للفحص' }, languages: ['en', 'ar'], sample: true,
  groups: [{ id: 'makers', name: 'Makers' }, { id: 'shops', name: 'Shops' }],
  items: [vote('dots', 'dots', { dots: 5, cap: 3 }), vote('irv', 'irv', {}), vote('cloud', 'words', { max_words: 9 }, {})],
};
const act = (type, item) => ({ type, by: 'facilitator', id: `${type}-${item}-01`, item, round: 1 });
const ballot = (voter, item, what, group = 'makers', id = `${voter}-${item}-ballot`) => ({ type: 'ballot', id, item, round: 1, voter, group, channel: 'phone', ballot: what });
const spellings = ['Straße', 'STRASSE', 'strasse', 'Ｓｔｒａｓｓｅ', '«strasse!»', 'الجودة', 'الجَوْدَة', 'الـجـودة', 'ΟΔΟΣ', 'οδος'];

const events = [
  { type: 'workshop', code: '482913', agenda },
  ...Array.from({ length: 300 }, (_, i) => ({ type: 'join', participant: `p${i}`, group: i % 3 ? 'makers' : 'shops' })),
  ballot('early', 'dots', { points: { A: 1 } }), act('open', 'dots'),
  ...Array.from({ length: 40 }, (_, i) => ballot(`v${i}`, 'dots', { points: { [options[i % 3].id]: 1 + i % 3 } }, i % 4 ? 'makers' : 'shops')),
  ballot('v0', 'dots', { points: { B: 3 } }, 'makers', 'second-thought'), ballot('v1', 'dots', { points: { A: 4 } }, 'makers', 'over-the-cap'), act('close', 'dots'), ballot('late', 'dots', { points: { A: 1 } }),
  act('open', 'irv'), ...Array.from({ length: 9 }, (_, i) => ballot(`w${i}`, 'irv', { ranking: [options[i % 3].id, options[(i + 1) % 3].id] })), ballot('w9', 'irv', { ranking: ['C'] }), ballot('w10', 'irv', { ranking: ['X'] }), act('close', 'irv'),
  act('open', 'cloud'), ...spellings.map((word, i) => ballot(`x${i}`, 'cloud', { words: [word] })),
];
const lines = entries(events), sealed = [...lines, ...seal(lines, key)];

const world = { progress() {}, stopped: () => false };
/** @param {string[]} file @param {{key?: string, checkpoint?: string}} [knows] */
async function examined(file, knows = {}, end = '\n') {
  const found = await examine(new Blob([file.join('\n') + end]), { key: '', checkpoint: '', ...knows }, await openLibrary(program), world);
  assert.equal(found?.end, 'done');
  return found;
}

test('a sound log: who signed, what it comes to, and what was refused', async () => {
  const { finding, verdicts, tallies, workshop } = await examined(sealed);
  assert.equal(finding.verdict, 'sound');
  assert.deepEqual([finding.entries, finding.covered, finding.key, finding.key_from_file], [lines.length, lines.length, key.text, true]);
  assert.deepEqual(finding.counts, { joins: 300, acts: 5, ballots: 40 + 1 + 10 + spellings.length, replaced: 1, repeated: 0 });
  assert.deepEqual(finding.refused, { dots: [{ why: 'closed', many: 1, first: [347] }, { why: 'not-open', many: 1, first: [302] }, { why: 'over-cap', many: 1, first: [345] }], irv: [{ why: 'unknown-option', many: 1, first: [359] }] });
  assert.equal(workshop.title.ar, 'عينة للفحص');
  const [dots, irv] = tallies;
  assert.equal(dots.result.turnout.ballots, 40);
  assert.deepEqual(irv.result.winners, ['C']);
  assert.match(dots.explained.how.en, /dots/);
  // Two programs that share no line: one knows dots, both know ballots and check codes.
  assert.deepEqual(verdicts.map(({ item, counted, differences }) => [item, counted, differences]), [['dots', true, []], ['irv', false, []], ['cloud', false, []]]);
  assert.deepEqual(verdicts.map(({ ballots }) => ballots), [40, 10, spellings.length]);
  assert.match(workshop.items[0].check, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

test('words are gathered by the tables of Unicode that the server uses', async () => {
  const { tallies } = await examined(sealed);
  const { scores } = tallies.find(({ item }) => item === 'cloud').result;
  assert.deepEqual(Object.entries(scores).sort(), [['strasse', 5], ['الجودة', 3], ['οδοσ', 2]].sort());
});

/** A log altered at one entry, and where it must be found. */
const alterations = {
  changed: (at) => sealed.map((line, i) => i === at ? line.replace(/"at":"2026-11-24T08:00/, '"at":"2026-11-24T08:01') : line),
  missing: (at) => sealed.filter((_, i) => i !== at),
  swapped: (at) => sealed.map((line, i) => i === at ? sealed[at + 1] : i === at + 1 ? sealed[at] : line),
  repeated: (at) => sealed.flatMap((line, i) => i === at ? [line, line] : [line]),
  added: (at) => sealed.flatMap((line, i) => i === at ? [canonical({ ...events[305], at: '2026-11-24T08:00:00Z', entry: at + 1, id: 'made-up-ballot' }), line] : [line]),
};
for (const [flaw, alter] of Object.entries(alterations)) {
  test(`a line ${flaw} is found where it is`, async () => {
    for (const at of [1, 7, 255, 256, 304, lines.length - 2]) {
      const { finding, workshop, tallies } = await examined(alter(at));
      assert.equal(finding.verdict, 'altered');
      assert.deepEqual([finding.fault.what, finding.fault.entry], [flaw, at + 1], `${flaw} at ${at + 1}: ${finding.fault.text}`);
      assert.equal(workshop, null);
      assert.deepEqual(tallies, [], 'results of an altered log are not shown');
    }
  });
}

test('one byte anywhere is named at its entry, whatever it makes of the line', async () => {
  const whole = Buffer.from(sealed.join('\n') + '\n');
  let at = 17;
  for (let i = 0; i < 16; i++) {
    at = (at * 7919 + 104729) % whole.length;
    const spoilt = Buffer.from(whole);
    spoilt[at] ^= 1 + i % 7;
    const { finding } = await examine(new Blob([spoilt]), { key: '', checkpoint: '' }, await openLibrary(program), world);
    const place = whole.subarray(0, at).filter((byte) => byte === 10).length + 1;
    assert.equal(finding.verdict, 'altered', `byte ${at}`);
    if (place <= lines.length && whole[at] !== 10) assert.equal(finding.fault.entry, place, `byte ${at}: ${finding.fault.text}`);
  }
});

test('a file that ends too early proves nothing by itself, and what a kept checkpoint speaks of is missed', async () => {
  const half = sealed.slice(0, 200);
  assert.equal((await examined(half)).finding.verdict, 'unproven');
  const { finding } = await examined(half, { checkpoint: key.checkpoint(lines), key: key.text });
  assert.deepEqual([finding.verdict, finding.fault.what, finding.fault.entry], ['altered', 'missing', 201]);
  const early = await examined(sealed, { checkpoint: key.checkpoint(lines.slice(0, 100)), key: key.text });
  assert.deepEqual([early.finding.verdict, early.finding.kept_matches, early.finding.key_from_file], ['sound', true, false]);
});

test('another key is not believed, and a text that is none is told', async () => {
  const other = logKey('482913', 3);
  assert.equal((await examined(sealed, { key: other.text })).finding.verdict, 'altered');
  assert.equal((await examined([...lines, ...seal(lines, other)], { key: key.text })).finding.verdict, 'altered');
  const wrong = await examine(new Blob(sealed), { key: 'sawt/482913', checkpoint: '' }, await openLibrary(program), world);
  assert.equal(wrong?.end, 'bad-key');
});

test('without the library the second program counts alone, and says where a log is spoilt', async () => {
  const alone = (file) => examine(new Blob([file.join('\n')]), { key: '', checkpoint: '' }, null, world);
  const { finding, workshop, tallies } = await alone(lines);
  assert.equal(finding, null);
  assert.equal(workshop.code, '482913');
  assert.deepEqual(tallies.map(({ item, result }) => [item, Boolean(result)]), [['dots', true], ['irv', false], ['cloud', false]]);
  assert.equal((await alone(lines.filter((_, i) => i !== 9))).book.faults[0].line, 10);
});

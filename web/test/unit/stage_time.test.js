import test from 'node:test';
import assert from 'node:assert/strict';
import { clockOf, nearEnd } from '../../stage/clock.js';
import { Announcer } from '../../stage/announcer.js';
import { Pager } from '../../stage/pager.js';
import { paced } from '../../stage/pace.js';
import { firstThatFits } from '../../stage/fit.js';

test('the countdown says zero only when the time is over', () => {
  assert.deepEqual(clockOf(61_000, 0, 120), { left: 61, parts: [1, 1], phase: 'calm' });
  assert.deepEqual(clockOf(1, 0, 60), { left: 1, parts: [0, 1], phase: 'near' });
  assert.deepEqual(clockOf(1000, 1000, 60), { left: 0, parts: [0, 0], phase: 'over' });
  assert.equal(clockOf(0, 5000, 60).phase, 'over');
  assert.deepEqual(clockOf(7_384_000, 0, undefined).parts, [2, 3, 4]);
});

test('the last fifth is near the end, at least 10 s and at most a minute', () => {
  assert.deepEqual([nearEnd(20), nearEnd(60), nearEnd(120), nearEnd(3600), nearEnd(undefined)], [10, 12, 24, 60, 12]);
});

test('a listener hears one sentence in ten seconds, and then the newest', () => {
  const announcer = new Announcer();
  assert.equal(announcer.offer('one', 0), 'one');
  assert.equal(announcer.offer('two', 100), null);
  assert.equal(announcer.offer('three', 9_999), null);
  assert.equal(announcer.due(10_000), 'three');
  assert.equal(announcer.offer('three', 30_000), null);
});

test('pages turn by themselves until a key turns one, and not while frozen', () => {
  const pager = new Pager();
  pager.set('a', 2, 0);
  assert.equal(pager.tick(11_999, false), false);
  assert.equal(pager.tick(12_000, false), true);
  assert.equal(pager.page, 1);
  assert.equal(pager.tick(25_000, true), false);
  assert.equal(pager.tick(30_000, false), false);
  pager.turn(1);
  assert.equal(pager.page, 0);
  assert.equal(pager.tick(99_000, false), false);
  pager.turn(-1);
  assert.equal(pager.page, 1);
  pager.set('b', 3, 99_000);
  assert.equal(pager.page, 0);
});

test('the wall is drawn at most ten times a second, the first change at once', () => {
  let now = 1000;
  /** @type {number[]} */
  const waits = [];
  let drawn = 0;
  const soon = paced({ now: () => now, setTimeout: (run, ms) => { waits.push(ms); run(); }, frame: (run) => run() });
  soon(() => { drawn += 1; });
  assert.deepEqual([drawn, waits], [1, []]);
  now += 30;
  soon(() => { drawn += 1; });
  assert.deepEqual(waits, [70]);
  now += 500;
  soon(() => { drawn += 1; });
  assert.equal(waits.length, 1);
});

test('the first candidate that fits is taken, and a block that cannot fit costs one try', () => {
  const blocks = [[{ size: 9 }, { size: 8 }, { size: 7, compact: true }], [{ size: 6 }, { size: 5 }, { size: 4, compact: true }]];
  /** @type {number[]} */
  const tried = [];
  let size = 0;
  const found = firstThatFits(blocks, (candidate) => { size = candidate.size; tried.push(size); }, () => size <= 5);
  assert.deepEqual([found.candidate.size, found.fits, tried], [5, true, [7, 4, 6, 5]]);
  const none = firstThatFits(blocks, (candidate) => { size = candidate.size; }, () => false);
  assert.deepEqual([none.candidate.size, none.fits, size], [4, false, 4]);
});

test('a story is told once and stays at its end; keys do not go round it', () => {
  const pager = new Pager(), way = { once: true, ms: 1000 };
  pager.set('s', 3, 0, way);
  assert.deepEqual([pager.tick(1000, false), pager.tick(2000, false), pager.page], [true, true, 2]);
  assert.equal(pager.tick(9000, false), false);
  pager.turn(1);
  assert.equal(pager.page, 2);
  pager.go('first');
  assert.deepEqual([pager.page, pager.tick(99_000, false)], [0, false]);
  pager.turn(-1);
  assert.equal(pager.page, 0);
  pager.go('last');
  assert.equal(pager.page, 2);
});

test('a story that is still being written is shown at its end, unless someone went back', () => {
  const pager = new Pager(), way = { once: true, ended: true };
  pager.set('s', 3, 0, way);
  assert.equal(pager.page, 2);
  pager.set('s', 5, 100, way);
  assert.equal(pager.page, 4);
  pager.turn(-1);
  pager.set('s', 6, 200, way);
  assert.equal(pager.page, 3);
});

test('what must fit is asked of every page, and the page on the wall stays', () => {
  const pager = new Pager(), asked = /** @type {number[]} */ ([]);
  pager.set('a', 3, 0);
  pager.turn(1);
  assert.equal(pager.every(() => asked.push(pager.page) < 9), true);
  assert.deepEqual([asked, pager.page], [[0, 1, 2], 1]);
  assert.equal(pager.every(() => pager.page < 1), false);
  assert.equal(pager.page, 1);
});

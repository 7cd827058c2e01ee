// Which two meet next: every pair once, all options as often as each other wherever a voter stops, other pairs for other
// voters, the same after a reload.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { both, fittingPairs, nextPair, pairCount, pairsOf } from '../../phone/kinds/pairs/duel.js';
import { kinds } from '../../phone/kinds/pairs/pairs.js';

const item = (count) => /** @type {any} */ ({ id: 'q', kind: 'vote', title: 'Q', options: Array.from({ length: count }, (_, i) => ({ id: `o${i}`, text: `${i}` })), method: 'pairwise_comparison', params: {} });

/** What a voter meets who answers `most` pairs. */
function walk(it, voter, most = Infinity) {
  let ballot = /** @type {any} */ ({ pairs: [] });
  const seen = [];
  for (let pair; seen.length < most && (pair = nextPair(it, ballot, voter));) {
    seen.push(pair);
    const [a, b] = pair;
    ballot = { pairs: [...ballot.pairs, seen.length % 3 ? { winner: a, loser: b } : seen.length % 2 ? { tie: [a, b] } : { skip: [a, b] }] };
  }
  return { seen, ballot };
}

test('every pair comes once, and then no more', () => {
  const { seen, ballot } = walk(item(8), 'v');
  assert.equal(seen.length, 28);
  assert.equal(pairCount(item(8)), 28);
  assert.equal(new Set(seen.map((pair) => pair.slice().sort().join())).size, 28);
  assert.equal(nextPair(item(8), ballot, 'v'), null);
});

test('wherever a voter stops, no option has met more than two others more than another', () => {
  for (const voter of ['a', 'b', 'c', 'd', 'e']) {
    const { seen } = walk(item(9), voter), met = new Map(item(9).options.map(({ id }) => [id, 0]));
    for (const pair of seen) {
      for (const id of pair) met.set(id, met.get(id) + 1);
      const counts = [...met.values()];
      assert.ok(Math.max(...counts) - Math.min(...counts) <= 2, `${voter}: ${counts}`);
    }
  }
});

test('voters begin with different pairs and sides, each pair about as often as the others; a reload changes nothing', () => {
  const first = new Map(), sides = new Map();
  for (let i = 0; i < 3000; i++) {
    const pair = nextPair(item(4), { pairs: [] }, `voter-${i}`) ?? [];
    const key = pair.slice().sort().join();
    first.set(key, (first.get(key) ?? 0) + 1);
    sides.set(pair[0], (sides.get(pair[0]) ?? 0) + 1);
  }
  assert.equal(first.size, 6);
  for (const [key, count] of first) assert.ok(count > 400 && count < 600, `${key} comes first ${count} of 3000 times`);
  for (const [id, count] of sides) assert.ok(count > 650 && count < 850, `${id} stands first ${count} of 3000 times`);
  assert.deepEqual(walk(item(6), 'v').seen, walk(item(6), 'v').seen);
});

test('a kept ballot loses pairs of options that are gone, and a pair that stands twice', () => {
  const ballot = { pairs: [{ winner: 'o0', loser: 'o1' }, { tie: ['o1', 'o0'] }, { skip: ['o2', 'gone'] }, { tie: ['o1', 'o2'] }] };
  assert.deepEqual(fittingPairs(item(3), ballot), { pairs: [{ winner: 'o0', loser: 'o1' }, { tie: ['o1', 'o2'] }] });
  assert.deepEqual(both({ winner: 'x', loser: 'y' }), ['x', 'y']);
  assert.deepEqual(pairsOf(null), []);
  assert.equal(kinds.pairwise_comparison.lack(item(3), { pairs: [] })?.[0], 'need_pair');
});

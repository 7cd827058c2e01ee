import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { count } from '../../records/count.js';
import { METHODS } from '../../records/read.js';
import { readRational, written } from '../../records/rational.js';

const folder = new URL('../../../tests/counting/cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), 'utf8')) })).filter(({ method }) => METHODS.includes(method));

/** The ballots that stand: the last one of each voter. @param {any[]} ballots */
function standing(ballots) {
  const last = new Map(ballots.map((ballot, index) => [ballot.voter, index]));
  return ballots.filter((ballot, index) => ballot.voter === undefined || last.get(ballot.voter) === index).map(({ n, weight, group, ...ballot }) => ({ n, weight, group, ballot }));
}

/** @param {unknown} value */
const exact = (value) => value === null || value === undefined ? null : written(/** @type {any} */ (readRational(value)));
/** @param {(string | string[])[]} tiers */
const flat = (tiers) => tiers.map((tier) => Array.isArray(tier) ? [...tier].sort() : tier);

test('there are cases of every method that the page recounts', () => {
  for (const method of METHODS) assert.ok(cases.some((each) => each.method === method), method);
});

for (const { name, method, params = {}, options, ballots, expected } of cases) {
  test(`the page's own count agrees with the published case ${name}`, () => {
    const mine = count({ method, params, options }, standing(ballots));
    if (expected.scores) for (const [id, score] of Object.entries(expected.scores)) assert.equal(exact(mine.scores[id]), exact(score), id);
    if (expected.winners) assert.deepEqual([...mine.winners].sort(), [...expected.winners].sort());
    if (expected.ranking) assert.deepEqual(flat(mine.ranking), flat(expected.ranking));
    if (expected.tie !== undefined) assert.deepEqual(mine.tie && { ...mine.tie, options: [...mine.tie.options].sort() }, expected.tie && { ...expected.tie, options: [...expected.tie.options].sort() });
    for (const part of /** @type {const} */ (['ballots', 'empty', 'invalid', 'counted', 'quorum_met'])) if (expected.turnout?.[part] !== undefined) assert.equal(mine.turnout[part], expected.turnout[part], part);
    if (expected.turnout?.weight !== undefined) assert.equal(mine.turnout.weight, exact(expected.turnout.weight));
    if (expected.passed) assert.deepEqual(mine.passed, expected.passed);
  });
}

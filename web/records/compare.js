// Rows against wall: the recount of the log beside the results that the server shows, round by round and number by number.
// Everything that differs is named, with both values; nothing is rounded. Pure.

import { countRound } from './recount.js';

/** @typedef {import('./recount.js').Recount} Recount */
/** @typedef {import('./count.js').Counted} Counted */
/** @typedef {import('../shared/wire.js').GroupTally} GroupTally */
/** @typedef {import('../shared/wire.js').T} T */
/** @typedef {{round: number, status: string, check?: string, ballots: number, voters: number, result?: any, groups?: GroupTally[]}} WallRound */
/** @typedef {{code: string, entry: number, items: {id: string, title: T, method?: string, rounds: WallRound[]}[]}} Wall */
/** @typedef {{what: string, option?: string, group?: string, log: string, wall: string}} Difference */
/** @typedef {{item: string, title: T, method: string, round: number, status: string, counted: boolean, ballots: number, superseded: number, differences: Difference[]}} Verdict */

/** @param {Recount} book @param {Wall} wall @returns {Verdict[]} one for each round that either side knows */
export function compareRounds(book, wall) {
  /** @type {Verdict[]} */
  const verdicts = [];
  for (const item of book.items.values()) {
    if (item.kind !== 'vote') continue;
    const theirs = wall.items.find((each) => each.id === item.id)?.rounds ?? [];
    for (const round of item.rounds) {
      const shown = theirs.find((each) => each.round === round.round);
      if (!shown && round.status === 'waiting') continue;
      const counted = countRound(item, round);
      verdicts.push({
        item: item.id, title: item.title, method: item.method, round: round.round, status: round.status, counted: counted !== null, ballots: round.ballots.size, superseded: round.superseded,
        differences: shown ? differencesOf(item, round, counted, shown) : [{ what: 'round', log: '1', wall: '0' }],
      });
    }
  }
  for (const item of wall.items) {
    for (const round of item.rounds) {
      if (book.items.get(item.id)?.rounds.some((each) => each.round === round.round)) continue;
      if (round.ballots > 0 || round.status !== 'waiting') verdicts.push({ item: item.id, title: item.title, method: item.method ?? '', round: round.round, status: round.status, counted: true, ballots: 0, superseded: 0, differences: [{ what: 'round', log: '0', wall: '1' }] });
    }
  }
  return verdicts;
}

/**
 * @param {import('./recount.js').Item} item @param {import('./recount.js').Round} round
 * @param {Counted | null} counted @param {WallRound} shown @returns {Difference[]}
 */
function differencesOf(item, round, counted, shown) {
  /** @type {Difference[]} */
  const found = [];
  const same = (/** @type {string} */ what, /** @type {unknown} */ log, /** @type {unknown} */ wall, place = {}) => {
    const [mine, theirs] = [log, wall].map((value) => value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
    if (mine !== theirs) found.push({ what, log: mine, wall: theirs, ...place });
  };
  same('status', round.status, shown.status);
  same('ballots', round.ballots.size, shown.ballots);
  same('check', round.check, shown.check);
  if (counted && shown.result) compareResult(counted, shown.result, {}, same);
  for (const group of counted ? shown.groups ?? [] : []) {
    const part = countRound(item, round, group.merged ?? [group.id]);
    if (!part) continue;
    same('ballots', part.turnout.ballots, group.ballots, { group: group.id });
    if (group.result) compareResult(part, group.result, { group: group.id }, same);
  }
  return found;
}

/**
 * @param {Counted} mine @param {any} theirs @param {{group?: string}} place
 * @param {(what: string, log: unknown, wall: unknown, place?: object) => void} same
 */
function compareResult(mine, theirs, place, same) {
  for (const option of new Set([...Object.keys(mine.scores), ...Object.keys(theirs.scores ?? {})])) same('score', mine.scores[option], theirs.scores?.[option], { option, ...place });
  same('winners', [...mine.winners].sort(), [...theirs.winners ?? []].sort(), place);
  same('ranking', (mine.ranking).map(sorted), (theirs.ranking ?? []).map(sorted), place);
  same('tie', mine.tie && { options: [...mine.tie.options].sort(), seats: mine.tie.seats }, theirs.tie && { options: [...theirs.tie.options].sort(), seats: theirs.tie.seats }, place);
  same('base', mine.base.value, theirs.base?.value, place);
  for (const name of /** @type {const} */ (['ballots', 'empty', 'invalid', 'counted', 'weight'])) same(`turnout-${name}`, mine.turnout[name], theirs.turnout?.[name], place);
  if (theirs.turnout?.quorum_met !== undefined) same('quorum', mine.turnout.quorum_met, theirs.turnout.quorum_met, place);
  if (mine.passed || theirs.passed) same('passed', [...mine.passed ?? []].sort(), [...theirs.passed ?? []].sort(), place);
}

/** A tier without the order of its members. @param {string | string[]} tier */
function sorted(tier) {
  return Array.isArray(tier) ? [...tier].sort() : tier;
}

// While the stage is frozen, the numbers on the wall stay as they were and only "+12 since" moves. The server freezes what
// it sends; the wall also holds on to what it showed, so that no message can make it move while someone speaks. Pure.

/** @typedef {import('../shared/wire.js').Tally} Tally */
/** @typedef {{held: Tally|null, since: number}} Held */

/**
 * @param {Held} before
 * @param {Tally|null} tally newest of the round on the wall
 * @param {boolean} frozen
 * @returns {Held} the tally to show, and how many ballots came since the freeze
 */
export function hold(before, tally, frozen) {
  if (!frozen || tally === null) return { held: tally, since: 0 };
  const { held } = before;
  const same = held !== null && held.item === tally.item && held.round === tally.round;
  // A reveal or a hide during the freeze is an act of the facilitator, not movement: it is followed.
  const keep = same && (held.result === undefined) === (tally.result === undefined) && (held.groups === undefined) === (tally.groups === undefined);
  const shown = keep ? held : tally;
  return { held: shown, since: tally.since ?? Math.max(0, tally.ballots - shown.ballots) };
}

// The countdown as the wall says it. Pure: the time comes in.

/** @typedef {{left: number, parts: number[], phase: 'calm'|'near'|'over'}} Clock  `parts` are hours?, minutes, seconds */

/**
 * @param {number} ends server time in milliseconds
 * @param {number} now server time in milliseconds
 * @param {number|undefined} seconds how long the countdown was, where known
 * @returns {Clock}
 */
export function clockOf(ends, now, seconds) {
  // Rounded up: while a part of a second is left, the vote is still open and the wall must not say zero.
  const left = Math.max(0, Math.ceil((ends - now) / 1000));
  const hours = Math.floor(left / 3600);
  const parts = [...(hours > 0 ? [hours] : []), Math.floor(left / 60) % 60, left % 60];
  return { left, parts, phase: left === 0 ? 'over' : left <= nearEnd(seconds) ? 'near' : 'calm' };
}

/**
 * The last fifth, at least 10 s and at most a minute: late enough to mean it, early enough to act.
 * @param {number|undefined} seconds
 */
export function nearEnd(seconds) {
  return Math.min(60, Math.max(10, Math.round((seconds ?? 60) / 5)));
}

// Exact arithmetic for the recount, on the fractions of shared/numbers.js: BigInts in lowest terms, divisor above zero.
// Weights of an agenda may also be decimals in a string ("0.1" is exactly one tenth).

import { rational } from '../shared/numbers.js';

/** @typedef {import('../shared/numbers.js').Rational} Rational */

/** @param {bigint} n @param {bigint} [d] @returns {Rational} */
export function ratio(n, d = 1n) {
  const divisor = greatest(n < 0n ? -n : n, d);
  return divisor > 1n ? { n: n / divisor, d: d / divisor } : { n, d };
}

export const ZERO = ratio(0n);
export const ONE = ratio(1n);

/**
 * @param {unknown} value a whole number, "p/q" or an exact decimal in a string; anything else gives null
 * @returns {Rational | null}
 */
export function readRational(value) {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  const decimal = /^(-?)(\d+)\.(\d+)$/u.exec(text);
  if (decimal && typeof value === 'string') return ratio(BigInt(decimal[1] + decimal[2] + decimal[3]), 10n ** BigInt(decimal[3].length));
  if (!/^-?\d+(?:\/0*[1-9]\d*)?$/u.test(text)) return null;
  const { n, d } = rational(text);
  return ratio(n, d);
}

/** @param {Rational} a @param {Rational} b */
export const sum = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);

/** @param {Rational} a @param {Rational} b */
export const product = (a, b) => ratio(a.n * b.n, a.d * b.d);

/** @param {Rational} a @param {Rational} b b is above zero */
export const quotient = (a, b) => ratio(a.n * b.d, a.d * b.n);

/** @param {Rational} a @param {Rational} b @returns {number} below, at or above zero as a is below, at or above b */
export function compare(a, b) {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** @param {Rational} value as on the wire: "3" when whole, else "7/2" */
export const written = (value) => value.d === 1n ? String(value.n) : `${value.n}/${value.d}`;

/** @param {bigint} a @param {bigint} b @returns {bigint} */
function greatest(a, b) {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

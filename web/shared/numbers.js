// Numbers as the wire writes them: whole, "p/q", or a decimal number for the few results that are no fractions (logarithms,
// roots), kept exact until they are shown. Also the digits a page writes
// (Western or Arabic-Indic, as the workshop says and never as the browser guesses) and those it reads (all of them).

/** @typedef {import('./wire.js').Wire} Wire */
/** @typedef {import('./wire.js').Digits} Digits */
/** @typedef {import('./wire.js').Lang} Lang */
/** @typedef {{n: bigint, d: bigint}} Rational a fraction, d > 0 */

/** @param {Wire} wire @returns {Rational} */
export function rational(wire) {
  const [, whole, under = '1', part = '', power = '0'] = /^(-?\d+)(?:\/(\d+)|(?:\.(\d+))?(?:e([-+]?\d{1,3}))?)$/.exec(String(wire)) ?? [];
  if (whole === undefined || /^0+$/.test(under)) throw new RangeError(`not a number of the wire: ${wire}`);
  const tens = Number(power) - part.length;
  return { n: BigInt(whole + part) * 10n ** BigInt(Math.max(0, tens)), d: BigInt(under) * 10n ** BigInt(Math.max(0, -tens)) };
}

/** @param {Wire} wire for geometry and other uses that need no exactness */
export function toNumber(wire) {
  const { n, d } = rational(wire);
  return Number(n) / Number(d);
}

/** @param {Wire} a @param {Wire} b @returns {number} below, at or above 0, exactly */
export function compare(a, b) {
  const x = rational(a), y = rational(b), left = x.n * y.d, right = y.n * x.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** @param {Wire[]} wires @returns {Rational} */
export function sum(wires) {
  return wires.map(rational).reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), { n: 0n, d: 1n });
}

/** Half up, to `places` decimals, as a plain decimal number in Western digits. @param {Rational} r @param {number} places */
export function fixed({ n, d }, places) {
  const unit = 10n ** BigInt(places), scaled = (2n * (n < 0n ? -n : n) * unit + d) / (2n * d);
  const whole = String(scaled / unit), part = String(scaled % unit).padStart(places, '0');
  return (n < 0n && scaled > 0n ? '-' : '') + whole + (places ? `.${part}` : '');
}

/** At most two decimals, none for a whole number. @param {Wire} wire */
export function decimal(wire) {
  return fixed(rational(wire), 2).replace(/\.?0+$/, '');
}

/**
 * Percentages of `base`, all with the same number of decimals: none, or one where whole numbers would mislead, that is where the
 * scores make up the whole base and the rounded ones do not add up to 100, or where something would show as 0 or 100 that is not.
 * @param {Wire[]} scores @param {Wire} base @returns {string[]} in Western digits, without the sign; all "0" for an empty base
 */
export function shares(scores, base) {
  const whole = rational(base);
  if (whole.n <= 0n) return scores.map(() => '0');
  const exact = scores.map(rational).map(({ n, d }) => ({ n: 100n * n * whole.d, d: d * whole.n }));
  const rounded = exact.map((share) => fixed(share, 0));
  const total = sum(scores);
  const complete = total.n * whole.d === whole.n * total.d;
  const adds_up = !complete || rounded.reduce((a, b) => a + Number(b), 0) === 100;
  const honest = exact.every(({ n, d }, i) => (rounded[i] !== '0' || n === 0n) && (rounded[i] !== '100' || n === 100n * d));
  return adds_up && honest ? rounded : exact.map((share) => fixed(share, 1));
}

/** Western digits to those asked for. @param {string|number} text @param {Digits} digits */
export function inDigits(text, digits) {
  return digits === 'arab' ? String(text).replace(/\d/g, (c) => String.fromCharCode(0x0660 + Number(c))) : String(text);
}

/** Arabic-Indic and Persian digits to Western ones; everything else stays. @param {string} text */
export function westernDigits(text) {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (c) => String(c.charCodeAt(0) & 15));
}

/**
 * A decimal number with the separators of the language.
 * @param {string} plain Western, "." before decimals @param {Lang} lang @param {Digits} digits
 */
export function written(plain, lang, digits) {
  const [whole, part] = plain.split('.');
  const arabic = lang === 'ar' && digits === 'arab';
  const group = arabic ? '٬' : lang === 'fr' ? '\u202f' : ',', point = arabic ? '٫' : lang === 'fr' ? ',' : '.';
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return inDigits(part ? grouped + point + part : grouped, digits);
}

/**
 * @param {string} plain a share as `shares` gives it @param {Lang} lang @param {Digits} digits
 */
export function percent(plain, lang, digits) {
  const number = written(plain, lang, digits);
  // The mark after ٪ keeps the sign on the left of Arabic-Indic digits, also inside a left-to-right cell.
  return digits === 'arab' ? `${number}٪\u061c` : lang === 'fr' ? `${number}\u00a0%` : `${number}%`;
}

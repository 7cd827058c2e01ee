// "Testing laboratory; 120 000" is a project and its cost. People paste such lists from letters and spreadsheets, so the sign
// between the two, the digits and their grouping may be any usual ones. Pure.

import { westernDigits } from '../shared/numbers.js';

// The sign between words and number; a blank alone counts only as a tabulator, or "Hall 2" would cost 2.
const AMOUNT = /^(?<name>.*?\S)\s*(?:[;؛|=:]|\t|,(?=\s)|،(?=\s)|\s[-–—](?=\s))\s*(?<before>[^\d\s]{0,4})\s?(?<number>\d[\d.,'٬٫ \u00a0\u202f]*)\s?(?<after>[^\d]{0,12})$/u;

/** @param {string} line @returns {{name: string, cost: string | null}} the cost as the server takes it: "1200" or "12.5" */
export function splitCost(line) {
  const found = AMOUNT.exec(westernDigits(line).trim());
  const cost = found?.groups ? readAmount(found.groups.number) : null;
  // The name keeps its own digits: only as many characters are cut as the amount took.
  return found?.groups && cost !== null ? { name: line.trim().slice(0, found.groups.name.length).trim(), cost } : { name: line.trim(), cost: null };
}

/**
 * "1,200" and "1 200" and "1.200" are twelve hundred, "12.5" and "12,50" have a fraction.
 * @param {string} text @returns {string | null}
 */
export function readAmount(text) {
  const plain = westernDigits(text).replace(/['٬\s\u00a0\u202f]/gu, '').replace('٫', '.');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/u.test(plain) ? plain.replace(/[.,]/gu, '') : /^\d{1,3}(?:,\d{3})+\.\d+$/u.test(plain) ? plain.replace(/,/gu, '') : plain;
  const decimal = /^(\d{1,15})(?:[.,](\d{1,4}))?$/u.exec(grouped.replace(/[.,]$/u, ''));
  if (!decimal) return null;
  const [, whole, part = ''] = decimal, kept = part.replace(/0+$/u, '');
  return `${whole.replace(/^0+(?=\d)/u, '')}${kept ? `.${kept}` : ''}`;
}

/** As a line of the form. @param {string} name @param {import('../shared/wire.js').Wire | undefined} cost */
export function withCost(name, cost) {
  return cost === undefined ? name : `${name}; ${cost}`;
}

/** Whole costs go as numbers, others as exact decimals in a string. @param {string} cost @returns {import('../shared/wire.js').Wire} */
export function wireCost(cost) {
  return /^\d+$/u.test(cost) ? Number(cost) : cost;
}

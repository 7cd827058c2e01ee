// How ratings are distributed: the parts of a stacked bar, the spread beside a mean, and in one word how far a room agrees.
// Pure; the numbers here are for geometry and words and decide nothing.

import { toNumber } from '../../shared/numbers.js';

/** @typedef {import('../../shared/wire.js').Wire} Wire */
/** @typedef {{values: number[], weight: number, from: number, to: number, at: number}} Part from and to are shares of the bar, `at` of the scale */

const MOST = 11;   // parts that can still be told apart from the last row; a scale of 0 to 10 has as many

/** The values of a distribution, worst first. @param {Record<string, Wire>|undefined} distribution */
function valuesOf(distribution) {
  return Object.entries(distribution ?? {}).map(([value, weight]) => ({ value: Number(value), weight: toNumber(weight) })).sort((a, b) => a.value - b.value);
}

/**
 * The scale in at most eleven classes of equal width, worst first.
 * @param {number} min @param {number} max @returns {number[][]}
 */
export function classesOf(min, max) {
  const count = max - min + 1, width = Math.ceil(count / MOST);
  return Array.from({ length: Math.ceil(count / width) }, (_, index) => {
    const first = min + index * width;
    return Array.from({ length: Math.min(width, max - first + 1) }, (__, more) => first + more);
  });
}

/**
 * The parts of one bar, best first, so that high ratings can be compared from one baseline.
 * @param {Record<string, Wire>|undefined} distribution @param {number} min @param {number} max @returns {Part[]}
 */
export function partsOf(distribution, min, max) {
  const values = valuesOf(distribution), total = values.reduce((sum, { weight }) => sum + weight, 0);
  let end = 0;
  const classes = classesOf(min, max);
  return classes.map((group, index) => {
    const weight = values.filter(({ value }) => group.includes(value)).reduce((sum, each) => sum + each.weight, 0);
    return { values: group, weight, at: classes.length > 1 ? index / (classes.length - 1) : 1 };
  }).reverse().map((part) => {
    const from = end;
    end += total > 0 ? part.weight / total : 0;
    return { ...part, from, to: end };
  });
}

/** Standard deviation of the ratings; null where nobody rated. @param {Record<string, Wire>|undefined} distribution @param {Wire} [variance] exact, where the result has it */
export function deviation(distribution, variance) {
  if (variance !== undefined && variance !== null) return Math.sqrt(toNumber(variance));
  const values = valuesOf(distribution), total = values.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return null;
  const mean = values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
  return Math.sqrt(values.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0) / total);
}

/** The median of a distribution, halfway between the two middle values where they differ. @param {Record<string, Wire>|undefined} distribution */
export function medianOf(distribution) {
  const values = valuesOf(distribution).filter(({ weight }) => weight > 0), half = values.reduce((sum, { weight }) => sum + weight, 0) / 2;
  if (half <= 0) return null;
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += values[index].weight;
    if (sum > half + 1e-9) return values[index].value;
    if (Math.abs(sum - half) <= 1e-9) return (values[index].value + (values[index + 1] ?? values[index]).value) / 2;
  }
  return null;
}

/**
 * Van der Eijk's A in a word. Below zero the ratings stand in two camps; around zero they are spread evenly; 1 is one mind.
 * @param {Wire|null|undefined} a @returns {'broad'|'some'|'low'|'split'|null}
 */
export function agreementOf(a) {
  if (a === null || a === undefined) return null;
  const value = toNumber(a);
  return value < 0 ? 'split' : value < 0.2 ? 'low' : value < 0.6 ? 'some' : 'broad';
}

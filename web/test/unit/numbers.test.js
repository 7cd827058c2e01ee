// Numbers stay exact until shown, shares never add up to 99 or 101 without a decimal, digits are pinned.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compare, decimal, inDigits, percent, rational, shares, sum, toNumber, westernDigits, written } from '../../shared/numbers.js';

test('the wire writes whole numbers, fractions, and decimals where there is no fraction; nothing else', () => {
  assert.deepEqual(rational(7), { n: 7n, d: 1n });
  assert.deepEqual(rational('7/2'), { n: 7n, d: 2n });
  assert.deepEqual(rational('-3'), { n: -3n, d: 1n });
  assert.deepEqual(rational(-0.5), { n: -5n, d: 10n });
  assert.equal(compare('1.5', '3/2'), 0);
  assert.equal(toNumber(1.25e-9), 1.25e-9);
  assert.deepEqual(rational(1e21), { n: 10n ** 21n, d: 1n });
  for (const wrong of ['7/0', '1.5/2', '', 'x', '1/', '.5', NaN, Infinity]) assert.throws(() => rational(wrong), RangeError, String(wrong));
});

test('comparison and sums are exact where floating point is not', () => {
  assert.equal(compare('1/3', '333333333333333/1000000000000000'), 1);
  assert.equal(compare('2/4', '1/2'), 0);
  assert.equal(compare('9007199254740993', '9007199254740992'), 1);
  const { n, d } = sum(['1/10', '2/10', '7/10']);
  assert.equal(n, d);
  assert.equal(toNumber('7/2'), 3.5);
});

test('decimals are rounded half up and carry no idle zeros', () => {
  assert.equal(decimal(10), '10');
  assert.equal(decimal(100), '100');
  assert.equal(decimal('7/2'), '3.5');
  assert.equal(decimal('1/3'), '0.33');
  assert.equal(decimal('1/200'), '0.01');
  assert.equal(decimal('-1/2'), '-0.5');
});

test('shares of a whole add up to 100, or show a decimal', () => {
  assert.deepEqual(shares([1, 1, 1], 3), ['33.3', '33.3', '33.3']);
  assert.deepEqual(shares([1, 1, 1, 1, 1, 1], 6), ['16.7', '16.7', '16.7', '16.7', '16.7', '16.7']);
  assert.deepEqual(shares([1, 1], 2), ['50', '50']);
  assert.deepEqual(shares(['7/2', '7/2'], 7), ['50', '50']);
  for (let a = 0; a <= 23; a++) for (let b = 0; a + b <= 23; b++) {
    const shown = shares([a, b, 23 - a - b], 23);
    const whole = shown.every((share) => !share.includes('.'));
    if (whole) assert.equal(shown.reduce((x, y) => x + Number(y), 0), 100, `${a} ${b}`);
  }
});

test('a share that is not nothing is never shown as 0, one that is not all never as 100', () => {
  assert.deepEqual(shares([1, 299], 300), ['0.3', '99.7']);
  assert.deepEqual(shares([0, 300], 300), ['0', '100']);
});

test('approvals may add up to anything and keep whole numbers', () => {
  assert.deepEqual(shares([40, 30, 31], 57), ['70', '53', '54']);
  assert.deepEqual(shares([3, 0], 0), ['0', '0']);
});

test('digits: written as asked, read in all three numerals', () => {
  assert.equal(inDigits('482913', 'arab'), '٤٨٢٩١٣');
  assert.equal(inDigits(482913, 'latn'), '482913');
  assert.equal(westernDigits('٤٨٢ ۹۱۳'), '482 913');
  assert.equal(westernDigits('abc 12'), 'abc 12');
});

test('separators belong to the language, digits to the workshop', () => {
  assert.equal(written('12345.5', 'en', 'latn'), '12,345.5');
  assert.equal(written('12345.5', 'fr', 'latn'), '12\u202f345,5');
  assert.equal(written('12345.5', 'ar', 'latn'), '12,345.5');
  assert.equal(written('12345.5', 'ar', 'arab'), '١٢٬٣٤٥٫٥');
  assert.equal(written('1234', 'en', 'latn'), '1234');
  assert.equal(percent('30', 'ar', 'latn'), '30%');
  assert.equal(percent('33.3', 'fr', 'latn'), '33,3\u00a0%');
  assert.equal(percent('30', 'ar', 'arab'), '٣٠٪\u061c');
});

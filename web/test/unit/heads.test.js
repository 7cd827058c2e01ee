import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** @param {string} page up to its own style sheets */
const headOf = (page) => readFileSync(new URL(`../../${page}/index.html`, import.meta.url), 'utf8').split('  <link rel="stylesheet"')[0];

test('the four pages begin alike, but for the icon, whose bytes the phone saves', () => {
  const head = headOf('stage');
  assert.match(head, /\/shared\/icon\.svg/u);
  for (const page of ['desk', 'records']) assert.equal(headOf(page), head, page);
  assert.equal(headOf('phone'), head.replace('/shared/icon.svg', 'data:,'), 'phone');
});

// The ballots that the server refuses, with its reasons: two programs that share no line have to agree on each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { METHODS, read } from '../../records/read.js';

const table = JSON.parse(readFileSync(new URL('../../../tests/counting/malformed_ballots.json', import.meta.url), 'utf8'));

describe('a malformed ballot', () => {
  for (const { method, params, options, ballots } of table.filter((one) => METHODS.includes(one.method))) {
    it(`of ${method} is invalid for the server's reason ${JSON.stringify(params)}`, () => {
      const rule = { method, params, options };
      for (const { ballot, reason } of ballots) {
        assert.deepEqual(read(rule, ballot), { invalid: reason }, JSON.stringify(ballot).slice(0, 200));
      }
    });
  }
});

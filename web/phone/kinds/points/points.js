// Points with rules of their own: a sum that has to come out exactly, and votes that cost their squares.

import { allocation } from './allocation.js';
import { quadratic } from './quadratic.js';

export { words } from './words.js';

/** @type {Record<string, import('../../kinds.js').Kind>} */
export const kinds = { allocation, quadratic };

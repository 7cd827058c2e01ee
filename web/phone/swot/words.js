// The words of the SWOT board; all pages say the same.

import { swotWords } from '../../shared/words-late.js';

export const words = swotWords;

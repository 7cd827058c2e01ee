// The mark of Sawt: a speech bubble whose words are bars, voice and vote.

import { svg } from './dom.js';

export function markElement() {
  return svg('svg', { class: 'mark', viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    svg('path', { class: 'mark-bubble', d: 'M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z' }),
    svg('path', { class: 'mark-bars', d: 'M9 18v-4M16 18V8M23 18v-7' }));
}

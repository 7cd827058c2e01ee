// A QR picture as SVG from what the server computed: the path of the dark modules. The quiet zone of four modules is
// added here, and the picture stays dark on white in every theme, because cameras expect that.

import { svg } from './dom.js';

const QUIET = 4;

/** @param {import('./wire.js').Qr} qr @param {string} label what scanning it does, for those who cannot see it */
export function qrElement({ size, path }, label) {
  const side = size + 2 * QUIET;
  return svg('svg', { class: 'qr', viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' },
    svg('rect', { width: side, height: side, fill: '#fff' }),
    svg('path', { d: path, transform: `translate(${QUIET} ${QUIET})`, fill: '#000' }));
}

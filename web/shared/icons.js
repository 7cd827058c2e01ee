// The few pictures of the desk and of the records, drawn with one pen. Those that point somewhere carry `icon-way`
// and turn round in right-to-left pages; a clock, an eye or a lock does not.

import { svg } from './dom.js';

const PATHS = {
  play: 'M8 5.5v13l10.5-6.5z',
  stop: 'M7 7h10v10H7z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  hidden: 'M4 4l16 16M9.5 5.9A9.7 9.7 0 0 1 12 5.5C18 5.5 21.5 12 21.5 12a17 17 0 0 1-3 3.8M6 7.7A16.5 16.5 0 0 0 2.5 12S6 18.5 12 18.500c1.5 0 2.9-.4 4.1-1M10 10a2.8 2.8 0 0 0 4 4',
  clock: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.500V12l3 2',
  freeze: 'M8.5 5.500v13M15.5 5.500v13',
  black: 'M3.5 5h17v11.500h-17zM9 20h6M12 16.500V20M6.5 13.500l8-8.500M11 15l7.5-8',
  wall: 'M3.5 5h17v11.500h-17zM9 20h6M12 16.500V20',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM20 14v.1M17.5 17.500H20V20M14 20v.1',
  people: 'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.500c.5-3.5 3-5.5 6.5-5.500s6 2 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.300c2 .8 3.2 2.6 3.5 5.2',
  round: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.400M19.5 3.500V8H15',
  pencil: 'M4 20l1-4.500L16.5 4l3.5 3.500L8.5 19zM14 6.500l3.5 3.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  trash: 'M5 7h14M9.5 7V4.500h5V7M7 7l1 13h8l1-13M10.5 11v5.500M13.5 11v5.5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  out: 'M10 5H5v14h14v-5M13 4.500h6.500V11M19.5 4.500L11 13',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.700l1-1',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500V5M12 19v2.500M2.5 12H5M19 12h2.500M5.3 5.300l1.8 1.800M16.9 16.900l1.8 1.800M18.7 5.300l-1.8 1.800M7.1 16.900l-1.8 1.8',
  moon: 'M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10z',
  keys: 'M3 6.500h18v11H3zM6.5 10v.1M10 10v.1M14 10v.1M17.5 10v.1M8 14h8',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  list: 'M9 6.500h11M9 12h11M9 17.500h11M4.5 6.500v.1M4.5 12v.1M4.5 17.500v.1',
  slide: 'M4 5h16v12H4zM8 9.500h8M8 13h5M12 17v3',
  board: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  vote: 'M5 20V11M12 20V4M19 20v-6',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.500M4.5 20h15',
  warn: 'M12 4L2.5 20h19zM12 10v4.500M12 17.500v.1',
};

/** @typedef {keyof typeof PATHS} Icon */

/** @type {ReadonlySet<string>} */
const WAYS = new Set(['next', 'back', 'out', 'play', 'list']);

/** @param {Icon} name */
export function icon(name) {
  return svg('svg', { class: WAYS.has(name) ? 'icon icon-way' : 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: PATHS[name] }));
}

/** Puts another picture into a place that has one. @param {Element} place @param {Icon | null} name */
export function setIcon(place, name) {
  if (place.getAttribute('data-icon') === (name ?? '')) return;
  place.setAttribute('data-icon', name ?? '');
  place.replaceChildren(...(name ? [icon(name)] : []));
}

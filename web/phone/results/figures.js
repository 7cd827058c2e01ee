// Which picture a method has on the phone. A picture takes the item, the result, and what stands beside my own choices.

import { createBarFigure } from './bar_figure.js';

/** @typedef {import('../../shared/i18n.js').I18n} I18n */
/** @typedef {import('../../shared/wire.js').Item} Item */
/** @typedef {import('../../shared/wire.js').Result} Result */
/** @typedef {{root: Element, update: (item: Item, result: any, marks: Map<string, string>, caption: string) => void}} Figure */

/** @type {Record<string, (i18n: I18n) => Figure>} */
const FIGURES = {};

/** @param {Item} item @returns {(i18n: I18n) => Figure} */
export const figureFor = ({ method = '' }) => FIGURES[method] ?? createBarFigure;

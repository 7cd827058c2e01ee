// What is void keeps its place and its numbers and is struck through, with the reason beside it: a round, or single options of one.

import { el, keyed, setShown, setWords } from './dom.js';

/** @typedef {import('./i18n.js').I18n} I18n */
/** @typedef {import('./wire.js').Item} Item */
/** @typedef {import('./wire.js').T} T */

/** @param {Item} item @param {number} round */
const recordOf = (item, round) => (item.rounds ?? []).find((each) => each.round === round);

/** @param {Item} item @param {number} round @returns {boolean} */
export const isVoid = (item, round) => recordOf(item, round)?.void !== undefined;

/** @param {T} text @returns {T} */
const struck = (text) => ({ ...(typeof text === 'string' ? { plain: text } : text), struck: true });

/** @type {WeakMap<Item, Map<number, Item>>} pages fit their type anew for another item, so the same one comes out for the same one in */
const made = new WeakMap();

/** The item as a round of it reads: void options, and the title of a void round, are struck through wherever they are written. @param {Item} item @param {number|null} round @returns {Item} */
export function asItStands(item, round) {
  const record = round === null ? undefined : recordOf(item, round), options = record?.void_options ?? {};
  if (round === null || (record?.void === undefined && Object.keys(options).length === 0)) return item;
  const known = made.get(item) ?? new Map();
  made.set(item, known);
  if (!known.has(round)) {
    known.set(round, {
      ...item, title: record?.void === undefined ? item.title : struck(item.title),
      options: (item.options ?? []).map((option) => options[option.id] === undefined ? option : { ...option, text: struck(option.text) }),
    });
  }
  return known.get(round);
}

/** Why, in a sentence each. @param {I18n} i18n */
export function createAnnulledNote(i18n) {
  const root = el('ul', { class: 'annulled' });
  return {
    root,
    /** @param {Item|null} item @param {number|null} round */
    update(item, round) {
      const record = item && round !== null ? recordOf(item, round) : undefined;
      const options = (item?.options ?? []).filter(({ id }) => record?.void_options?.[id] !== undefined);
      const lines = [
        ...(record?.void === undefined ? [] : [{ id: '', text: i18n.t('void_round', { why: i18n.pick(record.void).text }) }]),
        ...options.map(({ id, text }) => ({ id, text: i18n.t('void_option', { option: i18n.pick(text).text, why: i18n.pick(record?.void_options?.[id]).text }) })),
      ];
      setShown(root, lines.length > 0);
      keyed(root, lines, ({ id }) => id, ({ id }) => el('li', { 'data-void': id || 'round' }), (node, { text }) => setWords(node, { text, lang: i18n.lang, dir: i18n.dir }));
    },
  };
}

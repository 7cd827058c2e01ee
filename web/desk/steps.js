// What comes next. One natural step for the item in the middle, and the neighbours on the agenda for arrows and
// clickers; both name their target, so a repeated press or a second desk does no harm. Pure.

/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Stage} Stage */
/** @typedef {{do: 'open'|'close'|'reveal'|'show', item: string, view?: 'item', round?: number}} Step */

/**
 * The natural step: show or open, close, reveal, go on. Null at the end of the agenda, when all is done.
 * @param {Item | null} item in the middle of the desk
 * @param {Stage} stage
 * @param {Item[]} items in the order of the agenda
 * @returns {Step | null}
 */
export function nextStep(item, stage, items) {
  if (item === null) return items.length > 0 ? show(items[0]) : null;
  const shown = isShown(item, stage);
  if (item.kind !== 'vote') return shown ? onward(item, items) : show(item);
  if (item.status === 'waiting') return { do: 'open', item: item.id };
  if (item.status === 'open') return { do: 'close', item: item.id };
  if (!item.revealed) return { do: 'reveal', item: item.id };
  return shown ? onward(item, items) : show(item);
}

/**
 * The item that an arrow or a clicker brings to the stage, or null at either end. A stage that shows no item (join,
 * black) comes back to the one it had.
 * @param {Stage} stage
 * @param {Item[]} items
 * @param {1 | -1} by
 * @returns {Item | null}
 */
export function neighbour(stage, items, by) {
  const at = items.findIndex((item) => item.id === stage.item);
  if (at < 0) return by > 0 ? items[0] ?? null : null;
  if (stage.view === 'black' || (stage.view === 'join' && by > 0)) return items[at];
  return items[at + by] ?? null;
}

/** @param {Item} item @param {Stage} stage */
export function isShown(item, stage) {
  return stage.item === item.id && (stage.view === 'item' || stage.view === 'groups');
}

/** @param {Item} item @returns {Step} */
function show(item) {
  return { do: 'show', item: item.id, view: 'item' };
}

/** @param {Item} item @param {Item[]} items @returns {Step | null} */
function onward(item, items) {
  const after = items[items.indexOf(item) + 1];
  return after ? show(after) : null;
}

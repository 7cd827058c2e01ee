// Which order of the options a phone shows. Where the item asks for it each phone has its own, so that the first place
// helps nobody; it stays the same through reloads, and every option keeps the number it has on the wall.

/** @typedef {import('../shared/wire.js').Item} Item */
/** @typedef {import('../shared/wire.js').Option} Option */

/** @param {Item} item @param {string} voter @returns {{option: Option, number: number}[]} */
export function shownOptions(item, voter) {
  const listed = (item.options ?? []).map((option, i) => ({ option, number: i + 1 }));
  if (!item.shuffle) return listed;
  const random = generator(`${voter}/${item.id}`);
  for (let i = listed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [listed[i], listed[j]] = [listed[j], listed[i]];
  }
  return listed;
}

/** The same numbers for the same seed: FNV-1a to start, xorshift with a multiplication to go on. @param {string} seed */
function generator(seed) {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 0x9e3779b1) >>> 0) / 0x100000000;
  };
}

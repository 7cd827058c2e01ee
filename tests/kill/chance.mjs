// Random numbers from a seed (mulberry32), so that a run's choices can be made again. Its timing cannot: that is the machine's.

export function chances(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    between: (low, high) => low + next() * (high - low),
    of: (list) => list[Math.floor(next() * list.length)],
    /** true in `share` of all cases */
    in: (share) => next() < share,
    id: (prefix) => `${prefix}-${Math.floor(next() * 2 ** 32).toString(16).padStart(8, "0")}${Math.floor(next() * 2 ** 32).toString(16).padStart(8, "0")}`,
  };
}

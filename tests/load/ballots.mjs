// What a voter of a stakeholder group wants, as valid ballots. Pure: the same voter and item give the same ballot, so a
// run can be repeated; the groups differ, so that results by group have something to show.

/** A fraction in [0, 1) from words: FNV-1a, stirred so that near words fall far apart. */
export function fraction(...words) {
  let h = 0x811c9dc5;
  for (const char of words.join("\n")) h = Math.imul(h ^ char.codePointAt(0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** Options from most to least wanted, each with how much. Some are liked by all, more by one group, and everyone differs. */
function wishes(voter, group, item, mood) {
  return item.options
    .map(({ id }) => ({
      id,
      want: 0.7 * fraction("all", item.id, id) + 0.9 * fraction(group ?? "", item.id, id) + 0.8 * fraction(voter, item.id, id, mood),
    }))
    .sort((a, b) => b.want - a.want);
}

function approvals(wanted, { min = 0, max = wanted.length }) {
  const mean = wanted.reduce((sum, wish) => sum + wish.want, 0) / wanted.length;
  const liked = wanted.filter((wish) => wish.want > mean * 1.1).length;
  const take = Math.min(max, wanted.length, Math.max(min, liked, 1));
  return wanted.slice(0, take).map((wish) => wish.id);
}

/** Points go one by one to the option that is furthest behind its wish, so that strong wishes get several. */
function shares(wanted, { dots, cap = dots, use_all = false }, spare) {
  const points = {};
  const spend = use_all ? dots : Math.max(1, dots - spare);
  for (let given = 0; given < spend; given++) {
    const open = wanted.filter(({ id }) => (points[id] ?? 0) < cap);
    if (open.length === 0) break;
    const next = open.reduce((best, wish) => (wish.want ** 3 / ((points[wish.id] ?? 0) + 1) > best.want ** 3 / ((points[best.id] ?? 0) + 1) ? wish : best));
    points[next.id] = (points[next.id] ?? 0) + 1;
  }
  return points;
}

/**
 * @param {string} voter any word that is this voter's own
 * @param {string|null} group
 * @param {object} item as in the contract: options, method, params
 * @param {number} mood another number is another mind
 * @returns {object|null} null for a method that is not known here
 */
export function ballotOf(voter, group, item, mood = 0) {
  const wanted = wishes(voter, group, item, mood);
  if (wanted.length === 0) return null;
  switch (item.method) {
    case "plurality":
      return { choice: wanted[0].id };
    case "approval":
      return { approve: approvals(wanted, item.params) };
    case "dots":
      // One voter in six keeps a point back, where the item allows it.
      return { points: shares(wanted, item.params, fraction(voter, item.id, "spare") < 1 / 6 ? 1 : 0) };
    default:
      return null;
  }
}

/** One group for a voter; the groups differ in size by up to four times. */
export function groupOf(voter, groups) {
  if (groups.length === 0) return null;
  const weights = groups.map(({ id }) => 1 + 3 * fraction("size", id));
  let at = fraction(voter, "group") * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    at -= weight;
    if (at < 0) return groups[i].id;
  }
  return groups[groups.length - 1].id;
}

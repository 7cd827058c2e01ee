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

/** What everyone likes is rated high by everyone; one option in twelve is not rated. */
function ratings(wanted, { min, max }, skip) {
  const level = (want) => Math.min(1, Math.max(0, (want - 0.35) / 1.6)); // a wish is between 0 and 2.4, and seldom near either
  return Object.fromEntries(wanted.filter(({ id }) => skip(id) >= 1 / 12).map(({ id, want }) => [id, min + Math.round(level(want) * (max - min))]));
}

/** Each axis has wishes of its own, so that the points of a matrix spread over its field. */
function axisRatings(voter, group, item, mood) {
  const scores = {};
  for (const axis of item.params.axes) {
    const wanted = wishes(voter, group, { ...item, id: `${item.id}/${axis.id}` }, mood);
    for (const [id, value] of Object.entries(ratings(wanted, axis, () => 1))) scores[id] = { ...scores[id], [axis.id]: value };
  }
  return scores;
}

/** What the wishes are worth in points of a whole; what rounding leaves goes to the first. */
function portions(wanted, { total }) {
  const strong = wanted.slice(0, Math.max(1, Math.ceil(wanted.length * 0.7))), sum = strong.reduce((all, { want }) => all + want ** 3, 0);
  const points = Object.fromEntries(strong.map(({ id, want }) => [id, Math.floor((total * want ** 3) / sum)]));
  points[strong[0].id] += total - Object.values(points).reduce((all, value) => all + value, 0);
  return Object.fromEntries(Object.entries(points).filter(([, value]) => value > 0));
}

/** Votes one by one to the option that is furthest behind its wish, as long as the credits last; some vote against their last. */
function squares(wanted, { credits, negative }, against) {
  const votes = {}, last = wanted[wanted.length - 1].id;
  let left = credits;
  if (negative && against && credits > 1) left -= (votes[last] = -1) ** 2;
  for (;;) {
    const open = wanted.filter(({ id }) => id !== last && 2 * (votes[id] ?? 0) + 1 <= left);
    if (open.length === 0) break;
    const next = open.reduce((best, wish) => (wish.want ** 2 / ((votes[wish.id] ?? 0) + 1) > best.want ** 2 / ((votes[best.id] ?? 0) + 1) ? wish : best));
    left -= 2 * (votes[next.id] ?? 0) + 1;
    votes[next.id] = (votes[next.id] ?? 0) + 1;
  }
  return votes;
}

/** Some rank all, most stop where they no longer care; near wishes are now and then equal. */
function order(wanted, { max_ranked = wanted.length, strict = false }, patience) {
  const many = Math.min(max_ranked, Math.max(1, Math.ceil(wanted.length * (0.4 + patience))));
  const tiers = [];
  for (const { id, want } of wanted.slice(0, many)) {
    const before = tiers[tiers.length - 1];
    if (!strict && before && before.want - want < 0.02) before.ids.push(id);
    else tiers.push({ ids: [id], want });
  }
  return tiers.map(({ ids }) => (ids.length === 1 ? ids[0] : ids));
}

/** A few pairs, drawn for each voter, as a phone would put them. */
function duels(voter, wanted, item) {
  const ids = item.options.map(({ id }) => id), want = new Map(wanted.map((wish) => [wish.id, wish.want]));
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ a, b, drawn: fraction(voter, item.id, a, b, "drawn") }))).sort((x, y) => x.drawn - y.drawn).slice(0, 6);
  return pairs.map(({ a, b, drawn }) => {
    if (Math.abs(want.get(a) - want.get(b)) < 0.03) return drawn < 0.05 ? { skip: [a, b] } : { tie: [a, b] };
    return want.get(a) > want.get(b) ? { winner: a, loser: b } : { winner: b, loser: a };
  });
}

// What a room may say in a word; the first are said most.
const sayings = ["الجودة", "الخبرة", "التصميم", "quality", "العمل معا", "craft", "الأسرة", "الصبر", "export", "savoir-faire", "الجلد الطبيعي", "qualité"];

function texts(voter, item, mood) {
  const many = 1 + Math.floor(fraction(voter, item.id, "many", mood) * Math.min(3, item.params.max_words ?? 3));
  return [...new Set(Array.from({ length: many }, (_, i) => sayings[Math.floor(fraction(voter, item.id, "word", i, mood) ** 2 * sayings.length)]))];
}

/** By method: the ballot of a voter who wants `wanted`, most wanted first. */
const ballots = {
  plurality: ({ wanted }) => ({ choice: wanted[0].id }),
  approval: ({ wanted, item }) => ({ approve: approvals(wanted, item.params) }),
  qa_upvotes: ({ wanted }) => ({ approve: approvals(wanted, {}) }),
  // One voter in six keeps a point back, where the item allows it.
  dots: ({ wanted, item, chance }) => ({ points: shares(wanted, item.params, chance("spare") < 1 / 6 ? 1 : 0) }),
  allocation: ({ wanted, item }) => ({ points: portions(wanted, item.params) }),
  quadratic: ({ wanted, item, chance }) => ({ points: squares(wanted, item.params, chance("against") < 1 / 4) }),
  score: ({ wanted, item, chance }) => ({ scores: ratings(wanted, item.params, chance) }),
  priority_matrix: ({ voter, group, item, mood }) => ({ scores: axisRatings(voter, group, item, mood) }),
  majority_judgment: ({ wanted, item, chance }) => ({ scores: ratings(wanted, { min: 0, max: item.params.grades.length - 1 }, chance) }),
  borda: ({ wanted, item, chance }) => ({ ranking: order(wanted, item.params, chance("patience")) }),
  pairwise_comparison: ({ voter, wanted, item }) => ({ pairs: duels(voter, wanted, item) }),
  words: ({ voter, item, mood }) => ({ words: texts(voter, item, mood) }),
};
for (const method of ["agreement", "delphi"]) ballots[method] = ballots.score;
for (const method of ["condorcet", "schulze", "ranked_pairs", "irv", "stv", "concordance"]) ballots[method] = ballots.borda;
for (const method of ["pb_greedy", "pb_mes", "seq_pav", "seq_phragmen"]) ballots[method] = ballots.qa_upvotes;

/**
 * @param {string} voter any word that is this voter's own
 * @param {string|null} group
 * @param {object} item as in the contract: options, method, params
 * @param {number} mood another number is another mind
 * @returns {object|null} null for a method that is not known here
 */
export function ballotOf(voter, group, item, mood = 0) {
  const make = ballots[item.method];
  const options = item.options ?? [];
  if (!make || (options.length === 0 && item.method !== "words")) return null;
  const wanted = wishes(voter, group, { ...item, options }, mood);
  return make({ voter, group, item, mood, wanted, chance: (word) => fraction(voter, item.id, word) });
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

// An agenda with every kind of ballot, and for each a ballot as a voter makes it by hand.

import { agenda, optionIds } from "./agenda.mjs";

const t = (ar, en, fr) => ({ ar, en, fr });
const { options } = agenda().items.find(({ id }) => id === "one");
const grades = [t("مرفوض", "To reject", "À rejeter"), t("مقبول", "Acceptable", "Passable"), t("جيد", "Good", "Bien"), t("ممتاز", "Excellent", "Excellent")];
const axes = [
  { id: "impact", min: 1, max: 5, name: t("الأثر", "Impact", "Impact"), low: t("ضعيف", "Weak", "Faible"), high: t("كبير", "Strong", "Fort") },
  { id: "ease", min: 0, max: 3, name: t("سهولة التنفيذ", "Ease", "Facilité"), low: t("صعب", "Hard", "Difficile"), high: t("سهل", "Easy", "Facile") },
];
const costs = { lab: 60000, design: 35000, training: "25000/2", export: "9999.5" };

/** @type {{method: string, part: string|null, params: object, ballot: any, other?: any}[]} `part`: the module that the page fetches for it */
export const kinds = [
  { method: "plurality", part: null, params: {}, ballot: { choice: "design" } },
  { method: "approval", part: null, params: { max: 3 }, ballot: { approve: ["lab", "export"] } },
  { method: "qa_upvotes", part: null, params: {}, ballot: { approve: ["lab", "design", "training", "export"] } },
  { method: "dots", part: null, params: { dots: 5, cap: 3 }, ballot: { points: { export: 1, lab: 3 } } },
  { method: "allocation", part: "points", params: { total: 100 }, ballot: { points: { design: 35, lab: 65 } } },
  { method: "quadratic", part: "points", params: { credits: 20, negative: true }, ballot: { points: { export: -2, lab: 4 } } },
  { method: "score", part: "scores", params: { min: 0, max: 10 }, ballot: { scores: { lab: 10, training: 0 } } },
  { method: "agreement", part: "scores", params: { min: 1, max: 5 }, ballot: { scores: { design: 2, lab: 5 } } },
  { method: "delphi", part: "scores", params: { min: 1, max: 9 }, ballot: { scores: { lab: 7 } } },
  { method: "majority_judgment", part: "scores", params: { grades }, ballot: { scores: { design: 0, lab: 3 } } },
  { method: "priority_matrix", part: "matrix", params: { axes }, ballot: { scores: { design: { ease: 0, impact: 2 }, lab: { ease: 3, impact: 5 } } } },
  { method: "borda", part: "ranking", params: {}, ballot: { ranking: ["training", "lab"] } },
  { method: "condorcet", part: "ranking", params: {}, ballot: { ranking: ["lab", "design", "training", "export"] } },
  { method: "schulze", part: "ranking", params: { max_ranked: 3 }, ballot: { ranking: ["export", "lab", "design"] } },
  { method: "ranked_pairs", part: "ranking", params: {}, ballot: { ranking: ["design"] } },
  { method: "irv", part: "ranking", params: {}, ballot: { ranking: ["lab", "export"] } },
  { method: "stv", part: "ranking", params: { seats: 2 }, ballot: { ranking: ["export", "design", "lab"] } },
  { method: "concordance", part: "ranking", params: {}, ballot: { ranking: ["lab", "training", "design", "export"] } },
  { method: "pairwise_comparison", part: "pairs", params: {}, ballot: { pairs: ["first", "second", "tie", "skip", "first"] } },
  { method: "pb_greedy", part: "budget", params: { budget: 100000, costs }, ballot: { approve: ["lab", "design", "training"] } },
  { method: "pb_mes", part: "budget", params: { budget: 100000, costs }, ballot: { approve: ["design", "export"] } },
  { method: "seq_pav", part: null, params: { seats: 2 }, ballot: { approve: ["lab", "training"] } },
  { method: "seq_phragmen", part: null, params: { seats: 2 }, ballot: { approve: ["export"] } },
  { method: "words", part: "texts", params: { max_words: 3 }, ballot: { words: ["حرفة متوارثة UNDP 2026", "(craft) حرفة"] } },
];

/** The one workshop with all of them; an item is named as its method. */
export function kindsAgenda(more = {}) {
  const whole = agenda();
  const items = kinds.map(({ method, params }) => ({ id: method, kind: "vote", title: t(`تصويت: ${method}`, `Vote: ${method}`, `Vote : ${method}`), method, params, ...(method !== "words" && { options }), ...more }));
  return { ...whole, items };
}

export { optionIds };

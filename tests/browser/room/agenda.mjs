// The agenda of the browser tests: one vote of each method, texts in the three languages, and all that trips up a layout in
// Arabic: Latin names, digits, brackets and a picture sign in one line.

const t = (ar, en, fr) => ({ ar, en, fr });

const options = [
  { id: "lab", text: t("مختبر فحص (ISO 17025) للجلود", "Testing laboratory (ISO 17025) for leather", "Laboratoire d’essais (ISO 17025) du cuir") },
  { id: "design", text: t("مركز تصميم مشترك مع UNDP", "Design centre shared with UNDP", "Centre de design partagé avec le PNUD") },
  { id: "training", text: t("تدريب مهني 2026–2028 👞", "Vocational training 2026–2028 👞", "Formation professionnelle 2026–2028 👞") },
  { id: "export", text: t("التسويق والتصدير", "Export marketing", "Marketing à l’exportation") },
];

export const groups = ["tanneries", "designers", "showrooms"];

export const agenda = ({ groupRequired = true } = {}) => ({
  sawt: 1,
  title: t("ورشة نموذجية للاختبار", "Sample workshop for tests", "Atelier d’exemple pour les tests"),
  languages: ["ar", "en", "fr"],
  sample: true,
  groups: [
    { id: "tanneries", name: t("المدابغ", "Tanneries", "Tanneries") },
    { id: "designers", name: t("المصممون", "Designers", "Créateurs") },
    { id: "showrooms", name: t("المعارض", "Showrooms", "Magasins") },
  ],
  settings: { group_limit: 1, group_required: groupRequired },
  items: [
    { id: "welcome", kind: "slide", title: t("أهلًا بكم", "Welcome", "Bienvenue"), note: t("نبدأ بعد قليل", "We start soon", "Nous commençons bientôt") },
    { id: "one", kind: "vote", title: t("ما الأولوية الأولى؟", "What comes first?", "Quelle est la première priorité ?"), options, method: "plurality", params: {} },
    { id: "several", kind: "vote", title: t("ما الذي توافقون عليه؟", "What do you approve?", "Qu’approuvez-vous ?"), options, method: "approval", params: { max: 3 } },
    { id: "points", kind: "vote", title: t("وزّعوا خمس نقاط", "Share five points", "Répartissez cinq points"), options, method: "dots", params: { dots: 5, cap: 3 } },
  ],
});

export const optionIds = options.map(({ id }) => id);

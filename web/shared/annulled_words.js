// The words for annulled.js.

/** @type {import('./i18n.js').Dictionaries} */
export const annulledWords = {
  ar: { void_round: 'أُلغيت هذه الجولة ولا تُعتمد نتيجتها: {why}', void_option: 'أُلغي «{option}»: {why}' },
  en: { void_round: 'This round is void, its result does not stand: {why}', void_option: '“{option}” is void: {why}' },
  fr: { void_round: 'Ce tour est annulé, son résultat ne vaut pas : {why}', void_option: '« {option} » est annulé : {why}' },
};

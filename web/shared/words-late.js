// Words of results and of the SWOT board, which all pages share; the phone gets them with the part that shows these.

/** @type {import('./i18n.js').Dictionaries} */
export const resultWords = {
  ar: {
    option: 'الخيار',
    score_votes: 'الأصوات',
    score_dots: 'النقاط',
    share: 'النسبة',
    no_result: 'لا توجد نتيجة بعد',
    winner: 'في الصدارة',
    base_voters: { zero: 'لا أصوات بعد', one: 'من صوت مشارك واحد', two: 'من أصوات مشاركَين اثنين', few: 'من أصوات {n} مشاركين', many: 'من أصوات {n} مشاركًا', other: 'من أصوات {n} مشارك' },
    base_dots: { zero: 'لا نقاط بعد', one: 'من نقطة واحدة', two: 'من نقطتين', few: 'من {n} نقاط', many: 'من {n} نقطة', other: 'من {n} نقطة' },
  },
  en: {
    option: 'Option',
    score_votes: 'Votes',
    score_dots: 'Points',
    share: 'Share',
    no_result: 'No result yet',
    winner: 'In the lead',
    base_voters: { one: 'of {n} voter', other: 'of {n} voters' },
    base_dots: { one: 'of {n} point', other: 'of {n} points' },
  },
  fr: {
    option: 'Option',
    score_votes: 'Voix',
    score_dots: 'Points',
    share: 'Part',
    no_result: 'Pas encore de résultat',
    winner: 'En tête',
    base_voters: { one: 'de {n} votant', many: 'de {n} de votants', other: 'de {n} votants' },
    base_dots: { one: 'de {n} point', many: 'de {n} de points', other: 'de {n} points' },
  },
};

/** @type {import('./i18n.js').Dictionaries} */
export const swotWords = {
  ar: {
    strengths: 'نقاط القوة',
    weaknesses: 'نقاط الضعف',
    opportunities: 'الفرص',
    threats: 'التهديدات',
  },
  en: {
    strengths: 'Strengths',
    weaknesses: 'Weaknesses',
    opportunities: 'Opportunities',
    threats: 'Threats',
  },
  fr: {
    strengths: 'Forces',
    weaknesses: 'Faiblesses',
    opportunities: 'Opportunités',
    threats: 'Menaces',
  },
};

// The words of comparing pairs, in the three languages side by side.

/** @type {import('../../../shared/i18n.js').Dictionaries} */
export const words = {
  ar: {
    rule_pairs: 'اضغط الأهم من الاثنين. تُحسب إجاباتك أولًا بأول، ولك أن تتوقف متى شئت.',
    which_first: 'أيهما أهم؟',
    compared_of: 'قارنت {given} من {all}',
    compared_counted: { zero: 'لم تُحسب مقارنة بعد.', one: 'حُسبت مقارنة واحدة حتى الآن.', two: 'حُسبت مقارنتان حتى الآن.', few: 'حُسبت {n} مقارنات حتى الآن.', many: 'حُسبت {n} مقارنة حتى الآن.', other: 'حُسبت {n} مقارنة حتى الآن.' },
    need_pair: 'اضغط الأهم من الاثنين أولًا، أو اضغط «أمتنع».',
    or: 'أم',
    tie_pair: 'متساويان',
    skip_pair: 'تخطَّ',
    pair_back: 'إلغاء الإجابة الأخيرة',
    all_compared: 'قارنت كل الخيارات. أرسل صوتك.',
    wins: { zero: 'لم يُفضَّل', one: 'فُضّل مرة', two: 'فُضّل مرتين', few: 'فُضّل {n} مرات', many: 'فُضّل {n} مرة', other: 'فُضّل {n} مرة' },
  },
  en: {
    rule_pairs: 'Tap the more important of the two. Your answers count as you go, and you may stop at any time.',
    which_first: 'Which is more important?',
    compared_of: '{given} of {all} compared',
    compared_counted: { one: 'One comparison counted so far.', other: '{n} comparisons counted so far.' },
    need_pair: 'Tap the more important of the two first, or press “Abstain”.',
    or: 'or',
    tie_pair: 'Equal',
    skip_pair: 'Skip',
    pair_back: 'Undo the last answer',
    all_compared: 'You have compared them all. Send your vote.',
    wins: { one: 'preferred once', other: 'preferred {n} times' },
  },
  fr: {
    rule_pairs: 'Touchez la plus importante des deux. Vos réponses comptent au fur et à mesure ; arrêtez quand vous voulez.',
    which_first: 'Laquelle est la plus importante ?',
    compared_of: '{given} sur {all} comparées',
    compared_counted: { one: '{n} comparaison comptée jusqu’ici.', other: '{n} comparaisons comptées jusqu’ici.' },
    need_pair: 'Touchez d’abord la plus importante des deux, ou « Je m’abstiens ».',
    or: 'ou',
    tie_pair: 'À égalité',
    skip_pair: 'Passer',
    pair_back: 'Annuler la dernière réponse',
    all_compared: 'Vous avez tout comparé. Envoyez votre vote.',
    wins: { one: 'préférée {n} fois', other: 'préférée {n} fois' },
  },
};

// The words of the priority matrix, in the three languages side by side.

/** @type {import('../../../shared/i18n.js').Dictionaries} */
export const words = {
  ar: {
    rule_matrix: 'ضع كل خيار على المقياسين، واحدًا بعد آخر.',
    place_of: 'الخيار {n} من {all}',
    placed_of: 'اكتمل {given} من {all}',
    need_place: 'ضع خيارًا واحدًا على الأقل، أو اضغط «أمتنع».',
    no_opinion: 'بلا رأي',
    back: 'السابق',
    next: 'التالي',
    to_open: 'إلى ما لم يكتمل',
  },
  en: {
    rule_matrix: 'Place each option on both scales, one after the other.',
    place_of: 'Option {n} of {all}',
    placed_of: '{given} of {all} done',
    need_place: 'Place one option at least, or press “Abstain”.',
    no_opinion: 'No opinion',
    back: 'Back',
    next: 'Next',
    to_open: 'To the open ones',
  },
  fr: {
    rule_matrix: 'Placez chaque option sur les deux échelles, l’une après l’autre.',
    place_of: 'Option {n} sur {all}',
    placed_of: '{given} sur {all} placées',
    need_place: 'Placez au moins une option, ou touchez « Je m’abstiens ».',
    no_opinion: 'Sans avis',
    back: 'Précédente',
    next: 'Suivante',
    to_open: 'Vers les manquantes',
  },
};

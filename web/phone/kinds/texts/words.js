// The words of short answers, in the three languages side by side.

/** @type {import('../../../shared/i18n.js').Dictionaries} */
export const words = {
  ar: {
    rule_words: { zero: 'لا إجابات هنا.', one: 'اكتب إجابة واحدة قصيرة.', two: 'اكتب إجابة أو إجابتين قصيرتين.', few: 'اكتب حتى {n} إجابات قصيرة.', many: 'اكتب حتى {n} إجابة قصيرة.', other: 'اكتب حتى {n} إجابة قصيرة.' },
    rule_words_any: 'اكتب إجابات قصيرة، كل واحدة في سطر.',
    words_of: 'كتبت {given} من {all}',
    words_written: { zero: 'لم تكتب شيئًا بعد', one: 'كتبت إجابة واحدة', two: 'كتبت إجابتين', few: 'كتبت {n} إجابات', many: 'كتبت {n} إجابة', other: 'كتبت {n} إجابة' },
    need_word: 'اكتب إجابة أولًا، أو اضغط «أمتنع».',
    word_n: 'الإجابة {n}',
    letters_left: { zero: 'اكتمل الطول', one: 'بقي حرف واحد', two: 'بقي حرفان', few: 'بقيت {n} أحرف', many: 'بقي {n} حرفًا', other: 'بقي {n} حرف' },
  },
  en: {
    rule_words: { one: 'Write one short answer.', other: 'Write up to {n} short answers.' },
    rule_words_any: 'Write short answers, one in each line.',
    words_of: '{given} of {all} written',
    words_written: { one: 'One answer written', other: '{n} answers written' },
    need_word: 'Write an answer first, or press “Abstain”.',
    word_n: 'Answer {n}',
    letters_left: { one: 'One letter left', other: '{n} letters left' },
  },
  fr: {
    rule_words: { one: 'Écrivez une réponse courte.', other: 'Écrivez jusqu’à {n} réponses courtes.' },
    rule_words_any: 'Écrivez des réponses courtes, une par ligne.',
    words_of: '{given} sur {all} écrites',
    words_written: { one: '{n} réponse écrite', other: '{n} réponses écrites' },
    need_word: 'Écrivez d’abord une réponse, ou touchez « Je m’abstiens ».',
    word_n: 'Réponse {n}',
    letters_left: { one: 'Reste {n} lettre', other: 'Restent {n} lettres' },
  },
};

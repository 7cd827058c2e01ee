// The words of the results on the phone, in the three languages side by side.

import { resultWords } from '../../shared/words-late.js';

/** @type {import('../../shared/i18n.js').Dictionaries} */
export const words = {
  ar: {
    ...resultWords.ar,
    abstentions: { zero: 'لا امتناع', one: 'امتناع واحد', two: 'امتناعان', few: '{n} ممتنعين', many: '{n} ممتنعًا', other: '{n} ممتنع' },
    tied: 'تعادل لم يُحسم بعد.',
    tie_settled: 'تعادل حُسم بالقاعدة المعلنة قبل التصويت.',
    everyone: 'الجميع',
  },
  en: {
    ...resultWords.en,
    abstentions: { one: '{n} abstention', other: '{n} abstentions' },
    tied: 'A tie, not yet broken.',
    tie_settled: 'A tie, broken by the rule declared before the vote.',
    everyone: 'Everyone',
  },
  fr: {
    ...resultWords.fr,
    abstentions: { one: '{n} abstention', other: '{n} abstentions' },
    tied: 'Égalité, non départagée.',
    tie_settled: 'Égalité, départagée par la règle annoncée avant le vote.',
    everyone: 'Tous',
  },
};

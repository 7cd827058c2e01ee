// The words of the way in by digits, in the three languages side by side.

/** @type {import('../../shared/i18n.js').Dictionaries} */
export const words = {
  ar: {
    code_title: 'أدخل رمز الورشة',
    code_hint: 'ستة أرقام تراها على شاشة القاعة.',
    code_label: 'رمز الورشة',
    code_go: 'دخول',
    code_short: 'الرمز ستة أرقام.',
    code_unknown: 'لا توجد ورشة بالرمز {code}. راجع الأرقام على شاشة القاعة، ثم أعد المحاولة.',
  },
  en: {
    code_title: 'Enter the workshop code',
    code_hint: 'Six digits, shown on the screen in the hall.',
    code_label: 'Workshop code',
    code_go: 'Join',
    code_short: 'The code has six digits.',
    code_unknown: 'No workshop has the code {code}. Check the digits on the screen in the hall and try again.',
  },
  fr: {
    code_title: 'Saisissez le code de l’atelier',
    code_hint: 'Six chiffres, affichés sur l’écran de la salle.',
    code_label: 'Code de l’atelier',
    code_go: 'Entrer',
    code_short: 'Le code a six chiffres.',
    code_unknown: 'Aucun atelier n’a le code {code}. Vérifiez les chiffres sur l’écran de la salle et réessayez.',
  },
};

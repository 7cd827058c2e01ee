// The words of a secret vote and of a vote by name, in the three languages side by side.

/** @type {import('../../shared/i18n.js').Dictionaries} */
export const words = {
  ar: {
    secrecy_secret: 'اقتراع سري: لا يُسجَّل مع ورقتك اسمك ولا مجموعتك، وتظهر النتيجة بعد الإغلاق.',
    secrecy_named: 'تصويت بالاسم: سيظهر اسمك بجانب اختيارك في التقرير.',
    name_label: 'اسمك',
    name_give: 'استعمل هذا الاسم',
    name_as: 'تصوّت باسم',
    name_is: 'تصوّت باسم {name}',
  },
  en: {
    secrecy_secret: 'Secret vote: neither your name nor your group stands with your ballot; the result shows after closing.',
    secrecy_named: 'Named vote: your name will stand beside your choice in the report.',
    name_label: 'Your name',
    name_give: 'Use this name',
    name_as: 'You vote as',
    name_is: 'You vote as {name}',
  },
  fr: {
    secrecy_secret: 'Scrutin secret : ni votre nom ni votre groupe ne figurent avec votre bulletin ; le résultat apparaît après la clôture.',
    secrecy_named: 'Vote nominatif : votre nom figurera à côté de votre choix dans le rapport.',
    name_label: 'Votre nom',
    name_give: 'Utiliser ce nom',
    name_as: 'Vous votez sous le nom de',
    name_is: 'Vous votez sous le nom de {name}',
  },
};

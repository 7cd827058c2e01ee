// The words of the participatory budget, in the three languages side by side.

/** @type {import('../../../shared/i18n.js').Dictionaries} */
export const words = {
  ar: {
    rule_budget: 'الموازنة {budget}. اختر المشاريع التي ترى تمويلها. لك أن تتجاوز الموازنة، والفرز يحدد ما يُموَّل.',
    budget_spent: 'اخترت {spent} من {budget}',
    budget_over: 'اخترت {spent}، أي أكثر من الموازنة {budget}',
    cost: 'الكلفة {cost}',
  },
  en: {
    rule_budget: 'The budget is {budget}. Choose the projects that you would fund. You may go beyond the budget; the count decides what is funded.',
    budget_spent: '{spent} of {budget} chosen',
    budget_over: '{spent} chosen, more than the budget of {budget}',
    cost: 'Cost {cost}',
  },
  fr: {
    rule_budget: 'Le budget est de {budget}. Choisissez les projets que vous financeriez. Vous pouvez dépasser le budget : le décompte décide de ce qui est financé.',
    budget_spent: '{spent} choisis sur {budget}',
    budget_over: '{spent} choisis, plus que le budget de {budget}',
    cost: 'Coût {cost}',
  },
};

// A part of a view that is a late module: until it is there the phone says that it is coming.

import { el, setText } from '../shared/dom.js';

/**
 * @param {Pick<import('./phone.js').Context, 'i18n'|'late'>} context @param {string} name of the module
 * @param {(part: any) => import('./phone.js').Mounted} make @param {(wait: HTMLElement) => HTMLElement} [around] what stands around the sentence
 * @returns {import('./phone.js').Mounted}
 */
export function createLater({ i18n, late }, name, make, around = (wait) => wait) {
  const wait = el('p', { class: 'soft' }), root = el('div', { class: 'later' }, around(wait));
  let view = /** @type {import('./phone.js').Mounted|null} */ (null);
  return {
    root,
    update(...args) {
      const part = late.get(name);
      if (part && !view) {
        view = make(part);
        root.replaceChildren(view.root);
      }
      if (view) view.update(...args);
      else setText(wait, i18n.t(late.troubled ? 'late_trouble' : 'late'));
    },
  };
}

/** The result of a round; nobody needs its pictures before a vote. @param {import('./phone.js').Context} context */
export const createOutcome = (context) => createLater(context, 'results', (part) => part.createResults(context.i18n, context.kindOf));

/** The same as a view of its own. @param {import('./phone.js').Context} context @param {import('./voting.js').Voting} voting */
export const createResultsView = (context, voting) => createLater(context, 'results', (part) => part.createResultsView(context, voting),
  (wait) => el('section', { class: 'view', 'data-view': 'results' }, wait));

/** My receipts and their proofs. @param {import('./phone.js').Context} context */
export const createReceiptsView = (context) => createLater(context, 'receipts', (part) => part.createReceipts(context, context.session),
  (wait) => el('section', { class: 'view', 'data-view': 'receipts' }, wait));

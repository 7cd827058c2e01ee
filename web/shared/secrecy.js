// Who may know of a ballot whose it is: chosen before a vote opens, locked afterwards. An item that says nothing is pseudonymous.

/** @typedef {import('./wire.js').Secrecy} Secrecy */
/** @typedef {{kind?: string, secrecy?: Secrecy, status?: string}} Item */

/** @type {readonly Secrecy[]} */
export const SECRECIES = ['secret', 'pseudonymous', 'named'];

/** @param {{secrecy?: Secrecy}|null|undefined} item @returns {Secrecy} */
export const secrecyOf = (item) => item?.secrecy ?? 'pseudonymous';

/** A secret vote that is open: nobody sees what it comes to before it is closed. @param {Item|null|undefined} item */
export const isSealed = (item) => secrecyOf(item) === 'secret' && item?.status === 'open';

/** What the badge of a vote says; nothing on a pseudonymous one, which is the rule. @param {import('./i18n.js').I18n} i18n @param {Item|null|undefined} item */
export function badgeText(i18n, item) {
  const secrecy = secrecyOf(item);
  return item?.kind === 'vote' && secrecy !== 'pseudonymous' ? i18n.t(`secrecy_${secrecy}`) : '';
}

// The one object that the parts of the desk share: what is known, what is looked at, and how to act.

/** @typedef {import('../shared/i18n.js').I18n} I18n */
/** @typedef {import('../shared/store.js').State} State */
/** @typedef {import('./acts.js').Act} Act */
/** @typedef {import('./acts.js').Answer} Answer */
/** @typedef {import('./keys.js').Command} Command */
/** @typedef {import('./ui.js').Ui} Ui */
/** @typedef {{root: Element, update: () => void}} Part a piece of the page: made once for a language, then kept in step */
/**
 * @typedef {object} Desk
 * @property {I18n} i18n
 * @property {ReturnType<typeof import('../shared/theme.js').createTheme>} theme
 * @property {State} state
 * @property {Ui} ui
 * @property {(part: Partial<Ui>) => void} change
 * @property {(act: Act) => Promise<Answer>} ask sends an act; the caller shows a refusal
 * @property {(act: Act) => Promise<Answer>} perform sends an act; a refusal is shown by itself
 * @property {(does: string, item?: string) => boolean} pending
 * @property {() => number} clock the server's time
 * @property {() => number | null} latency in milliseconds, null while unknown
 * @property {ReturnType<typeof import('./notices.js').createNotices>} notices
 * @property {ReturnType<typeof import('./commands.js').createCommands>} commands
 * @property {Dialogs} dialogs
 */
/**
 * @typedef {object} Dialogs
 * @property {() => void} keys
 * @property {() => void} addresses
 * @property {() => void} newVote
 * @property {() => void} newSlide
 * @property {(item: import('../shared/wire.js').Item) => void} edit
 * @property {(item: import('../shared/wire.js').Item) => void} amend
 * @property {(item: import('../shared/wire.js').Item) => void} annul
 * @property {(item: import('../shared/wire.js').Item) => void} remove
 * @property {(item: import('../shared/wire.js').Item) => void} round
 */

export {};

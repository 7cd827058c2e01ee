// Which key does what. Letters are read from the character where it is a Latin one, and from the key's place on the
// board otherwise, so Q is Q on an Arabic, a French and an English keyboard. Pure: the page hands in the event's facts.

/** @typedef {'step'|'next'|'previous'|'full'|'qr'|'black'|'reveal'|'close'|'freeze'|'keys'} Command */
/**
 * @typedef {object} Press
 * @property {string} key
 * @property {string} code
 * @property {boolean} [repeat]
 * @property {boolean} [ctrlKey]
 * @property {boolean} [metaKey]
 * @property {boolean} [altKey]
 * @property {boolean} [isComposing]
 */
/**
 * @typedef {object} Around
 * @property {'rtl'|'ltr'} direction of the page: in Arabic the left arrow goes on
 * @property {boolean} singles whether single characters act (they can be switched off)
 * @property {boolean} typing the focus is in something one types into
 * @property {boolean} pressing the focus was brought by keyboard to something that Space or Enter press
 */

/** Two presses of one command within this time are one: clickers and tired switches bounce. */
export const BOUNCE_MS = 300;

/** @type {Record<string, Command>} */
const LETTERS = { f: 'full', q: 'qr', b: 'black', r: 'reveal', c: 'close', z: 'freeze' };

/**
 * The command of a press, or null where the key belongs to the browser or to a field.
 * @param {Press} press
 * @param {Around} around
 * @returns {Command | null}
 */
export function commandOf(press, around) {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || around.typing) return null;
  if (press.key === ' ' || press.code === 'Space') return around.pressing ? null : 'step';
  const forward = around.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = around.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (press.key === 'PageDown' || press.key === 'ArrowDown' || press.key === forward) return 'next';
  if (press.key === 'PageUp' || press.key === 'ArrowUp' || press.key === back) return 'previous';
  // A key's name ("Enter", "F5") is ASCII; lam-alef on the Arabic board is one key that comes as two characters.
  if (!around.singles || /^[!-~]{2,}$/u.test(press.key)) return null;
  if (press.key === '?' || press.key === '؟') return 'keys';
  // Clickers blank the screen with the key of the full stop, whatever the layout makes of it.
  if (press.key === '.' || press.code === 'Period') return 'black';
  const letter = /^[a-z]$/iu.test(press.key) ? press.key.toLowerCase() : letterAt(press.code);
  return LETTERS[letter] ?? null;
}

/**
 * Says whether a press is to be obeyed: no auto-repeat, and no second one of the same command within BOUNCE_MS.
 * @returns {(command: Command, press: Press, at: number) => boolean}
 */
export function steady() {
  /** @type {Map<Command, number>} */
  const last = new Map();
  return (command, press, at) => {
    const before = last.get(command);
    if (press.repeat || (before !== undefined && at - before < BOUNCE_MS)) return false;
    last.set(command, at);
    return true;
  };
}

/** @param {string} code */
function letterAt(code) {
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : '';
}

// What the page's one polite status region says, and when: the newest sentence wins, and a listener hears at most one
// every ten seconds. Pure: the time comes in.

const GAP_MS = 10_000;   // WCAG 4.1.3 practice: summarise, do not stream

export class Announcer {
  #last = -Infinity;
  /** @type {string|null} */
  #waiting = null;
  #said = '';

  /**
   * @param {string} sentence
   * @param {number} now milliseconds
   * @returns {string|null} what to say now, if anything
   */
  offer(sentence, now) {
    if (sentence === (this.#waiting ?? this.#said)) return this.due(now);
    this.#waiting = sentence;
    return this.due(now);
  }

  /** @param {number} now milliseconds */
  due(now) {
    if (this.#waiting === null || now - this.#last < GAP_MS) return null;
    const sentence = this.#waiting;
    this.#last = now;
    this.#said = sentence;
    this.#waiting = null;
    return sentence;
  }

  /** How long until something that waits may be said; null when nothing waits. @param {number} now milliseconds */
  wait(now) {
    return this.#waiting === null ? null : Math.max(0, GAP_MS - (now - this.#last));
  }
}

// Which page of a long list, or which round of a count, is on the wall. Pages turn by themselves, slowly, until a key turns
// one: from then on the person at the keys decides. Pure: the time comes in.

const TURN_MS = 12_000;   // long enough to read twelve lines aloud

/**
 * @typedef {object} Way
 * @property {boolean} [once] a story: it is told once and stays at its end, instead of beginning anew
 * @property {boolean} [ended] it begins at its end, and stays there while it grows
 * @property {number} [ms] how long a page stands
 */

export class Pager {
  #pages = 1;
  #page = 0;
  #turned = 0;
  #by_itself = true;
  #list = '';
  /** @type {Way} */
  #way = {};

  /** @param {string} list what is paged: another list starts at its first page @param {number} pages @param {number} now @param {Way} [way] */
  set(list, pages, now, way = {}) {
    const at_end = this.#page === this.#pages - 1;
    this.#way = way;
    if (list !== this.#list) {
      this.#list = list;
      this.#page = way.ended ? pages - 1 : 0;
      this.#by_itself = true;
      this.#turned = now;
    } else if (way.ended && at_end) this.#page = pages - 1;
    this.#pages = pages;
    this.#page = Math.min(this.#page, pages - 1);
  }

  get page() { return this.#page; }
  get pages() { return this.#pages; }
  get story() { return this.#way.once === true; }

  /** By a key. @param {1|-1} step */
  turn(step) {
    this.#by_itself = false;
    const next = this.#page + step;
    this.#page = this.#way.once ? Math.max(0, Math.min(next, this.#pages - 1)) : (next + this.#pages) % this.#pages;
  }

  /** By a key: to the first page, or to the last. @param {'first'|'last'} end */
  go(end) {
    this.#by_itself = false;
    this.#page = end === 'first' ? 0 : this.#pages - 1;
  }

  /**
   * Whether something holds on every page; the page on the wall is the same afterwards.
   * @param {() => boolean} holds is asked with each page in turn as the one on the wall
   */
  every(holds) {
    const page = this.#page;
    let all = true;
    for (let each = 0; all && each < this.#pages; each += 1) {
      this.#page = each;
      all = holds();
    }
    this.#page = page;
    return all;
  }

  /** By itself. @param {number} now @param {boolean} still while frozen nothing turns @returns {boolean} whether it turned */
  tick(now, still) {
    if (this.#pages < 2 || !this.#by_itself) return false;
    if (this.#way.once && this.#page === this.#pages - 1) return false;
    if (still) this.#turned = now;
    if (now - this.#turned < (this.#way.ms ?? TURN_MS)) return false;
    this.#turned = now;
    this.#page = (this.#page + 1) % this.#pages;
    return true;
  }
}

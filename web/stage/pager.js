// Which page of a long list is on the wall. Pages turn by themselves, slowly, until a key turns one: from then on the
// person at the keys decides. Pure: the time comes in.

const TURN_MS = 12_000;   // long enough to read twelve lines aloud

export class Pager {
  #pages = 1;
  #page = 0;
  #turned = 0;
  #by_itself = true;
  #list = '';

  /** @param {string} list what is paged: another list starts at its first page @param {number} pages @param {number} now */
  set(list, pages, now) {
    if (list !== this.#list) {
      this.#list = list;
      this.#page = 0;
      this.#by_itself = true;
      this.#turned = now;
    }
    this.#pages = pages;
    this.#page = Math.min(this.#page, pages - 1);
  }

  get page() { return this.#page; }
  get pages() { return this.#pages; }

  /** By a key. @param {1|-1} step */
  turn(step) {
    this.#by_itself = false;
    this.#page = (this.#page + step + this.#pages) % this.#pages;
  }

  /** By itself. @param {number} now @param {boolean} still while frozen nothing turns @returns {boolean} whether it turned */
  tick(now, still) {
    if (this.#pages < 2 || !this.#by_itself) return false;
    if (still) this.#turned = now;
    if (now - this.#turned < TURN_MS) return false;
    this.#turned = now;
    this.#page = (this.#page + 1) % this.#pages;
    return true;
  }
}

// Numbered points on a plane, none over another: a point keeps its true place if it can, and else takes the nearest free one
// on a spiral, with a line back to where it belongs. Pure, and the same for the same votes.

/** @typedef {{x: number, y: number}} Point */

const TURN = 2.399963;   // the golden angle: successive tries lie evenly about the true place

/**
 * @param {readonly Point[]} points true places, those that matter most first
 * @param {{width: number, height: number}} box @param {number} radius of a point, with its gap
 * @returns {Point[]} where each is drawn
 */
export function apart(points, box, radius) {
  /** @type {Point[]} */
  const drawn = [];
  const inside = (/** @type {Point} */ { x, y }) => ({ x: Math.min(Math.max(x, radius), box.width - radius), y: Math.min(Math.max(y, radius), box.height - radius) });
  const free = (/** @type {Point} */ at) => drawn.every(({ x, y }) => Math.hypot(x - at.x, y - at.y) >= 2 * radius - 1e-6);
  for (const point of points) {
    let at = inside(point);
    // Each try is a little farther out; where the plane is full, the last try stands.
    for (let turn = 1; turn < 900 && !free(at); turn += 1) {
      const far = radius * 0.32 * Math.sqrt(turn) * 1.2;
      at = inside({ x: point.x + far * Math.cos(turn * TURN), y: point.y + far * Math.sin(turn * TURN) });
    }
    drawn.push(at);
  }
  return drawn;
}

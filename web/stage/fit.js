// Finding the largest type at which a list still fits its place. The candidates stand in order of preference and are tried
// on the real page, because only the browser knows where an Arabic line breaks. Pure but for the two functions it is given.

/**
 * @template Candidate
 * @param {readonly Candidate[]} candidates best first; not empty
 * @param {(candidate: Candidate) => void} apply
 * @param {() => boolean} fits
 * @returns {{candidate: Candidate, fits: boolean}} the first that fits, or the last, applied in both cases
 */
export function firstThatFits(candidates, apply, fits) {
  for (const candidate of candidates) {
    apply(candidate);
    if (fits()) return { candidate, fits: true };
  }
  return { candidate: candidates[candidates.length - 1], fits: false };
}

/**
 * Whether a place holds its content. Boxes are compared and not ink: Cairo's glyph boxes reach far out of their lines, and a
 * browser counts that as overflow. A pixel is granted to rounding.
 * @param {HTMLElement} place @param {HTMLElement} content
 */
export function holds(place, content) {
  return content.offsetHeight <= place.clientHeight + 1 && content.scrollWidth <= place.clientWidth + 1;
}

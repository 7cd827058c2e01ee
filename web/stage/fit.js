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

/** Whether an element holds its content; a pixel is granted to rounding. @param {HTMLElement} element */
export function holds(element) {
  return element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;
}

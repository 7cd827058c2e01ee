// Finding the largest type at which a list still fits its place. The candidates stand in order of preference and are tried
// on the real page, because only the browser knows where an Arabic line breaks. Pure but for the two functions it is given.

/**
 * Candidates come in blocks, such as "all on one page" and then "on two pages". Where not even the most compact of a block
 * fit, the block is left without trying the others, so that a long list costs a few layouts and not hundreds.
 * @template {{compact?: boolean}} Candidate
 * @param {readonly (readonly Candidate[])[]} blocks best first, each with at least one compact candidate
 * @param {(candidate: Candidate) => void} apply
 * @param {(candidate: Candidate) => boolean} fits
 * @returns {{candidate: Candidate, fits: boolean}} the first that fits, or the last compact one, applied in both cases
 */
export function firstThatFits(blocks, apply, fits) {
  const tried = (/** @type {Candidate} */ candidate) => {
    apply(candidate);
    return fits(candidate);
  };
  let last = blocks[blocks.length - 1][0];
  for (const block of blocks) {
    const compact = block.filter((each) => each.compact);
    last = compact[compact.length - 1] ?? last;
    if (!compact.some(tried)) continue;
    for (const candidate of block) if (tried(candidate)) return { candidate, fits: true };
  }
  apply(last);
  return { candidate: last, fits: false };
}

/**
 * Whether a place holds its content. Boxes are compared and not ink: Cairo's glyph boxes reach far out of their lines, and a
 * browser counts that as overflow. A pixel is granted to rounding.
 * @param {HTMLElement} place @param {HTMLElement} content
 */
export function holds(place, content) {
  return content.offsetHeight <= place.clientHeight + 1 && content.scrollWidth <= place.clientWidth + 1;
}

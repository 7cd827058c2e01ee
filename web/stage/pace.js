// Draws at most ten times a second, the newest state each time: the first change at once, what follows in step.

const STEP_MS = 100;

/**
 * @param {{now: () => number, setTimeout: (run: () => void, ms: number) => unknown, frame: (run: () => void) => unknown}} env
 * @returns {(run: () => void) => void} one run is outstanding at most; the caller sees to that
 */
export function paced(env) {
  let last = -Infinity;
  return (run) => {
    const draw = () => env.frame(() => { last = env.now(); run(); });
    const wait = last + STEP_MS - env.now();
    if (wait <= 0) draw();
    else env.setTimeout(draw, wait);
  };
}

// Waiting for conditions. Nothing in these tests waits for a time to pass.

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Asks again and again until the answer is truthy, and gives that answer.
 * @template T
 * @param {string} what goes into the failure: "the stage shows 3 ballots"
 * @param {() => T | Promise<T>} ask may throw while things are in motion; the last error is told
 * @param {{timeoutMs?: number, tell?: () => Promise<unknown>}} [options] tell: what there was instead
 */
export async function until(what, ask, { timeoutMs = 30_000, tell } = {}) {
  const end = Date.now() + timeoutMs;
  let trouble;
  for (let wait = 10; ; wait = Math.min(100, wait * 1.5)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > end) break;
    await pause(wait);
  }
  const instead = tell ? `; there was ${JSON.stringify(await tell().catch((error) => error.message))}` : "";
  throw new Error(`waited ${timeoutMs / 1000} s in vain: ${what}${instead}${trouble ? ` (${trouble.message})` : ""}`);
}

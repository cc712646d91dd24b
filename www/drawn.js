// What `run()` promises: all that is asked for, computed and drawn.

/** @typedef {import("./types.js").Content} Content */

/**
 * @param {import("./element.js").RecursiveTrapElement} trap
 * @param {() => Promise<Content>} ask  for what the element holds, as soon as there is any
 * @param {AbortSignal} left  the element was taken out of the page
 * @param {AbortSignal} [signal]  the caller has given it up
 * @returns {Promise<void>}
 */
export function drawn(trap, ask, left, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const end = new AbortController();
    /** @type {Content | undefined} */
    let content;
    const ended = () => {
      end.abort();
      content?.urge(false);
    };
    const look = () => {
      if (!trap.complete) return;
      ended();
      resolve();
    };
    for (const name of ["complete", "facts"]) trap.addEventListener(`recursive-trap-${name}`, look, { signal: end.signal });
    const refuse = (/** @type {unknown} */ reason) => {
      ended();
      reject(reason);
    };
    trap.addEventListener("recursive-trap-error", (event) => {
      const { message, code } = /** @type {CustomEvent<{ message: string, code: string }>} */ (event).detail;
      refuse(Object.assign(new Error(message), { code }));
    }, { signal: end.signal });
    left.addEventListener("abort", () => refuse(left.reason), { signal: end.signal });
    signal?.addEventListener("abort", () => {
      content?.halt();
      refuse(signal.reason);
    }, { signal: end.signal });
    ask().then((asked) => {
      if (end.signal.aborted) return;
      content = asked;
      content.urge(true);
      if (!content.complete) content.restart();
      look();
    });
  });
}

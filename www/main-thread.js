// The engine behind a worker's interface, on the thread of the page: for pages where no worker may start.

import { serve } from "./engine.js";

/** @typedef {import("./types.js").Engine} Engine */

/**
 * @param {import("./types.js").Bindings} bindings
 * @returns {Engine}
 */
export function mainThread(bindings) {
  let open = true;
  let latest = 0;
  /** @type {import("./types.js").EnginePort} */
  const inner = {
    onmessage: null,
    postMessage: (data) => {
      if (open) outer.onmessage?.({ data });
    },
  };
  /** @type {Engine} */
  const outer = {
    onmessage: null,
    onerror: null,
    postMessage(data) {
      if (data.type === "run") latest = data.run;
      // Later, as with a worker: the caller's handlers are in place before the answer comes.
      queueMicrotask(() => open && inner.onmessage?.({ data }));
    },
    terminate() {
      open = false;
      inner.onmessage?.({ data: { type: "cancel", run: latest } });
    },
  };
  serve(inner, bindings);
  return outer;
}

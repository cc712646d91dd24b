// Places of the wasm and of the worker that the page has named.

/** @type {{ wasm?: string, worker?: string }} */
export const named = {};

/**
 * One page has one wasm: of several places the first one counts.
 * @param {"wasm" | "worker"} file
 * @param {string} address  relative to the page
 */
export function place(file, address) {
  named[file] ??= address;
}

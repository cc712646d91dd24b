// The rest of the code, asked for when a reader comes near the first element.

/** The rest of the code, once for all elements. @type {Promise<typeof import("./content.js")> | undefined} */
let loading;
/** Why it has not come. @type {unknown} */
let failed;
let failures = 0;

/**
 * A module that has failed to come is never asked for again under the same address. Beside this script, and spelt so that
 * bundlers, which have put it elsewhere, do not look for it. A page that says by hash what may run knows no other address.
 * @param {unknown} error  why it failed to come
 */
async function again(error) {
  if ([...document.querySelectorAll("script[type=importmap]")].some(({ textContent }) => textContent?.includes('"integrity"'))) throw error;
  const address = new URL(import.meta.url);
  address.pathname = address.pathname.replace(/[^/]*$/, "content.js");
  address.search = `?attempt=${++failures}`;
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address.href);
}

/** @returns {Promise<typeof import("./content.js")>} */
export function loadContent() {
  loading ??= (failed === undefined ? import("./content.js") : again(failed)).catch((error) => {
    failed = error;
    loading = undefined;
    throw error;
  });
  return loading;
}

// The script that is a whole: with the wasm, the worker and the texts inside, it runs pasted into a page and from a `file:` address.

import { inline } from "./assets.js";
import mobyDick from "./corpora/moby-dick.txt";
import sotu from "./corpora/sotu.txt";
import { RecursiveTrapElement } from "./element.js";
import wasm from "./pkg/recursive_trap.wasm";

inline({ wasm: async () => bytes(wasm), corpora: { "moby-dick": mobyDick, sotu } });
RecursiveTrapElement.define();

/** Not fetched from a `data:` address, which the page's Content-Security-Policy may forbid. @param {string} base64 */
function bytes(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

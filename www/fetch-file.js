// A file that does not come, and why: what the browser says is the same whatever kept it away.

import { Failure, classify } from "./failure.js";
import { concerns, watched } from "./violations.js";

/**
 * @param {URL} url
 * @returns {Promise<Response>}
 */
export async function fetchFile(url) {
  const tried = await watched(() => fetch(url));
  if ("error" in tried) {
    const violation = tried.violations.find((event) => concerns(event, url));
    throw classify(tried.error, { file: url, ...(violation ? { violation } : { readable: await readable(url) }) });
  }
  if (!tried.value.ok) throw classify(undefined, { file: url, status: tried.value.status });
  return tried.value;
}

/** @param {URL} url */
export async function fetchText(url) {
  const response = await fetchFile(url);
  const text = await response.text().catch((error) => {
    throw classify(error, { file: url });
  });
  if (isHtml(text)) throw new Failure("mime", `${url.pathname} is an HTML page`, { file: url });
  return text;
}

/** Many servers send a page of theirs for a file that they do not have, and call it a success. @param {string} text */
export const isHtml = (text) => /^\s*<(!doctype|html|head|body|!--)/i.test(text.slice(0, 200));

/**
 * Whether another origin's file is kept from us by its server alone: then it comes to who does not ask to read it. The
 * policy of the page has let the first request pass, so that this one is no violation either.
 * @param {URL} url
 */
async function readable(url) {
  if (url.origin === globalThis.origin) return true;
  return fetch(url, { mode: "no-cors" }).then(() => false, () => true);
}

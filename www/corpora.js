// The human texts, fetched once per page.

/** @type {Map<string, Promise<string>>} */
const loaded = new Map();

/**
 * @param {string} name  one of `CORPORA`
 * @returns {Promise<string>}
 */
export function loadCorpus(name) {
  let text = loaded.get(name);
  if (!text) {
    text = fetchText(new URL(`./corpora/${name}.txt`, import.meta.url));
    text.catch(() => loaded.delete(name));
    loaded.set(name, text);
  }
  return text;
}

/** @param {URL} url */
async function fetchText(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The text ${url.pathname} could not be loaded (status ${response.status}).`);
  return response.text();
}

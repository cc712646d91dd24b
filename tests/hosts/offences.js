// The control: everything that no host may see, done on purpose. What is heard of it would be heard of the element, too.
(() => {
  const { away } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  /** @param {() => void} offence */
  const commit = (offence) => {
    try {
      offence();
    } catch { /* What is thrown here is heard as a violation. */ }
  };
  const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("recursive-trap", { createScriptURL: (/** @type {string} */ url) => url });
  /** @param {string} url */
  const trusted = (url) => policy?.createScriptURL(url) ?? url;

  setTimeout(() => {
    throw new Error("on purpose");
  });
  Promise.reject(new Error("on purpose"));
  commit(() => document.body.setAttribute("style", "color: red"));
  commit(() => document.createElement("p").innerHTML = "<b>a string</b>");
  fetch(`${away}/elsewhere`).catch(() => {});
  const absent = document.createElement("script");
  absent.src = trusted("tests/hosts/absent.js");
  document.head.append(absent);
  const source = `fetch(${JSON.stringify(`${away}/elsewhere`)}).catch(() => {}); setTimeout(() => Promise.reject(new Error("on purpose")));`;
  new Worker(trusted(URL.createObjectURL(new Blob([source], { type: "text/javascript" }))));
})();

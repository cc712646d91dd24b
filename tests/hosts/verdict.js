// Hears everything that goes wrong on a host's page, in its workers and in its frame, waits for one element after the
// other, and says what came of them: in `window.verdict`, and as JSON in the page's <output>, so that any driver can read
// it. A classic script, loaded before the element; it breaks no policy itself.
(() => {
  const PATIENCE = 10_000;
  /** Words that no human text of the project has. */
  const PASTED = Array.from({ length: 60 }, (_, i) => `The zebrafinch number ${i % 7} sings to the axolotl of ward ${i % 11}.`).join(" ");

  const { leaking, linger = 50 } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  /** @type {import("./hosts.mjs").Verdict} */
  const verdict = {
    done: false, heard: [], workers: 0, elements: [], thread: "", pasted: null,
    origin: self.origin, storage: true, typed: "trustedTypes" in globalThis, wasm: typeof WebAssembly === "object",
  };
  /** @type {any} */ (globalThis).verdict = verdict;
  /** @type {{ type: string, element: EventTarget | null, detail: any }[]} */
  const events = [];

  /** @param {string} line */
  const hear = (line) => verdict.heard.push(line);
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => hear(`violation ${effectiveDirective} ${blockedURI} ${sample}`));
  addEventListener("unhandledrejection", ({ reason }) => hear(`rejection ${reason}`));
  addEventListener("error", ({ message, target }) => hear(message === undefined ? `missing ${/** @type {any} */ (target)?.src ?? target}` : `error ${message}`), true);
  for (const type of ["ready", "complete", "error"]) {
    addEventListener(`recursive-trap-${type}`, (event) => events.push({ type, element: event.target, detail: /** @type {CustomEvent} */ (event).detail }));
  }

  // A worker's violations and rejections are heard in the worker only: some lines behind its source pass them on.
  const listening = `
    {
      const tell = (overheard) => postMessage({ overheard });
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => tell("violation " + effectiveDirective + " " + blockedURI));
      addEventListener("unhandledrejection", ({ reason }) => tell("rejection " + reason));
      addEventListener("error", ({ message }) => tell("error " + message));
      tell("hello");
    }\n`;
  const around = /** @type {any} */ (globalThis)[Symbol.for("around the worker")];
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => createObjectURL(blob instanceof Blob && blob.type === "text/javascript" ? new Blob([around.before, blob, listening, around.after], { type: blob.type }) : blob);
  globalThis.Worker = class extends Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      // Before any listener of the element's, and kept from those.
      this.addEventListener("message", (event) => {
        const overheard = event.data?.overheard;
        if (overheard === undefined) return;
        event.stopImmediatePropagation();
        if (overheard === "hello") verdict.workers++;
        else hear(`worker ${overheard}`);
      });
    }
  };

  /** @param {number} duration */
  const pause = (duration) => new Promise((done) => setTimeout(done, duration));

  /** Waits until something is so, and says whether it is. @param {() => unknown} condition */
  async function until(condition) {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(20)) if (condition()) return true;
    return false;
  }

  /** @param {Element} element */
  const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
  /** @param {Element} element */
  const failure = (element) => events.find((event) => event.element === element && event.type === "error");
  /** @param {any} element */
  const finished = (element) => element.complete === true && events.some((event) => event.element === element && event.type === "complete");

  /** More than one colour on every canvas that has room, be it behind a bet. @param {Element} element */
  function drawn(element) {
    const canvases = [...(element.shadowRoot?.querySelectorAll("canvas") ?? [])].filter((canvas) => canvas.getClientRects().length > 0);
    return canvases.length > 0 && canvases.every((canvas) => {
      const { width, height } = canvas;
      if (width === 0 || height === 0) return false;
      const pixels = new Uint32Array(canvas.getContext("2d")?.getImageData(0, 0, width, height).data.buffer ?? []);
      return pixels.some((pixel) => pixel !== pixels[0]);
    });
  }

  /** @param {HTMLElement} element */
  async function watch(element) {
    const name = element.getAttribute("scene") ?? "instrument";
    element.scrollIntoView();
    await until(() => customElements.get("recursive-trap") || verdict.heard.some((line) => /^(error|missing)/.test(line)));
    if (customElements.get("recursive-trap")) await until(() => finished(element) || failure(element));
    const still = element.firstElementChild;
    const replaced = () => !(still && shown(still)) && drawn(element);
    // It says that it is complete before the figure takes the still's place, or after it.
    await (finished(element) ? until(() => replaced() || failure(element)) : pause(100));
    const outcome = failure(element) ? "refused" : finished(element) ? "complete" : customElements.get("recursive-trap") ? "silent" : "never defined";
    const alert = element.shadowRoot?.querySelector(".alert");
    const told = alert && shown(alert) ? alert.textContent ?? "" : "";
    verdict.elements.push({ name, outcome, message: failure(element)?.detail.message ?? "", told, still: still !== null && shown(still), drawn: drawn(element) });
    return outcome;
  }

  /** Has an instrument run a text of the reader's own. @param {any} element */
  async function paste(element) {
    const from = Date.now();
    element.text = PASTED;
    if (!(await until(() => element.complete))) return;
    const data = element.data();
    const own = data.settings.corpus === null && data.generations.every((/** @type {any} */ { sample }) => /zebrafinch/.test(sample));
    verdict.pasted = { from, to: Date.now(), own };
  }

  function storage() {
    try {
      return Boolean(localStorage && indexedDB);
    } catch {
      return false;
    }
  }

  async function report() {
    for (const element of document.querySelectorAll("recursive-trap")) {
      const outcome = await watch(/** @type {HTMLElement} */ (element));
      if (outcome === "complete" && !element.hasAttribute("scene")) await paste(element);
    }
    verdict.thread = events.find(({ type }) => type === "ready")?.detail.thread ?? "";
    verdict.storage = storage();
    const probes = () => verdict.heard.filter((line) => /^worker probe/.test(line)).length;
    if (leaking) await until(() => probes() >= 4 * verdict.workers);
    await pause(Number(linger));
  }

  function end() {
    verdict.done = true;
    const output = document.querySelector("output");
    if (output) output.textContent = JSON.stringify(verdict);
    if (parent !== self) parent.postMessage({ verdict }, "*");
  }

  // The page around a frame says what the frame says, and what it has heard itself.
  addEventListener("message", ({ data, source }) => {
    if (source !== document.querySelector("iframe")?.contentWindow || !data?.verdict) return;
    Object.assign(verdict, data.verdict, { heard: [...verdict.heard, ...data.verdict.heard] });
    end();
  });
  addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector("iframe")) report().catch((error) => hear(`rejection of the verdict's own: ${error}`)).finally(end);
  });
})();

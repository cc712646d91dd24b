// The pages that <recursive-trap> may find itself on, and what has to come of it there: one table for every engine.

/**
 * @typedef {object} Host
 * @property {string} id  its folder on the server
 * @property {string} title
 * @property {string} [policy]  Content-Security-Policy of the page that holds the element; HERE and ELSEWHERE are the two origins
 * @property {Record<string, string>} [files]  headers of every file
 * @property {string} [wasm]  MIME type of the wasm
 * @property {"storage" | "worker" | "wasm"} [without]  what the page takes away before any other script
 * @property {true} [elsewhere]  element, wasm, worker and texts come from another origin
 * @property {true} [framed]  the page lies in a frame of an opaque origin
 * @property {true} [leaking]  the worker is made to try to send something away
 * @property {true} [control]  the page does everything wrong that there is, to show that it would be heard
 * @property {"worker" | "main"} [thread]  where the engine has to run
 * @property {RegExp} [still]  the still has to stay, and the reader has to be told this cause
 * @property {RegExp} [allowed]  what may be heard: what the page's policy was made to refuse
 * @property {RegExp[]} [demanded]  what has to be heard
 */

/** Where an article loads the element from: the one place that says so. */
export const ELEMENT = "/dist/define.js";
/** The wasm, the worker and the texts lie beside it. */
const FOLDER = ELEMENT.slice(0, ELEMENT.lastIndexOf("/") + 1);

/** What the README asks of a page's policy, and no word more. */
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'; connect-src 'self'";
const TYPED = `${STRICT}; require-trusted-types-for 'script'; trusted-types recursive-trap`;
/** What any static host for files that others load sends; a frame of an opaque origin needs it, too. */
const SHARED = { "access-control-allow-origin": "*" };

/** @type {readonly Host[]} */
export const HOSTS = [
  // First: where this row fails, the silence of the others says nothing.
  {
    id: "control", title: "control: all offences are heard", policy: TYPED, control: true, allowed: /./,
    demanded: [/^violation style-src/, /^violation require-trusted-types-for/, /^violation connect-src .*elsewhere/, /^worker violation connect-src/, /^error .*on purpose/, /^rejection .*on purpose/, /^worker rejection .*on purpose/, /^missing .*absent\.js/],
  },
  { id: "plain", title: "plain", thread: "worker" },
  { id: "strict", title: "strict CSP", policy: STRICT, thread: "worker" },
  { id: "typed", title: "strict CSP with Trusted Types", policy: TYPED, thread: "worker" },
  { id: "elsewhere", title: "code from another origin", elsewhere: true, files: SHARED, thread: "worker" },
  {
    id: "strict-elsewhere", title: "the same under a strict CSP", elsewhere: true, files: SHARED, thread: "worker",
    policy: TYPED.replace("script-src 'self'", "script-src 'self' ELSEWHERE").replace("connect-src 'self'", "connect-src ELSEWHERE"),
  },
  { id: "sandbox", title: "sandboxed frame, opaque origin", framed: true, files: SHARED, thread: "worker" },
  // 'self' is nothing to WebKit where the origin is opaque.
  { id: "strict-sandbox", title: "the frame under a strict CSP", framed: true, files: SHARED, policy: TYPED.replaceAll("'self'", "HERE"), thread: "worker" },
  // A policy cannot be asked: whoever wants a worker has to try, and the try is reported. One for each engine that is wanted.
  { id: "no-worker", title: "worker refused by the CSP", policy: TYPED.replace("worker-src blob:", "worker-src 'none'"), thread: "main", allowed: /^violation worker-src blob/ },
  { id: "worker-throws", title: "worker refused by an exception", without: "worker", policy: TYPED, thread: "main" },
  { id: "no-storage", title: "storage blocked", without: "storage", policy: TYPED, thread: "worker" },
  { id: "mime", title: "wasm as text/plain", wasm: "text/plain", files: { "x-content-type-options": "nosniff" }, policy: TYPED, thread: "worker" },
  { id: "no-wasm", title: "no WebAssembly", without: "wasm", policy: TYPED, still: /does not run WebAssembly/ },
  { id: "wasm-forbidden", title: "WebAssembly forbidden by the CSP", policy: TYPED.replace(" 'wasm-unsafe-eval'", ""), still: /'wasm-unsafe-eval' to script-src/, allowed: /^violation script-src wasm-eval/ },
  {
    id: "leak", title: "a worker that tries to send", policy: TYPED, thread: "worker", leaking: true,
    allowed: /^(worker )?violation (connect-src|script-src|require-trusted-types-for)|^worker probe \w+ refused/,
    demanded: [/^worker probe fetch refused/, /^worker probe importScripts refused/, /^worker probe eval refused/, /^worker probe WebSocket refused/],
  },
];

/**
 * What came of a host, in the words of `verdict.js`.
 * @typedef {object} Verdict
 * @property {boolean} done
 * @property {string[]} heard
 * @property {number} workers  that have said hello
 * @property {string} origin
 * @property {boolean} storage
 * @property {boolean} typed  the browser knows Trusted Types
 * @property {boolean} wasm
 * @property {{ name: string, outcome: string, message: string, told: string, still: boolean, drawn: boolean }[]} elements
 * @property {string} thread
 * @property {{ from: number, to: number, own: boolean } | null} pasted
 */

/** What no page has asked for: some browsers look for an icon by themselves, and hold the page's policy against it. */
const NOT_OURS = /^violation img-src \S*\/favicon\.ico/;

/**
 * What this engine does not show, so that a host's good end says less there than elsewhere.
 * @param {Host} host
 * @param {Verdict | undefined} verdict
 * @param {RegExp} [deaf]
 */
export function reservations(host, verdict, deaf) {
  const found = [];
  if ((host.control || host.id === "typed") && verdict?.typed === false) found.push("knows no Trusted Types");
  if (host.control && deaf) found.push(`tells nobody of a ${deaf.source.replace("^", "")}`);
  return found;
}

/**
 * Everything that is not as it has to be; empty when all is well.
 * @param {Host} host
 * @param {Verdict | undefined} verdict
 * @param {{ requests: { at: number, path: string, elsewhere: boolean }[], reports: string[] }} traffic
 * @param {RegExp} [deaf]  what the engine tells nobody, neither page nor server
 * @returns {string[]}
 */
export function judge(host, verdict, { requests, reports }, deaf) {
  if (!verdict) return ["the page says nothing"];
  /** @type {string[]} */
  const wrong = verdict.done ? [] : ["the page has come to no end"];
  const heard = [...verdict.heard, ...reports].filter((line) => !NOT_OURS.test(line));
  wrong.push(...heard.filter((line) => !host.allowed?.test(line)));
  for (const demand of host.demanded ?? []) {
    const impossible = deaf?.test(demand.source.replace("^", "")) || (!verdict.typed && /trusted-types/.test(demand.source));
    if (!impossible && !heard.some((line) => demand.test(line))) wrong.push(`not heard: ${demand}`);
  }
  if (requests.some(({ path }) => path.endsWith("/stolen"))) wrong.push("something was sent to another origin");
  if (host.control) {
    if (reports.length === 0) wrong.push("the browser sends no reports to the server");
    return wrong;
  }
  // The host is as hostile as it says.
  if (host.framed && verdict.origin !== "null") wrong.push(`the origin is ${verdict.origin}, not opaque`);
  if (host.without === "storage" && verdict.storage) wrong.push("there is storage");
  if (verdict.wasm === (host.without === "wasm")) wrong.push(`WebAssembly is ${verdict.wasm ? "" : "not "}there`);
  const strayed = requests.filter(({ path, elsewhere }) => path.includes(FOLDER) && elsewhere !== (host.elsewhere ?? false));
  if (strayed.length > 0) wrong.push(`asked of the wrong origin: ${strayed.map(({ path }) => path)}`);
  if (!requests.some(({ path }) => path === `/${host.id}${ELEMENT}`)) wrong.push(`nobody asked for ${ELEMENT}`);

  if (verdict.elements.length !== 2) wrong.push(`${verdict.elements.length} elements instead of 2`);
  for (const { name, outcome, message, told, still, drawn } of verdict.elements) {
    const why = message ? ` (${message})` : "";
    if (host.still) {
      if (outcome !== "refused") wrong.push(`${name}: ${outcome}${why} instead of a refusal`);
      else if (!host.still.test(told)) wrong.push(`${name}: the reader is not told the cause, but: ${told || "nothing"}${why}`);
      if (!still) wrong.push(`${name}: the still is gone`);
    } else {
      if (outcome !== "complete") wrong.push(`${name}: ${outcome}${why}`);
      else if (still) wrong.push(`${name}: the still is there beside the figure`);
      else if (!drawn) wrong.push(`${name}: a canvas is empty`);
    }
  }
  if (host.still) return wrong;
  if (verdict.thread !== host.thread) wrong.push(`the engine runs on thread "${verdict.thread}" instead of "${host.thread}"`);
  if (verdict.workers !== (host.thread === "worker" ? 2 : 0)) wrong.push(`${verdict.workers} workers were heard`);
  if (!verdict.pasted) return [...wrong, "the pasted text was not run to its end"];
  const { from, to, own } = verdict.pasted;
  if (!own) wrong.push("the run after the paste is not of the pasted text");
  const later = requests.filter(({ at, path }) => at >= from && at <= to && !path.endsWith("/report"));
  if (later.length > 0) wrong.push(`asked for after the paste: ${later.map(({ path }) => path)}`);
  return wrong;
}

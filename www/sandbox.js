// What stands around the whole instrument on the page: an own text, undo, a pinned run, links and exports.

import { h, setText } from "./dom.js";
import { csv, embed, json, python } from "./exports.js";
import { History } from "./history.js";
import { NAMES, attributeOf } from "./protocol.js";
import { tell } from "./report.js";

/** @typedef {import("./element.js").RecursiveTrapElement} Trap */
/** @typedef {import("./types.js").Catalogue} Catalogue */
/** @typedef {Catalogue["story"]["tools"]} Words */

/** Milliseconds without a change after which a state is one that can be returned to. */
const CALM = 400;

/**
 * @param {Trap} trap
 * @param {() => string} address  a link to the page as it is now
 * @param {Catalogue} catalogue
 */
export function enhanceSandbox(trap, address, catalogue) {
  const words = catalogue.story.tools;
  const status = h("p", { class: "said", role: "status" });
  const past = undoing(trap, words);
  const shown = h("div", { class: "shown" });
  const say = (/** @type {string} */ sentence) => setText(status, sentence);
  const share = button(words.share, async () => hand(address(), words, say, shown));
  const place = trap.parentElement?.querySelector(".tools");
  place?.append(ownText(trap, catalogue, status), h("p", { class: "row" }, ...past.buttons, ...pinning(trap, words, say), share, ...exporting(trap, words, say, shown)), status, shown);
  return { rebase: past.rebase };
}

/**
 * @param {string} label
 * @param {() => void} press
 */
function button(label, press) {
  const element = h("button", { type: "button" }, label);
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") !== "true") press();
  });
  return element;
}

/**
 * @param {Trap} trap
 * @param {Catalogue} catalogue
 * @param {Element} status
 */
function ownText(trap, catalogue, status) {
  const words = catalogue.story.tools;
  const say = (/** @type {string} */ sentence) => setText(status, sentence);
  const area = h("textarea", { id: "own-text", rows: 6, spellcheck: "false", "aria-describedby": "why-own" });
  const file = h("input", { type: "file", id: "own-file", accept: "text/*,.txt,.md" });
  file.addEventListener("change", async () => {
    const text = await file.files?.[0]?.text();
    if (text === undefined) return;
    area.value = text;
    say(text.includes("\uFFFD") ? words.undecoded : "");
  });
  const back = button(words.back, () => {
    trap.text = undefined;
    use.focus();
    back.hidden = true;
    say("");
  });
  back.hidden = true;
  const use = button(words.use, () => {
    if (area.value.trim() === "") return say(words.empty);
    tryText(trap, area.value, (refused) => {
      back.hidden = trap.text === undefined;
      if (refused === "") return say(words.own);
      const reason = h("span");
      tell(reason, catalogue, refused);
      status.replaceChildren(reason, " ", words.refused);
    });
  });
  return h("details", {}, h("summary", { dir: "auto" }, words.text), h("p", { id: "why-own" }, words.whyText), h("p", {}, h("label", { for: "own-text" }, words.textLabel), area), h("p", { class: "row" }, h("label", { for: "own-file" }, words.file), file, use, back));
}

/**
 * Puts a text in place of the one before, which comes back if this one is refused.
 * @param {Trap} trap
 * @param {string} source
 * @param {(refused: string) => void} told  with the reason, or without one once the text is in use
 */
function tryText(trap, source, told) {
  const before = trap.text;
  const end = new AbortController();
  trap.addEventListener("recursive-trap-generation", () => told(""), { signal: end.signal, once: true });
  trap.addEventListener("recursive-trap-complete", () => end.abort(), { signal: end.signal });
  trap.addEventListener("recursive-trap-error", (event) => {
    end.abort();
    const { message, fatal } = /** @type {CustomEvent<{ message: string, fatal: boolean }>} */ (event).detail;
    if (fatal) return;
    trap.text = before;
    told(message);
  }, { signal: end.signal });
  trap.text = source;
}

/**
 * @param {Trap} trap
 * @param {Words} words
 */
function undoing(trap, words) {
  const state = () => Object.fromEntries(NAMES.map(attributeOf).map((name) => [name, trap.getAttribute(name)]));
  const past = new History(state());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let calm;
  const settle = () => {
    clearTimeout(calm);
    past.push(state());
    show();
  };
  /** @param {() => Record<string, string | null>} move */
  const go = (move) => {
    // What was changed a moment ago is a state, too.
    settle();
    for (const [name, value] of Object.entries(move())) {
      if (value === null) trap.removeAttribute(name);
      else if (trap.getAttribute(name) !== value) trap.setAttribute(name, value);
    }
    show();
  };
  const undo = button(words.undo, () => go(() => past.undo()));
  const redo = button(words.redo, () => go(() => past.redo()));
  const reset = button(words.reset, () => go(() => past.first));
  const show = () => {
    undo.setAttribute("aria-disabled", String(!past.canUndo));
    redo.setAttribute("aria-disabled", String(!past.canRedo));
  };
  new MutationObserver(() => {
    clearTimeout(calm);
    calm = setTimeout(settle, CALM);
  }).observe(trap, { attributes: true });
  show();
  // Other dice for the whole page are no step of this experiment.
  const rebase = (/** @type {string} */ seed) => past.amend((before) => ({ ...before, seed }));
  return { buttons: [undo, redo, reset], rebase };
}

/**
 * @param {Trap} trap
 * @param {Words} words
 * @param {(sentence: string) => void} say
 */
function pinning(trap, words, say) {
  const pin = button(words.pin, () => set(true));
  const unpin = button(words.unpin, () => set(false));
  /** @param {boolean} on */
  const set = (on) => {
    trap.pin(on);
    if (!on) pin.focus();
    unpin.hidden = !on;
    say(on ? words.pinned : "");
  };
  unpin.hidden = trap.pinned === undefined;
  trap.addEventListener("recursive-trap-complete", () => (unpin.hidden = unpin.hidden && trap.pinned === undefined));
  return [pin, unpin];
}

/**
 * Copies a text; where that is not allowed, shows it to be copied.
 * @param {string} text
 * @param {Words} words
 * @param {(sentence: string) => void} say
 * @param {Element} shown
 */
async function hand(text, words, say, shown) {
  shown.replaceChildren();
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
  } catch {
    say("");
    const area = h("textarea", { readonly: true, rows: 3, "aria-label": words.code });
    area.value = text;
    shown.append(area);
    area.select();
  }
}

/**
 * @param {Trap} trap
 * @param {Words} words
 * @param {(sentence: string) => void} say
 * @param {Element} shown
 */
function exporting(trap, words, say, shown) {
  const select = h("select", { id: "export-as" }, ...words.formats.map(([value, label]) => h("option", { value }, label)));
  const run = async () => {
    const data = /** @type {import("./exports.js").Data | undefined} */ (trap.data());
    if (!data) return;
    const script = new URL("./define.js", import.meta.url).href;
    if (select.value === "embed") return hand(embed(data.settings, script), words, say, shown);
    const makers = /** @type {Record<string, () => [content: string, type: string, name: string]>} */ ({
      svg: () => [trap.svg(), "image/svg+xml", "recursive-trap.svg"],
      csv: () => [csv(data), "text/csv", "recursive-trap.csv"],
      json: () => [json(data), "application/json", "recursive-trap.json"],
      python: () => [python(data), "text/x-python", "recursive_trap.py"],
    });
    const made = makers[select.value]?.();
    if (made) save(new Blob([made[0]], { type: made[1] }), made[2]);
    else save(await trap.exportImage(), "recursive-trap.png");
    say(words.exported(made?.[2] ?? "recursive-trap.png"));
  };
  const go = button(words.export, () => run().catch((error) => say(words.failed(error instanceof Error ? error.message : String(error)))));
  return [h("span", { class: "export" }, h("label", { for: "export-as" }, words.as), h("span", { class: "choice" }, select), go)];
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

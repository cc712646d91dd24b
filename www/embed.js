// The script of embed.html: one figure in a frame, set by the address, and its height told to the page around it.

import { h } from "./dom.js";
import { RecursiveTrapElement } from "./element.js";
import { embedSettings } from "./embed-settings.js";
import { tellHeight } from "./frame-height.js";
import { attributeOf, NAMES } from "./protocol.js";
import { sceneOf } from "./scenes/index.js";
import { settingsOf } from "./state.js";
import { sentence } from "./strings.js";
import { ideas } from "./words/embed.js";
import { unknown } from "./words/state.js";

/** @typedef {import("./embed-settings.js").EmbedSettings} EmbedSettings */

const page = globalThis.document;
const trap = /** @type {RecursiveTrapElement} */ (page.querySelector("recursive-trap"));
const notice = h("div", { class: "notice", role: "status" });

const settings = embedSettings(location.search, trap.getAttribute("scene") ?? "");
set(settings);
tellHeight(page.body, settings.id);

/** Everything is set before the element knows what it is, so that `reset` comes back to what the address says. @param {EmbedSettings} settings */
function set({ scene, theme, attributes, part, pin, refused }) {
  if (theme !== "") page.documentElement.dataset.theme = theme;
  if (scene !== (trap.getAttribute("scene") ?? "")) stand(scene);
  for (const [name, value] of Object.entries(attributes)) trap.setAttribute(name, value);
  trap.before(notice);
  say(refused);
  RecursiveTrapElement.define();
  const { view } = trap;
  trap.view = { bet: part.bet ?? view.bet, cursor: part.at ?? view.cursor, argument: part.about ?? view.argument };
  if (pin) trap.pinned = settingsOf(pin);
  watch(Object.keys(attributes), scene);
}

/** Another scene than the page was written for, and its finished drawing until it is live. @param {string} scene */
function stand(scene) {
  if (scene === "") trap.removeAttribute("scene");
  else trap.setAttribute("scene", scene);
  const idea = ideas[scene || "sandbox"] ?? "";
  const pictures = (sceneOf(scene)?.figures ?? []).map(({ wide: [width, height] }, i) => {
    const still = (/** @type {string} */ size) => new URL(`./stills/${scene}-${i}${size}.svg`, import.meta.url).href;
    return h("picture", {}, h("source", { media: "(max-width: 30rem)", srcset: still("-narrow") }), h("img", { src: still(""), alt: "", width, height }));
  });
  trap.replaceChildren(h("figure", { class: "still" }, ...pictures, h("figcaption", {}, idea)));
}

/** An address may set what only the core can refuse: that is named, and taken back. @param {string[]} names @param {string} scene */
function watch(names, scene) {
  const end = new AbortController();
  trap.addEventListener("recursive-trap-complete", () => end.abort(), { signal: end.signal });
  trap.addEventListener("recursive-trap-error", (event) => {
    const { message, fatal } = /** @type {CustomEvent<{ message: string, fatal: boolean }>} */ (event).detail;
    if (fatal || names.length === 0) return;
    end.abort();
    for (const name of NAMES.map(attributeOf)) if (names.includes(name)) trap.removeAttribute(name);
    say([unknown.refused(scene || "sandbox", sentence(message))]);
  }, { signal: end.signal });
}

/** @param {string[]} sentences */
function say(sentences) {
  notice.append(...sentences.map((sentence) => h("p", {}, sentence)));
}

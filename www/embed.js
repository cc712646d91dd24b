// The script of embed.html: one figure in a frame, set by the address, and its height told to the page around it.

import { withCatalogue } from "./catalogue.js";
// At once: this page is certain to need it.
import "./content.js";
import "./scene-content.js";
import { h } from "./dom.js";
import { RecursiveTrapElement } from "./element.js";
import { embedSettings, languageAsked } from "./embed-settings.js";
import { tellHeight } from "./frame-height.js";
import { attributeOf, NAMES } from "./protocol.js";
import { tell } from "./report.js";
import { scenesOf } from "./scenes/index.js";
import { settingsOf } from "./state.js";

/** @typedef {import("./embed-settings.js").EmbedSettings} EmbedSettings */
/** @typedef {import("./types.js").Catalogue} Catalogue */

const page = globalThis.document;
const trap = /** @type {RecursiveTrapElement} */ (page.querySelector("recursive-trap"));
const notice = h("div", { class: "notice", role: "status" });

withCatalogue(languageAsked(location.search), (words) => {
  const settings = embedSettings(location.search, words, trap.getAttribute("scene") ?? "");
  set(settings, words);
  tellHeight(page.body, settings.id);
});

/** Everything is set before the element knows what it is, so that `reset` comes back to what the address says. @param {EmbedSettings} settings @param {Catalogue} words */
function set({ scene, theme, attributes, part, pin, refused }, words) {
  if (theme !== "") page.documentElement.dataset.theme = theme;
  if (scene !== (trap.getAttribute("scene") ?? "")) stand(scene, words);
  for (const [name, value] of Object.entries(attributes)) trap.setAttribute(name, value);
  if (attributes.lang) notice.lang = attributes.lang;
  trap.before(notice);
  say(refused);
  RecursiveTrapElement.define();
  trap.view = { bet: part.bet, cursor: part.at, argument: part.about };
  if (pin) trap.pinned = settingsOf(pin);
  watch(Object.keys(attributes), scene, words);
}

/** Another scene than the page was written for, and its finished drawing until it is live. @param {string} scene @param {Catalogue} words */
function stand(scene, words) {
  if (scene === "") trap.removeAttribute("scene");
  else trap.setAttribute("scene", scene);
  const idea = words.embed.ideas[scene || "sandbox"] ?? "";
  const pictures = (scenesOf(words).find(({ id }) => id === scene)?.figures ?? []).map(({ wide: [width, height] }, i) => {
    const still = (/** @type {string} */ size) => new URL(`./stills/${scene}-${i}${size}.svg`, import.meta.url).href;
    return h("picture", {}, h("source", { media: "(max-width: 30rem)", srcset: still("-narrow") }), h("img", { src: still(""), alt: "", width, height }));
  });
  trap.replaceChildren(h("figure", { class: "still" }, ...pictures, h("figcaption", {}, idea)));
}

/** An address may set what only the core can refuse: that is named, and taken back. @param {string[]} names @param {string} scene @param {Catalogue} words */
function watch(names, scene, words) {
  const end = new AbortController();
  trap.addEventListener("recursive-trap-complete", () => end.abort(), { signal: end.signal });
  trap.addEventListener("recursive-trap-error", (event) => {
    const { message, fatal } = /** @type {CustomEvent<{ message: string, fatal: boolean }>} */ (event).detail;
    if (fatal || names.length === 0) return;
    end.abort();
    for (const name of NAMES.map(attributeOf)) if (names.includes(name)) trap.removeAttribute(name);
    const { unknown } = words.state;
    const reason = h("span");
    tell(reason, words, message);
    notice.append(h("p", {}, unknown.refused(scene || "sandbox"), " ", reason, " ", unknown.stands));
  }, { signal: end.signal });
}

/** @param {string[]} sentences */
function say(sentences) {
  notice.append(...sentences.map((sentence) => h("p", {}, sentence)));
}

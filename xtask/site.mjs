// The pages of dist/, once its scripts are there:
//   node xtask/site.mjs ADDRESS    where the site will stand: oEmbed and code to be copied need whole addresses
// index.html with its paths set right, one page for frames and one for each scene alone, the gallery, the documentation with the hashes of
// what is shipped, oEmbed, headers. What they say of the scenes is read from the scenes and from index.html, so it cannot go stale.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { ENGLISH } from "../www/catalogue.js";
import { scenesOf } from "../www/scenes/index.js";
import { changelogHtml } from "./changelog.mjs";
import { apache, netlify, nginx } from "./headers.mjs";

const { ideas, titles } = ENGLISH.embed;
const PLACEHOLDER = "https://example.com/recursive-trap/";
const STORY = "The Recursive Trap";
/** The width for which the heights of frames are given, in CSS pixels. */
const WIDTH = 720;
const SCRIPT = "</" + "script>";

/** @typedef {{ id: string, title: string, idea: string, figure: string, stills: string[], height: number }} Shown */

/** @param {string} name */
const source = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
/** @param {string} name @param {string} content */
const put = (name, content) => writeFileSync(new URL(`../dist/${name}`, import.meta.url), content);
/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A page of `site/` with everything in its `{{places}}`.
 * @param {string} name
 * @param {Record<string, string>} places
 */
function filled(name, places) {
  const page = source(`site/${name}`).replace(/\{\{(\w+)\}\}/g, (_, place) => {
    if (!(place in places)) throw new Error(`site/${name} asks for {{${place}}}; there are ${Object.keys(places).join(", ")}.`);
    return places[place] ?? "";
  });
  // The buttons are there before their script, so that nothing moves when it comes. What is wider than its column is scrolled by keyboard, too.
  return page.replace(/<pre>(<code data-snippet="([^"]*)")/g, (_, code, what) => `<p class="copy"><button type="button">Copy<span class="hidden"> ${what}</span></button><span role="status" data-copied="Copied." data-selected="Selected: copy it with your keyboard."></span></p>\n    <pre tabindex="0">${code}`);
}

/** The policy of all pages. @param {string} page */
export const policyOf = (page) => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";

/**
 * What index.html says of each scene.
 * @param {string} page
 * @returns {Shown[]}
 */
export function shown(page) {
  return scenesOf(ENGLISH).map(({ id, figures, controls }) => {
    const [whole = "", inner = ""] = new RegExp(`<recursive-trap[^>]* scene="${id}"[^>]*>([^]*?)</recursive-trap>`).exec(page) ?? [];
    const title = titles[id] ?? /.*<h2>(.*?)<\/h2>/s.exec(page.slice(0, page.indexOf(whole)))?.[1] ?? "";
    const idea = ideas[id];
    if (whole === "" || !idea) throw new Error(`The scene "${id}" has ${idea ? "no place in index.html" : "no idea in www/words/embed.js"}.`);
    const stills = inner.match(/<svg role="img"[^]*?<\/svg>/g) ?? [];
    const pictures = figures.map(({ wide: [width, height] }, i) => picture(id, i, width, height, labelOf(stills[2 * i] ?? "")));
    const caption = /<figcaption[^]*<\/figcaption>/.exec(inner)?.[0] ?? "";
    // A scene without a drawing is its table.
    const table = figures.length === 0 ? (/<details[^]*<\/details>/.exec(inner)?.[0] ?? "") : "";
    const drawn = figures.reduce((sum, { wide: [width, height] }) => sum + (height * Math.min(WIDTH, 1.2 * width)) / width, 0);
    // What a site shows that drops the script which would set the height: within a tenth of what nearly every scene needs.
    const around = figures.length === 0 ? 720 : drawn + 300 + 60 * controls.length + (caption.includes("data-specimen") ? 80 : 0);
    return { id, title, idea, stills, figure: `<figure class="still">\n${[...pictures, caption].join("\n")}\n</figure>${table}`, height: Math.round(around / 20) * 20 };
  });
}

/** A scene needs it for certain; what the other page needs, its address says. */
const WHOLE = '<link rel="preload" href="../pkg/recursive_trap.wasm" as="fetch" type="application/wasm" crossorigin>';

/** @param {string} still */
const labelOf = (still) => /aria-label="([^"]*)"/.exec(still)?.[1] ?? "";

/** @param {string} id @param {number} i @param {number} width @param {number} height @param {string} alt  escaped */
const picture = (id, i, width, height, alt) =>
  `<picture><source media="(max-width: 30rem)" srcset="{{up}}stills/${id}-${i}-narrow.svg"><img src="{{up}}stills/${id}-${i}.svg" alt="${alt}" width="${width}" height="${height}" loading="lazy"></picture>`;

/**
 * A drawing of index.html as a file of its own, with the colours that page.css gives it there.
 * @param {string} still
 * @param {string} css
 */
export function alone(still, css) {
  const [, light = "", dark = ""] = /:root \{[^}]*?(--paper:[^}]*?);\s*--serif[^]*?:root \{ (--paper:[^}]*?);? \}/.exec(css) ?? [];
  const recolour = css.match(/^\[(?:fill|stroke)=.*$/gm) ?? [];
  const faces = 'text{font-family:"Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,serif}.tick{font-family:system-ui,"Segoe UI","Helvetica Neue",Arial,sans-serif}';
  const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(still) ?? [];
  const style = `<style>svg{${light}}@media(prefers-color-scheme:dark){svg{${dark}}}${recolour.join("")}${faces}</style><rect width="${width}" height="${height}" fill="#FAF8F3"/>`;
  return `${still.replace(/ role="img" aria-label="[^"]*"/, ` width="${width}" height="${height}"`).replace(/>/, `>${style}`)}\n`;
}

/** @param {string} address @param {{ id: string, title: string, height: number }} scene @param {string} [between]  attributes */
const frame = (address, { id, title, height }, between = " ") =>
  `<iframe src="${address}${id === "" ? "embed.html" : `embed/${id}.html`}" title="${title.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replace(/"/g, "&quot;")}"${between}width="${WIDTH}" height="${height}" style="border: 0; width: 100%" loading="lazy" allow="clipboard-write"></iframe>`;

/** @param {string} address @param {{ id: string, title: string, height: number }} scene */
function oembed(address, scene) {
  const title = scene.id === "" ? STORY : `${scene.title} · ${STORY}`;
  const html = `${frame(address, scene)}\n<script src="${address}listener.js" async>${SCRIPT}`;
  return { version: "1.0", type: "rich", title, provider_name: STORY, provider_url: address, cache_age: 86_400, width: WIDTH, height: scene.height, html };
}

/** @param {string} folder  below dist/, "" or with a slash at its end @returns {string[]} */
function shipped(folder = "") {
  return readdirSync(new URL(`../dist/${folder}`, import.meta.url), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? shipped(`${folder}${entry.name}/`) : [`${folder}${entry.name}`]))
    .sort();
}

/** @param {string} name */
const hash = (name) => `sha384-${createHash("sha384").update(readFileSync(new URL(`../dist/${name}`, import.meta.url))).digest("base64")}`;

/** @param {string} address */
export function write(address) {
  const page = source("index.html");
  const css = source("www/page.css");
  const { version } = JSON.parse(source("package.json"));
  const policy = policyOf(page);
  for (const folder of ["embed", "stills", "oembed"]) mkdirSync(new URL(`../dist/${folder}`, import.meta.url), { recursive: true });
  for (const [from, to] of [["www/page.css", "page.css"], ["site/site.css", "site.css"], ["LICENSE", "LICENSE"]]) copyFileSync(new URL(`../${from}`, import.meta.url), new URL(`../dist/${to}`, import.meta.url));

  const scenes = shown(page);
  for (const { id, stills } of scenes) stills.forEach((still, i) => put(`stills/${id}-${i >> 1}${i % 2 ? "-narrow" : ""}.svg`, alone(still, css)));
  const whole = { id: "", title: STORY, idea: ideas.sandbox ?? "", height: 2580 };
  for (const scene of [whole, ...scenes]) put(`oembed/${scene.id || "story"}.json`, `${JSON.stringify(oembed(address, scene), null, 1)}\n`);

  const head = (/** @type {string} */ up) => `<meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${up}page.css">
  <link rel="stylesheet" href="${up}site.css">`;
  const discovery = (/** @type {string} */ up, /** @type {string} */ name, /** @type {string} */ title) => `<link rel="alternate" type="application/json+oembed" href="${up}oembed/${name}.json" title="${title}">`;

  const loop = scenes.find(({ id }) => id === "loop")?.figure ?? "";
  put("embed.html", filled("embed.html", { head: head(""), discovery: discovery("", "story", STORY), wasm: "", up: "", title: STORY, scene: "", fallback: loop.replaceAll("{{up}}", "") }));
  for (const { id, title, figure } of scenes) {
    put(`embed/${id}.html`, filled("embed.html", { head: head("../"), discovery: discovery("../", id, title), wasm: WHOLE, up: "../", title: `${title} · ${STORY}`, scene: ` scene="${id}"`, fallback: figure.replaceAll("{{up}}", "../") }));
  }

  const links = [["index.html", "The story"], ["gallery.html", "Gallery"], ["embedding.html", "Embed it"], ["hosting.html", "Host it"], ["changelog.html", "Changes"]];
  const nav = (/** @type {string} */ here) => `<nav aria-label="This site"><ul>${links.map(([to, label]) => `<li><a href="${to}"${to === here ? ' aria-current="page"' : ""}>${label}</a></li>`).join("")}</ul></nav>`;
  put("index.html", page
    .replaceAll('"www/', '"')
    .replaceAll('"dist/', '"')
    .replace("</head>", `  ${discovery("", "story", STORY)}\n</head>`)
    .replace("</footer>", `  ${nav("index.html")}\n  </footer>`));
  put("_headers", netlify(policy));

  // All that can be loaded by others; the pages are not there yet, since they hold the hashes.
  const integrity = Object.fromEntries(shipped().filter((name) => /\.(js|css|wasm|txt)$/.test(name)).map((name) => [name, hash(name)]));
  put("integrity.json", `${JSON.stringify(integrity, null, 1)}\n`);
  // What define.js is made of, with what it loads later: all but the scripts of the pages.
  const modules = Object.keys(integrity).filter((name) => /^[^/]*\.js$/.test(name) && !/^(embed|docs|explainer|listener|recursive-trap.*)\.js$/.test(name));
  const places = {
    url: address,
    version,
    hash: integrity["define.js"] ?? "",
    standaloneHash: integrity["recursive-trap.standalone.js"] ?? "",
    listenerHash: integrity["listener.js"] ?? "",
    importIntegrity: escape(JSON.stringify({ integrity: Object.fromEntries(modules.map((name) => [`${address}${name}`, integrity[name]])) }, null, 2)),
    hashes: Object.entries(integrity).map(([name, value]) => `<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td></tr>`).join("\n"),
    frame: escape(frame(address, whole, "\n  ")),
    sceneFrame: escape(frame(address, scenes.find(({ id }) => id === "loop") ?? whole, "\n  ")),
    sceneList: scenes.map(({ id, title, idea }) => `<tr><th scope="row"><code>${id}</code></th><td>${title.replace(/\.$/, "")}. ${escape(idea)}</td></tr>`).join("\n"),
    netlify: escape(netlify(policy)),
    nginx: escape(nginx(policy)),
    apache: escape(apache(policy)),
    policy: escape(policy),
    changelog: changelogHtml(source("CHANGELOG.md")),
    head: head(""),
    site: ` data-site="${address}"${address === PLACEHOLDER ? ' data-placeholder=""' : ""}`,
    scenes: scenes.map((scene) => galleryEntry(address, scene)).join("\n"),
  };
  for (const name of ["embedding.html", "hosting.html", "gallery.html", "changelog.html"]) put(name, filled(name, { ...places, nav: nav(name) }));

  console.log("integrity of the scripts (of all files: dist/integrity.json):");
  for (const [name, value] of Object.entries(integrity)) if (/^[^/]*\.js$/.test(name)) console.log(`  ${name.padEnd(28)} ${value}`);
  if (address === PLACEHOLDER) console.log(`oEmbed names ${PLACEHOLDER}: build with \`cargo xtask build --site ADDRESS\` (or SITE_URL) for the place where dist/ will stand`);
}

/** @param {string} address @param {Shown} scene */
function galleryEntry(address, scene) {
  const { id, title, idea, figure } = scene;
  const element = `<script type="module" src="${address}define.js">${SCRIPT}\n<recursive-trap scene="${id}"></recursive-trap>`;
  return `<section class="scene" id="${id}">
      <h2><a href="embed/${id}.html">${title}</a></h2>
      <p>${escape(idea)}</p>
      <recursive-trap scene="${id}">${figure.replaceAll("{{up}}", "")}</recursive-trap>
      <details class="code"><summary>Embed this<span class="hidden">: ${title}</span></summary>
        <pre><code data-snippet="${id}-element" data-run="page">${escape(element)}</code></pre>
        <pre><code data-snippet="${id}-frame" data-run="frame">${escape(`${frame(address, scene, "\n  ")}\n<script src="${address}listener.js" async>${SCRIPT}`)}</code></pre>
      </details>
    </section>`;
}

if (process.argv[1]?.endsWith("site.mjs")) {
  const address = new URL(process.argv[2] || PLACEHOLDER);
  if (!/^https?:$/.test(address.protocol) || address.search || address.hash) throw new Error(`The site needs an address like ${PLACEHOLDER}; this is ${address.href}.`);
  write(address.href.replace(/\/*$/, "/"));
}

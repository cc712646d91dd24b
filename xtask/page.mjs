// The page before any script: every scene's figures, caption, table and numbers, written into index.html.
//   node xtask/page.mjs plan             what the example `stills` is to draw, as JSON on standard output
//   node xtask/page.mjs write < STILLS   writes what it drew into index.html
//   node xtask/page.mjs check < STILLS   fails if index.html says anything else
import { readFileSync, writeFileSync } from "node:fs";
import { Findings } from "../www/findings.js";
import { longest } from "../www/longest.js";
import { pieces } from "../www/marked-sentence.js";
import { formats } from "../www/numbers.js";
import { attributeOf, DEFAULTS, NAMES } from "../www/protocol.js";
import { ENGLISH } from "../www/catalogue.js";
import { scenesOf } from "../www/scenes/index.js";
import { SANDBOX, write } from "../www/state.js";

/** @typedef {{ id: string, rows: Record<string, (number | null)[]>, lists: Record<string, string[]>, drawings: string[] }} Still */

const n = formats("en");
const SCENES = scenesOf(ENGLISH);

/** Where the cursor of a scene stands at first. @param {import("../www/types.js").Scene} scene */
const cursorOf = (scene) => scene.at ?? (scene.cursor ? { ...DEFAULTS, ...scene.settings }.generations : -1);

/** Where it stands in a figure that others have the first places of. @param {import("../www/types.js").Scene} scene @param {import("../www/types.js").SceneFigure} figure */
const within = (scene, figure) => (figure.from ? -1 : cursorOf(scene));

export const plan = () =>
  SCENES.map((scene) => ({
    id: scene.id,
    question: scene.question,
    argument: scene.argument,
    settings: { ...DEFAULTS, ...scene.settings },
    figures: scene.figures.flatMap((figure) =>
      [figure.wide, figure.narrow].map(([width, height]) => ({ figure: figure.figure, width, height, cursor: within(scene, figure) }))),
  }));

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The drawing as part of the page: its colours by the page's theme, its faces by the page's style.
 * @param {string} svg
 * @param {string} description
 */
export function embedded(svg, description) {
  const tidy = svg
    .replace(/<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${escape(description)}"`)
    .replace(/<rect [^>]*\/>\n?/, "") // The paper: the page has its own.
    .replace(/ font-family="&apos;Liberation Sans[^"]*"/g, ' class="tick"')
    .replace(/ font-family="[^"]*"/g, "")
    .replace(/ (opacity="1"|stroke="none"|dy="0\.5ex")/g, (_, kept) => (kept.startsWith("dy") ? ` ${kept}` : ""))
    .replace(/font-size="([\d.]+)"/g, (_, size) => `font-size="${Math.round(size * 10) / 10}"`)
    .replace(/>\n([^<\n]*)\n</g, ">$1<")
    .trim();
  return merged(tidy.split("\n")).join("\n");
}

/**
 * A dashed line is drawn dash by dash, and a word on a halo nine times. A page says both at once: that is a third of its bytes.
 * @param {string[]} lines
 */
function merged(lines) {
  /** @type {string[]} */
  const kept = [];
  let [stroke, halo] = ["", false];
  for (const line of lines) {
    const [, style = "", points = ""] = /^<polyline (.*) points="([^"]*?) ?"\/>$/.exec(line) ?? [];
    if (style !== "" && style === stroke) kept.push((kept.pop() ?? "").replace(/"\/>$/, `M${points}"/>`));
    else if (style !== "") kept.push(`<path ${style} d="M${points}"/>`);
    else if (/^<text .*fill="#FAF8F3"/.test(line)) halo = true;
    else if (line.startsWith("<text ") && halo) {
      kept.push(line.replace("<text ", '<text paint-order="stroke" stroke="#FAF8F3" stroke-width="10" stroke-linejoin="round" '));
      halo = false;
    } else kept.push(line);
    stroke = style;
  }
  return kept;
}

/** @param {import("../www/types.js").Specimen} specimen */
function marked(specimen) {
  const sentence = pieces(specimen).map(({ text, mark }) => (mark ? `<mark class="${mark.kind}">${escape(text)}</mark>` : escape(text)));
  return `<p class="marked"><b>${escape(specimen.heading)}</b> <q>${sentence.join("")}</q></p>`;
}

/**
 * @param {import("../www/types.js").Scene} scene
 * @param {Still} still
 */
export function markup(scene, still) {
  const findings = new Findings(still);
  const caption = scene.caption(findings, n, cursorOf(scene));
  const figures = scene.figures.flatMap(({ label }, i) =>
    ["wide", "narrow"].map((size, j) => `<div class="${size}">${embedded(still.drawings[2 * i + j] ?? "", `${label}. ${caption}`)}</div>`));
  const tables = scene.tables(findings, n).map(tableMarkup);
  const { caption: longestCaption, specimen } = longest(scene, findings, n);
  return `<figure class="still">
${figures.join("\n")}
<figcaption data-caption="${escape(longestCaption)}"${specimen ? ` data-specimen="${escape(specimen)}"` : ""}>${escape(caption)}${scene.specimen ? marked(scene.specimen(findings, n, cursorOf(scene))) : ""}</figcaption>
</figure>
<details class="still${scene.open ? " prose" : ""}"${scene.open ? " open" : ""}><summary>${ENGLISH.stage.stage.table}</summary>${tables.join("\n")}</details>`;
}

/** @param {import("../www/types.js").SceneTable} table */
function tableMarkup({ caption, heads, rows }) {
  const head = `<tr>${heads.map((text) => `<th scope="col">${escape(text)}</th>`).join("")}</tr>`;
  const body = rows.map(([first = "", ...cells]) => `<tr><th scope="row">${escape(first)}</th>${cells.map((text) => `<td>${escape(text)}</td>`).join("")}</tr>`);
  return `<div class="scroller" role="group" aria-label="${escape(caption)}" tabindex="0"><table><caption>${escape(caption)}</caption><thead>${head}</thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

/** @typedef {{ papers: string[], claim: string, beyond: string, verdict: string, arms: { name: string, settings: Record<string, unknown> }[] }} Preset */

/** How well this toy shows a claim. @type {Record<string, string>} */
const verdicts = {
  exact: "shown by formula and to within the error of the runs.",
  qualitative: "shown in kind, not in size.",
  "out of scope": "not shown.",
};

/**
 * A paper with a link for each of its runs, which sets the instrument of the page.
 * @param {Preset} preset
 */
export function paper({ papers, claim, beyond, verdict, arms }) {
  // A run that shows nothing of the claim is none of the claim's.
  const links = (verdict === "out of scope" ? [] : arms).map(({ name, settings }) => {
    const differs = NAMES.filter((setting) => setting in settings && (settings[setting] ?? undefined) !== DEFAULTS[setting]);
    const changed = Object.fromEntries(differs.map((setting) => [attributeOf(setting), String(settings[setting])]));
    const address = write({ parts: { [SANDBOX]: { settings: changed } } });
    return `<a href="${escape(address || `#v=1&${SANDBOX}.regime=${DEFAULTS.regime}`)}">${escape(name)}</a>`;
  });
  return `<li>${escape(claim)} ${links.length > 0 ? `Runs: ${links.join(", ")}. ` : ""}<small>${escape(papers.map((paper) => paper.replace(/\.?$/, ".")).join(" "))} <em>Here:</em> ${escape(verdicts[verdict] ?? verdict)} <em>Beyond this toy:</em> ${escape(beyond)}</small></li>`;
}

/**
 * The page with every still and every number in its place.
 * @param {string} page
 * @param {{ stills: Still[], presets: Preset[] }} drawn
 */
export function written(page, { stills, presets }) {
  page = page.replace(/(<ul class="papers">)[^]*?(<\/ul>)/, (_, open, close) => `${open}\n${presets.map(paper).join("\n")}\n${close}`);
  for (const still of stills) {
    const scene = SCENES.find(({ id }) => id === still.id);
    if (!scene) throw new Error(`There is no scene "${still.id}".`);
    const place = new RegExp(`(<recursive-trap[^>]* scene="${still.id}"[^>]*>)[^]*?(</recursive-trap>)`);
    if (!place.test(page)) throw new Error(`index.html has no place for the scene "${still.id}".`);
    page = page.replace(place, (_, open, close) => `${open}\n${markup(scene, still)}\n${close}`);
    const facts = scene.facts(new Findings(still), n);
    page = page.replace(/(<span data-fact="([\w.-]+)">)[^<]*(<\/span>)/g, (whole, open, name, close) => {
      const [id, fact] = name.split(".");
      if (id !== still.id) return whole;
      if (!(fact in facts)) throw new Error(`The scene "${id}" knows no number "${fact}"; it knows ${Object.keys(facts).join(", ")}.`);
      return `${open}${escape(facts[fact] ?? "")}${close}`;
    });
  }
  return page;
}

const [mode] = process.argv.slice(2);
const file = new URL("../index.html", import.meta.url);
if (mode === "plan") writeFileSync(1, JSON.stringify(plan()));
else if (mode === "write" || mode === "check") {
  const page = readFileSync(file, "utf8");
  const now = written(page, JSON.parse(readFileSync(0, "utf8")));
  if (mode === "write") {
    if (now !== page) writeFileSync(file, now);
  } else if (now !== page) {
    console.error("index.html does not say what the core computes: run `cargo xtask build`");
    process.exitCode = 1;
  }
}

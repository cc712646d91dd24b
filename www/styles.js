// The look of the figure: hairlines and type, no boxes. A host restyles it with `--recursive-trap-*` and `::part()`.

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * One sheet for all elements of a page. Constructed, because `style-src 'self'` forbids inline styles; and by that page, because
 * no other one takes it.
 * @param {Document} page
 */
export function sheet(page) {
  const made = sheets.get(page);
  if (made) return made;
  const css = colours + layout + type + inputs + scene + media + controls;
  const sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(root + css.replace(/([\d.]+)rem\b/g, "calc(var(--rem) * $1)"));
  sheets.set(page, sheet);
  return sheet;
}

/** Many pages make their root ten pixels large. A reader's larger letters count here, a page's smaller ones do not. */
const root = ".frame { --rem: max(1rem, 16px); }";

const light = `
  --paper: var(--recursive-trap-paper, #faf8f3); --ink: var(--recursive-trap-ink, #1b1a17);
  --muted: var(--recursive-trap-muted, #5f5b52); --rule: var(--recursive-trap-rule, #d9d4c7);
  --human: var(--recursive-trap-human, #0b62a4); --machine: var(--recursive-trap-machine, #b8420f);
  --remedy: var(--recursive-trap-remedy, #00704f);`;

const dark = `
  --paper: var(--recursive-trap-paper, #14130f); --ink: var(--recursive-trap-ink, #efebe1);
  --muted: var(--recursive-trap-muted, #a8a294); --rule: var(--recursive-trap-rule, #3a372f);
  --human: var(--recursive-trap-human, #7fb6ff); --machine: var(--recursive-trap-machine, #ff8f66);
  --remedy: var(--recursive-trap-remedy, #5fcfa5);`;

// On the frame and not on the host: custom properties of the host would reach into the page's own children of it.
const colours = `
/* A container of queries has no width of its own. Where the page asks for one (a row of boxes, a table, a dialog), it is this. */
:host, .frame { container-type: inline-size; contain-intrinsic-inline-size: min(640px, 80vw); break-inside: avoid-column; }
/* The page may make it inline, or of no display at all: the frame then stands for it. */
:host { display: block; min-inline-size: min(240px, 100%); max-inline-size: 100%; }
:host([hidden]) { display: none; }
.frame { ${light}
  --serif: var(--recursive-trap-serif, "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif);
  --sans: var(--recursive-trap-sans, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif);
  color-scheme: light dark; color: var(--ink); background: var(--paper);
}
@media (prefers-color-scheme: dark) { .frame { ${dark} } }
.frame.light { ${light} color-scheme: light; }
.frame.dark { ${dark} color-scheme: dark; }
@media print { .frame, .frame.dark { ${light} --paper: #fff; color-scheme: light; } }
`;

// Fallback and figure lie in one cell, so that the page does not move when one takes the place of the other.
const layout = `
* { box-sizing: border-box; }
.frame { display: grid; grid-template-columns: minmax(0, 1fr); }
slot, .figure { grid-area: 1 / 1; min-inline-size: 0; }
slot { display: block; }
.frame:not(.waiting) slot { display: none; }
.waiting .figure { visibility: hidden; }
/* Nothing was ever drawn: the fallback stays, and under it the reason. */
.waiting.reporting .figure { visibility: visible; grid-area: 2 / 1; }
.waiting.reporting .figure > :not(.alert) { display: none; }

/* A figure and its caption are two cells: the transport lies between the pictures and what is said of them. */
.figure { display: grid; gap: 0 3rem; grid-template: "specimen" "transport" "working" "specimen-said" "survival" "survival-said" "lost" "settings" "alert" "rank" "rank-said" "table" / minmax(0, 1fr); }
figure { display: contents; }
.specimen .plate { grid-area: specimen; }
.specimen figcaption { grid-area: specimen-said; }
.transport { grid-area: transport; }
.figure > .working { grid-area: working; }
.survival .plate { grid-area: survival; }
.survival figcaption { grid-area: survival-said; }
.settings { grid-area: settings; }
.alert { grid-area: alert; }
.rank .plate { grid-area: rank; }
.rank figcaption { grid-area: rank-said; }
.lost { grid-area: lost; }
.tables { grid-area: table; }

/* The width is said aloud: a ratio would otherwise turn a minimal height into a width. */
.plate { position: relative; inline-size: 100%; aspect-ratio: 4 / 3; }
.plate canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; display: block; }
/* Room for the longest thing each part is likely to say: nothing below should move when a sentence grows. */
.specimen .sentence { min-block-size: calc((2 + var(--more)) * var(--line)); }
.survival .sentence { min-block-size: calc((5 + var(--more)) * var(--line)); }
.rank .sentence { min-block-size: calc(4 * var(--line)); }
.words { min-block-size: calc(9 * var(--line)); }
.account { min-block-size: calc(2 * var(--line) + .75rem); }
.account.full { min-block-size: calc(11 * var(--line)); }
@container (max-width: 310px) {
  .specimen .sentence { min-block-size: calc((3 + var(--more)) * var(--line)); }
  .survival .sentence { min-block-size: calc((6 + var(--more)) * var(--line)); }
  .rank .sentence { min-block-size: calc(5 * var(--line)); }
  .words { min-block-size: calc(11 * var(--line)); }
  .account { min-block-size: calc(3 * var(--line) + .75rem); }
  .account.full { min-block-size: calc(14 * var(--line)); }
}
/* What is sifted takes a line more to say. */
.frame.curated { --more: 1; }
/* An unseen copy of the longest page of the run lies under the one that is read. */
.transcript { display: grid; }
.transcript > span, .transcript::after { grid-area: 1 / 1; }
.transcript::after { content: attr(data-longest); visibility: hidden; }
.alert { min-block-size: 3rem; }
figcaption { padding-block: .625rem 2rem; }

.transport { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; padding-block: .75rem; border-block-end: 1px solid var(--rule); }
.scrub { flex: 1 1 9rem; }
.settings { display: grid; gap: 1rem; padding-block: 1rem 1.25rem; border-block: 1px solid var(--rule); }
.fields, .regime { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1rem 3rem; }
.regime { row-gap: .5rem; }
.numbers { display: contents; }
.remedy { display: grid; align-content: start; gap: .5rem; min-inline-size: 0; }
.why { grid-column: 1 / -1; }
@container (max-width: 527px) { .regime .numbers > * { order: 1; } }
/* The value stands whole, and the label gives way to it. */
.field { display: grid; grid-template-columns: auto minmax(max-content, 1fr); align-items: baseline; column-gap: .75rem; min-inline-size: 0; }
.field > :nth-child(n + 3), .field > .select, .field > .number { grid-column: 1 / -1; }

@container (min-width: 560px) {
  .specimen .plate { aspect-ratio: 2 / 1; }
  .survival .plate, .rank .plate { aspect-ratio: 8 / 5; }
  .specimen .sentence { min-block-size: calc((1 + var(--more)) * var(--line)); }
  .survival .sentence { min-block-size: calc((3 + var(--more)) * var(--line)); }
  .rank .sentence { min-block-size: calc(2 * var(--line)); }
  .words { min-block-size: calc(5 * var(--line)); }
  .account { min-block-size: calc(var(--line) + .75rem); }
  .account.full { min-block-size: calc(6.5 * var(--line)); }
  .alert { min-block-size: 2.5rem; }
}
@container (min-width: 880px) {
  .figure { grid-template: "specimen survival" "transport transport" "working working" "specimen-said survival-said" "specimen-said lost" 1fr "settings settings" "alert alert" "rank rank-said" "table table" / minmax(0, 1fr) minmax(0, 1fr); }
  .specimen .plate { aspect-ratio: 8 / 7; }
  .survival .plate { aspect-ratio: auto; }
  .specimen .sentence { min-block-size: calc((2 + var(--more)) * var(--line)); }
  .rank .sentence { min-block-size: calc(3 * var(--line)); }
  .survival figcaption { padding-block-end: .75rem; }
  .rank figcaption { align-self: center; }
  .words { min-block-size: calc(7 * var(--line)); }
  .account.full { min-block-size: calc(4.5 * var(--line)); }
}
`;

// A scene stands in a column of text, one thing under the other.
const scene = `
.stage { grid-area: 1 / 1; min-inline-size: 0; display: grid; grid-template-columns: minmax(0, 1fr); margin: 0; }
.waiting .stage { visibility: hidden; }
/* Before anything is found there is something to bet on, and the still would tell the answer. */
.waiting.unsettled:not(.reporting) ::slotted(*) { visibility: hidden; }
.waiting.unsettled:not(.reporting) .stage { visibility: visible; }
.waiting.unsettled:not(.reporting) .stage > :not(.betting, .cover) { visibility: hidden; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.waiting.reporting .stage { visibility: visible; grid-area: 2 / 1; }
.waiting.reporting .stage > :not(.alert) { display: none; }
.stage > * { grid-area: auto; }
.stage .caption { display: block; padding-block: .625rem .75rem; }
.stage .plates { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.stage .plate { aspect-ratio: var(--narrow); }
@container (min-width: 480px) { .stage .plate { aspect-ratio: var(--wide); } }
.stage :is(.sentence, .marked) { display: grid; }
.stage :is(.sentence, .marked) > span, .stage :is(.sentence, .marked)::after { grid-area: 1 / 1; }
.stage :is(.sentence, .marked)::after { content: attr(data-longest); visibility: hidden; }
.stage .marked::after { font-style: italic; }
.stage .sentence { min-block-size: calc(3 * var(--line)); }
.stage .settings, .scene .tables { border: 0; margin: 0; padding-block: .25rem; }
.stage .alert { min-block-size: 0; }
.control { min-inline-size: 0; }
details.why > summary { min-block-size: 1.5rem; padding: 0; font-variant-caps: normal; font-style: italic; font-weight: 400; letter-spacing: 0; }
/* Room is kept for it: nothing moves because something takes longer. */
.working[hidden] { visibility: hidden; }
.working { display: flex; gap: 1rem; align-items: baseline; font-size: .875rem; color: var(--muted); min-block-size: 1.75rem; }
.working button { min-block-size: 1.75rem; }
.bet { display: grid; gap: .5rem; padding-block-end: .75rem; }
.bet[hidden] { display: none; }
.bet .buttons { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.bet .prompt b { font-weight: 600; font-variant-caps: small-caps; letter-spacing: .03em; }
.bet .prompt b::after { content: "."; }
.options { display: grid; gap: .25rem; }
.options label { display: flex; gap: .5rem; align-items: baseline; font-style: normal; color: var(--ink); white-space: normal; min-block-size: 1.75rem; }
.gap { font-style: italic; }
.gap:not(:empty) { margin-block-end: .75rem; }
.choices { padding-block: .5rem .75rem; }
.chips { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.chips .long { flex: 1 1 16rem; padding: .75rem 1rem; border: 1px solid var(--rule); text-align: start; white-space: normal; color: var(--machine); }
.chips .long:hover { border-color: var(--machine); box-shadow: none; }
.scene td { min-inline-size: 0; }
.scene.prose :is(td, th) { white-space: normal; text-align: start; vertical-align: top; min-inline-size: 6rem; }
/* The answer is not told before the bet, or before the reader has judged: these stand in its place. */
.unsettled .betting { grid-row: 1 / span 3; grid-column: 1; justify-self: center; }
:is(.unsettled, .asking) .plates, .asking .choices { grid-row: 1; grid-column: 1; }
.unsettled .betting, .asking .choices { align-self: start; z-index: 1; margin: .5rem; padding: .75rem 1.25rem; border: 1px solid var(--rule); background: var(--paper); }
.scene.unsettled :is(.caption, .transport, .tables, .choices, .settings) { visibility: hidden; }
.cover { display: none; }
:is(.unsettled, .asking) .cover { display: block; inline-size: fit-content; padding: .25rem .75rem; background: var(--paper); font-style: italic; color: var(--muted); text-align: center; }
.unsettled .cover { position: absolute; inset-inline: 0; inset-block-end: 28%; margin: auto; }
.asking .cover { grid-row: 1; grid-column: 1; place-self: end center; margin-block-end: 3rem; }
.unsettled .stage { position: relative; }
.scene.unsettled .stage, .asking .plates { background: repeating-linear-gradient(-45deg, transparent 0 7px, var(--rule) 7px 8px); }
.scene.asking :is(.transport, .tables) { display: none; }
@container (max-width: 479px) { .asking .caption { min-block-size: calc(5 * var(--line) + 1.5rem); } }
.scene:is(.unsettled, .asking) .plates > * { visibility: hidden; }
@media print { .waiting.unsettled:not(.reporting) ::slotted(*) { visibility: visible; } .scene .cover, .asking .plates, .plates .why { display: none; } .scene.unsettled:not(.waiting) :is(.plates > *, .caption, .tables) { visibility: visible; } .scene.unsettled .stage { background: none; } .betting, .choices { display: none; } }
.plates .why { padding-block-start: .125rem; }
.why dl { margin: 0; padding-block-end: .5rem; }
.why dt { font-style: italic; }
.why dd { margin-block: 0 .25rem; margin-inline: 1.25rem 0; }
.scene caption { position: static; inline-size: auto; block-size: auto; clip-path: none; padding-block: .5rem .25rem; text-align: start; font: italic .9375rem / 1.25rem var(--serif); color: var(--muted); }
.plate canvas:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
`;

const type = `
/* What a page has told all its text and did not mean for a guest. */
.frame { letter-spacing: normal; word-spacing: normal; text-transform: none; text-indent: 0; text-shadow: none; white-space: normal; word-break: normal; overflow-wrap: normal; hyphens: manual; cursor: auto; writing-mode: horizontal-tb; }
.frame { --line: 1.5rem; --more: 0; font: 400 1rem / var(--line) var(--serif); text-align: start; font-variant-numeric: lining-nums; }
p { margin: 0; }
/* The shell goes the way of the page; what is said goes its own, whatever the page is written in. */
:is(p, span, b, q, mark, label, output, button, select, option, dt, dd, th, td, caption) { unicode-bidi: plaintext; }
/* Values stand at the end of their line, where that is. */
output:dir(rtl) { text-align: left; }
select:dir(rtl) { text-align: right; }
.sentence { text-wrap: pretty; }
.sentence b, .lost b, summary { font-weight: 600; font-variant-caps: small-caps; letter-spacing: .03em; }
.sentence b::after, .lost b::after { content: "."; }
.lost { padding-block-end: 1rem; }
.transcript, .words { padding-block-start: .25rem; font-size: .9375rem; overflow-wrap: anywhere; text-wrap: pretty; }
.transcript { color: var(--muted); white-space: pre-line; }
:is(.stage, .alert):focus { outline: none; }
.scroller:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.words { font-style: italic; }
.legend { display: flex; flex-wrap: wrap; column-gap: 1.25rem; padding-block-start: .25rem; font-size: .8125rem; line-height: 1.25rem; color: var(--muted); }
mark { color: inherit; background: none; }
.marked { padding-block-start: .5rem; }
.marked q { quotes: none; font-style: italic; }
.marked b { font-weight: 600; font-variant-caps: small-caps; letter-spacing: .03em; }
mark.invented { color: var(--machine); text-decoration: underline wavy 1px; text-underline-offset: .2em; }
mark.distorted { color: var(--machine); text-decoration: underline dotted 1px; text-underline-offset: .2em; }
mark.last { color: var(--machine); text-decoration: underline solid 1px; text-underline-offset: .2em; }
mark.loop { color: var(--machine); border: 1px solid currentColor; padding-inline: .15em; }
.alert [role="alert"] { font-style: italic; }
.panel { display: grid; justify-items: start; align-content: start; justify-self: center; inline-size: min(100%, 40rem); gap: .5rem; margin-block: 1.25rem; padding: 1rem 1.25rem 1.125rem; border: 1px solid var(--rule); border-block-start: 2px solid var(--machine); text-wrap: pretty; }
.panel [role="alert"] { font-style: normal; }
.panel b { font-weight: 600; font-variant-caps: small-caps; letter-spacing: .03em; }
.panel b::after { content: ". "; }
.panel .owner { font-size: .9375rem; color: var(--muted); overflow-wrap: anywhere; }
.panel details { inline-size: 100%; font-size: .9375rem; }
.panel pre { margin: 0 0 .5rem; padding: .5rem .75rem; border: 1px solid var(--rule); font: .8125rem / 1.25rem ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; text-align: start; user-select: text; }
.panel pre:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }

.tables { border-block-start: 1px solid var(--rule); margin-block-start: 1rem; padding-block-start: .25rem; }
:is(#more, #remedies)[open] > .fields { padding-block: .75rem .25rem; }
.on { font-weight: 400; font-variant-caps: normal; letter-spacing: 0; font-style: italic; color: var(--muted); padding-inline-start: .5rem; }
.account { padding-block-start: .75rem; text-wrap: pretty; font-size: .9375rem; }
.why { font-size: .9375rem; color: var(--muted); text-wrap: pretty; }
summary { min-block-size: 2rem; padding-block: .25rem; cursor: pointer; inline-size: fit-content; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; display: inline-block; inline-size: 1.25em; color: var(--muted); }
[open] > summary::before { content: "–"; }
summary:hover { text-decoration: underline 1px; text-underline-offset: .2em; }
.scroller { overflow-x: auto; }
table { border-collapse: collapse; font: .8125rem / 1.25rem var(--sans); font-variant-numeric: tabular-nums lining-nums; }
caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding-block: .25rem; padding-inline: 0 .75rem; text-align: end; white-space: nowrap; font-weight: 400; }
thead th { vertical-align: bottom; white-space: normal; min-inline-size: 4.5rem; color: var(--muted); border-block-end: 1px solid var(--rule); }
tbody th { color: var(--muted); }
tr[aria-current] > * { color: var(--machine); font-weight: 600; }
tr[data-generation="0"][aria-current] > * { color: var(--human); }
`;

const inputs = `
label, .label { font-style: italic; color: var(--muted); }
output { text-align: end; font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
button, input, select { font: inherit; color: inherit; margin: 0; border-radius: 0; }
:is(button, input, select, summary, .segments span):focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }

button { min-block-size: 2.25rem; padding: 0 .25rem; border: 0; border-block-end: 1px solid var(--muted); background: none; cursor: pointer; white-space: nowrap; }
button:hover { border-color: var(--ink); box-shadow: 0 1px var(--ink); }
button[aria-disabled="true"] { color: var(--muted); border-color: transparent; cursor: default; }
.play { display: flex; align-items: center; gap: .625rem; min-block-size: 2.75rem; min-inline-size: 7rem; padding-block: 0; padding-inline: 1rem 1.25rem; border: 0; border-radius: 1.375rem; background: var(--ink); color: var(--paper); }
.play:hover { opacity: .85; box-shadow: none; }
.glyph { inline-size: .75rem; block-size: .875rem; background: currentColor; clip-path: polygon(0 0, 100% 50%, 0 100%); }
/* It points to where the scrubber runs. */
.glyph:dir(rtl) { transform: scaleX(-1); }
.playing .glyph { clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%); }

input[type="range"] { --fill: 0%; --done: var(--ink); appearance: none; -webkit-appearance: none; inline-size: 100%; min-inline-size: 0; block-size: 2rem; background: none; cursor: pointer; }
input[type="range"]::-webkit-slider-runnable-track { block-size: 2px; background: linear-gradient(to right, var(--done) var(--fill), var(--rule) 0); }
input[type="range"]:dir(rtl)::-webkit-slider-runnable-track { background: linear-gradient(to left, var(--done) var(--fill), var(--rule) 0); }
input[type="range"]::-moz-range-track { block-size: 2px; background: var(--rule); }
input[type="range"]::-moz-range-progress { block-size: 2px; background: var(--done); }
input[type="range"]::-webkit-slider-thumb { -webkit-appearance: none; inline-size: 1rem; block-size: 1rem; margin-block-start: calc(1px - .5rem); border: 2px solid var(--done); border-radius: 50%; background: var(--paper); }
input[type="range"]::-moz-range-thumb { box-sizing: border-box; inline-size: 1rem; block-size: 1rem; border: 2px solid var(--done); border-radius: 50%; background: var(--paper); }
input[type="range"]:focus-visible { outline: none; }
input[type="range"]:focus-visible::-webkit-slider-thumb { outline: 2px solid var(--ink); outline-offset: 3px; }
input[type="range"]:focus-visible::-moz-range-thumb { outline: 2px solid var(--ink); outline-offset: 3px; }
input[type="range"]:hover::-webkit-slider-thumb { transform: scale(1.15); }
input.scrubber { --done: var(--machine); }
input.scrubber.human { --done: var(--human); }
input.scrubber::-webkit-slider-thumb { inline-size: 1.375rem; block-size: 1.375rem; margin-block-start: calc(1px - .6875rem); background: var(--done); }
input.scrubber::-moz-range-thumb { inline-size: 1.375rem; block-size: 1.375rem; background: var(--done); }

/* As wide as its field, however long its longest option is. */
.select { position: relative; display: block; contain: inline-size; }
.select::after { content: ""; position: absolute; inset-block-start: 50%; inset-inline-end: .25rem; inline-size: .5rem; block-size: .5rem; margin-block-start: -.4rem; border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); pointer-events: none; }
select { appearance: none; text-overflow: ellipsis; inline-size: 100%; min-block-size: 2.25rem; padding-block: 0; padding-inline: 0 1.25rem; border: 0; border-block-end: 1px solid var(--rule); background: none; cursor: pointer; }
select:hover { border-color: var(--ink); }
option { color: var(--ink); background: var(--paper); }
.segments { display: flex; min-block-size: 2.25rem; }
.segments label { position: relative; flex: 1; font-style: normal; cursor: pointer; }
.segments input { position: absolute; inset: 0; opacity: 0; inline-size: 100%; block-size: 100%; cursor: pointer; }
.segments span { display: grid; place-content: center; block-size: 100%; min-block-size: 2.25rem; border-block-end: 1px solid var(--rule); color: var(--muted); font-variant-numeric: lining-nums; }
.segments label:hover span { color: var(--ink); border-color: var(--muted); }
.segments :checked + span { color: var(--ink); font-weight: 600; border-block-end: 2px solid var(--ink); }
:is(.number input, select):focus-visible { outline-offset: -1px; }
.segments :focus-visible + span { outline: 2px solid var(--ink); outline-offset: 2px; }
.number { display: flex; gap: 1rem; }
.number input { flex: 1; min-inline-size: 0; min-block-size: 2.25rem; padding: 0; border: 0; border-block-end: 1px solid var(--rule); background: none; font-variant-numeric: tabular-nums lining-nums; appearance: textfield; -moz-appearance: textfield; }
.number input::placeholder { color: var(--muted); opacity: 1; font-style: italic; }
.number input::-webkit-inner-spin-button { -webkit-appearance: none; margin: 0; }
`;

const media = `
@media (forced-colors: active) {
  .frame { --paper: Canvas; --ink: CanvasText; --muted: CanvasText; --rule: GrayText; --human: LinkText; --machine: CanvasText; --remedy: VisitedText; }
  .play, .glyph, input[type="range"] { forced-color-adjust: none; }
  .play { background: ButtonText; color: ButtonFace; }
  .segments :checked + span { border-block-end-width: 4px; }
}
@media print {
  .transport, .settings, .alert { display: none; }
  .words { min-block-size: 0; }
  .plate, section { break-inside: avoid; }
}
`;

/** What `controls` leaves out; an empty one leaves everything in. @param {string} token @param {string} parts */
const unless = (token, parts) => `:host([controls]:not([controls=""], [controls~="all"], [controls~="${token}"])) :is(${parts}) { display: none; }\n`;

const controls = unless("transport", ".transport") + unless("settings", ".settings") + unless("table", ".tables, table") + unless("help", ".why");

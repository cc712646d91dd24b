// The page around the scenes, in words.

export const story = {
  seed: "Dice",
  whySeed: "This number decides every random draw on this page. The same number always gives the same words.",
  throwDice: "Throw other dice",
  stale: "The dice are other ones now: look at the scene again.",
};

export const tools = {
  text: "Your own text",
  whyText: "Paste any text, or choose a file. It is read in this page and goes nowhere else.",
  textLabel: "Text",
  file: "Or a file",
  use: "Use this text",
  back: "Back to the text before",
  empty: "There is no text yet: paste some, or choose a file.",
  own: "Your own text is in use. No link holds it, and no export but for its words.",
  refused: "The text before is still in use.",
  undecoded: "Part of this file is no text in UTF-8: where it could not be read it has �.",
  undo: "Undo",
  redo: "Redo",
  reset: "Start over",
  pin: "Pin this run",
  unpin: "Take the pin out",
  pinned: "The run is pinned: it stays as a thin line while you change one thing.",
  share: "Copy a link",
  copied: "Copied.",
  as: "As",
  export: "Export",
  /** @param {string} reason */
  failed: (reason) => `It could not be exported (${reason.replace(/\.$/, "")}).`,
  exported: /** @param {string} name */ (name) => `Saved as ${name}.`,
  formats: /** @type {[string, string][]} */ ([["png", "a picture (PNG, double size)"], ["svg", "a drawing (SVG)"], ["csv", "a table (CSV)"], ["json", "all data (JSON)"], ["embed", "a code to embed it"], ["python", "a check in Python"]]),
  code: "The code:",
  noPicture: "the picture could not be made",
};

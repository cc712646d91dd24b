// Die Seite um die Szenen, in Worten.

export const story = {
  seed: "Würfel",
  whySeed: "Diese Zahl entscheidet über jede zufällige Ziehung auf dieser Seite. Dieselbe Zahl ergibt immer dieselben Wörter.",
  throwDice: "Neu würfeln",
  stale: "Es wurde neu gewürfelt: Die Szene sieht jetzt anders aus.",
};

export const tools = {
  text: "Eigener Text",
  whyText: "Beliebigen Text einfügen oder eine Datei wählen. Er wird auf dieser Seite gelesen und geht nirgendwo sonst hin.",
  textLabel: "Text",
  file: "Oder eine Datei",
  use: "Diesen Text verwenden",
  back: "Zurück zum vorigen Text",
  empty: "Noch ist kein Text da: einen einfügen oder eine Datei wählen.",
  own: "Der eigene Text ist in Gebrauch. Kein Link enthält ihn, und kein Export mehr als seine Wörter.",
  refused: "Der vorige Text bleibt in Gebrauch.",
  undecoded: "Ein Teil dieser Datei ist kein Text in UTF-8: Was nicht zu lesen war, steht als �.",
  undo: "Rückgängig",
  redo: "Wiederholen",
  reset: "Von vorn",
  pin: "Diesen Lauf anheften",
  unpin: "Lauf ablösen",
  pinned: "Der Lauf ist angeheftet: Er bleibt als dünne Linie stehen, während sich etwas anderes ändert.",
  share: "Link kopieren",
  copied: "Kopiert.",
  as: "Als",
  export: "Exportieren",
  /** @param {string} reason */
  failed: (reason) => `Der Export ist nicht gelungen (${reason.replace(/\.$/, "")}).`,
  exported: /** @param {string} name */ (name) => `Gespeichert als ${name}.`,
  formats: /** @type {[string, string][]} */ ([["png", "ein Bild (PNG, doppelte Größe)"], ["svg", "eine Zeichnung (SVG)"], ["csv", "eine Tabelle (CSV)"], ["json", "alle Daten (JSON)"], ["embed", "Code zum Einbetten"], ["python", "eine Nachrechnung in Python"]]),
  code: "Der Code:",
  noPicture: "das Bild ließ sich nicht erzeugen",
};

// Wie `failure.js`, auf Deutsch.

/** @typedef {import("../../failure.js").Code} Code */
/** @typedef {import("../en/failure.js").About} About */

export const failure = {
  owner: "Für den Betreiber dieser Seite",
  retry: "Noch einmal",
  details: "Einzelheiten zum Kopieren",
  copy: "Kopieren",
  copied: "Kopiert",
  selected: "Markiert",
};

/** @type {Record<Exclude<Code, "refused">, { title: string, reader(about: About): string, owner(about: About): string }>} */
export const failures = {
  network: {
    title: "Nicht geladen",
    reader: ({ file }) => `Die Datei ${file} konnte nicht geladen werden; vielleicht fehlt die Verbindung.`,
    owner: ({ file }) => `Legen Sie ${file} dorthin, wo die Datei laut Einzelheiten gesucht wird, und lassen Sie alle sie lesen.`,
  },
  mime: {
    title: "Nicht die richtige Datei",
    reader: ({ file }) => `Anstelle der Datei ${file} kam etwas anderes.`,
    owner: ({ file }) => `Der Server muss ${file} selbst senden, vollständig und in derselben Version wie das Skript, und keine Seite an ihrer Stelle; eine wasm-Datei mit dem Header Content-Type: application/wasm.`,
  },
  cors: {
    title: "Von anderer Stelle nicht erlaubt",
    reader: ({ file }) => `Die Datei ${file} liegt auf einer anderen Website, die sie diese Seite nicht lesen lässt.`,
    owner: ({ file }) => `Der Server von ${file} muss den Header Access-Control-Allow-Origin: * senden; oder legen Sie die Datei auf die Website dieser Seite.`,
  },
  csp: {
    title: "Von dieser Seite verboten",
    reader: () => "Diese Seite erlaubt nicht, was die Simulation braucht; an Ihrem Browser liegt es nicht.",
    owner: ({ directive, origin }) => `Ergänzen Sie ${directive === "script-src" ? "'wasm-unsafe-eval'" : origin} bei ${directive} in der Content-Security-Policy dieser Seite.`,
  },
  "no-webassembly": {
    title: "Kein WebAssembly",
    reader: () => "Dieser Browser führt kein WebAssembly aus, oder es ist abgeschaltet; ein anderer oder neuerer zeigt die Simulation.",
    owner: () => "Es ist nichts zu tun: Was im Element steht, tritt an die Stelle der Simulation. WebAssembly gibt es seit Chrome 87, Firefox 78 und Safari 14.1.",
  },
  memory: {
    title: "Speicher voll",
    reader: () => "Die Simulation hat ihren Speicher aufgebraucht; ein kürzerer Text oder weniger Sätze oder Generationen passen vielleicht hinein.",
    owner: () => "Eine Simulation darf 256 MiB belegen: Verringern Sie am Element documents oder generations.",
  },
  trap: {
    title: "Abgebrochen",
    reader: () => "Die Simulation ist an einem eigenen Fehler gescheitert; „Noch einmal“ beginnt sie von vorn.",
    owner: () => "Das ist ein Fehler im Widget und nicht in Ihrer Seite: Bitte melden Sie ihn, mit den Einzelheiten.",
  },
  worker: {
    title: "Läuft nicht",
    reader: () => "Der Browser hat die Simulation nicht gestartet oder beendet; vielleicht hilft es, andere Tabs zu schließen und es noch einmal zu versuchen.",
    owner: () => "Ergänzen Sie blob: bei worker-src in der Content-Security-Policy dieser Seite, und recursive-trap bei trusted-types, falls es das gibt.",
  },
};

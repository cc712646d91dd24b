// Was ein Link enthält und diese Seite nicht kennt, in Worten.

export const unknown = {
  /** @param {string} got @param {string} known */
  version: (got, known) => `Dieser Link hat Version ${got}, diese Seite liest Version ${known}; sie zeigt ihre eigenen Einstellungen.`,
  /** @param {string} key */
  name: (key) => `Der Link setzt „${key}“; das hat diese Seite nicht.`,
  /** @param {string} key @param {string} value @param {string} allowed */
  value: (key, value, allowed) => `Der Link setzt „${key}“ auf „${value}“; erlaubt ist ${allowed}. Es gilt der Wert der Seite.`,
  /** @param {number} min @param {number} max */
  whole: (min, max) => `eine ganze Zahl von ${min} bis ${max}`,
  /** @param {number} min @param {number} max */
  number: (min, max) => `eine Zahl von ${min} bis ${max}`,
  /** @param {number} most */
  option: (most) => `eine ganze Zahl von 0 bis ${most} oder „skipped“`,
  /** @param {number} min @param {number} max */
  guess: (min, max) => `eine Zahl von ${min} bis ${max} oder „skipped“`,
  /** @param {number} min */
  least: (min) => `eine Zahl ab ${min}`,
  /** @param {string[]} places */
  oneOf: (places) => `eines von ${places.join(", ")}`,
  /** @param {string} example */
  words: (example) => `die Form „${example}“`,
  short: "höchstens 200 Zeichen",
  /** Before the reason. @param {string} id */
  refused: (id) => `Was der Link in „${id}“ setzt, wurde abgelehnt.`,
  stands: "Es gelten die Einstellungen der Seite.",
};

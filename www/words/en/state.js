// What a link holds that the page does not know, in words.

export const unknown = {
  /** @param {string} got @param {string} known */
  version: (got, known) => `This link is of version ${got}, and this page reads version ${known}; it shows its own settings.`,
  /** @param {string} key */
  name: (key) => `The link sets “${key}”, which this page does not have.`,
  /** @param {string} key @param {string} value @param {string} allowed */
  value: (key, value, allowed) => `The link sets “${key}” to “${value}”; it must be ${allowed}. The page’s own value stands.`,
  /** @param {number} min @param {number} max */
  whole: (min, max) => `a whole number from ${min} to ${max}`,
  /** @param {number} min @param {number} max */
  number: (min, max) => `a number from ${min} to ${max}`,
  /** @param {number} most */
  option: (most) => `a whole number from 0 to ${most}, or “skipped”`,
  /** @param {number} min @param {number} max */
  guess: (min, max) => `a number from ${min} to ${max}, or “skipped”`,
  /** @param {number} min */
  least: (min) => `a number from ${min} on`,
  /** @param {string[]} places */
  oneOf: (places) => `one of ${places.join(", ")}`,
  /** @param {string} example */
  words: (example) => `of the form “${example}”`,
  short: "at most 200 characters long",
  /** Before the reason. @param {string} id */
  refused: (id) => `What the link sets in “${id}” was refused.`,
  stands: "The page’s own settings stand.",
};

// Numbers as the reader's language writes them.

/** What stands for a number that there is not. */
export const NONE = "–";

/** The smallest share that is written in full. */
const LEAST = 0.001;

/** @typedef {ReturnType<typeof create>} Formats */

/** @type {Map<string, Formats>} Kept: the first formatters of a page cost tens of milliseconds. */
const known = new Map();

/**
 * @param {string} [language]  a BCP 47 tag; one that `Intl` refuses counts as none
 * @returns {Formats}
 */
export function formats(language = "") {
  const existing = known.get(language);
  if (existing) return existing;
  const created = create(language);
  known.set(language, created);
  return created;
}

/** @param {string} language */
function create(language) {
  /** @param {Intl.NumberFormatOptions} options */
  const formatter = (options) => {
    const format = numberFormat(language, options);
    return (/** @type {number} */ value) => (Number.isNaN(value) ? NONE : format.format(value));
  };
  const share = formatter({ style: "percent", maximumFractionDigits: 1 });
  return {
    count: formatter({ maximumFractionDigits: 0 }),
    decimal: formatter({ maximumFractionDigits: 2, minimumFractionDigits: 2 }),
    whole: formatter({ style: "percent", maximumFractionDigits: 0 }),
    /** Not nothing, if it is not nothing. */
    share: (/** @type {number} */ value) => (value > 0 && value < LEAST ? `<${share(LEAST)}` : share(value)),
    percent: formatter({ style: "percent", maximumFractionDigits: 1, minimumFractionDigits: 1 }),
    /** How charts are to write numbers; {} stands for the number. */
    signs: signs(language),
  };
}

/** @param {string} language */
function signs(language) {
  // Latin digits, which are what charts write; with enough of them to be grouped in every language that groups.
  const latin = (/** @type {Intl.NumberFormatOptions} */ options) => numberFormat(language, { ...options, numberingSystem: "latn" });
  const parts = latin({ minimumFractionDigits: 1 }).formatToParts(1234567);
  const sign = (/** @type {string} */ type) => parts.find((part) => part.type === type)?.value ?? "";
  const percent = latin({ style: "percent" }).format(0).replace("0", "{}");
  return { decimal: sign("decimal"), group: sign("group"), percent };
}

/**
 * @param {string} language
 * @param {Intl.NumberFormatOptions} options
 */
function numberFormat(language, options) {
  try {
    return new Intl.NumberFormat(language || undefined, options);
  } catch {
    return new Intl.NumberFormat(undefined, options);
  }
}

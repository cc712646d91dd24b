// What went wrong, in words. The machinery says it in English.

/** What stands before and after the reason why nothing is computed any more. */
export const stopped = ["The simulation stopped (", ")."];

/**
 * A reason of the machinery's in this language; undefined if it is not known in it.
 * @param {string} reason
 * @returns {string | undefined}
 */
export const translated = (reason) => reason;

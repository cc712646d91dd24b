// Counts in words, as sentences need them.

/** @typedef {import("../../numbers.js").Formats} Formats */

/** @param {Formats} n @param {number} count */
export const times = (n, count) => (count === 0 ? "never" : count === 1 ? "once" : count === 2 ? "twice" : `${n.count(count)} times`);

/** @param {Formats} n @param {number} count */
export const rounds = (n, count) => `${n.count(count)} ${count === 1 ? "round" : "rounds"}`;

/** @param {Formats} n @param {number} count */
export const words = (n, count) => `${n.count(count)} ${count === 1 ? "word" : "words"}`;

/** Every scene with a curve of words alive says this of it. @type {string} */
export const ALIVE = "A word is alive while the newest text uses it at least once. Different words are counted, not how often each is used; commas and full stops count as words.";

/** Every scene that measures how well human text is foreseen says this of it. @type {string} */
export const BITS = "Bits count the yes-or-no questions that a model needs, on average, to find the next word of human text that no model has read: with one bit more it gives the right word half the chance. A simpler model would guess a text as short as this one better; what matters here is the change.";

/** Words of somebody else’s, in the quotation marks of the language. @param {string} text */
export const quoted = (text) => `“${text}”`;

// Numbers in the prose, in words.

export const words = {
  /** @param {string} label */
  label: (label) => `${label}, adjustable`,
};

// Zahlen im Text, in Worten.

export const words = {
  /** @param {string} label */
  label: (label) => `${label}, verstellbar`,
};

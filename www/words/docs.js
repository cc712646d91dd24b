// The documentation's buttons, in words.

export const docs = {
  copy: "Copy",
  copied: "Copied.",
  selected: "Selected: copy it with your keyboard.",
};

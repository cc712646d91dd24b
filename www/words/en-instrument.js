// English: what the instrument says.

export * as account from "./en/account.js";
export * as captions from "./en/captions.js";
export * as chart from "./en/chart.js";
export * as columns from "./en/columns.js";
export * as counts from "./en/counts.js";
export * as failure from "./en/failure.js";
export * as labels from "./en/labels.js";
export * as regimes from "./en/regimes.js";
export * as remedies from "./en/remedies.js";
export * as remedy from "./en/remedy.js";
export * as reports from "./en/reports.js";
export * as stage from "./en/stage.js";
export * as state from "./en/state.js";
export * as whys from "./en/whys.js";

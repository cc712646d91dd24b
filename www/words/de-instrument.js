// Deutsch: was das Instrument sagt.

export * as account from "./de/account.js";
export * as captions from "./de/captions.js";
export * as chart from "./de/chart.js";
export * as columns from "./de/columns.js";
export * as counts from "./de/counts.js";
export * as failure from "./de/failure.js";
export * as labels from "./de/labels.js";
export * as regimes from "./de/regimes.js";
export * as remedies from "./de/remedies.js";
export * as remedy from "./de/remedy.js";
export * as reports from "./de/reports.js";
export * as stage from "./de/stage.js";
export * as state from "./de/state.js";
export * as whys from "./de/whys.js";

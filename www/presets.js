// Papers as settings: of each its runs, the first the one that it is known for. `src/presets/` says what they claim and is their
// source; a test compares the two. Only what differs from the defaults stands here.

/** @typedef {import("./types.js").Settings} Settings */

/** @type {Record<string, Record<string, Partial<Settings>>>} */
export const PRESETS = {
  "alemohammad-2024": {
    "synthetic": {"order": 2},
    "fixed": {"order": 2, "regime": "anchored=0.5"},
    "fresh": {"order": 2, "regime": "fresh=0.5"},
    "biased": {"order": 2, "temperature": 0.8}
  },
  "bakshi-chakraborty-2026": {
    "tenth": {"order": 2, "regime": "fresh=0.1"},
    "half": {"order": 2, "regime": "fresh=0.5"},
    "none": {"order": 2}
  },
  "dohmatob-2024": {
    "finite-sample": {"order": 2, "generations": 8},
    "top-p": {"order": 2, "generations": 8, "topP": 0.9},
    "temperature": {"order": 2, "generations": 8, "temperature": 0.9}
  },
  "drayson-2025": {
    "detector": {"generations": 12, "regime": "fresh=0.2", "curation": "detector=0.8,0.05"},
    "resampling": {"generations": 12, "regime": "fresh=0.2", "curation": "resample=trained@0.05"},
    "unfiltered": {"generations": 12, "regime": "fresh=0.2"}
  },
  "feng-2025": {
    "careful": {"generations": 4, "curation": "review=1000000,accept,0.9,0.3"},
    "guessing": {"generations": 4, "curation": "review=1000000,accept,0.5,0.5"},
    "perverse": {"generations": 4, "curation": "review=1000000,accept,0.3,0.9"}
  },
  "ferbach-2024": {
    "best-of-four": {"generations": 6, "curation": "review=1000000,best-of:4"},
    "better-of-two": {"generations": 6, "curation": "review=1000000,better"},
    "fresh-half": {"generations": 6, "regime": "fresh=0.5", "curation": "review=1000000,best-of:4"},
    "no-choice": {"generations": 6}
  },
  "gerstgrasser-2024": {
    "accumulate": {"generations": 10, "regime": "accumulate"},
    "replace": {"generations": 10},
    "replace-growing": {"generations": 10, "regime": "grow=linear"},
    "accumulate-cool": {"generations": 10, "regime": "accumulate", "temperature": 0.3},
    "replace-cool": {"generations": 10, "temperature": 0.3}
  },
  "golden-ratio-2025": {
    "golden": {"order": 2, "generations": 12, "regime": "weighted=0.618"},
    "third": {"order": 2, "generations": 12, "regime": "weighted=0.3"},
    "half": {"order": 2, "generations": 12, "regime": "weighted=0.5"},
    "four-fifths": {"order": 2, "generations": 12, "regime": "weighted=0.8"},
    "human-only": {"order": 2, "generations": 12, "regime": "weighted=1"}
  },
  "guo-2024": {
    "replace": {"generations": 10}
  },
  "kazdan-2025": {
    "replace": {},
    "accumulate": {"regime": "accumulate"},
    "subsample": {"regime": "subsample"}
  },
  "riis-2026": {
    "order-2": {"order": 2, "generations": 12},
    "order-1": {"order": 1, "generations": 12},
    "order-3": {"generations": 12}
  },
  "seddik-2024": {
    "synthetic": {"order": 2},
    "mixed": {"order": 2, "regime": "anchored=0.5"}
  },
  "shumailov-2024": {
    "replace": {},
    "fresh-tenth": {"regime": "fresh=0.1"}
  },
  "suresh-2024": {
    "replace": {"order": 2, "generations": 40}
  },
  "yi-2026": {
    "verifier": {"generations": 10, "curation": "teacher=order:1,documents:200,keep:0.5"},
    "biased-verifier": {"generations": 10, "curation": "teacher=order:1,documents:200,keep:0.5,bias:0.6"},
    "no-verifier": {"generations": 10}
  }
};

/**
 * The settings of a preset: a paper, "gerstgrasser-2024", or one of its runs, "gerstgrasser-2024/replace"; undefined if there is none.
 * @param {string} name
 * @returns {Partial<Settings> | undefined}
 */
export function preset(name) {
  const [paper = "", run] = name.split("/");
  const runs = Object.hasOwn(PRESETS, paper) ? PRESETS[paper] : undefined;
  return runs && (run === undefined ? Object.values(runs)[0] : Object.hasOwn(runs, run) ? runs[run] : undefined);
}

// The shapes that cross a boundary: what the wasm exports, and what worker and page say to each other.

/** A tokenised text, held in wasm memory. */
export interface Text {
  readonly documents: number;
  readonly tokens: number;
  free(): void;
}

/** One round of retraining; generation 0 is the human corpus. */
export interface Generation {
  readonly index: number;
  metrics(): Float64Array;
  counts(): Uint32Array;
  sample(): string;
  marks(): Uint32Array;
  lost(): string;
  free(): void;
}

export interface Recursion {
  readonly documents: number;
  /** Whether the prediction is about this run: nothing bends or cuts the probabilities, or throws away what is written. */
  readonly plain: boolean;
  humanShares(): Float64Array;
  prediction(): Float64Array;
  humanCounts(): Uint32Array;
  next(): Generation | undefined;
  free(): void;
}

/** Draws on one canvas, in device pixels: `scale` of them to a CSS pixel. */
export interface Chart {
  setTheme(paper: string, ink: string, muted: string, rule: string, human: string, machine: string, remedy: string, serif: string, sans: string): void;
  drawSurvival(scale: number, prediction: Float64Array, applies: boolean, mixed: boolean, run: Float64Array, baseline: Float64Array, cursor: number): void;
  drawRankFrequency(scale: number, human: Uint32Array, current: Uint32Array, generation: number): void;
  specimenHeight(scale: number, width: number, sample: string): number;
  drawSpecimen(scale: number, sample: string, marks: Uint32Array, generation: number, wear: number): void;
  free(): void;
}

/** What wasm-bindgen's no-modules glue is: a function that instantiates, with the exports as its properties. */
export interface Bindings {
  (options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  Text: new (text: string, tokenizer: string) => Text;
  Recursion: new (
    text: any, // The generated class is nominal, so only `any` admits both it and a test double.
    documents: number | undefined,
    order: number,
    generations: number,
    regime: string,
    curation: string,
    temperature: number,
    topK: number | undefined,
    topP: number | undefined,
    seed: number,
  ) => Recursion;
  Chart: new (canvas: HTMLCanvasElement) => Chart;
  metricNames(): string;
  randomSeed(): number;
}

/** How a recursion is run; `undefined` documents means all of them. */
export interface Protocol {
  documents: number | undefined;
  order: number;
  generations: number;
  /** As the core writes it: "replace", "fresh=0.1", "cure=0.5@10". */
  regime: string;
  /** As the core writes it: "none", "detector=0.8,0.05+review=100,accept". */
  curation: string;
  temperature: number;
  topK: number | undefined;
  topP: number | undefined;
  seed: number;
}

/** `source` is left out when the worker is known to hold the text of that key. */
export interface TextRequest {
  key: string;
  source?: string;
  tokenizer: "word" | "char";
}

export interface RunRequest {
  type: "run";
  run: number;
  text: TextRequest;
  protocol: Protocol;
}

export type ToEngine = { type: "init"; module: WebAssembly.Module } | RunRequest | { type: "cancel"; run: number };

export interface Started {
  type: "started";
  run: number;
  /** Documents the text has; `documents` of them are trained on. */
  available: number;
  documents: number;
  regime: string;
  curation: string;
  /** Whether the prediction is about this run. */
  plain: boolean;
  /** The share of human text in what each generation adds; under "weighted" its weight. */
  humanShares: Float64Array;
  /** Three rows of generations + 1 numbers: expected types, low, high. */
  prediction: Float64Array;
  humanCounts: Uint32Array;
}

export interface GenerationRecord {
  type: "generation";
  run: number;
  index: number;
  metrics: Float64Array;
  counts: Uint32Array;
  sample: string;
  /** Triples start, end, kind in UTF-16 units of `sample`; kind 1 = last occurrence, 2 = loop. */
  marks: Uint32Array;
  lost: string;
}

export interface Failure {
  type: "error";
  run: number | undefined;
  message: string;
  /** The wasm instance is finished, not just this run. */
  fatal: boolean;
}

export type FromEngine =
  | { type: "ready" }
  | { type: "accepted"; run: number }
  | Started
  | GenerationRecord
  | { type: "done"; run: number }
  | Failure;

/** The side of a worker that its own script sees; also what the main-thread engine is given. */
export interface EnginePort {
  onmessage: ((event: { data: ToEngine }) => void) | null;
  postMessage(message: FromEngine, transfer?: Transferable[]): void;
}

/** The side of an engine that the page holds: a `Worker`, or something that behaves like one. */
export interface Engine {
  onmessage: ((event: { data: FromEngine }) => void) | null;
  onerror: ((event: any) => void) | null;
  postMessage(message: ToEngine): void;
  terminate(): void;
}

/** What the reader can set, as the element's attributes name it. */
export interface Settings {
  corpus: string;
  regime: string;
  curation: string;
  order: number;
  generations: number;
  documents: number | undefined;
  temperature: number;
  topK: number | undefined;
  topP: number | undefined;
  seed: number;
}

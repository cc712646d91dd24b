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

/** Several measurements that answer one question, worked off slice by slice. */
export interface Study {
  readonly done: number;
  readonly total: number;
  advance(): boolean;
  rowNames(): string[];
  row(name: string): Float64Array;
  listNames(): string[];
  list(name: string): string[];
  free(): void;
}

/** Draws on one canvas, in device pixels: `scale` of them to a CSS pixel. */
export interface Chart {
  setTheme(paper: string, ink: string, muted: string, rule: string, human: string, machine: string, remedy: string, serif: string, sans: string): void;
  drawRankFrequency(scale: number, human: Uint32Array, current: Uint32Array, generation: number): void;
  /** The reader’s words for English phrases, each at the place of its phrase, and how numbers are written. */
  setWords(phrases: string[], words: string[], decimal: string, group: string, percent: string): void;
  note(name: string, row: Float64Array): void;
  say(name: string, list: string[]): void;
  clear(): void;
  drawFigure(figure: string, scale: number, cursor: number): void;
  /** The figure as SVG, in CSS pixels and the light theme. */
  printFigure(figure: string, width: number, height: number, cursor: number): string;
  pick(x: number, y: number): number | undefined;
  specimenHeight(scale: number, width: number, sample: string): number;
  drawSpecimen(scale: number, sample: string, marks: Uint32Array, generation: number, wear: number): void;
  free(): void;
  /** Lets go of its memory without freeing it: nothing of a broken instance may be called, by the garbage collector neither. */
  __destroy_into_raw(): number;
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
  Study: new (
    text: any, // As above.
    documents: number | undefined,
    order: number,
    generations: number,
    regime: string,
    curation: string,
    temperature: number,
    topK: number | undefined,
    topP: number | undefined,
    seed: number,
    question: string,
    argument: string,
  ) => Study;
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
  /** A study of this question, in place of a run. */
  study?: Question;
}

/** What a study is asked, and about what: a word, a choice. */
export interface Question {
  question: string;
  argument: string;
}

/** What a study has found so far. */
export interface FindingsRecord {
  type: "findings";
  run: number;
  done: number;
  total: number;
  rows: Record<string, Float64Array>;
  lists: Record<string, string[]>;
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

/** What an engine says of an error: the page gives it a code. */
export interface EngineError {
  type: "error";
  run: number | undefined;
  /** Of the class of what was thrown. */
  name: string;
  message: string;
  /** The wasm instance is finished, not just this run. */
  fatal: boolean;
  /** Its memory cannot grow any more. */
  exhausted: boolean;
}

/** A run that came to a bad end. */
export interface Failed {
  type: "error";
  run: number | undefined;
  failure: import("./failure.js").Failure;
}

type Answer =
  | { type: "accepted"; run: number }
  | Started
  | GenerationRecord
  | FindingsRecord
  | { type: "done"; run: number };

export type FromEngine = Answer | { type: "ready" } | EngineError;

/** What a client tells of its newest run. */
export type FromClient = Answer | Failed;

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

/** What the reader has changed that is no setting. */
export interface View {
  /** A number is the bet that was placed; undefined leaves it as it is. */
  bet: "open" | "skipped" | number | undefined;
  /** Where the cursor was put; undefined follows the newest. */
  cursor: number | undefined;
  /** What the scene is asked about; undefined is what it asks by itself. */
  argument: string | undefined;
}

/** What the element holds: the instrument, or a scene. */
export interface Content {
  readonly element: HTMLElement;
  /** Whether what is shown is all that is asked for. */
  readonly complete: boolean;
  view: View;
  /** Of an instrument: the settings of its pinned run. */
  pinned?: Settings | undefined;
  pin?(on: boolean): void;
  announce?(): void;
  /** Begins, or begins again after `dispose`. */
  start(): void;
  /** What is asked for may have changed. */
  restart(): void;
  /** Gives up what is not computed yet. */
  halt(): void;
  /** Computes even if nobody is near. */
  urge(on: boolean): void;
  play(): void;
  pause(): void;
  step(): void;
  reset(): void;
  retheme(): void;
  print(): void;
  data(): object | undefined;
  svg(): string;
  /** A PNG of so many pixels to a CSS pixel. */
  picture(scale: number): Promise<Blob>;
  dispose(): void;
}

/** The code of a content, with the words that it says. */
export interface ContentModule<Words> {
  createContent(host: Host<Words>): Content;
  /** Hands over the words: at once if they are there, once they have come if not. */
  withCatalogue(language: string, take: (words: Words) => void): void;
  urlState(trap: import("./element.js").RecursiveTrapElement): import("./url-state.js").UrlState;
}

/** All that is said in one language, by the file that says it. */
export type Catalogue = typeof import("./words/en.js");

/** What of it the instrument says. */
export type InstrumentWords = typeof import("./words/en-instrument.js");

/** What the element grants to what it holds. */
export interface Host<Words = unknown> {
  readonly element: HTMLElement;
  /** BCP 47 tag that the element goes by: its own, or that of what is around it. Numbers are written in it. */
  readonly language: string;
  /** What is said, in that language or in English. */
  readonly words: Words;
  settings(): Settings;
  /** The settings as attributes, by the name of the property. */
  written(): Record<string, string | null>;
  /** A text of the reader's own, in place of a corpus. */
  ownText(): import("./own-text.js").OwnText | undefined;
  reflect(name: keyof Settings, value: string | number | null | undefined): void;
  /** Puts back the attributes that the page wrote. */
  restore(): void;
  /** Dispatches `recursive-trap-NAME`. */
  emit(name: string, detail: object): void;
}

/** A figure of a scene; sizes are in CSS pixels, and give the aspect ratio of the canvas. */
export interface SceneFigure {
  /** A name that `Chart.drawFigure` knows. */
  figure: string;
  label: string;
  /** One sentence or two: what it measures. */
  why: string;
  /** The place of the scene's cursor that is this figure's first, where figures share one cursor by turns. */
  from?(f: import("./findings.js").Findings): number;
  wide: [width: number, height: number];
  narrow: [width: number, height: number];
}

/** A control of a scene, bound to a setting or to what the question is about. */
export interface SceneControl {
  setting: keyof Settings | "argument";
  label: string;
  /** One sentence: what it does. */
  why: string;
  /** A slider needs these. */
  min?: number;
  max?: number;
  step?: number;
  /** How its value is written; as a count, if nothing else is said. */
  text?(n: import("./numbers.js").Formats, value: number): string;
  /** The end of the slider that stands for no setting at all. */
  none?: number;
  /** Which word of the argument it is about, where it has several. */
  part?: number;
  /** What a field shows of the argument. */
  clean?(argument: string): string;
  /** What a field says while it is empty. */
  placeholder?: string;
  /** A choice needs these. */
  options?: [value: string, label: string][];
}

/** A bet on a number (`range`), or on one of several options. */
export interface Bet {
  /** Before anything is found, a question may be about nothing in particular. */
  prompt(f: import("./findings.js").Findings, n: import("./numbers.js").Formats): string;
  range?: { min: number; max: number; step: number; start: number };
  options?: string[];
  /** Whether it is about whatever the reader sets; otherwise about the settings that the scene begins with. */
  follows?: boolean;
  /** The row under which figures find the guess, and the generation that it is about. */
  ghost?: string;
  after?: number;
  unit(n: import("./numbers.js").Formats, value: number): string;
  /** The gap between the guess and the truth, in words. */
  said(f: import("./findings.js").Findings, n: import("./numbers.js").Formats, guess: number): string;
}

/** A sentence; marks are in order and do not overlap. */
export interface Specimen {
  heading: string;
  text: string;
  marks: { start: number; end: number; kind: string; title: string }[];
}

/** Buttons, each with what it asks about; a long one is a sentence. */
export interface Choices {
  heading: string;
  /** `sample`: a piece of the text, in the language of the text. */
  options: { label: string; argument: string; long?: boolean; sample?: boolean }[];
}

/** Numbers drawn, in rows; the first cell of a row is its head. */
export interface SceneTable {
  caption: string;
  heads: string[];
  rows: string[][];
}

/** One idea of the story: what is asked of the core, and how the answer is shown and said. */
export interface Scene {
  id: string;
  question: string;
  argument: string;
  /** What differs from the defaults. */
  settings: Partial<Settings>;
  figures: SceneFigure[];
  /** Where the cursor stands at first; at the end, if nothing else is said. */
  at?: number;
  /** The last place of the cursor, which moves over generations, cells, cases; without it there is none. */
  cursor?: (f: import("./findings.js").Findings) => number;
  /** Cells in a row, where the cursor moves over cells. */
  columns?(f: import("./findings.js").Findings): number;
  /** Whether that is a place in time, to be played; true if nothing is said. */
  steps?: boolean;
  /** What is asked about before the reader has done anything; `argument`, if nothing else is said. */
  opening?: string;
  /** Whether its table stands open. */
  open?: boolean;
  controls: SceneControl[];
  /** A sentence with the parts of it that matter marked, told apart by the class of their marks. */
  specimen?(f: import("./findings.js").Findings, n: import("./numbers.js").Formats, cursor: number): Specimen;
  /** What the reader can choose to ask about next. */
  choices?(f: import("./findings.js").Findings, n: import("./numbers.js").Formats, argument: string): Choices;
  /** Whether it has nothing to draw before the reader has chosen. */
  asking?(f: import("./findings.js").Findings): boolean;
  bet?: Bet;
  caption(f: import("./findings.js").Findings, n: import("./numbers.js").Formats, cursor: number): string;
  /** The numbers that the prose around the scene says, by name. */
  facts(f: import("./findings.js").Findings, n: import("./numbers.js").Formats): Record<string, string>;
  /** All that its figures draw. */
  tables(f: import("./findings.js").Findings, n: import("./numbers.js").Formats): SceneTable[];
}

/** A scene in the words of a language. */
export type MakeScene = (words: Catalogue) => Scene;

/** The element's class; importing it does nothing. */

/** What a run is made of, as the attributes say it. */
export interface Settings {
  /** "moby-dick" or "sotu". */
  corpus: string;
  /** What the next model reads: "replace", "fresh=0.1", "accumulate"… */
  regime: string;
  /** What stands between writing and training: "none", "detector=0.8,0.05"… */
  curation: string;
  /** 1 to 5: a token depends on the order − 1 before it. */
  order: number;
  /** 1 to 200. */
  generations: number;
  /** Documents trained on; undefined means all of them. */
  documents: number | undefined;
  /** 0 to 5; 1 draws from the model as it is. */
  temperature: number;
  /** Only the k likeliest tokens; undefined means no cut. */
  topK: number | undefined;
  /** Only the likeliest tokens that make up this share; undefined means no cut. */
  topP: number | undefined;
  /** 0 to 4294967295. */
  seed: number;
}

/** What the reader has changed that is no setting. */
export interface View {
  /** A number is the bet that was placed; undefined leaves it as it is. */
  bet: "open" | "skipped" | number | undefined;
  /** Where the cursor was put; undefined follows the newest generation. */
  cursor: number | undefined;
  /** What a scene is asked about; undefined is what it asks by itself. */
  argument: string | undefined;
}

/** One round of retraining; generation 0 is the human text. */
export interface GenerationData {
  index: number;
  /** By name, as the README lists them; what is not defined is NaN. */
  metrics: Record<string, number>;
  /** The first sentences that were written. */
  sample: string;
  /** Words that occurred in the generation before and do not in this one. */
  lost: string[];
}

/** A run as plain data. */
export interface RunData {
  /** `corpus` is null where the text is the page's own. */
  settings: Omit<Settings, "corpus"> & { corpus: string | null };
  regime: string;
  curation: string;
  complete: boolean;
  /** Whether the prediction is about this run; if not, it is what chance alone would have left. */
  plain: boolean;
  /** How often each type of the human text occurs, the most frequent first. */
  humanCounts: number[];
  /** Three rows, a number for each generation: expected types, and the ends of the 95 % band. */
  predicted: number[][];
  generations: GenerationData[];
}

/** A scene as plain data. */
export interface SceneData {
  scene: string;
  settings: Settings;
  argument: string;
  complete: boolean;
  /** The numbers that the prose around the scene says, by name. */
  facts: Record<string, string>;
  /** All that its figures draw; the first cell of a row is its head. */
  tables: { caption: string; heads: string[]; rows: string[][] }[];
}

/** What the events carry in `detail`; all of them bubble and leave shadow trees. */
export interface RecursiveTrapEventMap {
  /** The engine runs. */
  "recursive-trap-ready": CustomEvent<{ thread: "worker" | "main" | undefined }>;
  "recursive-trap-progress": CustomEvent<{ done: number; total: number }>;
  "recursive-trap-generation": CustomEvent<{ index: number; metrics: Record<string, number> }>;
  /** All that is asked for is computed and drawn: so many generations, or this scene. */
  "recursive-trap-complete": CustomEvent<{ generations?: number; scene?: string }>;
  /** The reader's bet on a scene is placed, skipped or open again. */
  "recursive-trap-bet": CustomEvent<{ scene: string; settled: boolean }>;
  /** What a scene has found, as sentences say it. */
  "recursive-trap-facts": CustomEvent<{ scene: string; facts: Record<string, string>; settings: Settings; argument: string; partial: boolean }>;
  /** The reader has changed something. */
  "recursive-trap-change": CustomEvent<{ scene?: string }>;
  /** In English, whatever is shown. `fatal`: nothing more comes until the reader, or `run()`, starts again. */
  "recursive-trap-error": CustomEvent<{ code: string; message: string; fatal: boolean }>;
}

export interface RunOptions {
  signal?: AbortSignal;
}

export interface ExportOptions {
  type?: "image/png" | "image/svg+xml";
  /** Pixels to a CSS pixel. */
  scale?: number;
}

/** The attributes, for the markup of frameworks. */
export interface RecursiveTrapAttributes {
  scene?: string;
  preset?: string;
  corpus?: string;
  src?: string;
  order?: number | string;
  generations?: number | string;
  documents?: number | string;
  seed?: number | string;
  temperature?: number | string;
  "top-k"?: number | string;
  "top-p"?: number | string;
  regime?: string;
  curation?: string;
  controls?: string;
  theme?: "auto" | "light" | "dark";
  loading?: "lazy" | "eager";
  autoplay?: boolean | "";
  "url-state"?: boolean | "";
  lang?: string;
  "wasm-url"?: string;
  "worker-url"?: string;
}

/** The properties that can be set, for frameworks that set properties. */
export interface RecursiveTrapProperties extends Partial<Settings> {
  scene?: string;
  preset?: string;
  src?: string;
  controls?: string;
  theme?: "auto" | "light" | "dark";
  loading?: "lazy" | "eager";
  autoplay?: boolean;
  urlState?: boolean;
  wasmUrl?: string;
  workerUrl?: string;
  text?: string | undefined;
  view?: View;
  pinned?: Settings | undefined;
}

/** `<recursive-trap>`: the whole instrument, or with `scene` one scene of the story. */
export class RecursiveTrapElement extends HTMLElement {
  static readonly observedAttributes: string[];
  /** Gives the element its name, unless it is taken, or there is no page. */
  static define(name?: string): void;

  /** The scene of the story that is shown alone; without one, the whole instrument is. */
  scene: string;
  /** A paper whose settings are the ones that are not set: "gerstgrasser-2024", or one of its runs, "gerstgrasser-2024/replace". */
  preset: string;
  corpus: string;
  /** The address of a text in place of the corpus. */
  src: string;
  order: number;
  generations: number;
  documents: number | undefined;
  seed: number;
  temperature: number;
  topK: number | undefined;
  topP: number | undefined;
  regime: string;
  curation: string;
  /** What the reader is given to handle: "all", "none", or some of "transport settings table help". */
  controls: string;
  /** "auto" follows the page, then the reader. */
  theme: "auto" | "light" | "dark";
  /** "lazy" until a reader is near. */
  loading: "lazy" | "eager";
  /** Plays once by itself when it is there, unless the reader has asked for less motion. */
  autoplay: boolean;
  /** Whether the page's address holds what the reader has changed, under the element's id. */
  urlState: boolean;
  /** Where the page keeps the wasm, if not beside the script. */
  wasmUrl: string;
  /** Where the page keeps the worker, for a page that refuses `blob:`. */
  workerUrl: string;

  /** A text in place of the corpus; it never leaves the page. */
  text: string | undefined;
  /** Whether all that is asked for is computed and drawn. */
  readonly complete: boolean;
  view: View;
  /** The settings of an instrument's pinned run; setting them runs and pins it. */
  pinned: Settings | undefined;

  /**
   * Computes what is asked for, whether or not a reader is near; fulfilled when all of it is drawn, and that needs a page: it waits
   * for an element that is in none, and is an `AbortError` when the element is taken out.
   */
  run(options?: RunOptions): Promise<void>;
  /** Moves the cursor on, generation by generation; from the human text again when it is at the end. */
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Moves the cursor one generation on. */
  step(): Promise<void>;
  /** Back to the settings the page gave, and to the end of their run; fulfilled when that is drawn. */
  reset(): Promise<void>;
  /** What is shown, as plain data: of an instrument its run, of a scene its tables. Undefined before there is anything. */
  data(): RunData | SceneData | undefined;
  /** The same for `JSON.stringify`; before there is anything, what is asked for. */
  toJSON(): RunData | SceneData | { settings: Settings; complete: false };
  /** The figure (of several, the first) as SVG; "" before there is one. */
  svg(): string;
  /** Keeps the run of an instrument that is shown as a ghost behind the next ones; or no run at all. */
  pin(on?: boolean): void;
  /** The figure as a picture, once it is whole. */
  exportImage(options?: ExportOptions): Promise<Blob>;
}

declare global {
  interface HTMLElementTagNameMap {
    "recursive-trap": RecursiveTrapElement;
  }
  // They bubble, so that `document` and `window` hear them too.
  interface GlobalEventHandlersEventMap extends RecursiveTrapEventMap {}
}

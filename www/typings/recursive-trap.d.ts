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
  /** A number is the bet that was placed. */
  bet: "open" | "skipped" | number;
  /** Where the cursor was put; undefined follows the newest generation. */
  cursor: number | undefined;
  /** What a scene is asked about. */
  argument: string;
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
  /** `fatal`: nothing more comes until the reader, or `run()`, starts again. */
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
  theme?: string;
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
  theme?: string;
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
  /** A paper whose protocol is shown. */
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
  /** Which controls the reader has, their names between spaces. */
  controls: string;
  theme: string;
  /** Whether it waits until the reader is near. */
  loading: "lazy" | "eager";
  /** Whether it plays once it is there. */
  autoplay: boolean;
  /** Whether what the reader changes stands in the page's address. */
  urlState: boolean;
  /** Where the wasm is, if not beside the script. */
  wasmUrl: string;
  /** Where the worker is, if not beside the script. */
  workerUrl: string;

  /** A text in place of the corpus; it never leaves the page. */
  text: string | undefined;
  /** Whether all that is asked for is computed and drawn. */
  readonly complete: boolean;
  view: View;
  /** The settings of an instrument's pinned run; setting them runs and pins it. */
  pinned: Settings | undefined;

  /** Runs what the attributes say; fulfilled when it is complete. */
  run(options?: RunOptions): Promise<void>;
  /** Moves the cursor on, generation by generation; from the human text again when it is at the end. */
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Moves the cursor one generation on. */
  step(): Promise<void>;
  /** Back to the settings the page gave, and to the end of their run. */
  reset(): Promise<void>;
  /** The same as `data()`, for `JSON.stringify`. */
  toJSON(): RunData | undefined;
  /** The run of an instrument that is shown. */
  data(): RunData | undefined;
  /** The survival figure of an instrument as SVG; empty before there is one. */
  svg(): string;
  /** Keeps the run of an instrument that is shown as a ghost behind the next ones; or no run at all. */
  pin(on?: boolean): void;
  /** The figure as a file. */
  exportImage(options?: ExportOptions): Promise<Blob>;
}

declare global {
  interface HTMLElementTagNameMap {
    "recursive-trap": RecursiveTrapElement;
  }
  // They bubble, so that `document` and `window` hear them too.
  interface GlobalEventHandlersEventMap extends RecursiveTrapEventMap {}
}

// The whole instrument: one run, its three figures, and every control. What it shows is `view.js`; what it computes, `client.js`.

import { Client } from "./client.js";
import { loadCorpus } from "./corpora.js";
import { Failure, classify } from "./failure.js";
import { coalesce } from "./frame.js";
import { PRINTED } from "./figures.js";
import { instance } from "./load-wasm.js";
import { formats } from "./numbers.js";
import { ladderTo } from "./page-ladder.js";
import { picture } from "./picture.js";
import { Player } from "./player.js";
import { Presence } from "./presence.js";
import { DEFAULTS, protocolOf, refusal } from "./protocol.js";
import { Run } from "./run.js";
import { View } from "./view.js";
import { Work } from "./work.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Host<import("./types.js").InstrumentWords>} Host */

export class Instrument {
  /** On a page with scenes their core serves the instrument too. */
  #edition = /** @type {import("./assets.js").Edition} */ (document.querySelector("recursive-trap[scene]") ? "whole" : "instrument");
  #client = new Client(ladderTo(this.#edition), (message) => this.#receive(message));
  #player = new Player(() => this.#advance(), () => this.#render());
  #render = coalesce(() => this.#show());
  #restart = coalesce(() => this.start());
  #work;
  /** The reader has stopped the newest run. */
  #halted = false;
  #view;
  /** @type {Run | undefined} The run that is shown: the last one that has given anything to show. */
  #run;
  /** @type {Run | undefined} The newest run. */
  #next;
  /** Where the reader has put the cursor; undefined follows the newest generation. @type {number | undefined} */
  #cursor;
  /** @type {string[]} */
  #metricNames = [];
  /** Counts starts, so that one overtaken while it was loading is dropped. */
  #starts = 0;
  /** What the newest run was started with. @type {{ settings: Settings, own: boolean }} */
  #asked = { settings: DEFAULTS, own: false };
  /** A run to be pinned, before any other is shown. @type {Settings | undefined} */
  #wanted;
  /** The settings of the run that is pinned. @type {Settings | undefined} */
  #pinned;
  /** It is worth computing: nothing is that nobody sees. */
  #near = false;
  #waiting = false;
  /** A run was asked for that has not begun. */
  #pending = false;
  #presence;

  #host;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    this.#work = new Work(host.words.stage, () => (this.#halted ? this.start() : this.halt()));
    this.#view = new View(host, this.#work.element, {
      invalidate: this.#render,
      change: (name, value) => this.#change(name, value),
      newSeed: async () => this.#change("seed", (await instance(this.#edition)).randomSeed()),
      retry: () => this.start(),
      transport: {
        toggle: () => (this.#player.playing ? this.pause() : this.play()),
        step: () => this.step(),
        reset: () => this.reset(),
        seek: (generation) => this.#seek(generation),
      },
    });
    this.#presence = new Presence(this.element, (near) => this.#approach(near));
  }

  /** @param {boolean} near */
  #approach(near) {
    this.#near = near;
    if (near && this.#waiting) this.start();
    if (near) return;
    this.pause();
    // What nobody waits for any more is begun anew when somebody comes back.
    this.#waiting ||= this.#pending || (this.#next !== undefined && !this.#next.complete && !this.#halted);
    if (this.#waiting) {
      this.#starts++;
      this.#client.cancel();
    }
  }

  /** Computes even if nobody is near. @param {boolean} on */
  urge(on) {
    this.#presence.urge(on);
  }

  get element() {
    return this.#view.element;
  }

  /** The colours may have changed. */
  retheme() {
    this.#view.figures.retheme();
    this.#render();
  }

  /** As `retheme`, at once: a print is laid out without waiting for the next frame. */
  print() {
    this.#view.figures.retheme();
    this.#show();
  }

  /** Moves the cursor on, generation by generation; from the human text again when it is at the end. */
  play() {
    if (this.#run && this.#position() >= this.#run.length) this.#cursor = 0;
    this.#cursor ??= this.#position();
    this.#player.play();
  }

  pause() {
    this.#player.pause();
  }

  /** Moves the cursor one generation on. */
  step() {
    this.#player.pause();
    this.#advance();
  }

  /** Back to the settings the page gave, and to the end of their run. */
  reset() {
    this.#player.pause();
    this.#cursor = undefined;
    this.#host.restore();
    this.#controls();
    this.#render();
  }

  /** @type {import("./controls.js").Change} */
  #change(name, value) {
    // Another text has another number of documents.
    if (name === "corpus") this.#host.reflect("documents", undefined);
    this.#host.reflect(name, value);
    this.#controls();
  }

  #controls() {
    this.#view.controls.show(this.#host.settings(), this.#next?.started, formats(this.#host.language));
  }

  /** The settings have changed: what still comes of the run under way is an answer to something else. */
  restart() {
    this.#pending = true;
    this.#client.cancel();
    this.#restart();
  }

  /** Gives up what is not computed yet; what is there stays. */
  halt() {
    this.#client.cancel();
    this.#halted = true;
    this.#work.show(false, true);
  }

  /** @returns {Promise<void>} */
  async start() {
    this.#halted = false;
    this.#pending = true;
    this.#presence.observe();
    const start = ++this.#starts;
    const settings = this.#wanted ?? this.#host.settings();
    this.#controls();
    const refused = refusal(settings, this.#wanted ? {} : this.#host.written());
    if (refused) {
      const failure = new Failure("refused", refused);
      if (this.#wanted) return this.#leavePin(failure);
      this.#client.cancel();
      return this.#report(failure);
    }
    this.#waiting = !this.#near;
    if (this.#waiting) return this.#client.cancel();
    try {
      this.#client.connect().catch(() => {}); // `run` meets the same failure, and reports it.
      const own = this.#wanted ? undefined : this.#host.ownText();
      const [source, bindings] = await Promise.all([own?.source ?? loadCorpus(settings.corpus), instance(this.#edition)]);
      if (start !== this.#starts) return;
      if (!this.#view.figures.attached) this.#view.figures.attach(bindings);
      this.#metricNames = bindings.metricNames().split(" ");
      this.#asked = { settings, own: own !== undefined };
      this.#client.run({ key: own?.key ?? settings.corpus, source, tokenizer: "word" }, protocolOf(settings));
    } catch (error) {
      if (start === this.#starts) this.#report(classify(error));
    }
  }

  /** @param {import("./types.js").FromClient} message */
  #receive(message) {
    if (this.#wanted) return this.#receivePinned(message);
    if (message.type === "started") {
      this.#pending = false;
      const length = message.prediction.length / 3 - 1;
      this.#next = new Run(message, length, this.#metricNames, this.#asked.settings, this.#asked.own);
      this.#view.report();
      this.#controls();
      this.#work.show(true, false);
    } else if (message.type === "generation" && this.#next) {
      this.#work.progress(formats(this.#host.language), message.index, this.#next.length);
      this.#run = this.#next;
      this.#run.push(message);
      this.#host.emit("progress", { done: message.index, total: this.#next.length });
      this.#host.emit("generation", { index: message.index, metrics: this.#run.metrics(message.index) });
      this.#render();
    } else if (message.type === "done" && this.#next) {
      this.#next.complete = true;
      this.#work.show(false, false);
      this.#render();
    } else if (message.type === "error") this.#report(message.failure);
  }

  /** A run that is only to be pinned is not shown. @param {import("./types.js").FromClient} message */
  #receivePinned(message) {
    if (message.type === "started") this.#next = new Run(message, message.prediction.length / 3 - 1, this.#metricNames, this.#asked.settings, false);
    else if (message.type === "generation") this.#next?.push(message);
    else if (message.type === "done" || message.type === "error") {
      if (message.type === "error") return void (message.failure.fatal ? this.#report(message.failure) : this.#leavePin(message.failure));
      if (this.#next) this.#keep(this.#next);
      this.#wanted = undefined;
      this.start();
    }
  }

  /** A run that was only to be pinned is refused: the page hears of it, and the instrument's own run begins. @param {Failure} failure @returns {Promise<void>} */
  #leavePin({ code, message, fatal }) {
    this.#wanted = undefined;
    this.#host.emit("error", { code, message, fatal, pin: true });
    return this.start();
  }

  /** Where the reader has put the cursor. @returns {import("./types.js").View} */
  get view() {
    return { bet: undefined, cursor: this.#cursor, argument: undefined };
  }

  set view({ cursor }) {
    this.#cursor = cursor;
    this.#render();
  }

  /** Keeps the run that is shown as a ghost behind the next ones; or no run at all. @param {boolean} on */
  pin(on) {
    this.#keep(on ? this.#run : undefined);
    this.#host.emit("change", {});
  }

  /** @param {Run | undefined} run */
  #keep(run) {
    this.#pinned = run?.own ? undefined : run?.settings;
    this.#view.figures.pin(run?.series("types") ?? new Float64Array());
    this.#render();
  }

  /** The settings of the run that is pinned; one of a text of the reader's own has none that anybody else could run. */
  get pinned() {
    return this.#wanted ?? this.#pinned;
  }

  /** Runs these settings and pins that run. */
  set pinned(settings) {
    if (settings) {
      this.#wanted = settings;
      this.restart();
    } else this.#keep(undefined);
  }

  /** Whether what is shown is the whole run that is asked for. */
  get complete() {
    return !this.#pending && this.#run !== undefined && this.#run === this.#next && this.#run.announced;
  }

  /** The run that is shown, as plain data. */
  data() {
    const run = this.#run;
    if (!run) return undefined;
    return {
      settings: { ...run.settings, corpus: run.own ? null : run.settings.corpus },
      regime: run.started.regime,
      curation: run.started.curation,
      complete: run.complete,
      /** Whether the prediction is about this run; if not, it is what chance alone would have left. */
      plain: run.started.plain,
      humanCounts: [...run.started.humanCounts],
      predicted: run.predictions().map((row) => [...row]),
      generations: run.generations.map(({ index, sample, lost }) => ({ index, metrics: run.metrics(index), sample, lost: lost.split("\n").filter(Boolean) })),
    };
  }

  /** The survival figure as SVG. */
  svg() {
    return this.#run ? this.#view.figures.print(this.#run, this.#position()) : "";
  }

  /** The survival figure as a picture. @param {number} scale */
  async picture(scale) {
    const bindings = await instance(this.#edition);
    return picture(bindings, this.element, PRINTED, scale, (chart) => this.#run && this.#view.figures.onto(chart, this.#run, this.#position(), scale));
  }

  #position() {
    const last = this.#run?.last ?? 0;
    return Math.min(this.#cursor ?? last, last);
  }

  /** Moves the cursor on; false when there is nothing further, now or later. */
  #advance() {
    if (!this.#run) return true;
    const position = this.#position();
    if (position >= this.#run.length) return false;
    this.#cursor = Math.min(position + 1, this.#run.last);
    this.#render();
    return this.#cursor < this.#run.length;
  }

  /** @param {number} generation */
  #seek(generation) {
    this.#player.pause();
    this.#cursor = generation;
    this.#render();
    this.#host.emit("change", {});
  }

  #show() {
    if (!this.#run || !this.element.isConnected) return;
    try {
      const drawn = this.#view.show(this.#run, this.#position(), this.#player, formats(this.#host.language));
      if (drawn && !this.#view.revealed) {
        this.#view.reveal();
        this.#host.emit("ready", { thread: this.#client.thread });
      }
      // Only now: who waits for the end of a run wants to see it.
      if (drawn && this.#run.complete && !this.#run.announced) {
        this.#run.announced = true;
        this.#host.emit("complete", { generations: this.#run.last });
      }
    } catch (error) {
      // Drawing happens in wasm too. Its instance may be broken, so the next run draws with another one.
      this.#view.figures.detach();
      this.#report(classify(error));
    }
  }

  /** @param {Failure} failure */
  #report(failure) {
    const { code, message, fatal } = failure;
    this.#work.show(false, false);
    if (fatal) this.#player.pause();
    this.#view.report(failure);
    this.#host.emit("error", { code, message, fatal });
  }

  dispose() {
    this.#starts++;
    this.#presence.disconnect();
    this.#near = false;
    this.#player.pause();
    this.#render.cancel();
    this.#restart.cancel();
    this.#client.dispose();
    this.#view.figures.detach();
  }
}

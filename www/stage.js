// One scene: its bet, its figures, what they show in words and in numbers, and the few controls that its idea needs.

import { BetForm } from "./bet.js";
import { ChoiceButtons } from "./choices.js";
import { Client } from "./client.js";
import { loadCorpus } from "./corpora.js";
import { Desk } from "./desk.js";
import { h, setText } from "./dom.js";
import { Findings } from "./findings.js";
import { coalesce } from "./frame.js";
import { Ladder } from "./ladder.js";
import { compile, discardInstance, freshInstance, instance } from "./load-wasm.js";
import { MarkedSentence } from "./marked-sentence.js";
import { formats } from "./numbers.js";
import { Plate } from "./plate.js";
import { Player } from "./player.js";
import { DEFAULTS, NAMES, protocolOf, refusal } from "./protocol.js";
import { SceneControls } from "./scene-controls.js";
import { sceneOf } from "./scenes/index.js";
import { SceneTable } from "./scene-table.js";
import { fatal, language, sentence } from "./strings.js";
import { Transport } from "./transport.js";
import { stage, unknownScene, working } from "./words/stage.js";

/** @typedef {import("./types.js").Settings} Settings */

const workerSource = () => import("./pkg/worker-source.js").then((module) => module.default);
/** All scenes of a page ask here: one worker serves a story. */
const desk = new Desk((deliver) => new Client(new Ladder({ compile, workerSource, freshInstance }), deliver));

export class Stage {
  #host;
  #scene;
  #plates;
  #caption = h("p", { class: "sentence" });
  #specimen = new MarkedSentence();
  #message = h("span");
  #progress = h("span", { class: "progress", role: "status" });
  #cancel = h("button", { type: "button", part: "button", hidden: true }, stage.cancel);
  #table;
  #choices = new ChoiceButtons((argument) => this.#change("argument", argument));
  #controls;
  #transport;
  #bet;
  #player = new Player(() => this.#advance(), () => this.#render());
  #render = coalesce(() => this.#show());
  #restart = coalesce(() => this.start());
  /** @type {Findings | undefined} */
  #findings;
  /** Where the reader has put the cursor; undefined follows the newest. @type {number | undefined} */
  #cursor;
  /** @type {"open" | "skipped" | number} */
  #betting;
  #argument;
  #near = false;
  #announced = false;
  /** What was asked last. */
  #asked = "";
  #observer;
  #body;
  /** An answer is on its way. */
  #working = false;
  element;

  /**
   * @param {import("./types.js").Host} host
   * @param {string} id
   */
  constructor(host, id) {
    this.#host = host;
    const scene = sceneOf(id);
    this.#scene = scene;
    const n = formats(host.language);
    this.#argument = scene?.opening ?? scene?.argument ?? "";
    this.#table = new SceneTable(scene?.open);
    this.#betting = /** @type {"open" | "skipped"} */ (scene?.bet ? "open" : "skipped");
    this.#plates = (scene?.figures ?? []).map((figure) => new Plate(figure, this.#render, (index) => this.#seek(index), scene?.cursor && ((key) => this.#move(key))));
    this.#controls = new SceneControls(scene?.controls ?? [], (setting, value) => this.#change(setting, value));
    this.#transport = scene?.cursor && scene.steps !== false ? new Transport({
      toggle: () => (this.#player.playing ? this.pause() : this.play()),
      step: () => this.step(),
      reset: () => this.reset(),
      seek: (generation) => this.#seek(generation),
    }) : undefined;
    this.#bet = scene?.bet && new BetForm(scene.bet, n, (value) => this.#settle(value));
    this.#cancel.addEventListener("click", () => this.#stop());
    const figures = h("div", { class: "plates" }, ...this.#plates.map(({ element }) => element));
    this.#body = h("div", { class: "stage", tabindex: -1, role: "figure", "aria-labelledby": "caption", part: "figure", ...language },
      ...(this.#bet ? [this.#bet.element] : []),
      figures,
      this.#choices.element,
      ...(this.#transport ? [this.#transport.element] : []),
      h("div", { class: "caption", id: "caption" }, this.#caption, ...(scene?.specimen ? [this.#specimen.element] : [])),
      this.#controls.element,
      h("p", { class: "alert", role: "alert" }, this.#message),
      h("p", { class: "working" }, this.#progress, this.#cancel),
      this.#table.element,
    );
    this.element = h("div", { class: `frame waiting scene${scene?.open ? " prose" : ""}` }, h("slot"), this.#body);
    this.#observer = new IntersectionObserver((changes) => {
      const last = changes.at(-1);
      if (last) this.#approach(last.isIntersecting, last.boundingClientRect.bottom < 0);
    }, { rootMargin: "50%" });
  }

  /** What the reader has changed that is not a setting: the bet, the place of the cursor, what is asked about. */
  get view() {
    return { bet: this.#betting, cursor: this.#cursor, argument: this.#argument };
  }

  set view({ bet, cursor, argument }) {
    this.#betting = bet;
    this.#cursor = cursor;
    if (argument !== this.#argument) {
      this.#argument = argument;
      this.restart();
    }
    this.#render();
  }

  /** The settings have changed: what is shown is not what is asked for. */
  restart() {
    this.#busy(true);
    this.#restart();
  }

  retheme() {
    for (const plate of this.#plates) plate.retheme();
    this.#render();
  }

  print() {
    for (const plate of this.#plates) plate.retheme();
    this.#show();
  }

  play() {
    const last = this.#last();
    if (this.#position() >= last) this.#cursor = 0;
    this.#cursor ??= this.#position();
    this.#player.play();
  }

  pause() {
    this.#player.pause();
  }

  step() {
    this.#player.pause();
    this.#advance();
  }

  reset() {
    this.#player.pause();
    this.#cursor = undefined;
    this.#argument = this.#scene?.opening ?? this.#scene?.argument ?? "";
    this.#host.restore();
    this.restart();
    this.#changed();
  }

  /** Asks, as soon as the scene is near enough to be read. */
  async start() {
    this.#observer.observe(this.element);
    if (this.#betting === "open") this.#host.emit("bet", { scene: this.#scene?.id, bet: undefined, settled: false });
    if (!this.#scene) return this.#report(unknownScene(this.#host.written().scene ?? ""), false);
    const settings = this.#settings();
    this.#controls.show(settings, this.#argument, formats(this.#host.language));
    if (!this.#near) return;
    const refused = refusal(settings);
    if (refused) {
      desk.withdraw(this);
      this.#stopped();
      return this.#report(refused, false);
    }
    const question = { question: this.#scene.question, argument: this.#argument };
    const asked = JSON.stringify([settings, question]);
    if (asked === this.#asked) return this.#busy(this.#working);
    this.#asked = asked;
    this.#working = true;
    this.#busy(true);
    try {
      const [source, bindings] = await Promise.all([loadCorpus(settings.corpus), instance()]);
      if (asked !== this.#asked) return;
      for (const plate of this.#plates) plate.attach(bindings);
      const text = { key: settings.corpus, source, tokenizer: /** @type {const} */ ("word") };
      desk.ask(this, { text, protocol: protocolOf(settings), study: question, deliver: (message) => asked === this.#asked && this.#receive(message) });
    } catch (error) {
      if (asked === this.#asked) this.#report(error instanceof Error ? error.message : String(error), true);
    }
  }

  dispose() {
    this.#asked = "";
    this.#player.pause();
    this.#render.cancel();
    this.#restart.cancel();
    this.#observer.disconnect();
    desk.leave(this);
    for (const plate of this.#plates) plate.detach();
  }

  /** The settings of the page, with those of the scene where the page has none. @returns {Settings} */
  #settings() {
    const written = this.#host.written();
    const own = /** @type {Partial<Record<string, unknown>>} */ (this.#scene?.settings ?? {});
    const unset = NAMES.filter((name) => written[name] === null && name in own);
    return { ...DEFAULTS, ...this.#host.settings(), ...Object.fromEntries(unset.map((name) => [name, own[name]])) };
  }

  /**
   * @param {boolean} near
   * @param {boolean} passed  the reader has scrolled past it
   */
  #approach(near, passed) {
    this.#near = near;
    for (const plate of this.#plates) plate.approach(near);
    if (near) this.start();
    else this.pause();
    // Who scrolls past a bet does not want to place it, and finds the answer when scrolling back.
    if (passed && this.#betting === "open" && this.#findings) this.#settle(undefined);
  }

  /** @param {import("./types.js").FromEngine} message */
  #receive(message) {
    const n = formats(this.#host.language);
    if (message.type === "findings") {
      this.#findings = new Findings(message);
      for (const plate of this.#plates) plate.take(this.#shown(this.#findings));
      const working_ = message.done < message.total;
      setText(this.#progress, working_ ? working(n, message.done, message.total) : "");
      this.#cancel.hidden = !working_;
      this.#say("");
      this.#announced = false;
      this.#render();
    } else if (message.type === "done") {
      this.#stopped();
      this.#host.emit("complete", { scene: this.#scene?.id });
    } else if (message.type === "error") {
      this.#asked = "";
      this.#stopped();
      this.#report(message.message, message.fatal);
    }
  }

  /** The findings with the reader's bet beside them. @param {Findings} findings */
  #shown(findings) {
    const ghost = this.#scene?.bet?.ghost;
    if (!ghost || typeof this.#betting !== "number") return findings;
    return new Findings({ rows: { ...findings.rows, [ghost]: [this.#betting] }, lists: findings.lists });
  }

  /**
   * What was bet and what came of it, in words; nothing if nothing was bet.
   * @param {Findings} findings
   * @param {import("./numbers.js").Formats} n
   */
  #wager(findings, n) {
    const bet = this.#scene?.bet;
    return bet && typeof this.#betting === "number" ? { prompt: bet.prompt, guess: bet.options ? `${bet.options[this.#betting] ?? ""}. ` : "", said: bet.said(findings, n, this.#betting) } : undefined;
  }

  /** Gives up what is not computed yet; what is there stays. */
  #stop() {
    desk.withdraw(this);
    this.#stopped();
  }

  /** @param {boolean} on */
  #busy(on) {
    this.#body.setAttribute("aria-busy", String(on));
  }

  #stopped() {
    this.#working = false;
    this.#busy(false);
    setText(this.#progress, "");
    this.#cancel.hidden = true;
  }

  #last() {
    return this.#findings && this.#scene?.cursor ? Math.max(0, this.#scene.cursor(this.#findings)) : 0;
  }

  #position() {
    const last = this.#last();
    return Math.min(this.#cursor ?? last, last);
  }

  /** Moves the cursor on; false at the end. */
  #advance() {
    const [position, last] = [this.#position(), this.#last()];
    if (position >= last) return false;
    this.#cursor = position + 1;
    this.#render();
    this.#changed();
    return this.#cursor < last;
  }

  /** @param {number} index */
  #seek(index) {
    if (!this.#scene?.cursor || index === this.#cursor) return;
    this.#player.pause();
    this.#cursor = Math.min(index, this.#last());
    this.#render();
    this.#changed();
  }

  /** @param {string} key */
  #move(key) {
    const rows = this.#findings && this.#scene?.columns?.(this.#findings);
    const steps = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1, ArrowUp: rows ? -rows : 1, ArrowDown: rows ?? -1, Home: -Infinity, End: Infinity });
    this.#seek(Math.max(0, Math.min(this.#position() + (steps[key] ?? 0), this.#last())));
  }

  /** @param {number | undefined} value  undefined if the reader would rather just see */
  #settle(value) {
    this.#betting = value ?? "skipped";
    if (this.#findings) for (const plate of this.#plates) plate.take(this.#shown(this.#findings));
    this.#announced = false;
    this.#host.emit("bet", { scene: this.#scene?.id, bet: value, settled: true });
    this.#render();
    this.#changed();
  }

  /**
   * @param {keyof Settings | "argument"} setting
   * @param {string | number | undefined} value
   */
  #change(setting, value) {
    if (setting === "argument") {
      this.#argument = String(value ?? "");
      this.restart();
    } else this.#host.reflect(setting, value);
    this.#changed();
  }

  #changed() {
    this.#host.emit("change", { scene: this.#scene?.id });
  }

  #show() {
    const [scene, findings] = [this.#scene, this.#findings];
    if (!scene || !findings || !this.element.isConnected) return;
    const n = formats(this.#host.language);
    const cursor = scene.cursor ? this.#position() : -1;
    const hidden = this.#betting === "open";
    this.element.classList.toggle("unsettled", hidden);
    this.element.classList.toggle("asking", scene.asking?.(findings) ?? false);
    try {
      this.#bet?.show(this.#betting, findings, n);
      this.#transport?.show({ cursor, length: this.#last(), playing: this.#player.playing }, n);
      const caption = scene.caption(findings, n, cursor);
      setText(this.#caption, caption);
      // Three captions a second are too many to listen to.
      this.#caption.setAttribute("aria-live", this.#player.playing ? "off" : "polite");
      this.#table.show(scene.table(findings, n));
      if (scene.specimen) this.#specimen.show(scene.specimen(findings, cursor));
      if (scene.choices) this.#choices.show(scene.choices(findings, n, this.#argument));
      const drawn = this.#plates.map((plate, i) => plate.draw(cursor, `${scene.figures[i]?.label}. ${hidden ? "" : caption}`));
      // Where there is nothing to draw yet, there is something to choose.
      if (scene.asking?.(findings) || drawn.every(Boolean)) this.#reveal();
      if (!this.#announced) {
        this.#announced = true;
        this.#host.emit("facts", { scene: scene.id, facts: scene.facts(findings, n), bet: this.#wager(findings, n) });
      }
    } catch (error) {
      // Drawing happens in wasm too. Its instance may be broken, so the next drawing uses another one.
      for (const plate of this.#plates) plate.detach(true);
      discardInstance();
      this.#asked = "";
      this.#report(error instanceof Error ? error.message : String(error), true);
    }
  }

  /** Takes the place of the still, and its focus: whoever has come there by keyboard goes on from here. */
  #reveal() {
    if (!this.element.classList.contains("waiting")) return;
    const focused = this.#host.element.contains(document.activeElement) && document.activeElement !== this.#host.element;
    this.element.classList.remove("waiting");
    if (focused) this.#body.focus({ preventScroll: true });
  }

  /** @param {string} message */
  #say(message) {
    setText(this.#message, message);
    this.element.classList.toggle("reporting", message !== "");
  }

  /**
   * @param {string} message
   * @param {boolean} stopped  the engine is gone
   */
  #report(message, stopped) {
    this.#say(stopped ? fatal(message) : sentence(message));
    this.#host.emit("error", { message, fatal: stopped });
  }
}

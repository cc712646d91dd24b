// One scene: its bet, its figures, what they show in words and in numbers, and the few controls that its idea needs.

import { BetForm } from "./bet.js";
import { ChoiceButtons } from "./choices.js";
import { h, setText } from "./dom.js";
import { ErrorPanel } from "./error-panel.js";
import { Failure, classify } from "./failure.js";
import { Findings } from "./findings.js";
import { coalesce } from "./frame.js";
import { Inquiry } from "./inquiry.js";
import { moved } from "./keys.js";
import { longest } from "./longest.js";
import { MarkedSentence } from "./marked-sentence.js";
import { formats } from "./numbers.js";
import { Plate } from "./plate.js";
import { Player } from "./player.js";
import { Presence } from "./presence.js";
import { refusal } from "./protocol.js";
import { SceneControls } from "./scene-controls.js";
import { sceneOf } from "./scenes/index.js";
import { ownSettings, settingsFor } from "./scene-settings.js";
import { SceneTables } from "./scene-table.js";
import { layOut } from "./stage-layout.js";
import { Tongue } from "./tongue.js";
import { Transport } from "./transport.js";
import { Wager } from "./wager.js";
import { Work } from "./work.js";

/** @typedef {import("./types.js").Settings} Settings */

export class Stage {
  #host;
  #scene;
  #plates;
  #said = h("span");
  #caption = h("p", { class: "sentence" }, this.#said);
  #specimen = new MarkedSentence();
  #panel;
  #tables;
  #choices = new ChoiceButtons((argument) => this.#change("argument", argument));
  #controls;
  #transport;
  #wager;
  #work;
  #player = new Player(() => this.#advance(), () => this.#render());
  #render = coalesce(() => this.#show());
  restart = coalesce(() => this.start());
  #inquiry = new Inquiry({
    attach: (bindings) => this.#plates.forEach((plate) => plate.attach(bindings)),
    found: (message) => this.#found(message),
    failed: (failure) => this.#report(failure),
    changed: () => {
      this.#body.setAttribute("aria-busy", String(this.#inquiry.working));
      this.#work.show(this.#inquiry.working, this.#inquiry.halted);
      // What is known stands, for the page around it as well.
      if (this.#inquiry.halted) this.#render();
    },
    ended: () => {
      this.#announced = false;
      this.#render();
      this.#host.emit("complete", { scene: this.#scene?.id });
    },
  });
  /** @type {Findings | undefined} */
  #findings;
  /** Where the reader has put the cursor; undefined follows the newest. @type {number | undefined} */
  #cursor;
  /** Where the reader's mouse is, for as long as it is there. @type {number | undefined} */
  #hover;
  #argument;
  /** Whether the page around has been told what was found. */
  #announced = false;
  #presence;
  #body;
  element;

  /**
   * @param {import("./types.js").Host<import("./types.js").Catalogue>} host
   * @param {string} id
   */
  constructor(host, id) {
    this.#host = host;
    const { words, language } = host;
    const { stage, bets } = words.stage;
    const scene = sceneOf(id, words);
    const tongue = new Tongue(words, language);
    this.#scene = scene;
    this.#work = new Work(words.stage, () => (this.#inquiry.working ? this.#inquiry.halt() : this.#inquiry.retry()));
    this.#argument = this.#asks;
    this.#tables = new SceneTables(stage.table, scene?.open);
    this.#wager = new Wager(scene?.bet, new BetForm(scene?.bet, formats(language), bets, (guess) => this.#settle(guess)), words, () => this.#lift());
    this.#plates = (scene?.figures ?? []).map((figure) => new Plate(figure, tongue, this.#render, {
      point: (index) => this.#seek(index),
      hover: (index) => this.#peek(index),
      move: scene?.cursor && ((key) => this.#move(key)),
    }));
    this.#controls = new SceneControls(scene?.controls ?? [], scene?.argument ?? "", stage, (setting, value) => this.#change(setting, value));
    this.#transport = scene?.cursor && scene.steps !== false ? new Transport(words.labels, {
      toggle: () => (this.#player.playing ? this.pause() : this.play()),
      step: () => this.step(),
      reset: () => this.reset(),
      seek: (generation) => this.#seek(generation),
    }) : undefined;
    this.#panel = new ErrorPanel(words, () => {
      this.#inquiry.retry();
      this.start();
    });
    // The still knows how long the captions of this scene are.
    this.#reserve({ caption: "", specimen: "", .../** @type {HTMLElement | null} */ (host.element.querySelector("figcaption"))?.dataset });
    const { body, element } = layOut(scene, words, { wager: this.#wager, plates: this.#plates, choices: this.#choices, transport: this.#transport, caption: this.#caption, specimen: this.#specimen, controls: this.#controls, panel: this.#panel, work: this.#work, tables: this.#tables });
    this.#body = body;
    this.element = element;
    this.#presence = new Presence(this.element, (near) => this.#approach(near));
  }

  /** What the reader has changed that is not a setting: the bet, the place of the cursor, what is asked about. */
  get view() {
    return { bet: this.#scene?.bet && this.#wager.told, cursor: this.#cursor, argument: this.#argument === this.#asks ? undefined : this.#argument };
  }

  set view({ bet = this.#wager.told, cursor, argument = this.#asks }) {
    this.#cursor = cursor;
    if (bet !== this.#wager.told) {
      this.#wager.state = bet;
      this.#settled();
    }
    if (argument !== this.#argument) {
      this.#argument = argument;
      this.restart();
    }
    this.#render();
  }

  /** What the scene asks by itself. */
  get #asks() {
    return this.#scene?.opening ?? this.#scene?.argument ?? "";
  }

  /** Whether what is shown is the whole answer to what is asked. */
  get complete() {
    return this.#announced && this.#inquiry.complete;
  }

  retheme() {
    for (const plate of this.#plates) plate.retheme();
    this.#render();
  }

  /** As `retheme`, at once and wherever it is: a print is laid out without waiting for the next frame. */
  print() {
    for (const plate of this.#plates) plate.retheme();
    this.#show(true);
  }

  /** Says again what was found, and how the bet stands. */
  announce() {
    this.#announced = false;
    this.#host.emit("bet", { scene: this.#scene?.id, settled: !this.#wager.hides });
    this.#render();
  }

  play() {
    if (!this.#findings) return;
    if (this.#position() >= this.#last()) this.#cursor = 0;
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
    this.#argument = this.#asks;
    this.#host.restore();
    this.restart();
    this.#changed();
  }

  /** Asks, as soon as the scene is near enough to be read. */
  start() {
    this.#presence.observe();
    this.#wager.watch();
    if (this.#wager.open) this.#host.emit("bet", { scene: this.#scene?.id, settled: false });
    if (!this.#scene) return;
    const settings = this.#settings();
    this.#controls.show(settings, this.#argument, formats(this.#host.language));
    const refused = refusal(settings, this.#host.written());
    if (refused) {
      this.#inquiry.forget();
      return this.#report(new Failure("refused", refused));
    }
    this.#say(undefined);
    this.#inquiry.want(settings, { question: this.#scene.question, argument: this.#argument }, this.#host.ownText());
  }

  dispose() {
    this.#player.pause();
    this.#render.cancel();
    this.restart.cancel();
    this.#presence.disconnect();
    this.#wager.unwatch();
    this.#inquiry.leave();
    for (const plate of this.#plates) plate.detach();
  }

  urge = (/** @type {boolean} */ on) => this.#presence.urge(on);
  halt = () => this.#inquiry.halt();
  svg = () => this.#plates[0]?.svg(this.#position()) ?? "";
  picture = (/** @type {number} */ scale) => /** @type {Plate} */ (this.#plates[0]).picture(this.#position(), scale);

  /** What is shown, as plain data. */
  data() {
    const [scene, findings, n] = [this.#scene, this.#findings, formats(this.#host.language)];
    return scene && findings && { scene: scene.id, settings: this.#settings(), argument: this.#argument, complete: this.complete, facts: scene.facts(findings, n), tables: scene.tables(findings, n) };
  }

  #settings() {
    return settingsFor(this.#scene, this.#host);
  }

  /** @param {boolean} near */
  #approach(near) {
    for (const plate of this.#plates) plate.approach(near);
    this.#inquiry.approach(near);
    if (!near) this.pause();
  }

  /** @param {import("./types.js").FindingsRecord} message */
  #found(message) {
    this.#findings = new Findings(message);
    this.#work.progress(formats(this.#host.language), message.done, message.total);
    this.#host.emit("progress", { done: message.done, total: message.total });
    this.#take();
    this.#say(undefined);
    this.#announced = false;
    this.#lift();
    this.#render();
  }

  /** Hands the findings, with the reader's bet beside them, to the figures. */
  #take() {
    const findings = this.#findings;
    if (!findings) return;
    const shown = new Findings({ rows: { ...findings.rows, ...this.#wager.ghost() }, lists: findings.lists });
    for (const plate of this.#plates) plate.take(shown);
  }

  #last() {
    return this.#findings && this.#scene?.cursor ? Math.max(0, this.#scene.cursor(this.#findings)) : 0;
  }

  #position() {
    const last = this.#last();
    return Math.min(this.#cursor ?? this.#scene?.at ?? last, last);
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

  /** @param {number | undefined} index  undefined once the mouse has left */
  #peek(index) {
    if (!this.#scene?.cursor || index === this.#hover) return;
    this.#hover = index;
    this.#render();
  }

  /** @param {number} index */
  #seek(index) {
    if (!this.#scene?.cursor || index === this.#cursor) return;
    this.#player.pause();
    this.#hover = undefined;
    this.#cursor = Math.min(index, this.#last());
    this.#render();
    this.#changed();
  }

  /** @param {string} key */
  #move(key) {
    const columns = this.#findings && this.#scene?.columns?.(this.#findings);
    this.#seek(moved(key, { position: this.#position(), last: this.#last(), columns }));
  }

  /** The answer to a bet that the reader has scrolled past is shown as soon as there is one. */
  #lift() {
    if (this.#wager.passed && this.#findings) this.#settled();
  }

  /** @param {number | undefined} guess  undefined if the reader would rather just see */
  #settle(guess) {
    this.#wager.state = guess ?? "skipped";
    this.#settled();
    // The form that was just pressed is gone.
    this.#body.focus({ preventScroll: true });
    this.#changed();
  }

  /** The bet is open no longer, or again. */
  #settled() {
    this.#take();
    this.#announced = false;
    this.#host.emit("bet", { scene: this.#scene?.id, settled: !this.#wager.hides });
    this.#render();
    this.element.classList.toggle("unsettled", this.#wager.hides);
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

  /** @param {boolean} [wherever]  also where nobody sees it */
  #show(wherever = false) {
    const [scene, findings] = [this.#scene, this.#findings];
    if (!scene || !findings || !this.element.isConnected) return;
    const n = formats(this.#host.language);
    const last = this.#last();
    const cursor = scene.cursor ? Math.min(this.#hover ?? this.#position(), last) : -1;
    this.element.classList.toggle("asking", scene.asking?.(findings) ?? false);
    try {
      const wager = this.#wager.show(findings, n, { complete: this.#inquiry.complete, unchanged: this.#argument === this.#asks && ownSettings(this.#scene, this.#settings()) });
      this.#transport?.show({ cursor: this.#position(), length: last, playing: this.#player.playing }, n);
      const caption = scene.caption(findings, n, cursor);
      setText(this.#said, caption);
      // What changes three times a second is too much to listen to.
      this.#said.setAttribute("aria-live", this.#player.playing || this.#inquiry.working || this.#hover !== undefined ? "off" : "polite");
      this.#tables.show(scene.tables(findings, n));
      if (scene.specimen) this.#specimen.show(scene.specimen(findings, n, cursor));
      if (scene.choices) this.#choices.show(scene.choices(findings, n, this.#argument));
      const drawn = this.#plates.map((plate) => plate.draw({ cursor, last, caption: this.#wager.hides ? "" : caption, wherever }));
      // The still is finished: it gives way to a finished figure, not to the beginning of one.
      if (this.#inquiry.complete && (scene.asking?.(findings) || drawn.every(Boolean))) this.#reveal();
      if ((this.#inquiry.complete || this.#inquiry.halted) && !this.#announced) {
        this.#announced = true;
        this.#reserve(longest(scene, findings, n));
        this.#host.emit("facts", { scene: scene.id, facts: scene.facts(findings, n), settings: this.#settings(), argument: this.#argument, bet: wager, partial: !this.#inquiry.complete });
      }
    } catch (error) {
      // Drawing happens in wasm too. Its instance may be broken, so the next drawing uses another one.
      for (const plate of this.#plates) plate.detach();
      this.#inquiry.forget();
      this.#report(classify(error));
    }
  }

  /** CSS keeps the room that the longest caption needs. @param {{ caption: string, specimen: string }} texts */
  #reserve({ caption, specimen }) {
    this.#caption.dataset.longest = caption;
    this.#specimen.element.dataset.longest = specimen;
  }

  /** Takes the place of the still, and its focus: whoever has come there by keyboard goes on from here. */
  #reveal() {
    if (!this.element.classList.contains("waiting")) return;
    const focused = this.#host.element.contains(document.activeElement) && document.activeElement !== this.#host.element;
    this.element.classList.remove("waiting");
    if (focused) this.#body.focus({ preventScroll: true });
  }

  /** @param {Failure | undefined} failure */
  #say(failure) {
    this.#panel.show(failure);
    this.element.classList.toggle("reporting", failure !== undefined);
  }

  /** @param {Failure} failure */
  #report(failure) {
    this.#say(failure);
    const { code, message, fatal } = failure;
    this.#host.emit("error", { code, message, fatal });
  }
}

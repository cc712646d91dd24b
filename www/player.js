// Moves the reader's cursor, one generation after the other. Whole generations, never in between: that is also what a
// reader who asked for less motion gets.

const PERIOD = 330;

export class Player {
  #step;
  #changed;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * @param {() => boolean} step  moves on; false at the end
   * @param {() => void} changed  called when playing starts or stops
   */
  constructor(step, changed) {
    this.#step = step;
    this.#changed = changed;
  }

  get playing() {
    return this.#timer !== undefined;
  }

  play() {
    if (this.playing) return;
    this.#timer = setInterval(() => {
      if (!this.#step()) this.pause();
    }, PERIOD);
    this.#changed();
  }

  pause() {
    if (!this.playing) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#changed();
  }
}

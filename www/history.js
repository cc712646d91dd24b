// Undo and redo: the states that something had, and where in them it stands.

/** @template State */
export class History {
  /** @type {string[]} */
  #states;
  #at = 0;

  /** @param {State} first */
  constructor(first) {
    this.#states = [JSON.stringify(first)];
  }

  /** A new state; what was undone is gone. @param {State} state */
  push(state) {
    const written = JSON.stringify(state);
    if (written === this.#states[this.#at]) return;
    this.#states.splice(++this.#at, Infinity, written);
  }

  /** Changes what every state has in common. @param {(state: State) => State} change */
  amend(change) {
    this.#states = this.#states.map((state) => JSON.stringify(change(JSON.parse(state))));
  }

  /** Where it all began. @returns {State} */
  get first() {
    return JSON.parse(this.#states[0] ?? "null");
  }

  get canUndo() {
    return this.#at > 0;
  }

  get canRedo() {
    return this.#at < this.#states.length - 1;
  }

  /** @returns {State} */
  undo() {
    this.#at = Math.max(0, this.#at - 1);
    return this.#state();
  }

  /** @returns {State} */
  redo() {
    this.#at = Math.min(this.#states.length - 1, this.#at + 1);
    return this.#state();
  }

  #state() {
    return JSON.parse(this.#states[this.#at] ?? "null");
  }
}

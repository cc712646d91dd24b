// Whether anybody can see it: nothing is computed off-screen or in a hidden tab, unless the page asks for it.

export class Presence {
  #changed;
  #element;
  #observer;
  #intersecting = false;
  #urged = false;
  #there = false;
  #tell = () => this.#settle();

  /**
   * @param {Element} element
   * @param {(near: boolean) => void} changed
   */
  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
    this.#observer = new IntersectionObserver((changes) => {
      this.#intersecting = changes.at(-1)?.isIntersecting ?? false;
      this.#settle();
    }, { rootMargin: "50%" });
  }

  observe() {
    this.#observer.observe(this.#element);
    document.addEventListener("visibilitychange", this.#tell);
  }

  /** Computes even if nobody sees it. @param {boolean} on */
  urge(on) {
    this.#urged = on;
    this.#settle();
  }

  disconnect() {
    this.#observer.disconnect();
    document.removeEventListener("visibilitychange", this.#tell);
    this.#intersecting = this.#urged = this.#there = false;
  }

  #settle() {
    const there = this.#urged || (this.#intersecting && !document.hidden);
    if (there === this.#there) return;
    this.#there = there;
    this.#changed(there);
  }
}

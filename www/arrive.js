// Coming to a place on the page: it is held at the top of the window while what is above it is still being laid out.

/** Milliseconds after which the layout is done with, and whatever moves is the reader's doing. */
const SETTLING = 5000;

/** What a reader does to go elsewhere. */
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @param {Element} place */
export function arrive(place) {
  // It reports once at the beginning, and before anything that observes whether it is seen.
  const layout = new ResizeObserver(() => place.scrollIntoView({ behavior: "instant" }));
  const leave = new AbortController();
  const stay = () => {
    layout.disconnect();
    leave.abort();
  };
  for (const move of MOVES) addEventListener(move, stay, { capture: true, passive: true, signal: leave.signal });
  setTimeout(stay, SETTLING);
  layout.observe(document.body);
}

// How a framed page tells the page around it how high it is, in the forms that are in use: our own, and those of Datawrapper, AMP
// and Medium, so that a site which knows one of them needs nothing new.

/**
 * From now on. Says nothing where there is no page around this one.
 * @param {HTMLElement} content  as high as what it holds, whatever the height of the frame
 * @param {string} id  by which the page around knows this frame
 */
export function tellHeight(content, id) {
  if (parent === window) return;
  let told = 0;
  let asked = 0;
  const tell = () => {
    asked = 0;
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    for (const message of messages(id, height, location.href)) post(message);
  };
  const soon = () => (asked ||= requestAnimationFrame(tell));
  new ResizeObserver(soon).observe(content);
  // A listener that came later than the last message asks for it.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== "recursive-trap:height?") return;
    told = 0;
    soon();
  });
}

/**
 * @param {string} id
 * @param {number} height  in CSS pixels
 * @param {string} src
 */
export const messages = (id, height, src) => [
  { type: "recursive-trap:height", id, height },
  ...(id === "" ? [] : [{ "datawrapper-height": { [id]: height } }]),
  { sentinel: "amp", type: "embed-size", height },
  JSON.stringify({ src, context: "iframe.resize", height }),
];

/** To whatever page is around, "*": it is told a number, and the address that it gave this frame itself. @param {unknown} message */
const post = (message) => parent.postMessage(message, "*");

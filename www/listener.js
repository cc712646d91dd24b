// For pages that show the figure in a frame: gives each frame the height that it asks for. A classic script, to be loaded or pasted,
// once or more often, before the frames or after them. It makes no global name and listens to nobody but frames of this page:
// a message counts only for the frame whose window sent it.
(() => {
  const frames = () => document.querySelectorAll("iframe");
  addEventListener("message", ({ source, data }) => {
    const height = data?.type === "recursive-trap:height" ? data.height : undefined;
    // No figure is lower, and none so high.
    if (!source || typeof height !== "number" || !(height >= 50 && height <= 20_000)) return;
    for (const frame of frames()) {
      // A border belongs to the frame and not to its page.
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height) + (getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0)}px`;
    }
  });
  // Whoever has told its height before this script came tells it again.
  for (const frame of frames()) if (/embed/.test(frame.src)) frame.contentWindow?.postMessage({ type: "recursive-trap:height?" }, "*");
})();

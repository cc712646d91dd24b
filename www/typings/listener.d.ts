/** A classic script, for pages that show the figure in a frame: gives each frame the height that it asks for. */
export {};

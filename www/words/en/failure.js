// What the reader and the owner of the page are told of a failure, by its code.

/** @typedef {import("../../failure.js").Code} Code */
/** @typedef {{ file: string, origin: string, directive: string }} About  `file`: its name; `origin`: from where it comes; `directive`: of the page's policy */

export const failure = {
  owner: "For the owner of this page",
  retry: "Retry",
  details: "Details to copy",
  copy: "Copy",
  copied: "Copied",
  selected: "Selected",
};

/** @type {Record<Exclude<Code, "refused">, { title: string, reader(about: About): string, owner(about: About): string }>} */
export const failures = {
  network: {
    title: "Not loaded",
    reader: ({ file }) => `The file ${file} could not be loaded; the connection may be down.`,
    owner: ({ file }) => `Put ${file} where the details say that it is looked for, and let it be read by everybody.`,
  },
  mime: {
    title: "Not the right file",
    reader: ({ file }) => `Something else came in place of the file ${file}.`,
    owner: ({ file }) => `The server has to send ${file} itself, whole and of the same version as the script, and no page in its place; a wasm file with the header Content-Type: application/wasm.`,
  },
  cors: {
    title: "Not allowed from another site",
    reader: ({ file }) => `The file ${file} lies on another site, which does not let this page read it.`,
    owner: ({ file }) => `The server of ${file} has to add the header Access-Control-Allow-Origin: *; or keep the file on the site of this page.`,
  },
  csp: {
    title: "Forbidden by this page",
    reader: () => "This page does not allow what the simulation needs; nothing is wrong with your browser.",
    owner: ({ directive, origin }) => `Add ${directive === "script-src" ? "'wasm-unsafe-eval'" : origin} to ${directive} in the Content-Security-Policy of this page.`,
  },
  "no-webassembly": {
    title: "No WebAssembly",
    reader: () => "This browser does not run WebAssembly, or was told not to; another browser, or a newer one, shows the simulation.",
    owner: () => "Nothing has to be done: what stands inside the element takes the place of the simulation. WebAssembly is there since Chrome 87, Firefox 78 and Safari 14.1.",
  },
  memory: {
    title: "Out of memory",
    reader: () => "The simulation has used up its memory; a shorter text, or fewer sentences or generations, may fit.",
    owner: () => "A simulation may take 256 MiB: lower documents or generations on the element.",
  },
  trap: {
    title: "Stopped",
    reader: () => "The simulation stopped because of an error in it; Retry starts it afresh.",
    owner: () => "This is an error in the widget and not in your page: please report it, with the details.",
  },
  worker: {
    title: "Not running",
    reader: () => "The browser did not start the simulation, or has ended it; closing other tabs and Retry may help.",
    owner: () => "Add blob: to worker-src in the Content-Security-Policy of this page, and recursive-trap to trusted-types if it has that.",
  },
};

// What has gone wrong, under one of nine names: a page can look the name up, and the panel has a sentence for each.

/** @typedef {"network" | "mime" | "cors" | "csp" | "no-webassembly" | "memory" | "trap" | "worker" | "refused"} Code */

/**
 * @typedef {object} Seen  what is known beside what was thrown
 * @property {URL} [file]  the file that was asked for
 * @property {number} [status]  what its server answered, if that was no success
 * @property {boolean} [readable]  false: it comes to who does not ask to read it
 * @property {{ effectiveDirective: string }} [violation]  of the page's policy, over this file
 * @property {boolean} [exhausted]  the instance has no memory left to grow by
 * @property {Code} [otherwise]  what it is when nothing else tells
 */

/** What is thrown by name: errors cross from a worker as plain data. @typedef {{ name?: string, message?: string, fatal?: boolean, exhausted?: boolean }} Thrown */

export class Failure extends Error {
  name = "Failure";

  /**
   * @param {Code} code
   * @param {string} message  for those who have to find the cause
   * @param {{ cause?: unknown, file?: URL | undefined, directive?: string | undefined }} [about]  `directive`: of the page's policy
   */
  constructor(code, message, { cause, file, directive } = {}) {
    super(message, { cause });
    this.code = code;
    this.file = file;
    this.directive = directive;
  }

  /** What was computing or drawing is gone; of a setting that is refused, nothing is. */
  get fatal() {
    return this.code !== "refused";
  }
}

const POLICY = /unsafe-eval|wasm-eval|\bCSP\b|content.security.policy/i;
const STACK = /call stack|too much recursion|stack overflow/i;
const MEMORY = /out of memory|could not allocate|cannot allocate|allocation failed|memory\.grow|array length|array size/i;

/**
 * Gives a name to whatever was thrown or told.
 * @param {unknown} thrown
 * @param {Seen} [seen]
 * @returns {Failure}
 */
export function classify(thrown, seen = {}) {
  if (thrown instanceof Failure) return thrown;
  const { message = String(thrown), fatal, exhausted = seen.exhausted } = /** @type {Thrown} */ (Object(thrown));
  // What nobody has caught in a worker comes as a sentence.
  const name = /** @type {Thrown} */ (Object(thrown)).name ?? /^Uncaught (\w+):/.exec(message)?.[1] ?? "";
  const { file, violation } = seen;
  /**
   * @param {Code} code
   * @param {string} [directive]
   */
  const as = (code, directive) => new Failure(code, saying(message, seen), { cause: thrown, file, directive });
  if (fatal === false) return as("refused");
  if (violation) return as("csp", violation.effectiveDirective);
  if (seen.status !== undefined) return as("network");
  if (["CompileError", "EvalError"].includes(name) && POLICY.test(message)) return as("csp", "script-src");
  if (name === "ReferenceError" && /WebAssembly/.test(message)) return as("no-webassembly");
  // A file that is cut short, or of another version than the script.
  if (["CompileError", "LinkError", "SyntaxError"].includes(name)) return as("mime");
  if (STACK.test(message)) return as("trap");
  if (exhausted || MEMORY.test(message) || name === "RangeError") return as("memory");
  if (name === "RuntimeError") return as("trap");
  if (file) return as(seen.readable === false ? "cors" : "network");
  return as(seen.otherwise ?? "trap");
}

/**
 * @param {string} message
 * @param {Seen} seen
 */
function saying(message, { file, status, readable, violation }) {
  if (!file || message.includes(file.pathname)) return message;
  if (violation) return `${file.pathname} is forbidden by the page's ${violation.effectiveDirective}`;
  if (status !== undefined) return `${file.pathname} could not be loaded (status ${status})`;
  return `${file.pathname} could not be ${readable === false ? "read across origins" : "loaded"} (${message})`;
}

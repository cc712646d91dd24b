// What the page's Content-Security-Policy forbids while something is tried: the browser tells nobody else the reason.

/**
 * Tries something, and what was forbidden meanwhile, if it fails.
 * @template T
 * @param {() => Promise<T>} attempt
 * @returns {Promise<{ value: T } | { error: unknown, violations: SecurityPolicyViolationEvent[] }>}
 */
export async function watched(attempt) {
  /** @type {SecurityPolicyViolationEvent[]} */
  const violations = [];
  /** @param {SecurityPolicyViolationEvent} event */
  const note = (event) => {
    if (event.disposition === "enforce") violations.push(event);
  };
  const page = globalThis.document;
  page?.addEventListener("securitypolicyviolation", note);
  try {
    return { value: await attempt() };
  } catch (error) {
    // The event may come after the error that it explains.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return { error, violations };
  } finally {
    page?.removeEventListener("securitypolicyviolation", note);
  }
}

/**
 * Whether it is about this address: after a redirection, only the origin is told.
 * @param {SecurityPolicyViolationEvent} event
 * @param {URL} url
 */
export const concerns = ({ blockedURI }, url) => /^[a-z]+:\/\//.test(blockedURI) && url.href.startsWith(blockedURI);

/**
 * Whether a policy lets no worker start at all, wherever it comes from.
 * @param {string} policy
 */
export function forbidsWorkers(policy) {
  const directives = new Map(policy.split(";").map((directive) => directive.trim().split(/\s+/)).map(([name = "", ...sources]) => [name.toLowerCase(), sources]));
  const sources = ["worker-src", "child-src", "script-src", "default-src"].map((name) => directives.get(name)).find(Boolean);
  return sources !== undefined && (sources.length === 0 || /^'none'$/i.test(sources.join(" ")));
}

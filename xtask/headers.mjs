// What a strict host sends with the files of dist/, once as data; the recipes for each kind of host are written from it.

/** Long enough for every scanner, and of this host alone: whoever runs it may have others. */
const HSTS = "max-age=63072000";

/** The pages that are read by themselves, and those that are made to be framed. */
export const PAGES = ["/", "/index.html", "/gallery", "/gallery.html", "/embedding", "/embedding.html", "/hosting", "/hosting.html", "/changelog", "/changelog.html"];
export const FRAMED = ["/embed", "/embed.html", "/embed/*"];

/**
 * Rules in the order of the recipe: a file gets the headers of every rule that its path fits, and no header comes from two of them.
 * @param {string} policy  what index.html has as its `<meta>`
 * @returns {[path: string, headers: Record<string, string>][]}
 */
export function rules(policy) {
  return [
    ["/*", {
      "Strict-Transport-Security": HSTS,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    }],
    ...PAGES.map((path) => /** @type {[string, Record<string, string>]} */ ([path, {
      "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
      "X-Frame-Options": "DENY",
      "Cross-Origin-Opener-Policy": "same-origin",
    }])),
    ...FRAMED.map((path) => /** @type {[string, Record<string, string>]} */ ([path, { "Content-Security-Policy": `${policy}; frame-ancestors *` }])),
    // A worker that is loaded as a file has the policy that comes with the file, not that of the page.
    ["/pkg/worker.js", { "Content-Security-Policy": "default-src 'none'; script-src 'wasm-unsafe-eval'" }],
  ];
}

/** The form that Netlify and Cloudflare Pages read. @param {string} policy */
export const netlify = (policy) =>
  `${rules(policy).map(([path, headers]) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n")).join("\n")}\n`;

/**
 * The same for a server that has one rule for each kind of file. There `add_header` in a place drops those of the places around, so
 * each has all of its own.
 * @param {string} policy
 */
export function nginx(policy) {
  const [[, all = {}] = [], ...rest] = rules(policy);
  const of = (/** @type {string} */ path) => rest.find(([at]) => at === path)?.[1] ?? {};
  const lines = (/** @type {Record<string, string>} */ headers) => Object.entries({ ...all, ...headers }).map(([name, value]) => `  add_header ${name} "${value}" always;`).join("\n");
  return `types { text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm; text/plain txt; image/svg+xml svg; }
charset utf-8;
location / {
${lines({})}
}
location ~ ^/(|index\\.html|gallery\\.html|embedding\\.html|hosting\\.html|changelog\\.html)$ {
${lines(of("/index.html"))}
}
location ~ ^/(embed\\.html|embed/.*)$ {
${lines(of("/embed.html"))}
}
location = /pkg/worker.js {
${lines(of("/pkg/worker.js"))}
}
`;
}

/** @param {string} policy */
export function apache(policy) {
  const [[, all = {}] = [], ...rest] = rules(policy);
  const of = (/** @type {string} */ path) => rest.find(([at]) => at === path)?.[1] ?? {};
  const lines = (/** @type {Record<string, string>} */ headers) => Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"`).join("\n");
  return `AddType application/wasm .wasm
AddType text/javascript .js
AddDefaultCharset utf-8
${lines(all).replace(/^ {2}/gm, "")}
<If "%{REQUEST_URI} =~ m#/(index\\.html|gallery\\.html|embedding\\.html|hosting\\.html|changelog\\.html)?$#">
${lines(of("/index.html"))}
</If>
<If "%{REQUEST_URI} =~ m#/(embed\\.html|embed/.*)$#">
${lines(of("/embed.html"))}
</If>
<If "%{REQUEST_URI} =~ m#/pkg/worker\\.js$#">
${lines(of("/pkg/worker.js"))}
</If>
`;
}

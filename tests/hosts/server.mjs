// Serves the hosts of `hosts.mjs`, each in a folder of its own, on one port; on another the same files, for the hosts whose
// code comes from elsewhere. Keeps what was asked for and what browsers report.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { ELEMENT, HOSTS } from "./hosts.mjs";

/** @typedef {import("./hosts.mjs").Host} Host */
/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

const files = sirv(fileURLToPath(new URL("../..", import.meta.url)), { dev: true });

/**
 * Both servers, on free ports.
 * @returns {Promise<{ url: (host: Host) => string, elsewhere: string, traffic: (host: Host) => { requests: { at: number, path: string, elsewhere: boolean }[], reports: string[] }, close: () => void }>}
 */
export async function serveHosts() {
  /** @type {{ at: number, path: string, elsewhere: boolean }[]} */
  const requests = [];
  /** @type {Map<string, string[]>} */
  const reports = new Map(HOSTS.map(({ id }) => [id, []]));
  const [here, there] = [createServer(), createServer()];
  const [origin, elsewhere] = await Promise.all([listen(here), listen(there)]);

  for (const server of [here, there]) {
    server.on("request", (request, response) => {
      const path = new URL(request.url ?? "/", origin).pathname;
      requests.push({ at: Date.now(), path, elsewhere: server === there });
      const [, id, ...rest] = path.split("/");
      const host = HOSTS.find((host) => host.id === id);
      if (!host) return void response.writeHead(404).end();
      const file = `/${rest.join("/")}`;
      if (server === there) return void serve(host, file, request, response);
      if (file === "/report") return void listenTo(request, response, reports.get(host.id) ?? []);
      if (file === "/page.html" && host.framed) return void send(frame(host), undefined, response);
      if (file === "/page.html" || file === "/frame.html") return void send(page(host, elsewhere), policy(host), response);
      serve(host, file, request, response);
    });
  }

  /** With the address that violations are reported to. @param {Host} host */
  const policy = ({ id, policy }) => policy && `${policy.replaceAll("ELSEWHERE", elsewhere).replaceAll("HERE", origin)}; report-uri ${origin}/${id}/report`;

  return {
    url: ({ id }) => `${origin}/${id}/page.html`,
    elsewhere,
    traffic: ({ id }) => ({ requests: requests.filter(({ path }) => path.startsWith(`/${id}/`)), reports: reports.get(id) ?? [] }),
    close() {
      for (const server of [here, there]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** @param {import("node:http").Server} server @returns {Promise<string>} its origin */
function listen(server) {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`));
  });
}

/** @param {string} markup @param {string | undefined} policy @param {Response} response */
function send(markup, policy, response) {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  if (policy) response.setHeader("content-security-policy", policy);
  response.end(markup);
}

/** A file of the project, with the headers that this host gives to files. @param {Host} host @param {string} file @param {Request} request @param {Response} response */
function serve(host, file, request, response) {
  response.setHeader("cache-control", "no-store");
  for (const [name, value] of Object.entries(host.files ?? {})) response.setHeader(name, value);
  if (host.wasm && file.endsWith(".wasm")) response.setHeader("content-type", host.wasm);
  request.url = file;
  files(request, response);
}

/** @param {Request} request @param {Response} response @param {string[]} reports */
function listenTo(request, response, reports) {
  let body = "";
  request.setEncoding("utf8").on("data", (part) => (body += part)).on("end", () => {
    const told = JSON.parse(body)["csp-report"] ?? {};
    reports.push(`violation ${told["effective-directive"] ?? told["violated-directive"]} ${told["blocked-uri"]} (reported)`);
    response.writeHead(204).end();
  });
}

/** @param {Host} host @param {string} body @param {string} head */
const html = ({ title }, body, head) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><h1>${title}</h1>
${body}
<output></output>
</body>
</html>
`;

/**
 * An article with a scene and an instrument in it.
 * @param {Host} host
 * @param {string} elsewhere
 */
function page(host, elsewhere) {
  const away = `${elsewhere}/${host.id}`;
  const leaking = host.leaking ? ` data-leaking="${away}/stolen"` : "";
  const watching = `
<script src="tests/hosts/handicaps.js"${host.without ? ` data-without="${host.without}"` : ""}${leaking}></script>
<script src="tests/hosts/verdict.js"${leaking}${host.control ? ' data-linger="2000"' : ""}></script>`;
  if (host.control) return html(host, `<script src="tests/hosts/offences.js" data-away="${away}"></script>`, watching);
  const article = `
<p>What an article says before.</p>
<recursive-trap scene="loop"><p>The still of the scene.</p></recursive-trap>
<p>What an article says between.</p>
<recursive-trap><p>The still of the instrument.</p></recursive-trap>`;
  return html(host, article, `${watching}\n<script type="module" src="${host.elsewhere ? away : `/${host.id}`}${ELEMENT}"></script>`);
}

/** The page around a frame. @param {Host} host */
const frame = (host) => html(host, '<iframe sandbox="allow-scripts" src="frame.html" width="900" height="700"></iframe>', `
<script src="tests/hosts/handicaps.js"></script>
<script src="tests/hosts/verdict.js"></script>`);

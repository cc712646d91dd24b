// The development server: the project's folder, or one below it, on 127.0.0.1, at the first free port from the one given.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const root = fileURLToPath(new URL(`../${process.argv[3] ?? ""}`, import.meta.url));
// `dev` looks at the disk for every request; `no-store` keeps the browser from showing what was there before.
const files = sirv(root, { dev: true, setHeaders: (response) => response.setHeader("cache-control", "no-store") });

let port = Number(process.argv[2] ?? 8080);
const server = createServer((request, response) => files(request, response));
server.on("listening", () => console.log(`http://127.0.0.1:${port}/`));
server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== "EADDRINUSE") throw error;
  listen(port + 1);
});
listen(port);

/** @param {number} candidate */
function listen(candidate) {
  port = candidate;
  server.listen(port, "127.0.0.1");
}

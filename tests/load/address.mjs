// Where the bots may go: to a server on this machine, and nowhere else. The ready line of a server names its port; what it
// names as its address for phones is used only when it is one of this machine's own.

import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";

function isOwn(host) {
  const bare = host.replace(/^\[|\]$/g, "");
  if (bare === "localhost" || bare === "::1" || /^127\.\d+\.\d+\.\d+$/.test(bare)) return true;
  return Object.values(networkInterfaces()).flat().some((face) => face.address === bare);
}

/** "0.0.0.0:8080" -> "127.0.0.1:8080": a server that listens everywhere also listens here. */
function reachable(listen) {
  const [, host, port] = listen.match(/^(.*):(\d+)$/);
  if (host === "0.0.0.0" || host === "*") return `127.0.0.1:${port}`;
  if (host === "[::]" || host === "::") return `[::1]:${port}`;
  return `${host}:${port}`;
}

/**
 * @param {{url?: string, code?: string, ready?: string}} wanted
 * @returns {string} ws://HOST:PORT/ws/CODE
 */
export function socketAddress({ url, code, ready }) {
  if (!url && !ready) throw new Error("name a server: --url http://127.0.0.1:8080 --code 482913, or --ready FILE");
  if (!url) {
    let line;
    try {
      line = JSON.parse(readFileSync(ready, "utf8"));
    } catch {
      throw new Error("no workshop is being served: start one with ./dev run, then call the bots from another terminal");
    }
    url = `${new URL(line.url).protocol}//${reachable(line.listen)}`;
    code ??= line.workshops[0]?.code;
  }
  if (!/^\d{6}$/.test(code ?? "")) throw new Error("name a workshop: --code and its six digits");
  const at = new URL(url);
  if (!isOwn(at.hostname)) throw new Error(`${at.hostname} is not this machine; bots vote only on a server that runs here`);
  return `${at.protocol === "https:" ? "wss" : "ws"}://${at.host}/ws/${code}`;
}

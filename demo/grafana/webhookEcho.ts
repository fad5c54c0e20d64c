/** Stands where a chat group or a gateway would: shows each warning that Grafana sends, and keeps the latest. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const MOST_KEPT = 100;
const MOST_BYTES = 5_000_000;

export interface Echo {
  /** Where warnings are to be sent. The same address, asked with GET, answers with those that came, latest last. */
  url: string;
  stop: () => Promise<void>;
}

/**
 * Listens for warnings.
 *
 * @param show told one line per warning
 * @throws Error with one sentence where the port is taken
 */
export async function startEcho(show: (line: string) => void, port = 0, host = '127.0.0.1'): Promise<Echo> {
  const kept: unknown[] = [];
  const server = http.createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(kept));
      return;
    }
    const message = request.method === 'POST' ? await bodyOf(request) : undefined;
    if (message === undefined) {
      response.writeHead(400).end('Post one JSON document of at most 5 MB.');
      return;
    }
    kept.push(message);
    kept.splice(0, kept.length - MOST_KEPT);
    show(lineOf(message));
    response.writeHead(204).end();
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`Nothing can listen for warnings on port ${port}: end what runs there, or choose another port.`, {
      cause: error,
    });
  }
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/warnings`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: http.IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MOST_BYTES) {
      return undefined;
    }
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a warning says at a glance: its title as the product words it, and how many alerts it carries. */
export function lineOf(message: unknown): string {
  const { title, alerts } = (message ?? {}) as { title?: unknown; alerts?: unknown };
  const count = Array.isArray(alerts) ? ` (${alerts.length} ${alerts.length === 1 ? 'alert' : 'alerts'})` : '';
  return `${typeof title === 'string' && title.trim() ? title.trim().replace(/\s+/g, ' ') : 'A warning without a title'}${count}`;
}

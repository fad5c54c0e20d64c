/** Serves files of a folder, never one outside it. */
import fs from 'node:fs';
import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The file that `wanted` (a path of a URL, decoded) names inside `folder`; undefined if there is none. */
export function fileInside(folder: string, wanted: string): string | undefined {
  const file = path.resolve(folder, `.${path.posix.normalize(`/${wanted}`)}`);
  const inside = file.startsWith(path.resolve(folder) + path.sep);
  return inside && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Sends a file with its type. Browsers ask each time whether theirs is still good: a rebuilt demo must not show old code. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: string) {
  const { size, mtimeMs } = fs.statSync(file);
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers = {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    etag,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, headers);
  fs.createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import Negotiator from 'negotiator';
import send from 'send';
import { answerText } from '../answers/answers.ts';

/**
 * Serves one file of the folder `pages`, by its path in the address, as it is now: the user interface may be built again meanwhile. A file that is there and cannot be
 * read (no right, no file descriptor left) is answered with 500 and told to `onTrouble`. What lies compressed beside it is sent in its place to who takes it.
 */
export function serveFile(
  pages: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  onTrouble: (error: NodeJS.ErrnoException) => void,
): void {
  const type = compressible.test(path) ? types[extname(path)] : undefined;
  const compressed = type !== undefined && existsSync(join(pages, `${path}.br`));
  if (compressed) response.setHeader('Vary', 'Accept-Encoding');
  const brotli = compressed && new Negotiator(request).encoding(['br', 'identity']) === 'br';
  // Files are small, and served whole: no ranges.
  const options = { root: pages, acceptRanges: false, cacheControl: false };
  send(request, brotli ? `${path}.br` : path, options)
    .on('headers', (_: unknown, file: string) => {
      response.setHeader('Cache-Control', cacheControl(file));
      if (!brotli || type === undefined) return;
      response.setHeader('Content-Encoding', 'br');
      response.setHeader('Content-Type', type);
    })
    .on('directory', () => answerNothing(response))
    .on('error', (error: NodeJS.ErrnoException & { readonly status: number }) => {
      if (error.status < 500) answerNothing(response);
      else {
        onTrouble(error);
        answerText(response, 500, 'This file of the console cannot be read now.');
      }
    })
    .pipe(response);
}

/** Of which the build lays one beside it that is compressed: see build/precompressed.ts. Nothing in such a path leads elsewhere. */
const compressible = /^\/assets\/[\w-][\w.-]*\.(?:js|css)$/;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

function answerNothing(response: ServerResponse): void {
  answerText(response, 404, 'There is nothing here.');
}

/** The names of files in `assets` change with their content. */
function cacheControl(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache';
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import { answerText } from '../answers/answers.ts';

/**
 * Serves one file of the folder `pages`, by its path in the address, as it is now: the user interface may be built again meanwhile. A file that is there and cannot be
 * read (no right, no file descriptor left) is answered with 500 and told to `onTrouble`.
 */
export function serveFile(
  pages: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  onTrouble: (error: NodeJS.ErrnoException) => void,
): void {
  // Files are small, and served whole: no ranges.
  send(request, path, { root: pages, acceptRanges: false, cacheControl: false })
    .on('headers', (_: unknown, file: string) =>
      response.setHeader('Cache-Control', cacheControl(file)),
    )
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

function answerNothing(response: ServerResponse): void {
  answerText(response, 404, 'There is nothing here.');
}

/** The names of files in `assets` change with their content. */
function cacheControl(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache';
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { assertNever } from '../../../shared/assert.ts';
import type { Objection } from '../server/request-check.ts';
import { doorPage } from './door-page.ts';
import type { DoorReason } from './door-texts.ts';
import { type EntryPageParts, entryPage, entryScript } from './entry-page.ts';
import { setContentPolicy } from './headers.ts';
import { languageOf } from './language.ts';

/** What a file's answer had been given already. */
const ofAFile = [
  'Content-Type',
  'Content-Encoding',
  'Content-Length',
  'ETag',
  'Last-Modified',
] as const;

export function answerText(response: ServerResponse, status: number, text: string): void {
  answer(response, status, 'text/plain', `${text}\n`);
}

/** To a browser that is not let in. */
export function turnAway(response: ServerResponse, reason: DoorReason, port: number): void {
  answerPage(response, 401, doorPage(languageOf(response.req), reason, port));
}

/** To the browser that showed a token: the cookie in the header, the key in the body. */
export function letIn(
  response: ServerResponse,
  cookie: string,
  parts: Omit<EntryPageParts, 'language'>,
): void {
  response.setHeader('Set-Cookie', cookie);
  setContentPolicy(response, undefined, entryScript);
  answerPage(response, 200, entryPage({ ...parts, language: languageOf(response.req) }));
}

export function answerObjection(
  request: IncomingMessage,
  response: ServerResponse,
  objection: Objection,
  port: number,
): void {
  switch (objection) {
    case 'host':
      answerPage(response, 403, doorPage(languageOf(request), 'other-name', port));
      return;
    case 'hosts':
      answerText(response, 400, 'A request has one Host header.');
      return;
    case 'origin':
      answerText(response, 403, 'Requests of other sites are refused.');
      return;
    default:
      assertNever(objection);
  }
}

function answerPage(response: ServerResponse, status: number, page: string): void {
  answer(response, status, 'text/html', page);
}

/** Where the head is out already, all that can be done is to cut the answer off. */
function answer(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ofAFile) response.removeHeader(name);
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
}

import type { ServerResponse } from 'node:http';
import { type DoorReason, doorPage } from './door-page.ts';
import type { Objection } from './request-check.ts';

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/** To a browser that was not let in. */
export function turnAway(response: ServerResponse, reason: DoorReason): void {
  response.writeHead(401, { 'Content-Type': 'text/html; charset=utf-8' }).end(doorPage(reason));
}

export function answerObjection(
  response: ServerResponse,
  objection: Objection,
  port: number,
): void {
  const text =
    objection === 'host'
      ? `This server answers as http://127.0.0.1:${port} only. Through a tunnel, forward the same port number: ssh -L ${port}:127.0.0.1:${port} HOST`
      : 'Requests of other sites are refused.';
  answerText(response, 403, text);
}

import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HistoryFault } from '../../../shared/model/history-from.ts';
import { type ApiAnswer, faultOfStatus, readAnswer } from './api-answer.ts';

/** A question to the HTTP API of Prometheus, of which `form` is the body. */
export interface ApiQuestion {
  readonly url: string;
  /** Null for one without a body, which is asked by GET. */
  readonly form: Readonly<Record<string, string>> | null;
  /** What the header says; null: nothing. */
  readonly authorization: string | null;
}

export interface AskLimits {
  /** For all of it, milliseconds. */
  readonly timeoutMs: number;
  /** What is longer is read no further. */
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

/** Words before the answer (1xx), of which a server has one or none to say. */
const mostInterim = 8;

/**
 * Asks, and answers what came of it; what the network or the server does is an answer, too. Redirects are not followed: what proves who asks would
 * go along. Rejects with the signal's reason.
 */
export function ask(
  { url, form, authorization }: ApiQuestion,
  { timeoutMs, mostBytes, signal }: AskLimits,
): Promise<ApiAnswer> {
  const body = form === null ? null : new URLSearchParams({ ...form }).toString();
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: body === null ? 'GET' : 'POST',
      agent: false,
      headers: {
        accept: 'application/json',
        'user-agent': 'spcp-console',
        ...(authorization === null ? {} : { authorization }),
        ...(body === null
          ? {}
          : {
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(body),
            }),
      },
    });
    const leave = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      sent.destroy();
    };
    const settle = (answer: ApiAnswer): void => {
      leave();
      resolve(answer);
    };
    const fail = (fault: HistoryFault): void => settle({ kind: 'fault', fault });
    const onAbort = (): void => {
      leave();
      reject(signal.reason);
    };
    const timer = setTimeout(() => fail({ kind: 'timeout', seconds: timeoutMs / 1000 }), timeoutMs);
    signal.addEventListener('abort', onAbort);
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > mostBytes) fail({ kind: 'too-large', bytes: mostBytes });
        else chunks.push(chunk);
      });
      response.on('error', (error: NodeJS.ErrnoException) => fail(unreachable(error)));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        settle(
          status >= 200 && status < 300
            ? readAnswer(text)
            : { kind: 'fault', fault: faultOfStatus(status, text) },
        );
      });
    });
    let interim = 0;
    sent.on('information', () => {
      if (++interim > mostInterim) fail({ kind: 'not-prometheus' });
    });
    // The request is over for Node then, and says nothing more of the connection.
    sent.on('upgrade', (_response, socket) => {
      socket.destroy();
      fail({ kind: 'not-prometheus' });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => fail(unreachable(error)));
    sent.on('close', () => fail({ kind: 'unreachable', code: 'ECONNRESET' }));
    if (signal.aborted) onAbort();
    else sent.end(body ?? undefined);
  });
}

function unreachable(error: NodeJS.ErrnoException): HistoryFault {
  // What does not speak HTTP at all.
  if (error.code?.startsWith('HPE_') === true) return { kind: 'not-prometheus' };
  return { kind: 'unreachable', code: error.code ?? error.name };
}

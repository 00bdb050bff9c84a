import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { WebhookOutcome } from '../../../shared/model/webhook.ts';

/** A message to be signed and sent. */
export interface WebhookMessage {
  readonly url: string;
  readonly secret: string;
  /** JSON. */
  readonly body: string;
  /** Epoch milliseconds; is signed with the body, so that an old message cannot be sent again as a new one. */
  readonly at: number;
}

/**
 * Sends one message and answers what became of it; never throws for what the network or the server does. The signature is the HMAC-SHA256 of
 * `TIMESTAMP.BODY`. Redirects are not followed, and the body of the answer is not read. `timeoutMs` is for all of it: whatever the server answers,
 * nothing lasts longer, nor beyond `signal`.
 */
export function post(
  { url, secret, body, at }: WebhookMessage,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<WebhookOutcome> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'spcp-console',
        'x-spcp-timestamp': timestamp,
        'x-spcp-signature': `sha256=${signature}`,
      },
    });
    const settle = (outcome: WebhookOutcome): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      sent.destroy();
      resolve(outcome);
    };
    const onAbort = (): void => settle({ kind: 'failed', code: 'ABORT_ERR' });
    const timer = setTimeout(
      () => settle({ kind: 'timeout', seconds: timeoutMs / 1000 }),
      timeoutMs,
    );
    signal.addEventListener('abort', onAbort);
    sent.on('response', (response) => {
      response.on('error', () => undefined);
      response.destroy();
      settle(outcomeOf(response.statusCode ?? 0));
    });
    // The request is over for Node then, and says nothing more of the connection.
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      settle(outcomeOf(response.statusCode ?? 0));
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      settle({ kind: 'failed', code: error.code ?? error.name }),
    );
    sent.on('close', () => settle({ kind: 'failed', code: 'ECONNRESET' }));
    if (signal.aborted) onAbort();
    else sent.end(body);
  });
}

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  return { kind: status >= 300 && status < 400 ? 'redirected' : 'refused', status };
}

/** Whether it is worth another try. */
export function isWorthRetry(outcome: WebhookOutcome): boolean {
  if (outcome.kind === 'refused')
    return outcome.status >= 500 || [408, 429].includes(outcome.status);
  return outcome.kind === 'timeout' || outcome.kind === 'failed' || outcome.kind === 'vault';
}

import { type AddressInfo, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { post } from '../../../../electron/alerts/webhook/post.ts';

/** What becomes of a message to a server that answers each request with this text, and closes the connection where it says so. */
async function answered(
  text: string,
  { closes = false, timeoutMs = 20_000, signal = new AbortController().signal } = {},
) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(text);
      if (closes) socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return post({ url, secret: 'x'.repeat(16), body: '{}', at: 0 }, { timeoutMs, signal });
}

it.each([
  ['HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n', 101],
  ['HTTP/1.1 101 x\r\n\r\n', 101],
])('takes an answer that would speak another protocol for a refusal: %j', async (text, status) => {
  expect(await answered(text)).toEqual({ kind: 'refused', status });
});

it('waits no longer than it may for the answer after one that is none', async () => {
  const only = 'HTTP/1.1 100 Continue\r\n\r\n';
  expect(await answered(only, { timeoutMs: 300 })).toEqual({ kind: 'timeout', seconds: 0.3 });
  expect(await answered(`${only}HTTP/1.1 204 x\r\n\r\n`)).toEqual({
    kind: 'delivered',
    status: 204,
  });
});

it('fails where the connection ends in the middle of the answer', async () => {
  expect(await answered('HTTP/1.1 20', { closes: true })).toMatchObject({ kind: 'failed' });
});

it('ends when it is taken back, also before it began', async () => {
  const ended = new AbortController();
  const outcome = answered('', { signal: ended.signal });
  setImmediate(() => ended.abort());
  expect(await outcome).toEqual({ kind: 'failed', code: 'ABORT_ERR' });
  expect(await answered('', { signal: AbortSignal.abort() })).toMatchObject({ kind: 'failed' });
});

import { SpcpClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import { openTransport } from '../../../electron/transport/open.ts';

/**
 * Logs in over kernel SCTP and asks for the concurrent connections again and again, as the C client of the floor does.
 * Arguments: port, user, password, requests, and `together` for the three metrics in one packet each time, until the third reply. Prints p50 and p99 of a call in microseconds, as "P50 P99".
 */
const [port, user = '', password = '', count, how] = process.argv.slice(2);
const requests = Number(count);

const { transport } = await openTransport(
  { host: '127.0.0.1', port: Number(port), transport: 'kernel', udpPort: 9899 },
  { connectTimeoutMs: 20_000 },
);
const session = new Session(transport, { timeoutMs: 20_000 });
await session.authenticate({ user, password });
const client = new SpcpClient(session, { together: true });
const ask = (): Promise<unknown> =>
  how === 'together' ? client.readMetrics() : session.request('concurrentConnections');
const times = new Float64Array(requests);
// The first tenth warms the compiler up and is not counted, in the floor neither.
for (let i = -Math.ceil(requests / 10); i < requests; i++) {
  // The whole call, as in the floor: what the session makes of a request before it is sent and after its reply has come is the client's too.
  const begun = performance.now();
  await ask();
  if (i >= 0) times[i] = (performance.now() - begun) * 1000;
}
await session.quit();
times.sort();
const at = (share: number): string => (times[Math.floor((requests - 1) * share)] ?? 0).toFixed(1);
process.stdout.write(`${at(0.5)} ${at(0.99)}\n`);

/**
 * A relay command for the far side of an SSH connection, as `socat - SCTP:host:port` is, to a peer that speaks SCTP in UDP:
 * `node relay-over-udp.ts -d -d <host> <SCTP port> <UDP port>`. Boundaries of messages are lost on its way, and with `-d -d` it tells when
 * it has connected, both as in socat.
 */
import { connectUdp } from '../../electron/transport/udp/client.ts';
import { AppError } from '../../shared/errors.ts';

const words = process.argv.slice(2).filter((word) => word !== '-d');
const [host = '', port, udpPort] = words;
const target = {
  host,
  address: host,
  family: 4 as const,
  port: Number(port),
  udpPort: Number(udpPort),
};
try {
  const transport = await connectUdp(target, { connectTimeoutMs: 120_000 });
  process.stderr.write('relay[1] N starting data transfer loop\n');
  transport.onMessage((message) => process.stdout.write(message));
  process.stdin.on('data', (bytes) => transport.send(bytes));
  process.stdin.on('end', () => void transport.close());
  const { reason } = await transport.ended;
  if (reason === 'peer-abort') process.stderr.write('read(): Connection reset by peer\n');
  process.exit(reason === 'peer-abort' ? 1 : 0);
} catch (error) {
  const refused = error instanceof AppError && error.code === 'refused';
  process.stderr.write(refused ? 'connect(): Connection refused\n' : `${error}\n`);
  process.exit(1);
}

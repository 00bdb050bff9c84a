import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

/** Ports below those that the system gives to whoever asks for any: a test beside this one, of which one starts a thousand proxies, never gets one of them. */
const spread = 16_384;
/** Ports that one process tries before it comes to those of another. */
const ofOneProcess = 32;

/** The first port that the system gives to whoever asks for any: Linux says so; elsewhere it is IANA's. */
function firstOfTheSystem(): number {
  try {
    const [first] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s/);
    return Number(first);
  } catch {
    return 49_152;
  }
}

/** The ports of choice: a process begins where no other that runs beside it does, and comes to the same one again only after all others. */
export function* ownPorts(first = firstOfTheSystem(), pid = process.pid): Generator<number, never> {
  const lowest = Math.max(1024, first - spread);
  const count = Math.max(spread, first - lowest);
  for (let n = pid * ofOneProcess; ; n++) yield lowest + (n % count);
}

const ports = ownPorts();

/** A TCP port of loopback that nobody listens on, and that nobody gets who asks for any. */
export async function freeTcpPort(): Promise<number> {
  for (;;) {
    const port = ports.next().value;
    const server = createServer();
    if (!(await listens(server, () => server.listen(port, '127.0.0.1')))) continue;
    await closed(server);
    return port;
  }
}

/** A UDP port of loopback that nobody listens on, and that nobody gets who asks for any. */
export async function freeUdpPort(): Promise<number> {
  for (;;) {
    const port = ports.next().value;
    const socket = createSocket('udp4');
    if (!(await listens(socket, () => socket.bind(port, '127.0.0.1')))) continue;
    await closed(socket);
    return port;
  }
}

type Listener = Server | ReturnType<typeof createSocket>;

async function listens(listener: Listener, begin: () => void): Promise<boolean> {
  const listening = once(listener, 'listening');
  begin();
  return listening.then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
      throw error;
    },
  );
}

async function closed(listener: Listener): Promise<void> {
  const over = once(listener, 'close');
  listener.close();
  await over;
}

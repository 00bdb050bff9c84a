import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import {
  KernelTransport,
  watchAccepted,
} from '../../../../electron/transport/kernel/kernel-transport.ts';
import type { Libc } from '../../../../electron/transport/kernel/libc.ts';

const running: { close(): void }[] = [];

afterEach(() => {
  for (const each of running.splice(0)) each.close();
});

/** A transport on a socket of another protocol, since few machines have this one, and the calls that it makes past it. */
async function opened() {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  running.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const socket = new Socket().connect(address.port, '127.0.0.1');
  running.push({ close: () => socket.destroy() });
  await once(socket, 'connect');
  const calls: string[] = [];
  const libc: Pick<Libc, 'send' | 'setsockopt'> = {
    send(_fd, message, length, flags) {
      calls.push(`send ${[...message].join(' ')} ${flags.toString(16)}`);
      return length;
    },
    setsockopt(_fd, level, option, value, length) {
      calls.push(`option ${level} ${option} ${[...value.subarray(0, length)].join(' ')}`);
      return 0;
    },
  };
  return { transport: new KernelTransport(watchAccepted(socket), libc as Libc, 'a peer'), calls };
}

it('has each packet acknowledged at once from the first messages on that go out together', async () => {
  const { transport, calls } = await opened();
  transport.send(Uint8Array.of(5, 0));
  for (let poll = 0; poll < 2; poll++) {
    for (const command of [2, 3]) transport.send(Uint8Array.of(command, 0), true);
    transport.send(Uint8Array.of(4, 0));
  }
  // MSG_DONTWAIT and MSG_NOSIGNAL, and where more follows MSG_MORE.
  const poll = ['send 2 0 c040', 'send 3 0 c040', 'send 4 0 4040'];
  // SCTP_DELAYED_SACK: of every association of the socket, the delay as it is, after each packet.
  const option = 'option 132 16 0 0 0 0 0 0 0 0 1 0 0 0';
  expect(calls).toEqual(['send 5 0 4040', option, ...poll, ...poll]);
});

it('sends nothing on a descriptor that is closed, and may be another’s by then', async () => {
  const { transport, calls } = await opened();
  transport.abort();
  const before = calls.length;
  transport.send(Uint8Array.of(2, 0));
  expect(calls.slice(before)).toEqual([]);
  await transport.ended;
});

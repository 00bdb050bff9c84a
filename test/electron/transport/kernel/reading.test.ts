import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { watchConnected } from '../../../../electron/transport/kernel/kernel-transport.ts';
import { loadLibc } from '../../../../electron/transport/kernel/libc.ts';
import { family, socketType } from '../../../../electron/transport/kernel/linux.ts';
import { socketAddress } from '../../../../electron/transport/kernel/socket-address.ts';
import { whySkipped } from '../../../support/why-skipped.ts';

const libc = loadLibc();
const why = whySkipped(typeof libc === 'string' ? 'the calls are those of Linux' : null);

it.skipIf(typeof libc === 'string')(
  `keeps what each of many sockets brought, which share what they read into${why}`,
  async () => {
    if (typeof libc === 'string') throw new Error(libc);
    const far: Socket[] = [];
    const server = createServer((socket) => far.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const name = socketAddress('127.0.0.1', address.port);
    const came: string[][] = [];
    const near = [0, 1, 2].map((index) => {
      // Of TCP, since few machines have SCTP: what reads it is the same.
      const fd = libc.socket(family.inet, socketType.stream | socketType.closeOnExec, 0);
      if (libc.connect(fd, name, name.length) < 0) throw new Error(`errno ${libc.errno()}`);
      const { socket, onBytes } = watchConnected(fd);
      const kept: Uint8Array[] = [];
      came[index] = [];
      onBytes((message) => {
        kept.push(message);
        came[index] = kept.map((each) => Buffer.from(each).toString());
      });
      return socket;
    });
    await expect.poll(() => far).toHaveLength(3);
    for (let round = 0; round < 3; round++) {
      for (const [index, socket] of far.entries()) socket.write(`${index} ${round}`);
      await expect
        .poll(() => came.map((each) => each.length))
        .toEqual([round + 1, round + 1, round + 1]);
    }
    const said = [0, 1, 2].map((index) => [0, 1, 2].map((round) => `${index} ${round}`));
    expect(came.toSorted()).toEqual(said);
    for (const socket of near) socket.destroy();
    server.close();
  },
);

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { NodeNetwork } from '../../../../electron/desktop/updates/node-network.ts';
import { whyOf } from './installed-app.ts';

it('a server that begins and then says nothing is not waited for', async () => {
  const server = createServer((_request, response) => response.write('x'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const place = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const network = new NodeNetwork(50);
  expect(await whyOf(network.text(place, 100, new AbortController().signal))).toBe('unreachable');
});

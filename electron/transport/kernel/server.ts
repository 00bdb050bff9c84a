import { createServer, isIPv6 } from 'node:net';
import { AppError } from '../../../shared/errors.ts';
import type { Transport, TransportServer } from '../transport.ts';
import { nameOfErrno } from './errno-name.ts';
import { KernelTransport, watchAccepted } from './kernel-transport.ts';
import { socketLevel, socketOption } from './linux.ts';
import { openSocket, setInteger } from './socket.ts';
import { socketAddress } from './socket-address.ts';
import { requireLibc } from './support.ts';

const backlog = 128;

/** Accepts associations on the kernel's SCTP. Throws `no-kernel-sctp` or the system's refusal of the address. */
export async function listenKernel(
  { host, port }: { readonly host: string; readonly port: number },
  onAssociation: (transport: Transport) => void,
): Promise<TransportServer> {
  const libc = requireLibc();
  const fd = openSocket(libc, isIPv6(host));
  const address = socketAddress(host, port);
  setInteger(libc, fd, socketLevel, socketOption.reuseAddress, 1);
  if (libc.bind(fd, address, address.length) < 0 || libc.listen(fd, backlog) < 0) {
    const errno = libc.errno();
    libc.close(fd);
    const cause = nameOfErrno(errno);
    throw new AppError('invalid-input', { case: 'port', field: 'port', host, port, cause });
  }
  const open = new Set<KernelTransport>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const transport = new KernelTransport(watchAccepted(socket), libc, 'a client');
    open.add(transport);
    void transport.ended.then(() => open.delete(transport));
    onAssociation(transport);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ fd }, resolve);
  });
  return {
    host,
    port,
    udpPort: null,
    get associations() {
      return open.size;
    },
    async close() {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([...open].map((transport) => transport.close()));
      await stopped;
    },
  };
}

import type { Server } from 'node:net';
import { AppError } from '../../../shared/errors.ts';
import { causeOf } from '../../base/cause-of.ts';

/** Listens, and says where. Throws `invalid-input` (detail host, port) for a port that is taken or not allowed. */
export function listenTcp(
  server: Server,
  host: string,
  port: number,
): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(
        new AppError(
          'invalid-input',
          { case: 'port', field: 'port', host, port, cause: causeOf(error) },
          { cause: error },
        ),
      );
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      if (address === null || typeof address === 'string')
        throw new Error('a listening TCP server has no address');
      resolve({ host: address.address, port: address.port });
    });
  });
}

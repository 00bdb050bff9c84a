import { once } from 'node:events';
import type { Server } from 'node:http';
import { AppError } from '../../../shared/errors.ts';

/** Takes a port of an address. Throws `invalid-input` (detail `field`) where that cannot be. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const cause = error as NodeJS.ErrnoException;
    const why =
      cause.code === 'EADDRINUSE'
        ? 'is taken by another program'
        : `cannot be taken (${cause.code})`;
    throw new AppError(
      'invalid-input',
      `TCP port ${port} of ${host} ${why}. Choose another with --port, or --port 0 for any that is free.`,
      { detail: { field: 'port', port }, cause },
    );
  }
}

import { once } from 'node:events';
import type { Server } from 'node:http';
import { AppError } from '../../../shared/errors.ts';
import { causeOf } from '../../base/cause-of.ts';

/** Takes a port of an address. Throws `invalid-input` (detail `field`) where that cannot be. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const detail = { case: 'port', field: 'port', host, port, cause: causeOf(error) } as const;
    throw new AppError('invalid-input', detail, { cause: error });
  }
}

import { AppError } from '../../shared/errors.ts';
import { startTraffic } from './mail-clients/traffic.ts';
import { startOrigin } from './origin/origin.ts';
import { type ReferenceProxy, startReferenceProxy } from './reference-proxy.ts';

/** Proxies that start at the same time. */
const startingAtOnce = 50;

export interface ReferenceFleetOptions {
  readonly count: number;
  readonly host?: string | undefined;
  /** SCTP port. In UDP all proxies have the same; on kernel SCTP it is the first one's, the others follow. */
  readonly port?: number | undefined;
  /** UDP port of the first proxy, the others follow; 0, any that are free, unless told. */
  readonly udpPort?: number | undefined;
  /** TCP port of the first proxy, the others follow; 0, any that are free, unless told. */
  readonly pop3Port?: number | undefined;
  /** Whether mail clients of our own use the proxies. */
  readonly traffic: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly quirks?: boolean | undefined;
  readonly kernel?: boolean | undefined;
  /** Names of the first proxies; the others are called `proxy-1` and so on, by their place. */
  readonly names?: readonly string[] | undefined;
  readonly origin?: { readonly host: string; readonly port: number } | undefined;
  readonly log?: ((line: string) => void) | undefined;
}

/** Several reference proxies of one process in front of one origin. */
export interface ReferenceFleet {
  readonly proxies: readonly ReferenceProxy[];
  close(): Promise<void>;
}

/** Starts them all, or none. Throws what `startReferenceProxy` throws, and `invalid-input` where the ports would pass 65535. */
export async function startReferenceFleet(options: ReferenceFleetOptions): Promise<ReferenceFleet> {
  const { count, traffic, names = [], host, user, password, quirks, kernel, log } = options;
  requireRoom('udpPort', options.udpPort ?? 0, count);
  requireRoom('pop3Port', options.pop3Port ?? 0, count);
  if (kernel) requireRoom('port', options.port ?? 9090, count);
  const ownOrigin = options.origin ? null : await startOrigin();
  const origin = options.origin ?? ownOrigin ?? undefined;
  const proxies: ReferenceProxy[] = [];

  const start = (index: number) =>
    startReferenceProxy({
      name: names[index] ?? `proxy-${index + 1}`,
      host,
      port: kernel ? (options.port ?? 9090) + index : options.port,
      udpPort: following(options.udpPort, index),
      pop3Port: following(options.pop3Port, index),
      user,
      password,
      quirks,
      kernel,
      origin,
      log,
    });

  let stopTraffic: () => Promise<void> = async () => {};
  const close = async () => {
    await stopTraffic();
    await Promise.all(proxies.map((proxy) => proxy.close()));
    await ownOrigin?.close();
  };

  for (let first = 0; first < count; first += startingAtOnce) {
    const batch = Array.from({ length: Math.min(startingAtOnce, count - first) }, (_, i) =>
      start(first + i),
    );
    const results = await Promise.allSettled(batch);
    for (const result of results) if (result.status === 'fulfilled') proxies.push(result.value);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) {
      await close();
      throw failed.reason;
    }
  }
  if (traffic) stopTraffic = startTraffic(proxies).stop;
  return { proxies, close };
}

function following(first: number | undefined, index: number): number {
  return first === undefined || first === 0 ? 0 : first + index;
}

function requireRoom(field: string, first: number, count: number): void {
  if (first === 0 || first + count - 1 <= 65_535) return;
  throw new AppError('invalid-input', { case: 'ports-end', field, first, count });
}

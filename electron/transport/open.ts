import { connectKernel, kernelSctpSupport } from './kernel-sctp.ts';
import { resolveHost } from './resolve-host.ts';
import type { Target, Transport } from './transport.ts';
import { connectUdp } from './udp-encapsulation.ts';

export { resolveHost } from './resolve-host.ts';

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the whole handshake, milliseconds; 5000 unless told. */
  readonly connectTimeoutMs?: number | undefined;
}

/** An open association, and why `auto` took its way; null where the target names one. */
export interface Opened {
  readonly transport: Transport;
  readonly reason: string | null;
}

/**
 * Opens an association by the way that the target names; `auto` takes the kernel's SCTP where this machine has it, else SCTP in UDP.
 * Throws `host-not-found`, `no-kernel-sctp`, `udp-port-closed`, `refused`, `unreachable`, `connect-timeout`, `cancelled`.
 */
export async function openTransport(target: Target, options: OpenOptions = {}): Promise<Opened> {
  const { signal, connectTimeoutMs = 5000 } = options;
  const { address, family } = await resolveHost(target.host, signal);
  const support = target.transport === 'auto' ? kernelSctpSupport() : null;
  const kind = support === null ? target.transport : support.available ? 'kernel' : 'udp';
  const reason = support === null ? null : (support.reason ?? 'this machine has kernel SCTP');
  if (kind === 'kernel') {
    const transport = await connectKernel(
      { host: target.host, address, family, port: target.port },
      { signal, connectTimeoutMs },
    );
    return { transport, reason };
  }
  const udp = { host: target.host, address, family, port: target.port, udpPort: target.udpPort };
  return { transport: await connectUdp(udp, { signal, connectTimeoutMs }), reason };
}

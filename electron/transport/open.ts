import { AppError } from '../../shared/errors.ts';
import type { KernelSctpReason } from '../../shared/model/kernel-sctp.ts';
import { defaultRelayCommand } from '../../shared/model/profile.ts';
import { connectKernel } from './kernel/client.ts';
import { kernelSctpSupport } from './kernel/support.ts';
import { resolveHost } from './resolve-host.ts';
import type { RelayTarget } from './ssh/arguments.ts';
import { connectSsh } from './ssh/relay.ts';
import type { Target, Transport } from './transport.ts';
import { connectUdp } from './udp/client.ts';

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the handshake, milliseconds; 5000 unless told, 15000 for each of the two steps of a relay. */
  readonly connectTimeoutMs?: number | undefined;
}

/** An open association, and why `auto` took its way; null where the target names one. */
export interface OpenedTransport {
  readonly transport: Transport;
  readonly reason: KernelSctpReason | null;
}

/** A way without a relay, and why; `reason` is null where the target names it. */
export interface Way {
  readonly kind: 'kernel' | 'udp';
  readonly reason: KernelSctpReason | null;
}

/** The address of a target's host. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** `auto` takes the kernel's SCTP where this machine has it, else SCTP in UDP. Null: by a relay. */
export function chooseWay({ transport }: Target): Way | null {
  if (transport === 'ssh') return null;
  if (transport !== 'auto') return { kind: transport, reason: null };
  const { available, reason } = kernelSctpSupport();
  return { kind: available ? 'kernel' : 'udp', reason };
}

/** Opens an association with an address. Throws what `openTransport` throws but `host-not-found`. */
export async function openWay(
  target: Target,
  { kind }: Way,
  { address, family }: Address,
  { signal, connectTimeoutMs = 5000 }: OpenOptions,
): Promise<Transport> {
  const { host, port, udpPort } = target;
  if (signal?.aborted) throw new AppError('cancelled', { case: 'connection', where: host });
  const options = { signal, connectTimeoutMs };
  return kind === 'kernel'
    ? connectKernel({ host, address, family, port }, options)
    : connectUdp({ host, address, family, port, udpPort }, options);
}

/** A login takes several round trips, at each jump host too. */
export const relayTimeoutMs = 15_000;

/** What the target says of its relay. */
export function relayOf(target: Target): RelayTarget {
  const { host, port, sshDestination = '', relayCommand = defaultRelayCommand } = target;
  return { host, port, sshDestination, relayCommand };
}

/**
 * Opens an association by the way that the target names; `auto` takes the kernel's SCTP where this machine has it, else SCTP in UDP.
 * Throws `host-not-found`, `no-kernel-sctp`, `udp-port-closed`, `refused`, `unreachable`, `connect-timeout`, `cancelled`; by SSH also
 * `invalid-input`, `ssh-missing`, `ssh-host-key`, `ssh-login-refused`, `relay-missing`, `relay-failed`, `no-sctp-there`, `association-lost`.
 */
export async function openTransport(
  target: Target,
  options: OpenOptions = {},
): Promise<OpenedTransport> {
  const way = chooseWay(target);
  if (way === null) {
    const { signal, connectTimeoutMs = relayTimeoutMs } = options;
    return {
      transport: await connectSsh(relayOf(target), { signal, connectTimeoutMs }),
      reason: null,
    };
  }
  const address = await resolveHost(target.host, options.signal);
  return { transport: await openWay(target, way, address, options), reason: way.reason };
}

import { AppError } from '../../shared/errors.ts';
import type { KernelSctpReason } from '../../shared/model/kernel-sctp.ts';
import { defaultRelayCommand } from '../../shared/model/profile-words.ts';
import type { Clock } from '../base/clock.ts';
import { type Address, addressesOf, inTryingOrder, type Lookup } from './addresses.ts';
import { kernelSctpSupport } from './kernel/support.ts';
import { type OpenedAt, type OpenOne, openAny } from './open-any.ts';
import type { RelayTarget } from './ssh/arguments.ts';
import type { Target, Transport } from './transport.ts';

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the handshake, milliseconds; 5000 unless told, 15000 for each of the two steps of a relay. */
  readonly connectTimeoutMs?: number | undefined;
  /** Of each host the address that answered last; it is tried first, and noted down. */
  readonly answered?: Map<string, string> | undefined;
  /** The system's unless told. */
  readonly lookup?: Lookup | undefined;
  /** Of the head start that one address has before the next; the system's unless told. */
  readonly clock?: Clock | undefined;
}

/** An open association, the address that answered, null by a relay, and why `auto` took its way; null where the target names one. */
export interface OpenedTransport {
  readonly transport: Transport;
  readonly address: Address | null;
  readonly reason: KernelSctpReason | null;
}

/** A way without a relay, and why; `reason` is null where the target names it. */
export interface Way {
  readonly kind: 'kernel' | 'udp';
  readonly reason: KernelSctpReason | null;
}

/** `auto` takes the kernel's SCTP where this machine has it, else SCTP in UDP. Null: by a relay. */
export function chooseWay({ transport }: Target): Way | null {
  if (transport === 'ssh') return null;
  if (transport !== 'auto') return { kind: transport, reason: null };
  const { available, reason } = kernelSctpSupport();
  return { kind: available ? 'kernel' : 'udp', reason };
}

/** Opens an association with whichever of these addresses answers first. Throws what `openTransport` throws but `host-not-found`. */
export async function openWay(
  target: Target,
  { kind }: Way,
  addresses: readonly Address[],
  { signal, connectTimeoutMs = 5000, answered, clock }: OpenOptions,
): Promise<OpenedAt> {
  const { host, port, udpPort } = target;
  const order = inTryingOrder(addresses, answered?.get(host));
  const open: OpenOne = async ({ address, family }, { lost, connectTimeoutMs: left }) => {
    if (kind === 'udp') {
      const { connectUdp } = await import('./udp/client.ts');
      const options = { signal: eitherOf(signal, lost, order), connectTimeoutMs: left };
      return connectUdp({ host, address, family, port, udpPort }, options);
    }
    // What the kernel has begun it would leave half open when its socket is closed; so it runs to its end, and is ended in order.
    const { connectKernel } = await import('./kernel/client.ts');
    return connectKernel({ host, address, family, port }, { signal, connectTimeoutMs: left });
  };
  try {
    const opened = await openAny(order, open, { signal, connectTimeoutMs, clock });
    answered?.set(host, opened.address.address);
    return opened;
  } catch (error) {
    if (error instanceof AppError || !signal?.aborted) throw error;
    throw new AppError('cancelled', { case: 'connection', where: host });
  }
}

/** What ends an attempt. One without a rival is lost by the caller's signal alone: of thousands each is spared a signal that follows two. */
function eitherOf(
  signal: AbortSignal | undefined,
  lost: AbortSignal,
  { length }: readonly Address[],
): AbortSignal {
  if (signal === undefined) return lost;
  return length === 1 ? signal : AbortSignal.any([signal, lost]);
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
    const { connectSsh } = await import('./ssh/relay.ts');
    return {
      transport: await connectSsh(relayOf(target), { signal, connectTimeoutMs }),
      address: null,
      reason: null,
    };
  }
  const addresses = await addressesOf(target.host, options);
  const opened = await openWay(target, way, addresses, options);
  return { ...opened, reason: way.reason };
}

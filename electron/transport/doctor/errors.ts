import { AppError } from '../../../shared/errors.ts';
import { type KernelSctpReason, kernelSctpText } from '../../../shared/model/kernel-sctp.ts';
import type { Target } from '../transport.ts';

/** The name server gave no answer at all, which is not the same as an answer that there is no such host. */
export function nameServerSilent(host: string, cause?: unknown): AppError {
  return new AppError(
    'host-not-found',
    `No name server answered for ${host}. Check the network and the VPN, or use the address in place of the name.`,
    { detail: { host, answered: false }, cause },
  );
}

export function noKernelSctp(why: KernelSctpReason): AppError {
  const reason = kernelSctpText[why];
  return new AppError(
    'no-kernel-sctp',
    `Kernel SCTP is not available here: ${reason}. On Linux: sudo modprobe sctp; or choose SCTP in UDP.`,
    { detail: { reason } },
  );
}

export function udpPortClosed({ host, udpPort }: Target): AppError {
  return new AppError(
    'udp-port-closed',
    `UDP port ${udpPort} of ${host} is closed. Check the port, or on the server: sysctl net.sctp.encap_port=${udpPort} net.sctp.udp_port=${udpPort}`,
    { detail: { host, udpPort } },
  );
}

export function notSctp({ host, udpPort }: Pick<Target, 'host' | 'udpPort'>): AppError {
  return new AppError(
    'not-sctp',
    `Something answers at UDP port ${udpPort} of ${host}, but it is not SCTP. Check the UDP port: it is the server's net.sctp.udp_port, 9899 as a rule.`,
    { detail: { host, udpPort } },
  );
}

export function silent({ host, udpPort }: Target): AppError {
  return new AppError(
    'connect-timeout',
    `Nothing answers at UDP port ${udpPort} of ${host}. Check the address, that firewalls on the way let UDP ${udpPort} through in both directions, and that the server has net.sctp.udp_port=${udpPort}.`,
    { detail: { host, udpPort } },
  );
}

export function initDropped({ host, port, udpPort }: Target): AppError {
  return new AppError(
    'connect-timeout',
    `An SCTP stack answers at ${host}, UDP port ${udpPort}, but not to the request for an association with SCTP port ${port}. A packet filter on the server or on the way drops it (look for rules on SCTP port ${port}), or the server is overloaded.`,
    { detail: { host, port, udpPort } },
  );
}

export function noRoute(host: string, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  return new AppError(
    'unreachable',
    `This machine has no way to ${host} (${code ?? String(cause)}). Check the network, or the VPN.`,
    { detail: { host }, cause },
  );
}

export function cancelled(host: string): AppError {
  return new AppError('cancelled', `The test of ${host} was cancelled.`, { detail: { host } });
}

import { AppError } from '../../../shared/errors.ts';
import type { KernelSctpReason } from '../../../shared/model/kernel-sctp.ts';
import { causeOf } from '../../base/cause-of.ts';
import type { Target } from '../transport.ts';

/** The name server gave no answer at all, which is not the same as an answer that there is no such host. */
export function nameServerSilent(host: string, cause?: unknown): AppError {
  return new AppError('host-not-found', { case: 'name-server-silent', host }, { cause });
}

export function noKernelSctp(reason: KernelSctpReason): AppError {
  return new AppError('no-kernel-sctp', { reason });
}

export function udpPortClosed({ host, udpPort }: Target): AppError {
  return new AppError('udp-port-closed', { host, udpPort });
}

export function notSctp({ host, udpPort }: Pick<Target, 'host' | 'udpPort'>): AppError {
  return new AppError('not-sctp', { host, udpPort });
}

export function silent({ host, port, udpPort }: Target): AppError {
  return new AppError('connect-timeout', { case: 'udp', host, port, udpPort });
}

export function initDropped({ host, port, udpPort }: Target): AppError {
  return new AppError('connect-timeout', { case: 'init-dropped', host, port, udpPort });
}

export function noRoute(host: string, cause: unknown): AppError {
  return new AppError('unreachable', { case: 'here', host, cause: causeOf(cause) }, { cause });
}

export function testCancelled(): AppError {
  return new AppError('cancelled', { case: 'test' });
}

import { AppError } from '../../../shared/errors.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import { causeOf } from '../../base/cause-of.ts';
import { notSctp } from '../doctor/errors.ts';
import type { DatagramCounts } from './guard/drop-counts.ts';
import type { Association } from './stack/sctp-library.ts';
import type { UdpTarget } from './target.ts';

export function refused({ host, port }: UdpTarget): AppError {
  return new AppError('refused', { case: 'here', host, port });
}

export function cancelled({ host, port }: UdpTarget): AppError {
  return new AppError('cancelled', { case: 'connection', where: hostAndPort(host, port) });
}

export function unanswered(
  association: Association,
  { received }: DatagramCounts,
  target: UdpTarget,
): AppError {
  const heard = association.state !== 'COOKIE-WAIT';
  // Of what came nothing was an answer to the INIT.
  if (!heard && received > 0) return notSctp(target);
  const { host, port, udpPort } = target;
  return new AppError('connect-timeout', {
    case: heard ? 'handshake' : 'udp',
    host,
    port,
    udpPort,
  });
}

export function systemError(error: NodeJS.ErrnoException, target: UdpTarget): AppError {
  if (error.code === 'ECONNREFUSED') return closedPort(target, error);
  const detail = { case: 'here', host: target.host, cause: causeOf(error) } as const;
  return new AppError('unreachable', detail, { cause: error });
}

export function closedPort({ host, udpPort }: UdpTarget, cause?: unknown): AppError {
  return new AppError('udp-port-closed', { host, udpPort }, { cause });
}

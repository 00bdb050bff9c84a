import { AppError } from '../../../shared/errors.ts';
import { notSctp } from '../doctor/errors.ts';
import type { DatagramCounts } from './guard/drop-counts.ts';
import type { Association } from './stack/sctp-library.ts';
import type { UdpTarget } from './target.ts';

export function refused({ host, port, udpPort }: UdpTarget): AppError {
  return new AppError(
    'refused',
    `${host}:${port} refused the association. Check the SCTP port, and that the proxy runs and has room.`,
    { detail: { host, port, udpPort } },
  );
}

export function cancelled({ host, port }: UdpTarget): AppError {
  return new AppError('cancelled', `The connection to ${host}:${port} was cancelled.`);
}

export function unanswered(
  association: Association,
  { received }: DatagramCounts,
  target: UdpTarget,
): AppError {
  const heard = association.state !== 'COOKIE-WAIT';
  // Of what came nothing was an answer to the INIT.
  if (!heard && received > 0) return notSctp(target);
  const message = heard
    ? `${target.host} answered but did not complete the SCTP handshake. Its network may lose packets; try again.`
    : `Nobody answered at ${target.host}, UDP port ${target.udpPort}. Check the address, that the server has net.sctp.udp_port set, and that a firewall lets UDP ${target.udpPort} through.`;
  return new AppError('connect-timeout', message, {
    detail: { host: target.host, port: target.port, udpPort: target.udpPort, heard },
  });
}

export function systemError(error: NodeJS.ErrnoException, target: UdpTarget): AppError {
  const detail = { host: target.host, port: target.port, udpPort: target.udpPort };
  if (error.code === 'ECONNREFUSED') return closedPort(target, error);
  return new AppError(
    'unreachable',
    `${target.host} cannot be reached (${error.code ?? error.message}). Check the network, or the VPN.`,
    { detail, cause: error },
  );
}

export function closedPort(target: UdpTarget, cause?: unknown): AppError {
  return new AppError(
    'udp-port-closed',
    `UDP port ${target.udpPort} of ${target.host} is closed. Check the port; the server opens it by sysctl net.sctp.encap_port=${target.udpPort} net.sctp.udp_port=${target.udpPort}.`,
    { detail: { host: target.host, port: target.port, udpPort: target.udpPort }, cause },
  );
}

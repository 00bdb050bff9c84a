import { AppError, type ErrorDetail } from '../../shared/errors.ts';
import { escapeBytes } from '../../shared/spcp/ascii.ts';
import type { CodecErrorCode } from '../../shared/spcp/codec-error.ts';
import type { MessageName } from '../../shared/spcp/message.ts';
import { type StatusCode, statusName } from '../../shared/spcp/status.ts';
import type { Transport, TransportEnd } from '../transport/transport.ts';

/** Why bytes are no SPCP reply. */
export type ProtocolRule = ErrorDetail<'protocol-error'>['rule'];

/** Bytes of a bad reply that are shown. */
const shownBytes = 48;

/**
 * No whole reply within the time; the session is over, since a late reply would be taken for the next one's. `unacknowledged`: not even the
 * SCTP stack there took the request.
 */
export function replyTimeout(
  { description: where, unacknowledged = false }: Transport,
  command: MessageName,
  timeoutMs: number,
): AppError {
  return new AppError('reply-timeout', {
    case: 'request',
    where,
    command,
    timeoutMs,
    unacknowledged,
  });
}

/** Neither a reply to QUIT nor a shutdown came in time (deployed behaviour 10). */
export function quitUnanswered(where: string): AppError {
  return new AppError('reply-timeout', { case: 'quit', where, command: 'quit' });
}

/** Bytes that are no SPCP reply. `command` is null where nothing was asked. A reply to PASS is not shown, since it may echo the password. */
export function protocolError(
  where: string,
  command: MessageName | null,
  bytes: Uint8Array,
  rule: ProtocolRule,
  cause?: unknown,
): AppError {
  const shown = escapeBytes(bytes.subarray(0, shownBytes));
  return new AppError(
    'protocol-error',
    {
      where,
      command,
      bytes: command === 'pass' ? null : shown,
      length: bytes.length,
      rule,
    },
    { cause },
  );
}

/** The proxy understood, and answered with an error STATUS. */
export function serverError(where: string, command: MessageName, status: StatusCode): AppError {
  return new AppError('server-error', { where, command, status: statusName(status) });
}

/** STATUS 0x01 to USER or PASS. */
export function loginRefused(where: string, step: 'user' | 'password'): AppError {
  return new AppError('login-refused', { where, step });
}

/** The association ended while it was needed. What a relay said to it is shown. */
export function associationLost(where: string, end: TransportEnd): AppError {
  const error = end.reason === 'failed' ? end.error : null;
  return new AppError(
    'association-lost',
    { case: 'ended', where, reason: end.reason, cause: error?.code ?? null, said: saidIn(error) },
    error === null ? undefined : { cause: error },
  );
}

function saidIn(error: AppError | null): string {
  return error !== null && 'said' in error.detail ? error.detail.said : '';
}

/** Asked to stop, by the user or because the app ends. */
export function cancelled(where: string): AppError {
  return new AppError('cancelled', { case: 'session', where });
}

/** The session is over, or about to be. */
export function sessionOver(where: string): AppError {
  return new AppError('not-connected', { case: 'session', where });
}

/** A value that cannot be sent; nothing was. */
export function invalidArgument(
  command: MessageName,
  reason: CodecErrorCode,
  cause: unknown,
): AppError {
  return new AppError('invalid-input', { case: 'argument', command, reason }, { cause });
}

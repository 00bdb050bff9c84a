import { AppError } from '../../shared/errors.ts';
import { escapeBytes } from '../../shared/spcp/ascii.ts';
import type { MessageName } from '../../shared/spcp/message.ts';
import { type StatusCode, statusName } from '../../shared/spcp/status.ts';
import type { Transport, TransportEnd } from '../transport/transport.ts';

/** Bytes of a bad reply that are shown. */
const shownBytes = 48;

/** What the sentences call each message. */
const titles: Readonly<Record<MessageName, string>> = {
  user: 'USER',
  pass: 'PASS',
  concurrentConnections: 'concurrent connections (0x02)',
  transferredBytes: 'transferred bytes (0x03)',
  historicalAccesses: 'historical accesses (0x04)',
  activeTransformation: 'active transformation (0x05)',
  setBufferSize: 'set buffer size (0x06)',
  changeTransformation: 'change transformation (0x07)',
  quit: 'QUIT',
};

/**
 * No whole reply within the time; the session is over, since a late reply would be taken for the next one's. `unacknowledged`: not even the
 * SCTP stack there took the request.
 */
export function replyTimeout(
  { description: where, unacknowledged = false }: Transport,
  name: MessageName,
  timeoutMs: number,
): AppError {
  const advice = unacknowledged
    ? 'The request did not arrive: check the network, or the VPN.'
    : 'Check that an SPCP service listens there, then try again.';
  return new AppError(
    'reply-timeout',
    `${where} did not answer ${titles[name]} within ${timeoutMs / 1000} s, so the session was ended. ${advice}`,
    { detail: { where, command: name, timeoutMs, unacknowledged } },
  );
}

/** Neither a reply to QUIT nor a shutdown came in time (deployed behaviour 10). */
export function quitUnanswered(where: string): AppError {
  return new AppError(
    'reply-timeout',
    `${where} neither answered QUIT nor ended the association in time, so it was ended from this side. Check that the proxy is not frozen.`,
    { detail: { where, command: 'quit' } },
  );
}

/** Bytes that are no SPCP reply. `name` is null where nothing was asked. A reply to PASS is not shown, since it may echo the password. */
export function protocolError(
  where: string,
  name: MessageName | null,
  bytes: Uint8Array,
  rule: string,
  cause?: unknown,
): AppError {
  const asked = name === null ? 'although nothing was asked' : `to ${titles[name]}`;
  const shown = escapeBytes(bytes.subarray(0, shownBytes));
  const what =
    rule === 'echo'
      ? 'sends back what it is sent, which is no SPCP'
      : `sent something that is no SPCP reply ${asked} (${rule})`;
  return new AppError(
    'protocol-error',
    `${where} ${what}, so the session was ended. Check that the port is the proxy's management port.`,
    {
      detail: {
        where,
        command: name,
        bytes: name === 'pass' ? null : shown,
        length: bytes.length,
        rule,
      },
      cause,
    },
  );
}

/** The proxy understood, and answered with an error STATUS. */
export function serverError(where: string, name: MessageName, status: StatusCode): AppError {
  const word = statusName(status);
  return new AppError(
    'server-error',
    `${where} answered ${titles[name]} with an error (${word}). Check the value that was sent; if it is right, look into the proxy's own log.`,
    { detail: { where, command: name, status: word } },
  );
}

/** STATUS 0x01 to USER or PASS. */
export function loginRefused(where: string, step: 'user' | 'password'): AppError {
  const what = step === 'user' ? 'does not know this user' : 'refused the password';
  return new AppError('login-refused', `${where} ${what}. Correct it and try again.`, {
    detail: { where, step },
  });
}

/** The association ended while it was needed. What a relay said to it is shown. */
export function associationLost(where: string, end: TransportEnd): AppError {
  const how = {
    closed: 'was closed',
    'peer-shutdown': 'was ended by the proxy',
    'peer-abort': 'was aborted by the proxy',
    failed: 'failed',
  }[end.reason];
  const said = (end.reason === 'failed' && end.error.detail?.said) || null;
  const quoted = said === null ? '' : ` The relay said: ${said}`;
  return new AppError(
    'association-lost',
    `The association with ${where} ${how}. Check that the proxy is running and reachable.${quoted}`,
    {
      detail: {
        where,
        said,
        reason: end.reason,
        cause: end.reason === 'failed' ? end.error.code : null,
      },
      cause: end.reason === 'failed' ? end.error : undefined,
    },
  );
}

/** Asked to stop, by the user or because the app ends. */
export function cancelled(where: string): AppError {
  return new AppError('cancelled', `The work with ${where} was cancelled.`, { detail: { where } });
}

/** The session is over, or about to be. */
export function sessionOver(where: string): AppError {
  return new AppError('not-connected', `The session with ${where} is over. Connect again.`, {
    detail: { where },
  });
}

/** A value that cannot be sent; nothing was. */
export function invalidArgument(name: MessageName, reason: string, cause: unknown): AppError {
  return new AppError('invalid-input', `${titles[name]} was not sent: ${reason}.`, {
    detail: { command: name, reason },
    cause,
  });
}

import { z } from 'zod';

/** Every failure that an operator can act on. The renderer's locales and the command line's exit codes hang on these. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'cancelled',
  'internal',
  'unsupported',
  'host-not-found',
  'no-kernel-sctp',
  'udp-port-closed',
  'not-sctp',
  'unreachable',
  'connect-timeout',
  'refused',
  'association-lost',
  'ssh-missing',
  'ssh-host-key',
  'ssh-login-refused',
  'relay-missing',
  'relay-failed',
  'no-sctp-there',
  'no-password',
  'password-needed-again',
  'login-refused',
  'reply-timeout',
  'protocol-error',
  'server-error',
  'not-connected',
  'not-as-expected',
  'edited-elsewhere',
  'read-only',
  'confirmation-needed',
  'secrets-unavailable',
  'storage-full',
  'storage-failed',
  'file-damaged',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Facts that a message may name: host, port, field, byte counts. Never a secret. */
export type ErrorDetail = Readonly<Record<string, string | number | boolean | null>>;

export const errorValue = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

/** An error as it crosses the contract: a value with a stable code. `message` is English, for logs and the command line. */
export type ErrorValue = z.infer<typeof errorValue>;

/** A failure that an operator can act on. `message` says what happened and what to do next, in English. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { detail?: ErrorDetail; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail;
  }

  toValue(): ErrorValue {
    return {
      code: this.code,
      message: this.message,
      ...(this.detail ? { detail: { ...this.detail } } : {}),
    };
  }
}

/** The value of any thrown thing. What is no AppError is a bug: its text stays out of the value, since it may hold anything. */
export function toErrorValue(error: unknown): ErrorValue {
  if (error instanceof AppError) return error.toValue();
  return {
    code: 'internal',
    message: 'An unexpected error occurred; the log of the application has the details.',
  };
}

/** Either a value or an error, as calls answer over the contract. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorValue };

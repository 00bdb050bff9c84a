/** What is wrong with bytes, or with values that cannot become bytes. */
export const codecErrorCodes = [
  'truncated',
  'trailing-bytes',
  'unknown-command',
  'unknown-status',
  'argument-count',
  'argument-too-long',
  'argument-empty',
  'not-ascii',
  'not-a-number',
  'out-of-range',
  'data-too-long',
] as const;
export type CodecErrorCode = (typeof codecErrorCodes)[number];

/** Thrown by every encoder and decoder of this folder, and nothing else is. `offset` counts bytes from the start of the message. */
export class CodecError extends Error {
  readonly code: CodecErrorCode;
  readonly offset: number;

  constructor(code: CodecErrorCode, message: string, offset = 0) {
    super(message);
    this.name = 'CodecError';
    this.code = code;
    this.offset = offset;
  }
}

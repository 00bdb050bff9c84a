import { AppError, type ErrorValue } from '../../../shared/errors.ts';
import { printable, printableJson } from './printable.ts';

/** Where the command line writes. Text for people is already escaped by whoever made it from a proxy's bytes. */
export interface Output {
  readonly json: boolean;
  /** A result: one JSON value on a line of its own, or these lines. Resolves when it is handed on, so that a slow reader slows the writer. */
  result(value: unknown, lines: readonly string[]): Promise<void>;
  /** Ready text, such as help. */
  text(text: string): Promise<void>;
  /** One line on standard error: what happened meanwhile. */
  note(message: string): void;
  /** Like `note`; the same warning once only. */
  warn(message: string): void;
  /** One line on standard error: why the command failed. */
  complain(message: string): void;
  /** Complains; with --json also an object on standard output, so that a script parses one stream. */
  error(error: ErrorValue): Promise<void>;
}

export interface OutputParts {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly json: boolean;
  /** The reader of standard output went away. */
  readonly onReaderGone: () => void;
}

export function createOutput({ stdout, stderr, json, onReaderGone }: OutputParts): Output {
  let gone = false;
  const warned = new Set<string>();
  // Each write hears of its own failure; without a listener Node would also throw it.
  stdout.on('error', () => undefined);
  stderr.on('error', () => undefined);

  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (gone) return resolve();
      stdout.write(text, (error) => {
        if (!error) return resolve();
        if (!isReaderGone(error)) return reject(cannotWrite(error));
        gone = true;
        onReaderGone();
        resolve();
      });
    });
  const say = (kind: string, message: string): void => {
    stderr.write(`${kind}${printable(message)}\n`);
  };
  return {
    json,
    text: write,
    result: (value, lines) =>
      write(json ? `${printableJson(value)}\n` : lines.map((text) => `${text}\n`).join('')),
    note: (message) => say('', message),
    warn(message) {
      if (!warned.has(message)) say('warning: ', message);
      warned.add(message);
    },
    complain: (message) => say('error: ', message),
    async error(error) {
      say('error: ', error.message);
      if (json) await write(`${printableJson({ error })}\n`);
    },
  };
}

function isReaderGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

function cannotWrite(error: NodeJS.ErrnoException): AppError {
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  return new AppError(
    full ? 'storage-full' : 'storage-failed',
    full
      ? 'The result cannot be written: the disk is full. Make room, then try again.'
      : `The result cannot be written to standard output (${error.code ?? 'unknown error'}).`,
    { detail: { cause: error.code ?? null }, cause: error },
  );
}

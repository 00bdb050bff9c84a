import { AppError, type ErrorValue } from '../../../shared/errors.ts';
import type { CommandLineTexts } from '../../../shared/texts/command-line-texts.ts';
import { inOneLine, type Speaker } from '../../../shared/texts/say.ts';
import { causeOf } from '../../base/cause-of.ts';
import { printable, printableJson } from './printable.ts';

/** Where the command line writes. Text for people is already escaped by whoever made it from a proxy's bytes. */
export interface Output {
  readonly json: boolean;
  /** A person reads standard output, and no script. */
  readonly terminal: boolean;
  /** A result: one JSON value on a line of its own, or these lines. Resolves when it is handed on, so that a slow reader slows the writer. */
  result(value: unknown, lines: readonly string[]): Promise<void>;
  /** Ready text, such as help. */
  text(text: string): Promise<void>;
  /** A file that is made, byte by byte; on a terminal, as `printable` says its lines. */
  file(text: string): Promise<void>;
  /** One line on standard error: what happened meanwhile. */
  note(message: string): void;
  /** Like `note`; the same warning once only. */
  warn(message: string): void;
  /** Warns of an error after which the command goes on. */
  warnOf(error: ErrorValue): void;
  /** One line on standard error: why the command failed. */
  complain(error: ErrorValue): void;
  /** Complains; with --json also an object on standard output, so that a script parses one stream. */
  error(error: ErrorValue): Promise<void>;
}

export interface OutputParts {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly json: boolean;
  /** Says errors in the user's language. */
  readonly speaker: Speaker;
  readonly prefixes: CommandLineTexts['prefixes'];
  /** The reader of standard output went away. */
  readonly onReaderGone: () => void;
}

export function createOutput({
  stdout,
  stderr,
  json,
  speaker,
  prefixes,
  onReaderGone,
}: OutputParts): Output {
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
  const sentenceOf = (error: ErrorValue): string => inOneLine(speaker.error(error));
  const warn = (message: string): void => {
    if (!warned.has(message)) say(`${prefixes.warning}: `, message);
    warned.add(message);
  };
  return {
    json,
    terminal: stdout.isTTY === true,
    text: write,
    file: (text) => write(stdout.isTTY ? text.split('\n').map(printable).join('\n') : text),
    result: (value, lines) =>
      write(json ? `${printableJson(value)}\n` : lines.map((text) => `${text}\n`).join('')),
    note: (message) => say('', message),
    warn,
    warnOf: (error) => warn(sentenceOf(error)),
    complain: (error) => say(`${prefixes.error}: `, sentenceOf(error)),
    async error(error) {
      say(`${prefixes.error}: `, sentenceOf(error));
      if (json) await write(`${printableJson({ error })}\n`);
    },
  };
}

function isReaderGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

function cannotWrite(error: NodeJS.ErrnoException): AppError {
  const cause = causeOf(error);
  return error.code === 'ENOSPC' || error.code === 'EDQUOT'
    ? new AppError('storage-full', { case: 'output', cause }, { cause: error })
    : new AppError('storage-failed', { case: 'output', cause }, { cause: error });
}

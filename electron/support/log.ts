import { join } from 'node:path';
import { type DestinationStream, pino } from 'pino';
import type { ConsoleShell } from '../../shared/model/change-words.ts';
import { causeOf } from '../base/cause-of.ts';
import { type FaultKind, inWords, kindOf } from './in-words.ts';
import { appendToLog } from './log-file.ts';
import { cleaned, isSecretName, secretSign } from './without-secrets.ts';

/** One entry's text, characters: a fault that repeats must not push all others out. */
const maxText = 8192;
/** The words that say where it was, characters. */
const maxWhat = 512;
/** So many of the last faults are kept in memory. */
const mostFaults = 20;

/** Takes a fault: where it was seen, and what was thrown. */
export type FaultLog = (what: string, error: unknown) => void;

/** A fault as it was written down; `at` in epoch milliseconds. */
export interface LoggedFault {
  readonly at: number;
  readonly what: string;
  readonly text: string;
  readonly kind: FaultKind;
}

/** What is told beside an entry's words, under none of the names that each entry has: of two values of one name the reader sees one. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>> & {
  readonly [Name in 'what' | 'level' | 'at' | 'shell' | 'version']?: never;
};

/** The log of a data directory. */
export function logFileOf(directory: string): string {
  return join(directory, 'logs', 'console.log');
}

/** The log of a shell, a line of JSON for each entry. */
export interface ConsoleLog {
  /** From now on entries are added to this file. Those of before were only shown. */
  readonly writeTo: (file: string) => void;
  /** Never throws: there is no place left to tell it. */
  readonly fault: FaultLog;
  /** Something that is not a fault, as a start; never throws. */
  readonly note: (what: string, fields?: LogFields) => void;
  /** The last that were logged, oldest first. */
  readonly faults: () => readonly LoggedFault[];
}

export interface LogParts {
  /** Told in each entry. */
  readonly shell: ConsoleShell;
  readonly version: string;
  /** Shows a fault, and a failure of the log, to whoever looks at the terminal: one line, or several for a stack. */
  readonly show: (text: string) => void;
  /** Takes each entry as its line of JSON, with the line break: what is a fault is not shown then. */
  readonly lines?: ((line: string) => void) | undefined;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** Opens the log. What looks like a secret, and what a terminal would obey, is taken out of each entry before it is written or shown. */
export function openLog({ shell, version, show, lines, now = Date.now }: LogParts): ConsoleLog {
  const faults: LoggedFault[] = [];
  let file: string | null = null;
  let toldLast: string | null = null;
  // Each trouble once, and not with each entry: whoever looks at the terminal would see nothing else.
  const tell = (what: string, error: unknown): void => {
    const trouble = `${what}: ${causeOf(error)}`;
    if (trouble === toldLast) return;
    toldLast = trouble;
    show(cleaned(`The log ${file} ${what}: ${inWords(error)}`, maxText));
  };
  const destination: DestinationStream = {
    write(line) {
      lines?.(line);
      if (file === null) return;
      try {
        appendToLog(file, line, (error) =>
          tell('begins anew, since it cannot be put aside', error),
        );
      } catch (error) {
        tell('cannot be written', error);
      }
    },
  };
  const log = pino(
    {
      base: { shell, version },
      messageKey: 'what',
      formatters: { level: (level) => ({ level }) },
      timestamp: () => `,"at":${JSON.stringify(new Date(now()).toISOString())}`,
    },
    destination,
  );
  return {
    writeTo(to) {
      file = to;
    },
    fault(where, error) {
      const what = cleaned(where, maxWhat);
      const text = cleaned(inWords(error), maxText);
      const at = now();
      faults.push({ at, what, text, kind: kindOf(error) });
      if (faults.length > mostFaults) faults.shift();
      if (lines === undefined) show(`${new Date(at).toISOString()} ${what}: ${text}`);
      log.error({ error: text }, what);
    },
    note(what, fields = {}) {
      log.info(plain(fields), cleaned(what, maxWhat));
    },
    faults: () => [...faults],
  };
}

/** A caller without types may hand over anything. */
function plain(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, plainValue(name, value)]),
  );
}

function plainValue(name: string, value: unknown): unknown {
  if (isSecretName(name)) return secretSign;
  const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : cleaned(inWords(value), maxText);
}

import { type ConsoleLog, type LogFields, openLog } from '../support/log.ts';

export interface CollectorLogParts {
  readonly version: string;
  /** Each entry as a line of JSON, else in words. */
  readonly json: boolean;
  /** One line with its break, or several for a stack. */
  readonly write: (text: string) => void;
  readonly now?: () => number;
}

/** The log of a collector, which is shown whole: whoever looks sees it in the journal of the system, and not in a window. */
export function openCollectorLog({
  version,
  json,
  write,
  now = Date.now,
}: CollectorLogParts): ConsoleLog {
  const log = openLog({
    shell: 'collect',
    version,
    now,
    show: (text) =>
      write(json ? `${JSON.stringify({ level: 'error', what: text })}\n` : `${text}\n`),
    lines: json ? write : undefined,
  });
  if (json) return log;
  return {
    ...log,
    note(what, fields = {}) {
      log.note(what, fields);
      write(`${new Date(now()).toISOString()} ${what}${inWords(fields)}\n`);
    },
  };
}

function inWords(fields: LogFields): string {
  const words = Object.entries(fields).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}

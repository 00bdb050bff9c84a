/** Octets of one command line, its CRLF included (RFC 2449 section 4). */
export const maxCommandLine = 255;

/** Octets of the first line of a response, its CRLF included (RFC 2449 section 4). */
export const maxStatusLine = 512;

const multiLine: Readonly<Record<string, 'always' | 'without-argument'>> = {
  CAPA: 'always',
  RETR: 'always',
  TOP: 'always',
  LIST: 'without-argument',
  UIDL: 'without-argument',
};

const singleLine = ['USER', 'PASS', 'STAT', 'DELE', 'RSET', 'NOOP', 'QUIT'];

const known: ReadonlySet<string> = new Set([...Object.keys(multiLine), ...singleLine]);

/** One command line of a POP3 client (RFC 1939 section 3). */
export interface Pop3Command {
  /** Upper case. */
  readonly verb: string;
  /** What followed the verb and one space, as it came. */
  readonly argument: string;
  /** Whether the proxy and its origin understand it; never a line with control characters, which an origin might take for two lines. */
  readonly known: boolean;
  /** Whether a positive response goes on to a line with one dot. */
  readonly multiLine: boolean;
}

/** Splits a command line into its verb and the rest. */
export function parseCommand(line: string): Pop3Command {
  const space = line.indexOf(' ');
  const verb = (space === -1 ? line : line.slice(0, space)).toUpperCase();
  const argument = space === -1 ? '' : line.slice(space + 1);
  const kind = Object.hasOwn(multiLine, verb) ? multiLine[verb] : undefined;
  return {
    verb,
    argument,
    known: known.has(verb) && !hasControls(line),
    multiLine: kind === 'always' || (kind === 'without-argument' && argument.trim() === ''),
  };
}

function hasControls(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) < 0x20) return true;
  return false;
}

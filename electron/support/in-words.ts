import { errorCodes } from '../../shared/errors.ts';

/** A message, a stack or a thrown string is looked at up to here, characters: what is longer is neither copied nor searched. */
const longest = 16_384;
/** So many causes of causes, and so many of the errors of an `AggregateError`, are told. */
const mostCauses = 5;

/** The parts of a thrown thing that are asked for by name: an object may have millions of others, and none of them is looked at. */
interface Thrown {
  readonly name: string | null;
  readonly message: string | null;
  readonly code: string | null;
  readonly stack: string | null;
  readonly causes: readonly unknown[];
}

/** What is known of a fault without a word of its message: nothing in it is anybody's name. */
export interface FaultKind {
  /** As `TypeError`; null where it is none. */
  readonly name: string | null;
  /** As `ENOENT`, or a code of the app; null where there is none. */
  readonly code: string | null;
  /** Of the stack: files without their directories, and the lines in them. */
  readonly frames: readonly string[];
}

/** What was thrown, with its stack and its causes, in words of bounded length. Never throws, whatever was thrown. */
export function inWords(error: unknown): string {
  try {
    return told(error, mostCauses);
  } catch {
    return 'a fault that cannot be put into words';
  }
}

/** Never throws, whatever was thrown. */
export function kindOf(error: unknown): FaultKind {
  try {
    if (!isObject(error)) return { name: null, code: null, frames: [] };
    const { name, message, code, stack } = partsOf(error);
    return {
      name: name !== null && /^(?:[A-Z][A-Za-z]{0,40})?(?:Error|File)$/.test(name) ? name : null,
      code: code !== null && isCode(code) ? code : null,
      frames: framesOf(stack ?? '', message ?? ''),
    };
  } catch {
    return { name: null, code: null, frames: [] };
  }
}

/** As the operating system, Node and its libraries have them, a number, or one of the app's own. */
function isCode(code: string): boolean {
  return /^(?:[A-Z][A-Z0-9_]{1,60}|\d{1,6})$/.test(code) || errorCodes.some((own) => own === code);
}

function told(error: unknown, deeper: number): string {
  if (typeof error === 'string') return error.slice(0, longest);
  if (!isObject(error)) return String(error);
  const { name, message, code, stack, causes } = partsOf(error);
  if (message === null && stack === null) return Array.isArray(error) ? 'a list' : 'an object';
  const head = `${name ?? 'Error'}: ${message ?? ''}`;
  const lines = [stack ?? head];
  if (stack !== null && message !== null && !stack.includes(message)) lines.unshift(head);
  if (code !== null) lines.push(`    code: ${code}`);
  if (causes.length > 0 && deeper > 0)
    lines.push(...causes.map((cause) => `  because of ${told(cause, deeper - 1)}`));
  return lines.join('\n').slice(0, longest);
}

function partsOf(error: object): Thrown {
  const { name, message, code, cause, errors } = error as Readonly<Record<string, unknown>>;
  const text = textOf(message);
  // The engine writes the whole message into a stack when it is first asked for.
  const isLong = typeof message === 'string' && message.length > longest;
  const { stack } = isLong ? { stack: null } : (error as Readonly<Record<string, unknown>>);
  return {
    name: textOf(name),
    message: text,
    code: typeof code === 'number' ? String(code) : textOf(code),
    stack: textOf(stack),
    causes: [
      ...(cause === undefined ? [] : [cause]),
      ...(Array.isArray(errors) ? errors.slice(0, mostCauses) : []),
    ],
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, longest) : null;
}

/** After the message alone, which may have lines that look like these. */
function framesOf(stack: string, message: string): readonly string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap((line) => frameOf(line.trim()));
}

function frameOf(line: string): readonly string[] {
  if (!line.startsWith('at ')) return [];
  const place = line
    .slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('(')) + 1)
    .replace(')', '');
  const isOwn = place.startsWith('node:');
  const file = isOwn
    ? place
    : place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
  const isFrame = isOwn
    ? /^node:[\w/]{1,80}:\d{1,7}:\d{1,7}$/.test(file)
    : /^[\w.-]{1,80}\.[cm]?[jt]sx?:\d{1,7}:\d{1,7}$/.test(file);
  return isFrame ? [file] : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

import { flowOf, programWords } from './flow.ts';
import { parseShell } from './parse.ts';
import { isUsual, keywords } from './programs.ts';
import type { OpenKind, Redirection, Script, ShellCommand, Span } from './script.ts';

/** What may be wrong with a transformation, by its code, with what its sentence names. None keeps it from being set. */
export const warningCodes = [
  'open-single',
  'open-double',
  'open-backquote',
  'open-parenthesis',
  'open-brace',
  'open-backslash',
  'stray',
  'background',
  'writes-file',
  'reads-file',
  'input-unread',
  'pipe-unread',
  'output-none',
  'program-unusual',
  'program-relative',
  'comment',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** `what` is the program, file or operator that is meant, as it is written. Where it is: offsets in the text, `end` excluded. */
export interface CommandWarning extends Span {
  readonly code: WarningCode;
  readonly what: string;
}

/** What keeps the shell from running any of it, then what makes another result than meant of each mail, then what may. */
const heaviest: ReadonlySet<WarningCode> = new Set([
  'open-single',
  'open-double',
  'open-backquote',
  'open-parenthesis',
  'open-brace',
  'open-backslash',
  'stray',
]);
const heavy: ReadonlySet<WarningCode> = new Set([
  'background',
  'writes-file',
  'input-unread',
  'pipe-unread',
  'output-none',
]);

function weightOf({ code }: CommandWarning): number {
  if (heaviest.has(code)) return 2;
  return heavy.has(code) ? 1 : 0;
}

/** Of so many of one code the first are told. */
const mostOfOne = 3;

/**
 * What a POSIX shell would make of a transformation that its author may not want, the weightiest first, and of one
 * weight in the order of the text. A guess that helps, not a proof: what
 * cannot be told without running it is not warned of. Never throws, and takes time in proportion to the text.
 */
export function warningsOf(text: string): readonly CommandWarning[] {
  if (text.trim() === '') return [];
  const script = parseShell(text);
  const at = (code: WarningCode, { start, end }: Span): CommandWarning => ({
    code,
    start,
    end,
    what: text.slice(start, end).trim(),
  });
  const commands = commandsOf(script);
  const found = [
    ...script.open.map((open) => at(`open-${open.kind}` satisfies `open-${OpenKind}`, open)),
    ...script.stray.map((span) => at('stray', span)),
    ...script.background.map((span) => at('background', span)),
    ...(script.comment === null ? [] : [at('comment', script.comment)]),
    ...commands.flatMap((command) => filesOf(command, at)),
    ...commands.flatMap((command) => programOf(command, at)),
    ...flowWarnings(script, commands, at, { start: 0, end: text.length }),
  ];
  const told = new Map<WarningCode, number>();
  return found
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.start - b.start)
    .filter(({ code }) => {
      const count = (told.get(code) ?? 0) + 1;
      told.set(code, count);
      return count <= mostOfOne;
    });
}

type At = (code: WarningCode, span: Span) => CommandWarning;

function commandsOf({ lists }: Script): readonly ShellCommand[] {
  return lists.flatMap(({ pipelines }) => pipelines.flat());
}

function filesOf(command: ShellCommand, at: At): readonly CommandWarning[] {
  const redirected = command.redirections.flatMap((each) => {
    if (each.target === null || isNoFile(each)) return [];
    if (each.operator.startsWith('>') || each.operator === '<>')
      return [at('writes-file', each.target)];
    return each.descriptor === 0 ? [at('reads-file', each.target)] : [];
  });
  const [program, ...rest] = programWords(command);
  if (program?.value !== 'tee') return redirected;
  const files = rest.filter(
    ({ value }) => value === null || !(value.startsWith('-') || value.startsWith('/dev/')),
  );
  return [...redirected, ...files.map((file) => at('writes-file', file))];
}

/** Another descriptor, nothing at all, or a device that keeps nothing. */
function isNoFile({ operator, target }: Redirection): boolean {
  const value = target?.value ?? '';
  if (operator.endsWith('&') && /^([0-9]+|-)$/.test(value)) return true;
  return ['/dev/null', '/dev/stdout', '/dev/stderr', '/dev/stdin'].includes(value);
}

function programOf(command: ShellCommand, at: At): readonly CommandWarning[] {
  const [program] = programWords(command);
  if (program === undefined || program.value === null || command.group !== null) return [];
  // The words behind it are no program.
  if (command.words.some(({ value }) => value === 'for' || value === 'case' || value === 'in'))
    return [];
  const { value } = program;
  if (value.startsWith('/')) return [];
  if (value.includes('/')) return [at('program-relative', program)];
  return isUsual(value) ? [] : [at('program-unusual', program)];
}

/** What reads the mail, and what writes the result. Of `if`, `while` and the like that cannot be told. */
function flowWarnings(
  script: Script,
  commands: readonly ShellCommand[],
  at: At,
  whole: Span,
): readonly CommandWarning[] {
  const isCompound = commands.some(({ words: [first] }) => {
    const value = first?.value ?? '';
    return value !== '!' && keywords.has(value);
  });
  const { root } = script;
  if (isCompound || root.pipelines.length === 0) return [];
  if (script.open.length + script.stray.length > 0) return [];
  const flow = flowOf(script);
  const first = root.pipelines[0]?.[0];
  const last = root.pipelines.at(-1)?.at(-1);
  const unread = flow.reads(root) || first === undefined ? [] : [nameOf(first, whole)];
  const silent = flow.writes(root) || last === undefined ? [] : [nameOf(last, whole)];
  const inPipes = root.pipelines.flatMap((stages) =>
    stages.slice(1).filter((stage) => !flow.reads(stage)),
  );
  return [
    ...unread.map((span) => at('input-unread', span)),
    ...inPipes.map((stage) => at('pipe-unread', nameOf(stage, whole))),
    ...silent.map((span) => at('output-none', span)),
  ];
}

/** Where a command is named: by its program, or where its output goes; one in parentheses by all of the text. */
function nameOf(command: ShellCommand, whole: Span): Span {
  const [program] = programWords(command);
  return program ?? command.redirections[0] ?? whole;
}

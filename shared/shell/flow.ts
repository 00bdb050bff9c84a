import { keywords, nonReaders, nonWriters } from './programs.ts';
import type { CommandList, Pipeline, Script, ShellCommand, Word } from './script.ts';

/** The words of a command without the shell's own before them, and without variables that are set for it. */
export function programWords({ words }: ShellCommand): readonly Word[] {
  const first = words.findIndex(
    ({ value }) => value === null || !(keywords.has(value) || /^[A-Za-z_]\w*=/.test(value)),
  );
  return first < 0 ? [] : words.slice(first);
}

/** Which commands read what they are given, and write what they make of it. */
export interface Flow {
  /** Whether something of it reads its standard input. */
  reads(of: ShellCommand | CommandList): boolean;
  /** Whether something of it writes to its standard output. */
  writes(of: ShellCommand | CommandList): boolean;
}

/** What cannot be told is taken to read and to write. Lists are looked at once each, the inner ones first, however deep they lie. */
export function flowOf(script: Script): Flow {
  const lists = new Map<CommandList, { readonly reads: boolean; readonly writes: boolean }>();
  const reads = (command: ShellCommand): boolean => {
    if (command.redirections.some(({ descriptor }) => descriptor === 0)) return false;
    if (command.group !== null) return lists.get(command.group)?.reads ?? true;
    const [program, ...rest] = programWords(command);
    if (program === undefined) return false;
    if (program.value === 'cat') return readsMailOf(rest);
    return program.value === null || !nonReaders.has(program.value);
  };
  const writes = (command: ShellCommand): boolean => {
    if (command.redirections.some(takesOutput)) return false;
    if (command.group !== null) return lists.get(command.group)?.writes ?? true;
    const [program, ...rest] = programWords(command);
    if (program === undefined) return false;
    if (program.value === 'grep') return !rest.some(({ value }) => value === '-q');
    return program.value === null || !nonWriters.has(program.value);
  };
  for (const list of script.lists) {
    lists.set(list, {
      reads: list.pipelines.some(([first]) => first !== undefined && reads(first)),
      writes: list.pipelines.some((pipeline) => lastOf(pipeline, writes)),
    });
  }
  const of = (what: ShellCommand | CommandList) => ('pipelines' in what ? what : null);
  return {
    reads(what) {
      const list = of(what);
      return list === null ? reads(what as ShellCommand) : (lists.get(list)?.reads ?? true);
    },
    writes(what) {
      const list = of(what);
      return list === null ? writes(what as ShellCommand) : (lists.get(list)?.writes ?? true);
    },
  };
}

function lastOf(pipeline: Pipeline, writes: (command: ShellCommand) => boolean): boolean {
  const last = pipeline.at(-1);
  return last !== undefined && writes(last);
}

/** Without a file, `cat` reads its standard input; with files only where `-` is among them. */
function readsMailOf(operands: readonly Word[]): boolean {
  const files = operands.filter(({ value }) => value === null || !/^-./.test(value));
  return files.length === 0 || files.some(({ value }) => value === '-');
}

function takesOutput({ operator, descriptor, target }: ShellCommand['redirections'][number]) {
  const isOwn = target?.value === '/dev/stdout' || (operator === '>&' && target?.value === '1');
  return descriptor === 1 && operator.startsWith('>') && !isOwn;
}

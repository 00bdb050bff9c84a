import type {
  CommandList,
  OpenKind,
  Pipeline,
  Redirection,
  Script,
  ShellCommand,
  Span,
  Word,
} from './script.ts';

interface OpenWord {
  readonly start: number;
  /** Null once something is put in by the shell. */
  value: string | null;
}

/** A list that is still read. */
interface OpenList {
  readonly isGroup: boolean;
  readonly pipelines: Pipeline[];
  stages: ShellCommand[];
  words: Word[];
  redirections: Redirection[];
  group: CommandList | null;
  word: OpenWord | null;
  pending: { readonly start: number; readonly end: number; operator: string; fd: number } | null;
  /** The operator before the command that is read now, where it needs one behind it. */
  needs: (Span & { readonly text: string }) | null;
}

const joins: ReadonlySet<string> = new Set(['|', '||', '&&']);

/** Puts together what `parseShell` reads. `at` and `end` are offsets. */
export function createBuilder() {
  const lists: CommandList[] = [];
  const open: (Span & { kind: OpenKind })[] = [];
  const stray: (Span & { text: string })[] = [];
  const background: Span[] = [];
  let comment: Span | null = null;
  let hasCase = false;
  const outer: OpenList[] = [];
  let now = emptyList(false);

  const word = (at: number): OpenWord => {
    now.word ??= { start: at, value: '' };
    return now.word;
  };
  const text = (at: number, letters: string): void => {
    const into = word(at);
    if (into.value !== null) into.value += letters;
  };
  const endWord = (at: number): void => {
    const { word: ended, pending } = now;
    if (ended === null) return;
    now.word = null;
    const whole: Word = { start: ended.start, end: at, value: ended.value };
    if (whole.value === 'case') hasCase = true;
    if (pending === null) now.words.push(whole);
    else redirect(whole);
  };
  const redirect = (target: Word | null): void => {
    const { pending } = now;
    if (pending === null) return;
    now.pending = null;
    const { start, operator, fd: descriptor } = pending;
    now.redirections.push({ start, end: target?.end ?? pending.end, operator, descriptor, target });
    if (target === null) stray.push({ start, end: pending.end, text: operator });
  };
  /** Answers whether there was one. */
  const endCommand = (): boolean => {
    redirect(null);
    const { words, redirections, group } = now;
    now.words = [];
    now.redirections = [];
    now.group = null;
    if (words.length === 0 && redirections.length === 0 && group === null) return false;
    now.stages.push({ words, redirections, group });
    now.needs = null;
    return true;
  };
  const endPipeline = (): void => {
    if (now.stages.length > 0) now.pipelines.push(now.stages);
    now.stages = [];
  };
  const endList = (at: number): CommandList => {
    endWord(at);
    if (!endCommand() && now.needs !== null) stray.push(now.needs);
    endPipeline();
    const list = { pipelines: now.pipelines };
    lists.push(list);
    return list;
  };
  const operator = (at: number, found: string): void => {
    const end = at + found.length;
    if (found.includes('<') || found.includes('>')) {
      const number = now.word !== null && isNumber(now.word.value) ? now.word : null;
      if (number !== null) now.word = null;
      else endWord(at);
      redirect(null);
      const usual = found.startsWith('<') ? 0 : 1;
      const fd = number === null ? usual : Number(number.value);
      now.pending = { start: number?.start ?? at, end, operator: found, fd };
      return;
    }
    endWord(at);
    const had = endCommand();
    const span = { start: at, end, text: found };
    // `;;` ends a part of a `case`, which may be empty.
    if (!had && found !== ';;') stray.push(span);
    if (found !== '|') endPipeline();
    if (found === '&' && had) background.push(span);
    now.needs = joins.has(found) ? span : null;
  };
  return {
    text,
    letter: text,
    /** The shell puts something in here. */
    expands(at: number) {
      word(at).value = null;
    },
    inWord: () => now.word !== null,
    endWord,
    operator,
    openList() {
      outer.push(now);
      now = emptyList(false);
    },
    openGroup(at: number) {
      endWord(at);
      outer.push(now);
      now = emptyList(true);
    },
    closeList(at: number) {
      const { isGroup } = now;
      const list = endList(at);
      now = outer.pop() ?? emptyList(false);
      if (isGroup) now.group = list;
    },
    closesNothing(at: number) {
      // The pattern of a `case` ends so.
      if (hasCase) {
        now.word = null;
        now.words = [];
      } else {
        endWord(at);
        stray.push({ start: at, end: at + 1, text: ')' });
      }
    },
    open(kind: OpenKind, start: number) {
      open.push({ kind, start, end: start + 1 });
    },
    comment(start: number, end: number) {
      comment = { start, end };
    },
    end(at: number): Script {
      const root = endList(at);
      return { root, lists, open, stray, background, comment };
    },
  };
}

function emptyList(isGroup: boolean): OpenList {
  return {
    isGroup,
    pipelines: [],
    stages: [],
    words: [],
    redirections: [],
    group: null,
    word: null,
    pending: null,
    needs: null,
  };
}

function isNumber(value: string | null): boolean {
  return value !== null && /^[0-9]{1,3}$/.test(value);
}

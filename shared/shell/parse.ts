import { createBuilder } from './builder.ts';
import type { Script } from './script.ts';

/** What the reader is inside of. `depth`: parentheses that are open in arithmetic. */
type Frame =
  | { readonly kind: 'list' | 'backquote' | 'group'; readonly start: number }
  | { readonly kind: 'double' | 'brace'; readonly start: number }
  | { readonly kind: 'arithmetic'; readonly start: number; depth: number };

const operators = ['&&', '||', ';;', '>>', '>|', '>&', '<<', '<&', '<>', '|', '&', ';', '<', '>'];

/**
 * Takes a command line apart as a POSIX shell would. Never throws, whatever the text, and takes time in proportion to its length: each
 * character is looked at once, and what is open is on a stack of its own.
 */
export function parseShell(text: string): Script {
  const build = createBuilder();
  const stack: Frame[] = [];
  let backquotes = 0;
  let at = 0;

  const push = (frame: Frame): void => void stack.push(frame);
  /** `$`, and what it begins. */
  const dollar = (): void => {
    const next = text[at + 1];
    if (next === '(') {
      build.expands(at);
      if (text[at + 2] === '(') {
        push({ kind: 'arithmetic', start: at, depth: 0 });
        at += 3;
      } else {
        push({ kind: 'list', start: at });
        build.openList();
        at += 2;
      }
    } else if (next === '{') {
      build.expands(at);
      push({ kind: 'brace', start: at });
      at += 2;
    } else {
      if (next !== undefined && /^[\w@*#?$!-]$/.test(next)) build.expands(at);
      else build.letter(at, '$');
      at += 1;
    }
  };
  /** Ends the innermost one, with whatever is still open inside of it. */
  const backquote = (): void => {
    if (backquotes === 0) {
      build.expands(at);
      push({ kind: 'backquote', start: at });
      build.openList();
      backquotes += 1;
    } else {
      for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
        if (isList(frame)) build.closeList(at);
        if (frame.kind === 'backquote') break;
        build.open(openKind(frame), frame.start);
      }
      backquotes -= 1;
    }
    at += 1;
  };
  const escaped = (): void => {
    const next = text[at + 1];
    if (next === undefined) build.open('backslash', at);
    else build.letter(at, next);
    at += 2;
  };
  /** Inside of double quotes, braces and arithmetic. */
  const quoted = (frame: Frame): void => {
    const letter = text[at] ?? '';
    if (letter === '\\') escaped();
    else if (letter === '$') dollar();
    else if (letter === '`') backquote();
    else if (letter === '"' && frame.kind === 'double') {
      stack.pop();
      at += 1;
    } else if (letter === '"') {
      push({ kind: 'double', start: at });
      at += 1;
    } else if (letter === '}' && frame.kind === 'brace') {
      stack.pop();
      at += 1;
    } else if (frame.kind === 'arithmetic' && (letter === '(' || letter === ')')) arithmetic(frame);
    else {
      build.letter(at, letter);
      at += 1;
    }
  };
  const arithmetic = (frame: Frame & { kind: 'arithmetic' }): void => {
    if (text[at] === '(') frame.depth += 1;
    else if (frame.depth > 0) frame.depth -= 1;
    else {
      stack.pop();
      if (text[at + 1] === ')') at += 1;
    }
    at += 1;
  };
  const single = (): void => {
    const end = text.indexOf("'", at + 1);
    if (end < 0) build.open('single', at);
    build.text(at, text.slice(at + 1, end < 0 ? undefined : end));
    at = end < 0 ? text.length : end + 1;
  };
  const parenthesis = (): void => {
    if (text[at] === '(') {
      push({ kind: 'group', start: at });
      build.openGroup(at);
    } else {
      const top = stack.at(-1);
      if (top?.kind === 'list' || top?.kind === 'group') {
        stack.pop();
        build.closeList(at);
      } else build.closesNothing(at);
    }
    at += 1;
  };
  const operator = (): boolean => {
    const found = operators.find((each) => text.startsWith(each, at));
    if (found === undefined) return false;
    build.operator(at, found);
    at += found.length;
    return true;
  };
  const plain = (): void => {
    const letter = text[at] ?? '';
    if (letter === ' ' || letter === '\t' || letter === '\n') {
      build.endWord(at);
      at += 1;
    } else if (letter === '#' && !build.inWord()) {
      build.comment(at, text.length);
      at = text.length;
    } else if (letter === "'") single();
    else if (letter === '"') {
      build.text(at, '');
      push({ kind: 'double', start: at });
      at += 1;
    } else if (letter === '\\') escaped();
    else if (letter === '$') dollar();
    else if (letter === '`') backquote();
    else if (letter === '(' || letter === ')') parenthesis();
    else if (!operator()) {
      build.letter(at, letter);
      at += 1;
    }
  };

  while (at < text.length) {
    const frame = stack.at(-1);
    if (frame === undefined || isList(frame)) plain();
    else quoted(frame);
  }
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    build.open(openKind(frame), frame.start);
    if (isList(frame)) build.closeList(text.length);
  }
  return build.end(text.length);
}

function isList({ kind }: Frame): boolean {
  return kind === 'list' || kind === 'backquote' || kind === 'group';
}

function openKind({ kind }: Frame): 'double' | 'backquote' | 'parenthesis' | 'brace' {
  return kind === 'double' || kind === 'backquote' || kind === 'brace' ? kind : 'parenthesis';
}

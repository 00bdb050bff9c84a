/** A command as it is typed: what it is given, one by one, or why it cannot be said what that is. */
export type SplitCommand =
  | { readonly arguments: readonly string[] }
  | { readonly fault: 'empty' | 'quote' | 'field'; readonly at?: string };

/** What a shell would do something with, and nobody does here. */
export type ShellSign = '|' | '>' | '<' | '&' | ';' | '$' | '`' | '~';

/**
 * The arguments of a command: one for each line where there are several lines, else as a shell divides a line by spaces, with quotes and
 * backslashes. Nothing is expanded.
 */
export function splitCommand(text: string, fields: readonly string[]): SplitCommand {
  const split = text.trim().includes('\n')
    ? text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
    : splitLine(text);
  if (split === null) return { fault: 'quote' };
  if (split.length === 0) return { fault: 'empty' };
  for (const argument of split) {
    for (const [whole, name = ''] of argument.matchAll(/\{([A-Za-z]+)\}/g)) {
      if (!fields.includes(name)) return { fault: 'field', at: whole };
    }
  }
  return { arguments: split };
}

/** Null where a quote is not closed. */
function splitLine(line: string): readonly string[] | null {
  const found: string[] = [];
  let word: string | null = null;
  let quote: '"' | "'" | null = null;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote !== null) {
      if (character === quote) quote = null;
      else if (quote === '"' && character === '\\' && /["\\$`]/.test(line.charAt(at + 1)))
        word += line.charAt(++at);
      else word += character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (character === '\\' && at + 1 < line.length) {
      word = (word ?? '') + line.charAt(++at);
    } else if (/\s/.test(character)) {
      if (word !== null) found.push(word);
      word = null;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== null) return null;
  return word === null ? found : [...found, word];
}

/** The line that is split into these again. */
export function joinCommand(split: readonly string[]): string {
  return split
    .map((argument) =>
      /^[\w@%+=:,./{}-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`,
    )
    .join(' ');
}

/** What looks like a shell's in the arguments, since none runs: an argument that is all of a sign, or begins as what a shell fills in. */
export function shellSigns(split: readonly string[]): readonly ShellSign[] {
  const found = new Set<ShellSign>();
  for (const argument of split) {
    if (/^(?:\||&&|\|\||;|[<>]{1,2}\S*|\d?>\S*)$/.test(argument))
      found.add((argument.match(/[|&;<>]/)?.[0] ?? '|') as ShellSign);
    if (/\$[A-Za-z({]/.test(argument)) found.add('$');
    if (argument.includes('`')) found.add('`');
    if (/^~(?:\/|$)/.test(argument)) found.add('~');
  }
  return [...found];
}

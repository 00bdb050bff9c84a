/** Part of a command line: offsets in UTF-16 units, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One word of a command; `value` without its quotes, null where the shell would put something else in it. */
export interface Word extends Span {
  readonly value: string | null;
}

/** Where a command's input comes from or its output goes. `target` is null where the line ends before it. */
export interface Redirection extends Span {
  readonly operator: string;
  /** The descriptor: 0 standard input, 1 standard output. */
  readonly descriptor: number;
  readonly target: Word | null;
}

/** A program with its arguments, or a list in parentheses. */
export interface ShellCommand {
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
  readonly group: CommandList | null;
}

/** Commands joined by `|`; what they get of the pipe and what they leave in it is the reader's to say. */
export type Pipeline = readonly ShellCommand[];

/** Pipelines one after another. */
export interface CommandList {
  readonly pipelines: readonly Pipeline[];
}

/** Something that is begun and never ended. */
export type OpenKind = 'single' | 'double' | 'backquote' | 'parenthesis' | 'brace' | 'backslash';

/** A command line taken apart, as far as a POSIX shell would; what is no right syntax is in the marks. */
export interface Script {
  readonly root: CommandList;
  /** Every list, also those in parentheses and in substitutions, inner ones before outer ones. */
  readonly lists: readonly CommandList[];
  readonly open: readonly (Span & { readonly kind: OpenKind })[];
  /** Operators with nothing before or behind them that they need, and parentheses that close nothing. */
  readonly stray: readonly (Span & { readonly text: string })[];
  /** Each `&` behind a command. */
  readonly background: readonly Span[];
  readonly comment: Span | null;
}

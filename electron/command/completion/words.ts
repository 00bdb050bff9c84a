import { type Outline, withAllBelow } from '../outline.ts';

/** A step from a command to one below it, both by their paths. */
export interface Step {
  readonly from: string;
  readonly word: string;
  readonly to: string;
}

/** All steps from the program down. */
export function stepsOf(outline: Outline): readonly Step[] {
  return outline.commands.flatMap((below) => [
    { from: outline.path, word: below.name, to: below.path },
    ...stepsOf(below),
  ]);
}

/** Something that can be typed, and what it means. */
export interface Word {
  readonly text: string;
  readonly about: string;
}

/** What can be typed after a command: the commands below it, or the values of its arguments, and its options. */
export function wordsAfter({ commands, args, options }: Outline): readonly Word[] {
  return [
    ...commands.map(({ name, about }) => ({ text: name, about })),
    ...args.flatMap(({ choices, about }) => choices.map((text) => ({ text, about }))),
    ...options.flatMap(({ names, about }) => names.map((text) => ({ text, about }))),
  ];
}

/** A name for a shell's function. */
export function functionName({ name }: Outline): string {
  return `_${name.replaceAll('-', '_')}`;
}

/** In single quotes, as bash and zsh read them. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The first line of what a command or option says of itself. */
export function inShort(about: string): string {
  return about.split('\n', 1)[0] ?? '';
}

/** An option that takes a value, after a command. */
export interface AskedValue {
  /** What is typed before the value, `command option`, in single quotes: alternatives of a `case` of bash and zsh. */
  readonly cases: string;
  /** The values that it may have; any where there are none. */
  readonly choices: readonly string[];
}

/** All values that are asked for, from the program down. */
export function askedValues(outline: Outline): readonly AskedValue[] {
  return withAllBelow(outline).flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ names, choices }) => ({
        cases: names.map((each) => quoted(`${path} ${each}`)).join('|'),
        choices,
      })),
  );
}

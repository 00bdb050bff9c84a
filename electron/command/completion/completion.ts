import type { Outline } from '../outline.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

/** The shells that can complete what is typed. */
export const completionShells = ['bash', 'zsh', 'fish'] as const;
export type CompletionShell = (typeof completionShells)[number];

const makers: Readonly<Record<CompletionShell, (outline: Outline) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** A script that teaches a shell the words of a program, as its outline has them. */
export function completionFor(shell: CompletionShell, outline: Outline): string {
  return makers[shell](outline);
}

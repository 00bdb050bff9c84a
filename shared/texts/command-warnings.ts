import type { CommandWarning, WarningCode } from '../shell/warnings.ts';
import { commandWarnings as english } from './en/command-warnings.ts';
import { commandWarnings as spanish } from './es/command-warnings.ts';
import type { Language } from './languages.ts';

/** For each warning what is wrong, in few words, and what would happen; `{{what}}` is what is meant of the command. */
export type CommandWarningTexts = Readonly<
  Record<WarningCode, { readonly title: string; readonly text: string }>
>;

const texts: Readonly<Record<Language, CommandWarningTexts>> = { en: english, es: spanish };

/** A warning in one line. */
export function sayWarning(language: Language, { code, what }: CommandWarning): string {
  const { title, text } = texts[language][code];
  return `${title}: ${text}`.replaceAll('{{what}}', () => what);
}

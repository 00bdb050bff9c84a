import type { CommandWarning } from '../shell/warnings.ts';
import type { CommandWarningTexts } from './command-warning-texts.ts';
import { commandWarnings as english } from './en/command-warnings.ts';
import { commandWarnings as spanish } from './es/command-warnings.ts';
import type { Language } from './languages.ts';

const texts: Readonly<Record<Language, CommandWarningTexts>> = { en: english, es: spanish };

/** What a warning says: what is wrong, in few words, and what would happen. */
export function warningText(
  language: Language,
  { code, what }: Pick<CommandWarning, 'code' | 'what'>,
): { readonly title: string; readonly text: string } {
  const { title, text } = texts[language][code];
  const fill = (sentence: string): string => sentence.replaceAll('{{what}}', () => what);
  return { title: fill(title), text: fill(text) };
}

/** A warning in one line. */
export function sayWarning(language: Language, warning: CommandWarning): string {
  const { title, text } = warningText(language, warning);
  return `${title}: ${text}`;
}

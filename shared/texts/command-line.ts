import type { CommandLineTexts } from './command-line-texts.ts';
import { commandLine as english } from './en/command-line.ts';
import { commandLine as spanish } from './es/command-line.ts';
import type { Language } from './say.ts';

/** The languages of the command line. A file of its own, since no window needs it. */
const texts: Readonly<Record<Language, CommandLineTexts>> = { en: english, es: spanish };

export function commandLineTexts(language: Language): CommandLineTexts {
  return texts[language];
}

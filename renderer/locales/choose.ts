import { type Language, languages } from '../../shared/texts/languages.ts';

/** The language to show: the one chosen, or the first of the user's that there is. */
export function chooseLanguage(
  choice: 'auto' | Language,
  userLanguages: readonly string[],
): Language {
  if (choice !== 'auto') return choice;
  for (const tag of userLanguages) {
    const language = languages.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (language !== undefined) return language;
  }
  return 'en';
}

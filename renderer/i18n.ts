import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './locales/en/index.ts';
import { es } from './locales/es/index.ts';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

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

/** Starts with all texts at hand: none is ever fetched. */
export function startTranslations(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    resources: { en, es },
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../shared/texts/speak.ts';
import { loadLanguage, spoken } from './locales/load.ts';

export { type Language, languages };

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

/** Starts in a language that is loaded. */
export function startTranslations(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    // Each has every text, and its own only.
    fallbackLng: false,
    supportedLngs: [...languages],
    resources: { [language]: spoken(language).texts },
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** Shows another language once it is loaded, unless it is not `wanted` any more by then. Rejects where it cannot be loaded. */
export async function showLanguage(
  instance: i18n,
  language: Language,
  wanted: () => boolean,
): Promise<void> {
  await loadLanguage(language);
  if (!wanted()) return;
  for (const [namespace, texts] of Object.entries(spoken(language).texts))
    instance.addResourceBundle(language, namespace, texts);
  await instance.changeLanguage(language);
}

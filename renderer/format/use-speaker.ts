import { useTranslation } from 'react-i18next';
import { createSpeakers, type Speaker } from '../../shared/texts/speak.ts';
import { spoken } from '../locales/load.ts';
import { localeOf } from './locale.ts';

const speaker = createSpeakers((language) => spoken(language).catalogue);

/** Says facts in the language in use. */
export function useSpeaker(): Speaker {
  const { i18n } = useTranslation();
  return speaker(localeOf(i18n.resolvedLanguage ?? 'en'));
}

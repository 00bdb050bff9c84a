import { useTranslation } from 'react-i18next';
import { type Speaker, speaker } from '../../shared/texts/say.ts';
import { userLanguages } from '../api/page.ts';

/** Says facts in the language in use. */
export function useSpeaker(): Speaker {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  // The region decides much of a date and a time: 14:05 in one, 2:05 pm in another.
  const region = userLanguages().find((tag) => tag.toLowerCase().split('-')[0] === language);
  return speaker(region ?? language);
}

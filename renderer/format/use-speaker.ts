import { useTranslation } from 'react-i18next';
import { hourCycleOf } from '../../shared/texts/format.ts';
import { createSpeakers, type Speaker } from '../../shared/texts/speak.ts';
import { userLanguages } from '../api/page.ts';
import { spoken } from '../locales/load.ts';

const speaker = createSpeakers((language) => spoken(language).catalogue);

/** Says facts in the language in use. */
export function useSpeaker(): Speaker {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  // The region decides much of a date and a time: 14:05 in one, 2:05 pm in another.
  const region = userLanguages().find((tag) => tag.toLowerCase().split('-')[0] === language);
  return speaker(region ?? `${language}-u-hc-${ownClock()}`);
}

/** Who reads another language than their own keeps their own clock, of 12 or 24 hours. */
function ownClock(): string {
  return hourCycleOf(userLanguages()[0] ?? 'en');
}

import type { CanaryTexts } from './canary-texts.ts';
import { canary as english } from './en/canary.ts';
import { canary as spanish } from './es/canary.ts';
import type { Language } from './languages.ts';

/** What a language says of canaries. */
export function canaryTexts(language: Language): CanaryTexts {
  return language === 'es' ? spanish : english;
}

import type { Language } from '../texts/languages.ts';
import { report as english } from './english.ts';
import type { ReportTexts } from './report-texts.ts';
import { report as spanish } from './spanish.ts';

/** What a language says in a report. */
export function reportTexts(language: Language): ReportTexts {
  return language === 'es' ? spanish : english;
}

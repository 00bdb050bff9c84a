import { report as english } from './en/report.ts';
import { report as spanish } from './es/report.ts';
import type { Language } from './languages.ts';
import type { ReportTexts } from './report-texts.ts';

/** What a language says in a report. */
export function reportTexts(language: Language): ReportTexts {
  return language === 'es' ? spanish : english;
}

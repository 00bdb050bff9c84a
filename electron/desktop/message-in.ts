import { AppError } from '../../shared/errors.ts';
import { inOneLine, speaker } from '../../shared/texts/say.ts';

/** What an error says to people, in the language of a locale. */
export function messageIn(locale: string, error: unknown): string {
  if (error instanceof AppError) return inOneLine(speaker(locale).error(error.toValue()));
  return error instanceof Error ? error.message : String(error);
}

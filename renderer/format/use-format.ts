import type { Format } from '../../shared/texts/format.ts';
import { useSpeaker } from './use-speaker.ts';

/** The formatters of the language in use. */
export function useFormat(): Format {
  return useSpeaker().format;
}

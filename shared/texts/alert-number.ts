import { assertNever } from '../assert.ts';
import type { AlertNumber } from '../model/alert-rule.ts';
import type { Format } from './format.ts';
import type { WordList } from './words.ts';

/** A number that was beyond its limit, each in its own unit, parts from 0 to 1. */
export interface BeyondLimit {
  readonly metric: AlertNumber;
  readonly direction: 'above' | 'below';
  readonly value: number;
  readonly limit: number;
}

/** As `Mean duration (estimate) 2.40 s, above 500 ms`. */
export function beyondText(
  words: Pick<WordList, 'alertNumbers' | 'alertSides'>,
  format: Format,
  { metric, direction, value, limit }: BeyondLimit,
): string {
  const text = (number: number): string => alertNumberText(format, metric, number);
  return `${words.alertNumbers[metric]} ${text(value)}, ${words.alertSides[direction]} ${text(limit)}`;
}

/** A value, or a limit, of a number that rules are about. */
export function alertNumberText(format: Format, number: AlertNumber, value: number): string {
  switch (number) {
    case 'connections':
    case 'missedPolls':
      return format.number(value);
    case 'bytesPerSecond':
    case 'bytesPerConnection':
      return format.bytesPerSecond(value);
    case 'accessesPerSecond':
      return format.perSecond(value);
    case 'roundTripMs':
      return format.milliseconds(value);
    case 'meanDuration':
      return format.seconds(value);
    case 'bytesPerAccess':
      return format.bytes(value);
    case 'share':
    case 'balance':
      return format.percent(value);
    default:
      return assertNever(number);
  }
}

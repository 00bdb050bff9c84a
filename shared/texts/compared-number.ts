import { assertNever } from '../assert.ts';
import type { ComparedNumber } from '../model/compared-numbers.ts';
import type { Format } from './format.ts';

/** A number that proxies are compared by, in its unit. */
export function comparedNumberText(number: ComparedNumber, value: number, format: Format): string {
  switch (number) {
    case 'connections':
      return format.number(value);
    case 'bytesPerSecond':
      return format.bytesPerSecond(value);
    case 'accessesPerSecond':
      return format.perSecond(value);
    case 'roundTripMs':
      return format.milliseconds(value);
    default:
      return assertNever(number);
  }
}

import type { Canary, CanaryChoice, CanaryReport, Comparison, Verdict } from '../model/canary.ts';
import type { Format } from './format.ts';

/** What a language says of the canary of a plan, in a window and on the command line. */
export interface CanaryTexts {
  /** How far it is. */
  readonly phases: Readonly<Record<Canary['phase'], string>>;
  readonly outcomes: Readonly<Record<NonNullable<Canary['outcome']>, string>>;
  /** It ended since none of the canaries could be changed; and what can be done then. */
  readonly notChanged: { readonly title: string; readonly next: string };
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Why these were chosen. */
  readonly choice: (choice: CanaryChoice, format: Format) => string;
  /** What is found of a measure, with the arithmetic. */
  readonly comparison: (comparison: Comparison, format: Format) => string;
  readonly session: (session: CanaryReport['session'], format: Format) => string;
  /** So many canaries have a buffer size that cannot be taken back. */
  readonly notRevertible: (count: number) => string;
  /** Said before: so many of the targets have a buffer size that could not be taken back. */
  readonly mayStay: (count: number, of: number) => string;
  /** The hold began anew so often. */
  readonly begunAnew: (times: number) => string;
  /** How much of the hold, or of what is measured before the change, is left: milliseconds, or readings of each canary. */
  readonly left: (canary: Canary, format: Format) => string;
}

/** A factor, such as `×0.04`. */
export function timesOf(factor: number, { locale }: Format): string {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  return `×${number.format(factor)}`;
}

/** Rounded, the factor is none. */
export function isNoFactor(factor: number, format: Format): boolean {
  return timesOf(factor, format) === timesOf(1, format);
}

/** A value of a measure, in its unit. */
export function measureText(
  { measure }: Pick<Comparison, 'measure'>,
  value: number | null,
  format: Format,
): string {
  if (value === null) return '–';
  if (measure === 'roundTripMs') return format.milliseconds(value);
  return measure === 'bytesPerAccess' ? format.bytes(value) : format.perSecond(value);
}

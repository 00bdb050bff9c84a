import type { AlertRule } from '../../model/alert-rule.ts';

/** Whether a minute of the day lies in the quiet hours; from one to the same is the whole day. */
export function isQuiet(quiet: AlertRule['quiet'], minuteOfDay: number): boolean {
  if (quiet === null) return false;
  const { from, to } = quiet;
  if (from === to) return true;
  return from < to
    ? minuteOfDay >= from && minuteOfDay < to
    : minuteOfDay >= from || minuteOfDay < to;
}

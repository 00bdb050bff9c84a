import { acknowledgeReasonSchema, longestReason } from '../../../shared/model/alert.ts';
import { parseBufferSize } from '../../../shared/model/buffer-size.ts';
import { parseDuration } from '../../../shared/model/duration.ts';
import { tidyFolder } from '../../../shared/model/name.ts';
import { planNameSchema } from '../../../shared/model/plan.ts';
import { argumentSchema } from '../../../shared/model/profile.ts';
import { bufferSizeRange } from '../../../shared/spcp/request.ts';
import { InvalidValue } from './usage.ts';

/** A duration such as `500ms`, `5s`, `2m` or `1h`, in milliseconds. */
export function duration(minMs: number, maxMs: number): (text: string) => number {
  return (text) => {
    const ms = parseDuration(text);
    if (ms === null || ms < minMs || ms > maxMs)
      throw new InvalidValue({ case: 'duration', min: minMs, max: maxMs });
    return ms;
  };
}

/** The path of a directory. Empty is a script's variable that is not set: to take the usual directory for it could change the wrong profiles. */
export function directory(text: string): string {
  if (text === '') throw new InvalidValue({ case: 'directory' });
  return text;
}

/** The path of what is written or read once. Empty is a script's variable that is not set. */
export function path(text: string): string {
  if (text === '') throw new InvalidValue({ case: 'path' });
  return text;
}

/** The path of a folder of profiles, as it is kept: `Spain/` is `Spain`. */
export function folderArgument(path: string): string {
  return tidyFolder(path);
}

const dayMs = 86_400_000;
const date = /^\d{4}-\d\d-\d\d$/;
const dateAndTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/;

/** A date or a time (ISO 8601), by this machine's clock where it says no other, or so long ago (`90m`, `24h`, `7d`), in epoch milliseconds. */
export function moment(text: string): number {
  const days = /^([0-9]{1,5})d$/.exec(text)?.[1];
  const ago = days === undefined ? parseDuration(text) : Number(days) * dayMs;
  if (ago !== null) return Date.now() - ago;
  const at = date.test(text)
    ? new Date(`${text}T00:00`).getTime()
    : dateAndTime.test(text)
      ? new Date(text).getTime()
      : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidValue({ case: 'moment' });
  return at;
}

/** A whole number, in digits. */
export function integer(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[0-9]{1,15}$/.test(text) || value < min || value > max)
      throw new InvalidValue({ case: 'integer', min, max });
    return value;
  };
}

/** Seconds, whole or not; the range is the profile's business. */
export function seconds(text: string): number {
  if (!/^[0-9]{1,6}(\.[0-9]{1,3})?$/.test(text)) throw new InvalidValue({ case: 'seconds' });
  return Number(text);
}

/** The size of a buffer, in bytes or with `k` or `M`. */
export function bufferSize(text: string): number {
  const parsed = parseBufferSize(text);
  if ('fault' in parsed) throw new InvalidValue({ case: 'bytes', ...bufferSizeRange });
  return parsed.bytes;
}

/** A command that can be set as a transformation: it fits one SPCP argument (draft 2.3). */
export function transformation(text: string): string {
  if (!argumentSchema.safeParse(text).success)
    throw new InvalidValue({ case: 'transformation', empty: text === '' });
  return text;
}

/** What a plan is called. */
export function planName(text: string): string {
  const name = planNameSchema.safeParse(text).data;
  if (name === undefined) throw new InvalidValue({ case: 'name' });
  return name;
}

/** Why an alert is acknowledged. */
export function alertReason(text: string): string {
  const reason = acknowledgeReasonSchema.safeParse(text).data;
  if (reason === undefined) throw new InvalidValue({ case: 'reason', most: longestReason });
  return reason;
}

/** A text of so many characters at most. */
export function atMost(most: number): (text: string) => string {
  return (text) => {
    if (text.length > most) throw new InvalidValue({ case: 'reason', most });
    return text;
  };
}

/** Each time that the option is given. */
export function several(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** One of some words. */
export function choice<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const chosen = choices.find((known) => known === text);
    if (chosen === undefined) throw new InvalidValue({ case: 'choice', choices });
    return chosen;
  };
}

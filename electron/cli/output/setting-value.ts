import type { AuditEntry } from '../../../shared/model/change.ts';
import type { CommandContext } from '../context.ts';
import { printable } from './printable.ts';

/** A value of a setting as people read it; null is no transformation, or a buffer size that is not known. */
export function settingValue(
  { texts, speaker }: Pick<CommandContext, 'texts' | 'speaker'>,
  setting: AuditEntry['setting'],
  value: string | null,
): string {
  if (value === null) return setting === 'transformation' ? texts.none : texts.change.unknown;
  return setting === 'transformation'
    ? printable(value)
    : texts.bytes(speaker.format.counter(value));
}

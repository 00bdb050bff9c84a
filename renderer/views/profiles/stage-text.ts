import type { TFunction } from 'i18next';
import type { StageResult } from '../../../shared/model/connection-test.ts';
import { errorText } from '../../format/error-text.ts';
import type { Format } from '../../format/format.ts';
import { firstThatFits } from '../../format/sentence.ts';

const counters = new Set(['connections', 'transferredBytes', 'accesses']);

/** What a stage found, and what to do about it where it failed; empty where there is nothing to say. */
export function stageText(
  t: TFunction,
  format: Format,
  result: StageResult,
): { readonly finding: string; readonly remedy: string } {
  const { finding, error } = result;
  const fallback = error === null ? null : errorText(t, error);
  if (finding === null) return { finding: fallback?.message ?? '', remedy: fallback?.remedy ?? '' };
  const facts: Record<string, string | number | boolean | null> = { ...finding.detail };
  for (const [name, fact] of Object.entries(facts)) {
    if (counters.has(name) && /^-?[0-9]+$/.test(String(fact)))
      facts[name] = format.counter(String(fact));
  }
  const { command, status, roundTripMs, timeoutMs } = finding.detail;
  if (typeof command === 'string') facts.command = t(`errors:commands.${command}`, command);
  if (typeof status === 'string') facts.status = t(`errors:statuses.${status}`, status);
  if (typeof roundTripMs === 'number') facts.roundTrip = format.milliseconds(roundTripMs);
  if (typeof timeoutMs === 'number') facts.seconds = format.number(timeoutMs / 1000);
  const sentence = (group: string): string => {
    const texts: unknown = t(`doctor:${group}.${finding.code}`, {
      returnObjects: true,
      defaultValue: '',
    });
    return firstThatFits(Array.isArray(texts) ? texts.map(String) : [String(texts)], facts);
  };
  return {
    finding: sentence('findings') || (fallback?.message ?? ''),
    remedy:
      result.outcome === 'failed'
        ? sentence('remedies') || (fallback?.remedy ?? '')
        : sentence('advice'),
  };
}

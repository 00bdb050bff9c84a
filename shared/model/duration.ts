const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/**
 * A duration such as `500ms`, `90s`, `5m` or `1h`, in milliseconds; null where the text is none. Libraries for it also take `5`, `1y` and
 * `5 sekunden`, which here are more likely mistakes.
 */
export function parseDuration(text: string): number | null {
  const match = /^([0-9]{1,9}(?:\.[0-9]{1,6})?)(ms|s|m|h)$/.exec(text);
  const unit = match?.[2] as keyof typeof unitMs | undefined;
  return match === null || unit === undefined ? null : Number(match[1]) * unitMs[unit];
}

/** Milliseconds in the largest unit that leaves them whole: `500ms`, `5s`, `2m`, `1h`. */
export function shortDuration(ms: number): string {
  const unit = (['h', 'm', 's'] as const).find((each) => ms % unitMs[each] === 0) ?? 'ms';
  return `${ms / unitMs[unit]}${unit}`;
}

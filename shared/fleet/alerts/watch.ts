/**
 * What one look says: beyond what the rule allows, clearly within it, or neither. `unknown`: nothing is known just now, which is no recovery.
 * `suppressed`: nothing is to be concluded, and what had begun begins anew.
 */
export type AlertVerdict = 'bad' | 'clear' | 'between' | 'unknown' | 'suppressed';

type Known = Extract<AlertVerdict, 'bad' | 'clear' | 'between'>;

/** Of the last `of` known looks `bad` have to be bad, for so long, milliseconds. */
export interface AlertNeeds {
  readonly bad: number;
  readonly of: number;
  readonly lastingMs: number;
}

/** Where a rule stands with one proxy. `recent` are its last known looks; `since` is monotonic milliseconds. An acknowledged one is told no more until it recovers. */
export type Watch =
  | { readonly phase: 'ok' | 'firing' | 'acknowledged'; readonly recent: readonly Known[] }
  | { readonly phase: 'pending'; readonly since: number; readonly recent: readonly Known[] };

export interface Stepped {
  readonly watch: Watch;
  readonly happened: 'fired' | 'recovered' | null;
}

export const calm: Watch = { phase: 'ok', recent: [] };

/** What becomes of a watch with one more look, at `now` (monotonic milliseconds). */
export function step(
  watch: Watch,
  verdict: AlertVerdict,
  now: number,
  { bad, of, lastingMs }: AlertNeeds,
): Stepped {
  const fires = watch.phase === 'firing' || watch.phase === 'acknowledged';
  if (verdict === 'suppressed')
    return { watch: fires ? { phase: watch.phase, recent: [] } : calm, happened: null };
  if (verdict === 'unknown') return { watch, happened: null };
  const recent = [...watch.recent, verdict].slice(-of);
  const count = (kind: Known): number => recent.filter((each) => each === kind).length;
  if (fires)
    return count('clear') >= bad
      ? { watch: calm, happened: 'recovered' }
      : { watch: { phase: watch.phase, recent }, happened: null };
  if (count('bad') < bad) return { watch: { phase: 'ok', recent }, happened: null };
  const since = watch.phase === 'pending' ? watch.since : now;
  if (now - since < lastingMs)
    return { watch: { phase: 'pending', since, recent }, happened: null };
  return { watch: { phase: 'firing', recent: [] }, happened: 'fired' };
}

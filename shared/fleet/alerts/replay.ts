import { type AlertNeeds, type AlertVerdict, calm, step, type Watch } from './watch.ts';

/** A look of the past, at a time in milliseconds. */
export interface PastLook {
  readonly at: number;
  readonly verdict: AlertVerdict;
}

/** A span in which a rule would have fired; `to` is null where it had not ended. Milliseconds. */
export interface WouldFire {
  readonly from: number;
  readonly to: number | null;
}

/** When a rule would have fired for one proxy, from looks in the order of time, up to `until`. A look holds until the next one. */
export function replay(
  looks: readonly PastLook[],
  needs: AlertNeeds,
  until: number,
): readonly WouldFire[] {
  const spans: { from: number; to: number | null }[] = [];
  let watch: Watch = calm;
  const take = (verdict: AlertVerdict, at: number): void => {
    const { watch: next, happened } = step(watch, verdict, at, needs);
    watch = next;
    if (happened === 'fired') spans.push({ from: at, to: null });
    const open = spans.at(-1);
    if (happened === 'recovered' && open !== undefined) open.to = at;
  };
  for (const [i, { at, verdict }] of looks.entries()) {
    take(verdict, at);
    const next = looks[i + 1]?.at ?? until;
    // What has to last is over its time between two looks.
    if (watch.phase === 'pending' && watch.since + needs.lastingMs <= next)
      take(verdict, watch.since + needs.lastingMs);
  }
  return spans;
}

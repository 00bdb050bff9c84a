import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useApi, useMeans } from '../../../api/context.ts';
import type { Means } from '../../../api/means.ts';
import { usePart } from '../../../fleet/rows/use-part.ts';

/** What is known of one proxy now. */
export interface Reading {
  readonly snapshot: ProxySnapshot | undefined;
  readonly means: Means | null;
}

/**
 * One proxy's reading. While it is ready the component renders again with its means and not a second time with its snapshot, but where
 * more of that changed than a reading; while it is not, with each snapshot.
 */
export function useReading(id: string): Reading {
  const { fleet } = useApi();
  const means = useMeans(id);
  usePart(id, changeBeyondReading);
  const snapshot = fleet.snapshot(id);
  // The means are renewed later than the state: they say nothing any more of a proxy that was lost.
  return { snapshot, means: snapshot?.state.kind === 'ready' ? means : null };
}

function changeBeyondReading(snapshot: ProxySnapshot | undefined): string {
  if (snapshot === undefined) return '';
  const { state, metrics, restarts, missedPolls, settings } = snapshot;
  const at = state.kind === 'ready' && metrics !== null ? 'read' : metrics?.at;
  const { transformation, bufferSize } = settings;
  return `${state.kind} ${at} ${metrics?.implausible} ${restarts} ${missedPolls} ${bufferSize?.bytes} ${transformation?.value}`;
}

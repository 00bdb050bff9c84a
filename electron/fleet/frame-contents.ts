import type { FleetFrame, ProxySnapshot, Readings } from '../../shared/model/fleet-frame.ts';
import type { Metrics, Rates } from '../../shared/model/metrics.ts';
import type { PointRing } from './point-ring.ts';

/** What the first frames hold of the past. */
export const fullFrameMs = 5 * 60_000;

/** What one frame holds at most: it is checked, written and sent in one turn of the event loop, in which no poll is answered. */
const mostSnapshots = 500;
const mostPoints = 10_000;

/**
 * One proxy as frames see it. `version` rises with every change of what `snapshot` answers, but for one more reading of which `metrics`, `rates`
 * and the next point say all.
 */
export interface FrameSource {
  readonly id: string;
  readonly version: number;
  readonly points: PointRing;
  readonly metrics: Metrics | null;
  readonly rates: Rates;
  snapshot(): ProxySnapshot;
}

/** What was told of one proxy. */
interface Seen {
  version: number;
  written: number;
  emptied: number;
}

/** What a listener was told, and where its next frame begins. */
export interface Standing {
  readonly seen: Map<string, Seen>;
  full: boolean;
  /** The number of the proxy at which the next frame begins, where the last one was full before it came to all. */
  next: number;
}

interface Collected {
  /** Null where there is nothing to tell. */
  readonly frame: FleetFrame | null;
  /** It holds all that there was to tell. */
  readonly isWhole: boolean;
}

/** What a listener that stands there has not seen yet; it stands behind that then. `at`: epoch milliseconds. */
export function collect(
  standing: Standing,
  sources: readonly FrameSource[],
  at: number,
): Collected {
  const { seen, full, next } = standing;
  const frame: FleetFrame = {
    at,
    full,
    proxies: [],
    points: [],
    readings: null,
    removed: [],
  };
  let pointCount = 0;
  /** The first for which there was no room, and the first whose points alone have to wait. */
  let untold: number | null = null;
  let behind: number | null = null;
  for (let n = 0; n < sources.length; n++) {
    const index = (next + n) % sources.length;
    const source = sources[index];
    if (source === undefined) continue;
    const { version, points } = source;
    const { written, emptied } = points;
    const before = seen.get(source.id);
    // It leads to another proxy now, or was removed and added again: what was told of the one before is taken back, and it begins anew.
    const isAnew = before !== undefined && written < before.written;
    const isAnother = before !== undefined && (before.emptied !== emptied || isAnew);
    const isNews = before?.version !== version || isAnother;
    const from = before === undefined || isAnew ? 0 : before.written;
    const unseen = written - from;
    if (!isNews && unseen === 0) continue;
    if (!isNews && unseen === 1 && source.metrics !== null) {
      frame.readings ??= noReadings();
      addReading(frame.readings, source.id, source.metrics, source.rates);
      before.written = written;
      continue;
    }
    const hasRoom = frame.proxies.length < mostSnapshots;
    const pointsHaveRoom = unseen === 0 || pointCount < mostPoints;
    if (!hasRoom && isNews) untold ??= index;
    else if (!pointsHaveRoom || !hasRoom) behind ??= index;
    // Of one that is new it is told what it is now, whatever of its past has to wait.
    if (!hasRoom || (!pointsHaveRoom && !isNews)) continue;
    if (isAnother) frame.removed.push(source.id);
    frame.proxies.push(source.snapshot());
    const told = pointsHaveRoom && unseen > 0;
    if (told) {
      const found = points.after(from, at - fullFrameMs);
      pointCount += found.at.length;
      frame.points.push({ id: source.id, ...found });
    }
    seen.set(source.id, { version, written: told ? written : from, emptied });
  }
  forgetOthers(standing, sources, frame.removed);
  standing.full = false;
  standing.next = untold ?? behind ?? 0;
  const isEmpty =
    frame.proxies.length === 0 && frame.readings === null && frame.removed.length === 0;
  return { frame: isEmpty && !full ? null : frame, isWhole: untold === null && behind === null };
}

const noReadings = (): Readings => ({
  ids: [],
  at: [],
  connections: [],
  transferredBytes: [],
  accesses: [],
  bytesPerSecond: [],
  accessesPerSecond: [],
  roundTripMs: [],
});

function addReading(readings: Readings, id: string, metrics: Metrics, rates: Rates): void {
  readings.ids.push(id);
  readings.at.push(metrics.at);
  readings.connections.push(Number(metrics.connections));
  readings.transferredBytes.push(metrics.transferredBytes);
  readings.accesses.push(metrics.accesses);
  readings.bytesPerSecond.push(rates.bytesPerSecond);
  readings.accessesPerSecond.push(rates.accessesPerSecond);
  readings.roundTripMs.push(metrics.roundTripMs);
}

/** What was told of and is there no more is gone. Looked for once all that are there were told of. */
function forgetOthers(
  { seen }: Standing,
  sources: readonly FrameSource[],
  removed: string[],
): void {
  if (seen.size <= sources.length) return;
  const there = new Set(sources.map(({ id }) => id));
  for (const id of seen.keys()) {
    if (there.has(id)) continue;
    seen.delete(id);
    removed.push(id);
  }
}

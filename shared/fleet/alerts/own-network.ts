/** A proxy that should be reached. `lostAt`: since when it is not, monotonic milliseconds; null while it is. */
export interface Reached {
  readonly host: string;
  readonly lostAt: number | null;
}

/** Fewer proxies, on fewer hosts, say nothing of the way to them. */
const fewestProxies = 4;
const fewestHosts = 3;
/** Nearly all, lost within so long, milliseconds: it is not each of them. */
const lostShare = 0.9;
const togetherMs = 60_000;
/** It is over when no more than so many are lost. */
const overShare = 0.5;

/**
 * Whether it is our own network that is down: nearly all proxies were lost at once, or this machine has no interface to reach them by.
 * `before`: whether it was at the last look. `proxies`: all that should be reached over a network.
 */
export function isOwnNetworkDown(
  proxies: readonly Reached[],
  { hasInterface, before }: { readonly hasInterface: boolean; readonly before: boolean },
): boolean {
  const lost = proxies.flatMap(({ lostAt }) => (lostAt === null ? [] : [lostAt]));
  if (lost.length === 0) return false;
  if (!hasInterface) return true;
  if (before) return lost.length > overShare * proxies.length;
  if (proxies.length < fewestProxies || lost.length < lostShare * proxies.length) return false;
  if (new Set(proxies.map(({ host }) => host)).size < fewestHosts) return false;
  // By the middle of them: one that was down for days takes no part in it.
  const sorted = lost.toSorted((a, b) => a - b);
  const last = sorted.at(-1) ?? 0;
  const together = sorted.filter((at) => last - at <= togetherMs).length;
  return together >= lostShare * proxies.length;
}

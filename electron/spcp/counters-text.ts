import type { MetricsReading } from './client.ts';

type Counters = Pick<MetricsReading, 'connections' | 'transferredBytes' | 'accesses'>;

/** What was counted, as text: JSON has no number for a counter of 64 bits. */
export function countersText({
  connections,
  transferredBytes,
  accesses,
}: Counters): Readonly<Record<keyof Counters, string>> {
  return {
    connections: String(connections),
    transferredBytes: String(transferredBytes),
    accesses: String(accesses),
  };
}

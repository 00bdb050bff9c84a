import type { MetricsReading, SpcpClient } from '../../spcp/client.ts';
import type { Counters } from '../rates.ts';

/** A reading of one moment. */
export interface WholeReading {
  readonly reading: MetricsReading;
  /** The replies to metrics that were asked together came in another order than they were asked in. */
  readonly outOfOrder: boolean;
}

/**
 * Reads the metrics of a proxy whose counters were last read as `before`; null where they never were. Where one fell since, the proxy restarted,
 * maybe between two replies, or the replies to what was asked together were not in order: what is read again one by one, after all that, is of one
 * moment, and tells which it was. Of a proxy that was never read nothing would fall: it is read one by one first. Throws as `readMetrics` does.
 */
export async function readWhole(
  client: Pick<SpcpClient, 'readMetrics' | 'asksTogether'>,
  before: Counters | null,
): Promise<WholeReading> {
  const reading = await client.readMetrics({ together: before !== null });
  if (before === null || !fell(before, reading)) return { reading, outOfOrder: false };
  const together = client.asksTogether;
  const again = await client.readMetrics({ together: false });
  return { reading: again, outOfOrder: together && isSwapped(reading, before, again) };
}

function fell(before: Counters, now: Counters): boolean {
  return now.transferredBytes < before.transferredBytes || now.accesses < before.accesses;
}

/** Whether the three values of a reading, put otherwise, lie between two others. */
function isSwapped(reading: MetricsReading, before: Counters, after: Counters): boolean {
  if (fell(before, after)) return false;
  const values = [reading.connections, reading.transferredBytes, reading.accesses];
  return values.some((transferredBytes, bytesAt) =>
    values.some((accesses, accessesAt) => {
      const put = { transferredBytes, accesses };
      return bytesAt !== accessesAt && !fell(before, put) && !fell(put, after);
    }),
  );
}

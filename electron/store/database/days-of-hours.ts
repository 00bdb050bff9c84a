const old = ['connections', 'bytes', 'accesses'] as const;
const metrics = [...old, 'round_trip', 'missed'] as const;

const each = (list: readonly string[], text: (metric: string) => string): string =>
  list.map(text).join(', ');

const columns = each(metrics, (m) => `${m}_count, ${m}_sum, ${m}_min, ${m}_max, ${m}_last`);
const oldColumns = [
  each(old, (m) => `${m}_count, ${m}_sum, ${m}_min, ${m}_max, ${m}_last`),
  each(['round_trip', 'missed'], () => '0, 0.0, NULL, NULL, NULL'),
].join(', ');

/** A part of a migration, and as released as it is: fills `day` with the days of UTC of what `hour` and `old_hour` hold. */
export const daysOfHours = `
  CREATE TEMP TABLE hours AS
    SELECT proxy, at - at % 86400000 AS start, ${columns}, last_at, fresh FROM hour
    UNION ALL
    SELECT proxy, at - at % 86400000, ${oldColumns}, last_at, fresh FROM old_hour;
  INSERT INTO day (proxy, at, ${columns}, last_at, fresh)
    SELECT summed.proxy, summed.start,
      ${each(metrics, (m) => `summed.${m}_count, summed.${m}_sum, summed.${m}_min, summed.${m}_max, latest.${m}_last`)},
      latest.last_at, summed.fresh
    FROM (
      SELECT proxy, start, max(fresh) AS fresh,
        ${each(metrics, (m) => `sum(${m}_count) AS ${m}_count, total(${m}_sum) AS ${m}_sum, min(${m}_min) AS ${m}_min, max(${m}_max) AS ${m}_max`)}
      FROM hours GROUP BY proxy, start
    ) AS summed
    JOIN (
      SELECT proxy, start, max(last_at) AS last_at, ${each(metrics, (m) => `${m}_last`)} FROM hours GROUP BY proxy, start
    ) AS latest USING (proxy, start)
    ORDER BY summed.proxy, summed.start;
  DROP TABLE hours;
`;

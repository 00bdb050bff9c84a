import type { GroupInsight, ProxyInsight } from '../../shared/model/insight-names.ts';
import { type Format, noData } from '../../shared/texts/format.ts';

/** One value in the unit of its insight; a dash where there is none. */
export function insightText(
  format: Format,
  insight: ProxyInsight | GroupInsight,
  value: number | null,
): string {
  if (value === null) return noData;
  switch (insight) {
    case 'meanDuration':
      return format.seconds(value);
    case 'bytesPerAccess':
      return format.bytes(value);
    case 'bytesPerConnection':
      return format.bytesPerSecond(value);
    case 'share':
    case 'balance':
      return format.percent(value);
  }
}

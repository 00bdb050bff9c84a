import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';
import { useApi } from '../../../../api/context.ts';
import { type LiveInsight, liveInsight } from '../../../../api/insights.ts';
import { useWhyNot } from '../../../../components/insights/use-why-not.ts';

const insights: readonly BoardColumn[] = [
  'meanDuration',
  'bytesPerAccess',
  'bytesPerConnection',
  'share',
] satisfies readonly LiveInsight[];

/** Says why a column has no value of a proxy; nothing where it has one, and of the other columns. */
export function useWhyNoInsight(id: string): (column: BoardColumn) => string | undefined {
  const api = useApi();
  const say = useWhyNot();
  return (column) => {
    if (!isInsight(column)) return undefined;
    const insight = liveInsight(api, id, column);
    return insight.known ? undefined : say(insight.why);
  };
}

function isInsight(column: BoardColumn): column is BoardColumn & LiveInsight {
  return insights.includes(column);
}

import { useEffect } from 'react';
import type { Canary } from '../../../../shared/model/canary.ts';
import { useApi } from '../../../api/context.ts';
import { queryKeyOf } from '../../../api/queries.ts';
import { useCall } from '../../../api/use-call.ts';

/** The canary of a plan as it becomes different; null without one, and while it is not known. */
export function useCanary(id: string): Canary | null {
  const { client, queries } = useApi();
  useEffect(
    () =>
      client.subscribe(
        'plans.canary',
        { id },
        (canary) => {
          queries.setQueryData<Canary | null>(queryKeyOf('plans.getCanary', { id }), canary);
        },
        () => undefined,
      ),
    [client, queries, id],
  );
  return useCall('plans.getCanary', { id }).value;
}

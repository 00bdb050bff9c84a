import type { Canaries } from '../../plan/canary/canaries.ts';
import type { Handlers } from '../parts.ts';

/** The calls about plans that are applied in two stages. */
export function canaryHandlers({
  canaries,
}: {
  readonly canaries: Canaries;
}): Pick<Handlers, 'plans.startCanary' | 'plans.getCanary' | 'plans.decideCanary'> {
  return {
    'plans.startCanary': ({ id, options, approval, concurrency }) =>
      canaries.start(id, options, { approval, concurrency }),
    'plans.getCanary': ({ id }) => canaries.get(id),
    'plans.decideCanary': ({ id, decision }) => {
      canaries.decide(id, decision);
      return null;
    },
  };
}

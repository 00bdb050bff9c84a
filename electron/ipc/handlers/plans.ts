import type { Plans } from '../../plan/plans.ts';
import type { Handlers } from '../parts.ts';

/** The calls about changes of many proxies. */
export function plansHandlers({
  plans,
}: {
  readonly plans: Plans;
}): Pick<
  Handlers,
  | 'plans.list'
  | 'plans.get'
  | 'plans.create'
  | 'plans.read'
  | 'plans.apply'
  | 'plans.decide'
  | 'plans.stop'
  | 'plans.undo'
  | 'plans.remove'
  | 'plans.restore'
> {
  return {
    'plans.list': () => {
      // Another process may have made one, changed or removed it, just now.
      plans.look();
      return [...plans.list()];
    },
    'plans.get': ({ id }) => {
      plans.look();
      return plans.get(id);
    },
    'plans.create': (plan) => plans.create(plan),
    'plans.read': ({ id }) => {
      plans.read(id);
      return null;
    },
    'plans.apply': ({ id, ...options }) => {
      plans.apply(id, options);
      return null;
    },
    'plans.decide': ({ id, decision, profileIds }) => {
      plans.decide(id, decision, profileIds);
      return null;
    },
    'plans.stop': async ({ id, where = 'everywhere' }) => {
      await plans.stop(id, where);
      return null;
    },
    'plans.undo': ({ id, name }) => plans.undo(id, name),
    'plans.remove': ({ id }) => {
      plans.remove(id);
      return null;
    },
    'plans.restore': ({ id }) => {
      plans.restore(id);
      return null;
    },
  };
}

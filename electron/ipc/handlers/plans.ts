import type { Plans } from '../../plan/plans.ts';
import type { Handlers } from '../parts.ts';
import { remoteIn } from './remote-in.ts';
import type { BrowserSessions } from './sessions.ts';

/** The calls about changes of many proxies. */
export function plansHandlers({
  plans,
  sessions,
}: {
  readonly plans: Plans;
  readonly sessions: Pick<BrowserSessions, 'list'>;
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
  const remoteOf = remoteIn(sessions);
  return {
    'plans.list': () => [...plans.list()],
    'plans.get': ({ id }) => plans.get(id),
    'plans.create': (plan) => plans.create(plan),
    'plans.read': ({ id }) => {
      plans.read(id);
      return null;
    },
    'plans.apply': ({ id, ...options }, caller) => {
      plans.apply(id, { ...options, ...remoteOf(caller) });
      return null;
    },
    'plans.decide': ({ id, decision, profileIds }) => {
      plans.decide(id, decision, profileIds);
      return null;
    },
    'plans.stop': async ({ id }, caller) => {
      await plans.stop(id, 'everywhere', remoteOf(caller));
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

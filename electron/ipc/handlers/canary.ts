import type { Canaries } from '../../plan/canary/canaries.ts';
import type { Handlers } from '../parts.ts';
import { remoteIn } from './remote-in.ts';
import type { BrowserSessions } from './sessions.ts';

/** The calls about plans that are applied in two stages. */
export function canaryHandlers({
  canaries,
  sessions,
}: {
  readonly canaries: Canaries;
  readonly sessions: Pick<BrowserSessions, 'list'>;
}): Pick<Handlers, 'plans.startCanary' | 'plans.getCanary' | 'plans.decideCanary'> {
  const remoteOf = remoteIn(sessions);
  return {
    'plans.startCanary': ({ id, options, approval }, caller) =>
      canaries.start(id, options, { approval, ...remoteOf(caller) }),
    'plans.getCanary': ({ id }) => canaries.get(id),
    'plans.decideCanary': ({ id, decision }, caller) => {
      canaries.decide(id, decision, remoteOf(caller).remote);
      return null;
    },
  };
}

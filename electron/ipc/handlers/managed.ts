import type { ManagedState } from '../../../shared/model/managed.ts';
import { mayDo } from '../../../shared/model/roles.ts';
import type { Caller, Handlers } from '../parts.ts';

/** What administrators ordain, and that it is another now. */
export interface ManagedPart {
  state(): ManagedState | null;
  onChange(listener: () => void): () => void;
}

/** What this caller sees of it: which files metrics are served with is for whoever administers. */
export function managedFor(state: ManagedState | null, { asker }: Caller): ManagedState | null {
  const metrics = state?.policy.metrics;
  if (!state || !metrics || mayDo(asker.role, 'administer')) return state;
  const without = { ...metrics, cert: '', key: '', tokenFile: '' };
  return { ...state, policy: { ...state.policy, metrics: without } };
}

export function managedHandlers(managed: ManagedPart): Pick<Handlers, 'managed.state'> {
  return { 'managed.state': (_, caller) => managedFor(managed.state(), caller) };
}

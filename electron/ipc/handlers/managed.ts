import type { ManagedState } from '../../../shared/model/managed.ts';
import type { Handlers } from '../parts.ts';

/** What administrators ordain, and that it is another now. */
export interface ManagedPart {
  state(): ManagedState | null;
  onChange(listener: () => void): () => void;
}

export function managedHandlers(managed: ManagedPart): Pick<Handlers, 'managed.state'> {
  return { 'managed.state': () => managed.state() };
}

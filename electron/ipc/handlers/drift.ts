import type { Roster } from '../../core/roster/roster.ts';
import type { Drift } from '../../drift/drift.ts';
import type { Handlers } from '../parts.ts';

export interface DriftHandlersParts {
  readonly drift: Pick<Drift, 'list'>;
  readonly roster: Pick<Roster, 'tags' | 'saveTag'>;
}

/** The calls about what is intended of proxies. */
export function driftHandlers({
  drift,
  roster,
}: DriftHandlersParts): Pick<Handlers, 'drift.list' | 'tags.list' | 'tags.save'> {
  return {
    'drift.list': () => [...drift.list()],
    'tags.list': () => [...roster.tags()],
    'tags.save': async (intent) => {
      await roster.saveTag(intent);
      return [...roster.tags()];
    },
  };
}

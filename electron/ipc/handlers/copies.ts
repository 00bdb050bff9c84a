import type { Restoring } from '../../core/roster/profiles/restoring.ts';
import type { Handlers } from '../parts.ts';

export function copiesHandlers(
  copies: Restoring,
): Pick<Handlers, 'copies.list' | 'copies.show' | 'copies.restore' | 'copies.undo'> {
  return {
    'copies.list': async () => [...(await copies.list())],
    'copies.show': ({ savedAt }) => copies.show(savedAt),
    'copies.restore': (restoration) => copies.restore(restoration),
    'copies.undo': async ({ undo, confirmNames }) => ({
      changed: await copies.undo(undo, confirmNames),
    }),
  };
}

import type { Updates } from '../../core/updates.ts';
import type { Handlers } from '../parts.ts';

type UpdateCall = 'updates.state' | 'updates.check' | 'updates.download' | 'updates.cancel';

export function updatesHandlers(updates: Updates): Pick<Handlers, UpdateCall> {
  const done = (deed: () => void) => () => {
    deed();
    return null;
  };
  return {
    'updates.state': updates.state,
    'updates.check': done(updates.check),
    'updates.download': done(updates.download),
    'updates.cancel': done(updates.cancel),
  };
}

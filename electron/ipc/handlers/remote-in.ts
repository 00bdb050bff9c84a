import type { Caller } from '../parts.ts';
import type { BrowserSessions } from './sessions.ts';

/** Says which browser asks, as the audit log has it; nothing for a window of the app's own. */
export function remoteIn(
  sessions: Pick<BrowserSessions, 'list'>,
): (caller: Caller) => { readonly remote?: string } {
  return ({ asker: { session } }) => {
    const found = session === null ? undefined : sessions.list().find(({ id }) => id === session);
    return found === undefined || found.browser === '' ? {} : { remote: found.browser };
  };
}

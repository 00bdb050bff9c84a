import type { Author } from '../../shared/model/change.ts';
import type { Shell } from '../../shared/model/change-words.ts';
import type { BrowserSessions } from './handlers/sessions.ts';
import type { Caller } from './parts.ts';

/**
 * On whose word a caller's doings are, as the audit log has it: their user and where they sit, which of a browser is what it calls itself, and
 * the shell that they use: `own` is that of this console, for windows of which nobody said another.
 */
export function authorOf(
  { asker: { kind, user, remote, session, shell } }: Caller,
  sessions: Pick<BrowserSessions, 'list'>,
  own: Shell,
): Author {
  const found = session === null ? undefined : sessions.list().find(({ id }) => id === session);
  return {
    actor: user,
    remote: found?.browser || remote,
    shell: kind === 'command-line' ? 'cli' : (shell ?? own),
  };
}

/** Names the connections that are one caller, of all that have the same author: what one of them unlocks is open for the others, and for nobody else. */
export function groupOf({ asker: { session, group } }: Caller): string {
  return JSON.stringify([group ?? null, session]);
}

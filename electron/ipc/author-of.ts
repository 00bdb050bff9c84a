import type { Author } from '../../shared/model/change.ts';
import type { Shell } from '../../shared/model/change-words.ts';
import type { BrowserSessions } from './handlers/sessions.ts';
import type { Caller } from './parts.ts';

/**
 * On whose word a caller's doings are, as the audit log has it: their user and where they sit, which of a browser is what it calls itself, and
 * the shell: `own` is that of this console, whose windows they use.
 */
export function authorOf(
  { asker: { kind, user, remote, session } }: Caller,
  sessions: Pick<BrowserSessions, 'list'>,
  own: Shell,
): Author {
  const found = session === null ? undefined : sessions.list().find(({ id }) => id === session);
  return {
    actor: user,
    remote: found?.browser || remote,
    shell: kind === 'command-line' ? 'cli' : own,
  };
}

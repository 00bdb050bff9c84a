import { describe, expect, it } from 'vitest';
import {
  type BrowserSessions,
  noSessions,
  sessionsHandlers,
} from '../../../../electron/ipc/handlers/sessions.ts';
import { callerWith } from '../../../support/caller.ts';

const { signal } = new AbortController();
const callerOf = (session: string | null) => callerWith({ session });

function setUp(...ids: string[]) {
  let all = ids.map((id) => ({ id, browser: '', begunAt: 0, lastSeenAt: 0, windows: 1 }));
  const sessions: BrowserSessions = {
    list: () => all,
    end(id) {
      const before = all.length;
      all = all.filter((one) => one.id !== id);
      return all.length < before;
    },
    listen: noSessions.listen,
  };
  return { sessions, handlers: sessionsHandlers(sessions) };
}

describe('the sessions of the web shell', () => {
  it('are listed, and the one that asks is marked', async () => {
    const { handlers } = setUp('a', 'b');
    const listed = await handlers['app.sessions']({}, callerOf('b'), signal);
    expect(listed).toMatchObject([
      { id: 'a', own: false },
      { id: 'b', own: true },
    ]);
  });

  it('can be ended, one or all others, also the one that asks', () => {
    const { handlers, sessions } = setUp('a', 'b', 'c', 'd');
    handlers['app.endSession']({ id: 'a' }, callerOf('b'), signal);
    expect(() => handlers['app.endSession']({ id: 'a' }, callerOf('b'), signal)).toThrow('ended');
    handlers['app.endOtherSessions']({}, callerOf('b'), signal);
    expect(sessions.list()).toMatchObject([{ id: 'b' }]);
    handlers['app.endSession']({ id: 'b' }, callerOf('b'), signal);
    expect(sessions.list()).toEqual([]);
  });

  it('are none in a shell whose windows are its own', async () => {
    const handlers = sessionsHandlers(noSessions);
    expect(await handlers['app.sessions']({}, callerOf(null), signal)).toEqual([]);
    const id = crypto.randomUUID();
    expect(() => handlers['app.endSession']({ id }, callerOf(null), signal)).toThrow('ended');
  });
});

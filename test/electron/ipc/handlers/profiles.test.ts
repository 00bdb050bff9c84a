import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../../electron/core/roster.ts';
import { profilesHandlers } from '../../../../electron/ipc/handlers/profiles.ts';
import type { ConnectionTest } from '../../../../shared/model/connection-test.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const draft = profileDraftSchema.parse({ name: 'Madrid', host: 'a.example', user: 'ana' });

describe('a connection test', () => {
  it('may use the saved password of the profile alone, and is stopped when the window that asked is gone', async () => {
    const leaving = new AbortController();
    const passwords: (string | null)[] = [];
    const handlers = profilesHandlers({
      roster: { passwordOf: async (asked: string) => (asked === id ? 'saved' : null) } as Roster,
      test: (_, password, signal) => {
        passwords.push(password);
        return new Promise<ConnectionTest>((resolve) => {
          const stop = () => resolve({ ok: false, stages: [] });
          if (signal.aborted) stop();
          else signal.addEventListener('abort', stop);
        });
      },
    });
    const caller = { gone: leaving.signal };
    const tests = [
      handlers['profiles.test']({ id, draft }, caller),
      handlers['profiles.test']({ id, draft, password: 'given' }, caller),
      handlers['profiles.test']({ draft }, caller),
    ];
    leaving.abort();
    expect(await Promise.all(tests)).toEqual(Array(3).fill({ ok: false, stages: [] }));
    expect(passwords.toSorted()).toEqual(['given', null, 'saved']);
  });
});

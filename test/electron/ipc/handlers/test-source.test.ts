import { describe, expect, it } from 'vitest';
import { testSource } from '../../../../electron/ipc/handlers/test-source.ts';
import type { TopicValue } from '../../../../shared/ipc/contract.ts';
import type { ConnectionTest, StageResult } from '../../../../shared/model/connection-test.ts';
import { placeSchema } from '../../../../shared/model/place.ts';
import { callerWith } from '../../../support/caller.ts';
import { someError } from '../../../support/facts.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const place = placeSchema.parse({ host: 'a.example', user: 'ana' });
const stage: StageResult = { stage: 'resolve', outcome: 'ok', ms: 1, finding: null, error: null };
const ended: ConnectionTest = { ok: false, stages: [stage] };

/** A source whose tests tell one stage and then wait until they are ended. */
function setUp(passwordFor: (asked: string) => Promise<string | null>) {
  const passwords: (string | null)[] = [];
  const faults: string[] = [];
  const source = testSource({
    roster: {
      passwordFor,
      folderPasswordFor: async (folder, user) => (user === 'ana' ? `of ${folder}` : null),
    },
    test: (_, password, { signal, onStage }) => {
      passwords.push(password);
      onStage(stage);
      return new Promise((resolve) => {
        if (signal.aborted) resolve(ended);
        else signal.addEventListener('abort', () => resolve(ended));
      });
    },
    logFault: (what) => faults.push(what),
  });
  const listen = (params: { id?: string; password?: string; folder?: string }) => {
    const values: TopicValue<'profiles.test'>[] = [];
    const over = Promise.withResolvers<void>();
    const stop = source(
      { place, ...params },
      (value) => {
        values.push(value);
        if (value.kind !== 'stage') over.resolve();
      },
      callerWith(),
    );
    return { values, over: over.promise, stop };
  };
  return { listen, passwords, faults };
}

const saved = async (asked: string) => (asked === id ? 'saved' : null);

describe('a connection test', () => {
  it('tells each stage as it ends, and is ended with its subscription', async () => {
    const { listen } = setUp(saved);
    const test = listen({ id });
    await expect.poll(() => test.values).toEqual([{ kind: 'stage', result: stage }]);
    test.stop();
    await test.over;
    expect(test.values.at(-1)).toEqual({ kind: 'done', test: ended });
  });

  it('uses the password that is given, else the saved one of its profile alone', async () => {
    const { listen, passwords } = setUp(saved);
    const tests = [listen({ id }), listen({ id, password: 'given' }), listen({})];
    for (const { stop } of tests) stop();
    await Promise.all(tests.map(({ over }) => over));
    expect(passwords.toSorted()).toEqual(['given', null, 'saved']);
  });

  it('uses the password of the folder that the profile is to have it from, unless one is given', async () => {
    const { listen, passwords } = setUp(saved);
    const tests = [
      listen({ id, folder: 'f' }),
      listen({ folder: 'f' }),
      listen({ folder: 'f', password: 'given' }),
    ];
    for (const { stop } of tests) stop();
    await Promise.all(tests.map(({ over }) => over));
    expect(passwords.toSorted()).toEqual(['given', 'of f', 'of f']);
  });

  it('says why it could not be made', async () => {
    const locked = someError('secrets-unavailable');
    const { listen, faults } = setUp(() => Promise.reject(locked));
    const test = listen({ id });
    await test.over;
    expect(test.values).toEqual([{ kind: 'failed', error: locked.toValue() }]);
    expect(faults).toEqual([]);
  });

  it('keeps to itself what is a bug, and logs it', async () => {
    const { listen, faults } = setUp(() => Promise.reject(new Error('a secret')));
    const test = listen({ id });
    await test.over;
    expect(test.values).toMatchObject([{ kind: 'failed', error: { code: 'internal' } }]);
    expect(faults).toEqual(['a connection test failed']);
  });
});

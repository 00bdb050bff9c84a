// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CallError } from '../../../renderer/api/client.ts';
import { keepLive } from '../../../renderer/api/live.ts';
import { useProfiles } from '../../../renderer/api/profiles.ts';
import { createQueries } from '../../../renderer/api/queries.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { someErrorValue } from '../../support/facts.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

const named = (name: string) => ({ id: name, name }) as ProfileEntry;

function setUp() {
  const client = createFakeClient();
  const answers: PromiseWithResolvers<unknown>[] = [];
  const signals: AbortSignal[] = [];
  client.call.mockImplementation((_name, _input, signal: AbortSignal) => {
    const answer = Promise.withResolvers<unknown>();
    answers.push(answer);
    signals.push(signal);
    return answer.promise;
  });
  const queries = createQueries();
  const news = keepLive(client, queries, () => undefined);
  const { result, unmount } = renderHookWith(
    { client, queries, news },
    () => [useProfiles(), useProfiles()] as const,
    null,
  );
  return { client, answers, signals, unmount, shown: () => result.current[0] };
}

const lost = new CallError(someErrorValue('not-connected'));

describe('what is fetched', () => {
  it('is asked for once, however many views show it', async () => {
    const { answers, shown } = setUp();
    expect(answers).toHaveLength(1);
    answers[0]?.resolve([named('Madrid')]);
    await settled();
    expect(shown()).toMatchObject({ value: [{ name: 'Madrid' }], error: null });
  });

  it('is what a topic told last, though an older answer comes later', async () => {
    const { client, answers, signals, shown } = setUp();
    const change = { changed: [named('Lima')], removed: [] };
    await act(async () => client.publish('profiles.changed', change));
    expect(signals[0]?.aborted).toBe(true);
    answers[0]?.resolve([named('Madrid')]);
    answers[1]?.resolve([named('Lima')]);
    await settled();
    expect(shown().value).toMatchObject([{ name: 'Lima' }]);
  });

  it('keeps what did not change as it is, so that nothing of it is drawn again', async () => {
    const { client, answers, shown } = setUp();
    answers[0]?.resolve([named('Madrid'), named('Lima')]);
    await settled();
    const before = shown().value?.[0];
    await act(async () =>
      client.publish('profiles.changed', {
        changed: [named('Quito')],
        removed: [named('Lima').id],
      }),
    );
    await settled();
    expect(shown().value?.[1]).toMatchObject({ name: 'Quito' });
    expect(shown().value?.[0]).toBe(before);
  });

  it('comes by itself where the view was first opened while the console was away', async () => {
    const { client, answers, shown } = setUp();
    await act(async () => client.state.set('lost'));
    answers[0]?.reject(lost);
    await settled();
    expect(shown()).toMatchObject({ value: null, error: { code: 'not-connected' } });
    await act(async () => client.state.set('open'));
    answers[1]?.resolve([named('Madrid')]);
    await settled();
    expect(shown()).toMatchObject({ value: [{ name: 'Madrid' }], error: null });
  });

  it('is taken back when nobody waits for it any more', () => {
    const { signals, unmount } = setUp();
    unmount();
    expect(signals[0]?.aborted).toBe(true);
  });
});

// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useChecking } from '../../../renderer/views/audit/use-checking.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith } from '../hooks.tsx';

const progress = { kind: 'checking', checked: 200, of: 1000 } as const;
const done = { kind: 'done', check: { whole: true, records: 3, head: 'f00d' } } as const;

function setUp() {
  const client = createFakeClient();
  const { result } = renderHookWith({ client }, () => useChecking(), null);
  return {
    checking: () => result.current.checking,
    start: () => act(() => result.current.start()),
    stop: () => act(() => result.current.stop()),
    tell: (told: typeof progress | typeof done) =>
      act(() => client.publish('audit.verifying', told)),
    lose: () => act(() => client.state.set('lost')),
  };
}

it('tells how far a check is and what it found, and stays with that', () => {
  const { checking, start, tell } = setUp();
  tell(progress);
  expect(checking()).toBeNull();
  start();
  expect(checking()).toEqual({ kind: 'beginning' });
  tell(progress);
  expect(checking()).toEqual(progress);
  tell(done);
  tell(progress);
  expect(checking()).toEqual(done);
});

it('hears no more of a check that was cancelled', () => {
  const { checking, start, stop, tell } = setUp();
  start();
  stop();
  tell(done);
  expect(checking()).toBeNull();
});

it('fails with the console, and does not begin again by itself', () => {
  const { checking, start, lose, tell } = setUp();
  start();
  lose();
  expect(checking()).toMatchObject({ kind: 'failed' });
  tell(done);
  expect(checking()).toMatchObject({ kind: 'failed' });
});

// @vitest-environment happy-dom
import { cleanNotifications, notificationsStore } from '@mantine/notifications';
import { act } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CallError } from '../../../renderer/api/client.ts';
import { useAction } from '../../../renderer/components/use-action.tsx';
import { renderHookWith } from '../hooks.tsx';

const refuse = () =>
  Promise.reject(
    new CallError({ code: 'internal', message: 'a bug', detail: { log: 'application' } }),
  );

function shown() {
  const { notifications, queue } = notificationsStore.getState();
  return [...notifications, ...queue];
}

describe('what the user starts', () => {
  beforeEach(() => cleanNotifications());

  it('tells of its failure in something that can be dismissed, and ends', async () => {
    const { result } = renderHookWith({}, () => useAction(), null);
    await act(async () => result.current.run(refuse));
    const [error, ...others] = shown();
    expect(others).toEqual([]);
    expect(error).toMatchObject({ title: 'An unexpected error', role: 'alert' });
    expect(error?.withCloseButton).not.toBe(false);
    expect(error?.autoClose).toBeGreaterThan(5000);
    expect(result.current.busy).toBe(false);
  });

  it('takes its last failure back when it is tried again', async () => {
    const { result } = renderHookWith({}, () => useAction(), null);
    await act(async () => result.current.run(refuse));
    await act(async () => result.current.run(() => Promise.resolve()));
    expect(shown()).toEqual([]);
  });
});

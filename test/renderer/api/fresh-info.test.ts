// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useFreshInfo } from '../../../renderer/api/profiles.ts';
import type { AppInfo } from '../../../shared/model/app-info.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

describe('what this machine can do', () => {
  it('is asked for when a view opens, and again when the user comes back to the window', async () => {
    let available = false;
    const client = createFakeClient();
    client.call.mockImplementation(() => Promise.resolve({ kernelSctp: { available } } as AppInfo));
    const { result, unmount } = renderHookWith({ client }, () => useFreshInfo(), null);
    const turnToWindow = async () => {
      await act(async () => void window.dispatchEvent(new Event('focus')));
      await settled();
    };
    await settled();
    expect(result.current.value?.kernelSctp.available).toBe(false);
    available = true;
    await turnToWindow();
    expect(result.current.value?.kernelSctp.available).toBe(true);
    unmount();
    const asked = client.call.mock.calls.length;
    await turnToWindow();
    expect(client.call).toHaveBeenCalledTimes(asked);
  });
});

// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useFreshInfo } from '../../../renderer/api/context.ts';
import { createLoaded } from '../../../renderer/api/loaded.ts';
import type { AppInfo } from '../../../shared/model/app-info.ts';
import { renderHookWith } from '../hooks.tsx';

describe('what this machine can do', () => {
  it('is asked for when a view opens, and again when the user comes back to the window', async () => {
    let available = false;
    const info = createLoaded(() => Promise.resolve({ kernelSctp: { available } } as AppInfo));
    const { result, unmount } = renderHookWith({ info }, () => useFreshInfo(), null);
    const turnToWindow = () => act(async () => void window.dispatchEvent(new Event('focus')));
    await act(async () => {});
    expect(result.current.value?.kernelSctp.available).toBe(false);
    available = true;
    await turnToWindow();
    expect(result.current.value?.kernelSctp.available).toBe(true);
    unmount();
    available = false;
    await turnToWindow();
    expect(info.get().value?.kernelSctp.available).toBe(true);
  });
});

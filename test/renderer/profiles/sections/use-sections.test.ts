// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSections } from '../../../../renderer/views/profiles/sections/use-sections.ts';

describe('the sections of the form', () => {
  it('are folded at first, unfold by hand or for a field, and are in the next form as they were left', () => {
    const { result } = renderHook(() => useSections());
    expect([...result.current.opened]).toEqual([]);
    act(() => result.current.show(['name', 'host']));
    expect([...result.current.opened]).toEqual([]);
    act(() => result.current.show(['pollSeconds']));
    act(() => result.current.toggle('remarks'));
    expect([...result.current.opened]).toEqual(['behaviour', 'remarks']);
    act(() => result.current.show(['pollSeconds']));
    act(() => result.current.toggle('behaviour'));
    expect([...result.current.opened]).toEqual(['remarks']);
    expect([...renderHook(() => useSections()).result.current.opened]).toEqual(['remarks']);
  });

  it('are unfolded from the start for the field that the form begins at', () => {
    const { result } = renderHook(() => useSections('environment'));
    expect(result.current.opened.has('behaviour')).toBe(true);
  });
});

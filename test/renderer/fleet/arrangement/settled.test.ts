import { describe, expect, it } from 'vitest';
import { createSettled } from '../../../../renderer/fleet/arrangement/settled.ts';

describe('what is sorted by', () => {
  it('stays as it is until it is clearly another', () => {
    const { settle } = createSettled('bytesPerSecond');
    expect(settle('a', 100_000)).toBe(100_000);
    expect(settle('a', 110_000)).toBe(100_000);
    expect(settle('a', 92_000)).toBe(100_000);
    expect(settle('a', 116_000)).toBe(116_000);
    expect(settle('a', 105_000)).toBe(116_000);
  });

  it('makes nothing of what is next to nothing', () => {
    const { settle } = createSettled('connections');
    expect(settle('a', 0)).toBe(0);
    expect(settle('a', 0.9)).toBe(0);
    expect(settle('a', 1)).toBe(1);
  });

  it('begins anew where a proxy had no value between', () => {
    const { settle } = createSettled('roundTripMs');
    expect(settle('a', 100)).toBe(100);
    expect(settle('a', null)).toBeNull();
    expect(settle('a', 101)).toBe(101);
  });

  it('is taken as it is where it does not jump', () => {
    const { settle } = createSettled('transferredBytes');
    expect(settle('a', 100)).toBe(100);
    expect(settle('a', 101)).toBe(101);
    expect(settle('a', 'mail.example')).toBe('mail.example');
  });
});

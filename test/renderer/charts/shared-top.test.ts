import { describe, expect, it } from 'vitest';
import { heldTop, sharedTop } from '../../../renderer/charts/shared-top.ts';

describe('the scale that sparklines share', () => {
  it('ends with the next round number', () => {
    expect(sharedTop(0, 'count')).toBe(0);
    expect(sharedTop(3, 'count')).toBe(5);
    expect(sharedTop(1200, 'count')).toBe(2000);
    expect(sharedTop(0.07, 'rate')).toBeCloseTo(0.1);
    expect(sharedTop(1500, 'bytes')).toBe(2048);
    expect(sharedTop(2048, 'bytes')).toBe(2048);
  });

  it('does not go to and fro about a round number', () => {
    expect(heldTop(null, 190, 'count')).toBe(200);
    expect(heldTop(500, 190, 'count')).toBe(500);
    expect(heldTop(500, 160, 'count')).toBe(200);
    expect(heldTop(1000, 190, 'count')).toBe(200);
    expect(heldTop(200, 210, 'count')).toBe(500);
    expect(heldTop(4096, 2000, 'bytes')).toBe(4096);
  });
});

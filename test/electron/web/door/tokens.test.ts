import { describe, expect, it } from 'vitest';
import { createTokens, tokenMs } from '../../../../electron/web/door/tokens.ts';

function setUp() {
  const clock = { now: 0 };
  return { clock, tokens: createTokens(() => clock.now) };
}

describe('tokens', () => {
  it('are good in time, once', () => {
    const { tokens, clock } = setUp();
    const token = tokens.issue();
    clock.now = tokenMs - 1;
    expect(tokens.redeem(token)).toBe(true);
    expect(tokens.redeem(token)).toBe(false);
  });

  it('are not good when they are too old, or were not issued', () => {
    const { tokens, clock } = setUp();
    const token = tokens.issue();
    clock.now = tokenMs;
    expect(tokens.redeem(token)).toBe(false);
    expect(tokens.redeem('')).toBe(false);
    expect(tokens.redeem(`${tokens.issue()}x`)).toBe(false);
  });

  it('push out the oldest where there are many', () => {
    const { tokens } = setUp();
    let pushedOut = 0;
    const first = tokens.issue(() => pushedOut++);
    const others = Array.from({ length: 16 }, () => tokens.issue());
    expect(pushedOut).toBe(1);
    expect(tokens.redeem(first)).toBe(false);
    expect(tokens.redeem(others[0] ?? '')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createAdmission, tokenMs } from '../../../electron/web/admission.ts';

function setUp() {
  const clock = { now: 0 };
  return { clock, admission: createAdmission(() => clock.now) };
}

describe('admission', () => {
  it('lets in whoever shows a token in time, once', () => {
    const { admission, clock } = setUp();
    const token = admission.issueToken();
    clock.now = tokenMs - 1;
    const secret = admission.redeem(token);
    expect(admission.isSession(secret ?? '')).toBe(true);
    expect(admission.redeem(token)).toBeNull();
  });

  it('takes no token that is too old, and none that was not issued', () => {
    const { admission, clock } = setUp();
    const token = admission.issueToken();
    clock.now = tokenMs;
    expect(admission.redeem(token)).toBeNull();
    expect(admission.redeem('')).toBeNull();
    expect(admission.redeem(`${admission.issueToken()}x`)).toBeNull();
  });

  it('keeps a token apart from a session', () => {
    const { admission } = setUp();
    const token = admission.issueToken();
    expect(admission.isSession(token)).toBe(false);
    const secret = admission.redeem(token) ?? '';
    expect(admission.redeem(secret)).toBeNull();
  });

  it('forgets the oldest of many tokens', () => {
    const { admission } = setUp();
    const first = admission.issueToken();
    const others = Array.from({ length: 16 }, () => admission.issueToken());
    expect(admission.redeem(first)).toBeNull();
    expect(admission.redeem(others[0] ?? '')).not.toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { stateLooks } from '../../../electron/alerts/past-looks.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';

const failed = (code: ErrorCode): ProxyEvent => ({
  id: 1,
  at: 5,
  profileId: '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01',
  profileName: 'Madrid',
  kind: 'attempt-failed',
  detail: { code },
});

describe('what past events say of a proxy that may be down', () => {
  it.each([
    ['unreachable', 'bad'],
    ['ssh-host-key', 'bad'],
    ['no-password', 'unknown'],
    ['password-needed-again', 'unknown'],
    ['vault-locked', 'unknown'],
  ] as const)('is as its state at that time said: %s is %s', (code, verdict) => {
    expect(stateLooks({ kind: 'down', seconds: 60 }, [failed(code)])).toEqual([{ at: 5, verdict }]);
  });
});

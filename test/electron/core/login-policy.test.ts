import { expect, it } from 'vitest';
import type { Desktop } from '../../../electron/core/desktop.ts';
import { withLoginPolicy } from '../../../electron/core/login-policy.ts';
import type { DesktopState } from '../../../shared/model/desktop.ts';
import type { Policy } from '../../../shared/model/policy.ts';

function rig(policy: Policy, startAtLogin: DesktopState['startAtLogin']) {
  let now = startAtLogin;
  let ordained = policy;
  let tell = (): void => undefined;
  const faults: string[] = [];
  const desktop: Desktop = {
    state: async () => ({ tray: 'none', startAtLogin: now, notifications: false }),
    openWindow: async () => undefined,
    setStartAtLogin: async (on) => {
      now = on ? 'on' : 'off';
    },
  };
  const managed = {
    policy: () => ordained,
    state: () => ({ by: 'Example Corp' }) as never,
    onChange: (listener: () => void) => {
      tell = listener;
      return () => undefined;
    },
  };
  const held = withLoginPolicy(desktop, managed, (what) => faults.push(what));
  return {
    held,
    faults,
    state: async () => (await held.state()).startAtLogin,
    become: (next: Policy) => {
      ordained = next;
      tell();
    },
  };
}

it('what is ordained holds from the start, and when it comes later', async () => {
  const { state, become } = rig({ startAtLogin: true }, 'off');
  await expect.poll(state).toBe('on');
  become({ startAtLogin: false });
  await expect.poll(state).toBe('off');
});

it('choosing otherwise is refused, and choosing the same is not', async () => {
  const { held } = rig({ startAtLogin: true }, 'on');
  await expect(held.setStartAtLogin(false)).rejects.toMatchObject({
    code: 'managed',
    detail: { case: 'preference', field: 'startAtLogin', by: 'Example Corp' },
  });
  await held.setStartAtLogin(true);
});

it('without a word of theirs the user chooses, and what is not installed is not started', async () => {
  const free = rig({}, 'on');
  await free.held.setStartAtLogin(false);
  expect(await free.state()).toBe('off');
  const sources = rig({ startAtLogin: true }, 'not-installed');
  expect(await sources.state()).toBe('not-installed');
  expect(sources.faults).toEqual([]);
});

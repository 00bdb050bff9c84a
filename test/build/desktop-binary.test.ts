import { describe, expect, it } from 'vitest';
import { desktopArguments, hindrance } from '../../build/desktop-binary.ts';
import { readOptions } from '../../electron/desktop/options.ts';

const shown = { DISPLAY: ':1' };

describe('the desktop app', () => {
  it('is started with its own arguments behind what its engine is told, which it does not take for one of them', () => {
    const args = desktopArguments(['--demo', '--', '--js-flags=--jitless']);
    expect(args.indexOf('--js-flags=--max-semi-space-size=24')).toBe(1);
    expect(readOptions(args)).toEqual({
      dataDirectory: undefined,
      demo: true,
      link: null,
      atLogin: false,
    });
  });

  it.each([
    ['linux', 1000, shown, undefined],
    ['linux', 1000, { WAYLAND_DISPLAY: 'wayland-0' }, undefined],
    ['linux', 1000, {}, 'there is no display'],
    ['linux', 0, {}, 'there is no display'],
    ['linux', 0, shown, 'Chromium does not run as root, log in as another user for it'],
    ['darwin', 0, {}, undefined],
    ['win32', undefined, {}, undefined],
  ] as const)(
    'on %s, as user %s with %j, is kept from starting by: %s',
    (platform, uid, env, why) => {
      expect(hindrance({ platform, uid, env, sandboxed: true })).toBe(why);
    },
  );

  it('runs as root for tests, which go without the sandbox', () => {
    expect(hindrance({ platform: 'linux', uid: 0, env: shown, sandboxed: false })).toBeUndefined();
  });
});

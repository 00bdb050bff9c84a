import { expect, it } from 'vitest';
import type { Fetcher } from '../../../../electron/desktop/updates/fetcher.ts';
import { UpdateFault } from '../../../../electron/desktop/updates/update-fault.ts';
import { type BuiltIn, updateSource } from '../../../../electron/desktop/updates/update-source.ts';
import { createUpdates } from '../../../../electron/desktop/updates/updates.ts';
import { updateFeedSchema } from '../../../../shared/model/updates.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

const builtIn: BuiltIn = { feed: 'https://updates.example/console', key: 'a key' };
const appImage = {
  platform: 'linux',
  env: { APPIMAGE: '/home/ana/Console.AppImage' },
  isPackaged: true,
  isStore: false,
} as const;

it('updates come where nothing else replaces the app, and administrators do not forbid them', () => {
  const { feed, key } = builtIn;
  expect(updateSource(appImage, builtIn, {})).toEqual({ way: 'appimage', feed, key });
  const on = (system: object) => updateSource({ ...appImage, env: {}, ...system }, builtIn, {});
  expect(on({ platform: 'win32' })).toMatchObject({ way: 'nsis' });
  expect(on({ platform: 'darwin' })).toMatchObject({ way: 'mac' });
  expect(on({})).toBe('package-manager');
  expect(on({ platform: 'darwin', isStore: true })).toBe('package-manager');
  expect(on({ platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'x' } })).toBe('package-manager');
  expect(on({ platform: 'win32', isPackaged: false })).toBe('package-manager');
  expect(updateSource(appImage, builtIn, { updates: false })).toBe('policy');
  expect(updateSource(appImage, { feed: null, key }, {})).toBe('no-feed');
  expect(updateSource(appImage, { feed, key: null }, { updateFeed: feed ?? '' })).toBe('no-feed');
  const updateFeed = 'https://mirror.example/';
  expect(updateSource(appImage, { feed: null, key }, { updateFeed })).toMatchObject({
    feed: updateFeed,
  });
});

it('a feed is over HTTPS or on this machine, and names no login', () => {
  const right = ['https://updates.example/x', 'http://127.0.0.1:8080/', 'http://[::1]/'];
  for (const url of right) expect(updateFeedSchema.safeParse(url).success).toBe(true);
  const wrong = [
    'http://updates.example/',
    'file:///etc',
    'https://a:b@updates.example/',
    'x',
    '',
    'https://updates.example/x?y',
    'https://updates.example/x#y',
  ];
  for (const url of wrong) expect(updateFeedSchema.safeParse(url).success).toBe(false);
});

interface Step {
  readonly resolve: (value: string | null) => void;
  readonly reject: (error: unknown) => void;
}

function rig({
  chosen = true,
  off = null as 'policy' | null,
  install = null as Error | null,
} = {}) {
  const faults: string[] = [];
  const clock = createManualClock();
  const wishes = { chosen, off };
  const told: string[] = [];
  const steps: Step[] = [];
  const done: string[] = [];
  let onPart = (_part: number): void => undefined;
  const wait = (what: string) => {
    done.push(what);
    return new Promise<string | null>((resolve, reject) => steps.push({ resolve, reject }));
  };
  const fetcher: Fetcher = {
    check: () => wait('check'),
    async download(told) {
      onPart = told;
      await wait('download');
    },
    cancel: () => done.push('cancel'),
    install() {
      if (install !== null) throw install;
      done.push('install');
    },
  };
  const updates = createUpdates({
    chosen: () => wishes.chosen,
    source: () => wishes.off ?? { way: 'appimage', feed: 'https://updates.example/', key: 'a key' },
    fetcher: async () => fetcher,
    clock,
    logFault: (what) => faults.push(what),
  });
  updates.listen((state) => told.push(state.kind));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  /** Asks the feed, as the first that is asked of it, and has it answer that there is this version. */
  const find = async (version: string): Promise<void> => {
    updates.check();
    await settled();
    steps[0]?.resolve(version);
    await settled();
  };
  return {
    clock,
    wishes,
    told,
    faults,
    steps,
    done,
    updates,
    settled,
    find,
    part: (to: number) => onPart(to),
  };
}

it('nothing is asked while nobody chose it, however long the app runs', async () => {
  const { updates, clock, done, settled } = rig({ chosen: false });
  expect(updates.state()).toEqual({ kind: 'off', reason: 'choice' });
  updates.check();
  await clock.advance(7 * 24 * 3_600_000);
  await settled();
  expect(done).toEqual([]);
});

it('the feed is asked a minute after the start and then once a day; nothing is fetched before the user says so', async () => {
  const { updates, clock, done, steps, settled } = rig();
  await clock.advance(60_000);
  await settled();
  steps[0]?.resolve(null);
  await settled();
  expect(updates.state()).toEqual({ kind: 'idle', checkedAt: clock.wall() });
  await clock.advance(24 * 3_600_000);
  await settled();
  steps[1]?.resolve('1.1.0');
  await settled();
  expect(updates.state()).toEqual({ kind: 'available', version: '1.1.0' });
  expect(done).toEqual(['check', 'check']);
});

it('what was fetched is installed when the app ends, and only that', async () => {
  const { updates, done, steps, settled, find, part } = rig();
  await find('1.1.0');
  updates.atQuit();
  expect(done).not.toContain('install');
  updates.download();
  await settled();
  part(0.5);
  expect(updates.state()).toEqual({ kind: 'downloading', version: '1.1.0', part: 0.5 });
  steps[1]?.resolve(null);
  await settled();
  expect(updates.state()).toEqual({ kind: 'ready', version: '1.1.0' });
  updates.close();
  updates.atQuit();
  expect(done).toContain('install');
});

it('fetching is given up, and what comes of it later changes nothing', async () => {
  const { updates, done, steps, settled, find, part } = rig();
  await find('1.1.0');
  updates.download();
  await settled();
  updates.cancel();
  expect(done).toContain('cancel');
  part(0.9);
  steps[1]?.reject(new Error('cancelled'));
  await settled();
  expect(updates.state()).toEqual({ kind: 'available', version: '1.1.0' });
});

it('what fails says why, and can be tried again', async () => {
  const { updates, steps, settled } = rig();
  updates.check();
  await settled();
  steps[0]?.reject(new UpdateFault('signature'));
  await settled();
  expect(updates.state()).toEqual({ kind: 'failed', why: 'signature' });
  updates.check();
  expect(updates.state()).toEqual({ kind: 'checking' });
});

it('a policy that comes ends it at once, and one that goes lets it begin', async () => {
  const { updates, wishes, steps, settled, told } = rig();
  updates.check();
  await settled();
  wishes.off = 'policy';
  updates.settle();
  steps[0]?.resolve('1.1.0');
  await settled();
  expect(updates.state()).toEqual({ kind: 'off', reason: 'policy' });
  wishes.off = null;
  updates.settle();
  expect(updates.state()).toEqual({ kind: 'idle', checkedAt: null });
  expect(told).toEqual(['checking', 'off', 'idle']);
});

it('a check that comes to no end is given up, and nothing more comes of it', async () => {
  const { updates, clock, done, steps, settled } = rig();
  updates.check();
  await settled();
  await clock.advance(60_000);
  expect(updates.state()).toEqual({ kind: 'failed', why: 'unreachable' });
  expect(done).toEqual(['check', 'cancel']);
  steps[0]?.resolve('1.1.0');
  await settled();
  expect(updates.state()).toEqual({ kind: 'failed', why: 'unreachable' });
});

it('nothing is asked where it is switched off while the library loads', async () => {
  const { updates, wishes, done, settled } = rig();
  updates.check();
  wishes.chosen = false;
  updates.settle();
  await settled();
  expect(done).toEqual([]);
});

it('an install that fails is told, and the app ends all the same', async () => {
  const { updates, steps, settled, find, faults } = rig({ install: new Error('no room') });
  await find('1.1.0');
  updates.download();
  await settled();
  steps[1]?.resolve(null);
  await settled();
  updates.atQuit();
  expect(faults).toEqual(['installing an update']);
});

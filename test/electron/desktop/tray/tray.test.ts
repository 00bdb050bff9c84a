import { beforeEach, describe, expect, test, vi } from 'vitest';
import { afterLastWindow } from '../../../../electron/desktop/tray/after-last-window.ts';
import { showBadge } from '../../../../electron/desktop/tray/badge.ts';
import { findTray } from '../../../../electron/desktop/tray/find-tray.ts';
import { countPainted, withDot } from '../../../../electron/desktop/tray/painted-count.ts';
import { createFleetTray } from '../../../../electron/desktop/tray/tray.ts';
import { desktopTexts } from '../../../../shared/texts/desktop.ts';
import { app, BrowserWindow, type StubMenuItem, Tray } from '../../../support/electron-stub.ts';

vi.mock('electron', () => import('../../../support/electron-stub.ts'));

const texts = desktopTexts('en');
const calm = { all: 12, ready: 12, paused: 0, trouble: [], alerts: 0 };
const named = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, name: `P&${i}` }));
const deeds = {
  show: vi.fn(),
  openProxy: vi.fn(),
  openTrouble: vi.fn(),
  openAlerts: vi.fn(),
  pauseAll: vi.fn(),
  quit: vi.fn(),
};
let faults: string[];
let isShown: boolean;

beforeEach(() => {
  vi.clearAllMocks();
  faults = [];
  isShown = true;
  Tray.put = [];
  Tray.fault = null;
  BrowserWindow.opened = [];
});

const create = (platform: NodeJS.Platform = 'linux') =>
  createFleetTray({
    texts,
    deeds,
    platform,
    now: () => calm,
    find: async () => isShown,
    logFault: (what) => faults.push(what),
  });
const item = (id: string): StubMenuItem | undefined =>
  Tray.put[0]?.menu.find((each) => each.id === id);

describe('the tray', () => {
  test('has the state of the fleet, the proxies that need attention, pause and quit', async () => {
    const tray = create();
    expect(await tray.look()).toBe(true);
    expect(Tray.put[0]?.toolTip).toBe('SPCP Console\n12 of 12 ready');
    const { image } = Tray.put[0] ?? {};
    tray.tell({ all: 20, ready: 8, paused: 20, trouble: named(12), alerts: 3 });
    expect(Tray.put).toHaveLength(1);
    expect(Tray.put[0]?.image).not.toBe(image);
    expect(Tray.put[0]?.toolTip).toBe(
      'SPCP Console\n8 of 20 ready · 12 proxies need attention · 3 alerts',
    );
    expect(item('9')?.label).toBe('P&&9');
    expect(item('10')).toBeUndefined();
    expect(item('others')?.label).toBe('And 2 More');
    for (const id of ['show', 'alerts', '9', 'others', 'pause', 'quit'])
      item(id)?.click?.({ checked: false });
    expect(deeds.openProxy).toHaveBeenCalledWith('9');
    expect(deeds.pauseAll).toHaveBeenCalledWith(false);
    expect(item('pause')?.checked).toBe(true);
    for (const deed of Object.values(deeds)) expect(deed).toHaveBeenCalledOnce();
    tray.tell(calm);
    expect(item('alerts')).toBeUndefined();
    expect(item('pause')?.checked).toBe(false);
    Tray.put[0]?.emit('click');
    expect(deeds.show).toHaveBeenCalledTimes(2);
  });

  test('is not there where nobody shows it, and is once somebody does', async () => {
    isShown = false;
    const tray = create();
    tray.tell(calm);
    expect(await tray.look()).toBe(false);
    expect(Tray.put).toEqual([]);
    isShown = true;
    expect(await tray.look()).toBe(true);
    expect(await tray.look()).toBe(true);
    expect(Tray.put).toHaveLength(1);
    isShown = false;
    expect(await tray.look()).toBe(false);
  });

  test('that throws counts as none, and ends nothing', async () => {
    Tray.fault = new Error('no indicator');
    const tray = create();
    expect(await tray.look()).toBe(false);
    Tray.fault = null;
    expect(await tray.look()).toBe(true);
    Tray.fault = new Error('gone');
    tray.tell(calm);
    expect(faults).toEqual(['putting a sign into the tray', 'changing the sign in the tray']);
  });

  test('has the count beside it on macOS, where a click opens its menu', async () => {
    const tray = create('darwin');
    await tray.look();
    tray.tell({ ...calm, trouble: named(2) });
    expect(Tray.put[0]?.title).toBe('2');
    expect(Tray.put[0]?.listenerCount('click')).toBe(0);
  });
});

describe('whether there is a tray', () => {
  const asked: string[] = [];
  const answering = (answers: Readonly<Record<string, string>>) => async (program: string) => {
    asked.push(program);
    const answer = answers[program];
    if (answer === undefined) throw new Error('ENOENT');
    return answer;
  };
  beforeEach(() => {
    asked.length = 0;
  });

  test.each([
    [{ gdbus: '(<true>,)\n' }, true],
    [{ gdbus: '(<false>,)\n' }, false],
    [{ busctl: 'b true\n' }, true],
    [{ 'dbus-send': '   variant       boolean true' }, true],
    [{ 'dbus-send': '   variant       boolean false' }, false],
    [{}, false],
  ])('is asked of the bus on Linux: %j is %s', async (answers, there) => {
    expect(await findTray('linux', answering(answers))).toBe(there);
  });

  test('needs no question on macOS and Windows', async () => {
    expect(await findTray('win32', answering({}))).toBe(true);
    expect(await findTray('darwin', answering({}))).toBe(true);
    expect(asked).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('is no where there is no D-Bus', async () => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nonexistent/bus');
    vi.stubEnv('XDG_RUNTIME_DIR', '/nonexistent');
    expect(await findTray()).toBe(false);
    vi.unstubAllEnvs();
  });
});

test.each([
  [{ platform: 'linux', closeToTray: true, tray: true }, 'stay'],
  [{ platform: 'linux', closeToTray: true, tray: false }, 'quit'],
  [{ platform: 'win32', closeToTray: false, tray: true }, 'quit'],
  [{ platform: 'darwin', closeToTray: false, tray: false }, 'stay'],
] as const)('an app without windows: %j, %s', (has, what) => {
  expect(afterLastWindow(has)).toBe(what);
});

describe('the count on the button of the app', () => {
  test('is a number on Linux and macOS', () => {
    showBadge({ trouble: named(3) }, texts, 'linux');
    expect(app.badge).toBe(3);
    showBadge(calm, texts, 'darwin');
    expect(app.badge).toBe(0);
  });

  test('is a picture with words over each window on Windows', () => {
    const window = new BrowserWindow({ webPreferences: {} });
    showBadge({ trouble: named(1) }, texts, 'win32');
    expect(window.overlay).toMatchObject({
      image: expect.anything(),
      said: '1 proxy needs attention',
    });
    showBadge(calm, texts, 'win32');
    expect(window.overlay).toEqual({ image: null, said: '' });
  });

  test('is painted: another picture for each digit, and one for more than nine', () => {
    const pictures = Array.from({ length: 12 }, (_, i) =>
      Buffer.from(countPainted(i).pixels).toString('base64'),
    );
    expect(new Set(pictures.slice(0, 11)).size).toBe(11);
    expect(pictures[11]).toBe(pictures[10]);
  });

  test('has a dot in the tray, which leaves the rest of the sign as it is', () => {
    const size = { width: 22, height: 22 };
    const plain = { ...size, pixels: new Uint8Array(22 * 22 * 4).fill(7) };
    const { pixels } = withDot(plain);
    const changed = pixels.filter((byte, i) => byte !== plain.pixels[i]).length;
    expect(changed).toBeGreaterThan(100);
    expect(changed).toBeLessThan(pixels.length / 3);
    expect([...pixels.slice(0, 4)]).toEqual([7, 7, 7, 7]);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  closeBeforeQuit,
  endOnFault,
  failToStart,
  lockWhenLeft,
  probeOnResume,
} from '../../../electron/desktop/lifecycle.ts';
import { AppError } from '../../../shared/errors.ts';
import { desktopTexts } from '../../../shared/texts/desktop.ts';
import { app, dialog, powerMonitor } from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

let faults: string[];
const logFault = (what: string, error: unknown): void => {
  faults.push(`${what}: ${error instanceof Error ? error.message : error}`);
};

beforeEach(() => {
  faults = [];
  app.removeAllListeners();
  app.exitCode = undefined;
  dialog.errors.length = 0;
  powerMonitor.removeAllListeners();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const exited = (): Promise<number> => new Promise((resolve) => app.once('exit', resolve));

describe('quitting', () => {
  test('the console is closed, once, before the app ends', async () => {
    let done = (): void => {};
    const close = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          done = resolve;
        }),
    );
    closeBeforeQuit(close, logFault);
    const preventDefault = vi.fn();
    app.emit('will-quit', { preventDefault });
    app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(2);
    expect(close).toHaveBeenCalledOnce();
    expect(app.exitCode).toBeUndefined();
    const end = exited();
    done();
    expect(await end).toBe(0);
  });

  test('a console that cannot be closed is written down, and the app ends all the same', async () => {
    closeBeforeQuit(() => Promise.reject(new Error('disk full')), logFault);
    const end = exited();
    app.quit();
    expect(await end).toBe(0);
    expect(faults).toEqual(['ending: disk full']);
  });

  test('a console that does not end is left behind after a while', () => {
    vi.useFakeTimers();
    closeBeforeQuit(() => new Promise(() => {}), logFault);
    app.quit();
    vi.advanceTimersByTime(4999);
    expect(app.exitCode).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(app.exitCode).toBe(0);
    expect(faults).toHaveLength(1);
  });
});

test('after a sleep and after the screen was unlocked every waiting proxy is tried', () => {
  const probe = vi.fn();
  probeOnResume(probe);
  powerMonitor.emit('resume');
  powerMonitor.emit('unlock-screen');
  expect(probe).toHaveBeenCalledTimes(2);
});

test('when the machine goes to sleep and when its screen is locked, the vault is locked', () => {
  const lock = vi.fn();
  lockWhenLeft(lock);
  powerMonitor.emit('suspend');
  powerMonitor.emit('lock-screen');
  expect(lock).toHaveBeenCalledTimes(2);
});

describe('a bug in the main process', () => {
  const listeners = (): [Set<unknown>, Set<unknown>] => [
    new Set(process.listeners('uncaughtException')),
    new Set(process.listeners('unhandledRejection')),
  ];
  const armed = (end: (code: number) => void) => {
    const [before, beforeRejection] = listeners();
    endOnFault(logFault, '/data/logs/faults.log', desktopTexts('en'), end);
    const thrown = process.listeners('uncaughtException').find((one) => !before.has(one));
    const rejected = process
      .listeners('unhandledRejection')
      .find((one) => !beforeRejection.has(one));
    if (!thrown || !rejected) throw new Error('nobody listens');
    process.off('uncaughtException', thrown);
    process.off('unhandledRejection', rejected);
    return { thrown, rejected };
  };

  test('is written down and shown with the place of the log, and ends the app', () => {
    const end = vi.fn();
    armed(end).thrown(new Error('bug'), 'uncaughtException');
    expect(faults).toEqual(['uncaught: bug']);
    expect(dialog.errors).toEqual([
      { title: 'SPCP Console must end', text: expect.stringContaining('/data/logs/faults.log') },
    ]);
    expect(end).toHaveBeenCalledWith(1);
  });

  test('as a rejection that nobody handles is written down only', () => {
    const end = vi.fn();
    armed(end).rejected(new Error('bug'), Promise.resolve());
    expect(faults).toEqual(['unhandled rejection: bug']);
    expect(end).not.toHaveBeenCalled();
  });
});

test('an app that cannot start says why and ends with 1', () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  failToStart('en', new Error('The directory /data cannot be written.'));
  expect(dialog.errors).toEqual([
    { title: 'SPCP Console cannot start', text: 'The directory /data cannot be written.' },
  ]);
  expect(app.exitCode).toBe(1);
});

test('an app that cannot start says why in the language of the system', () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  failToStart(
    'es-ES',
    new AppError('invalid-input', { case: 'data-directory', field: 'data-dir' }),
  );
  expect(dialog.errors).toEqual([
    {
      title: 'SPCP Console no puede iniciarse',
      text: '--data-dir no indica ningún directorio. Indique el directorio detrás de --data-dir.',
    },
  ]);
});

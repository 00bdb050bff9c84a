import { execFile } from 'node:child_process';

/** So long one program is waited for, milliseconds. */
const patienceMs = 3000;

const watcher = 'org.kde.StatusNotifierWatcher';
const property = 'IsStatusNotifierHostRegistered';
const path = '/StatusNotifierWatcher';
const get = 'org.freedesktop.DBus.Properties.Get';

/** Programs that read a property of the session's bus, of which most systems have one. */
const readers: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest',
      watcher,
      '--object-path',
      path,
      '--method',
      get,
      watcher,
      property,
    ],
  ],
  ['busctl', ['--user', 'get-property', watcher, path, watcher, property]],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply=literal',
      `--dest=${watcher}`,
      path,
      get,
      `string:${watcher}`,
      `string:${property}`,
    ],
  ],
];

/**
 * Whether somebody shows the signs that apps put into the tray. macOS and Windows always do. On Linux Electron puts one there whether or not
 * anybody shows it, so the bus is asked; where there is no bus, no program to ask it with, or no answer, there is none: an app that hid in it would be
 * lost.
 */
export async function findTray(
  platform: NodeJS.Platform = process.platform,
  run: (program: string, args: readonly string[]) => Promise<string> = runProgram,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [program, args] of readers) {
    try {
      return /\btrue\b/.test(await run(program, args));
    } catch {
      // It is not there, or nobody answers it: the next one may be.
    }
  }
  return false;
}

function runProgram(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: patienceMs, maxBuffer: 64 * 1024 };
    execFile(program, args, options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(error);
    });
  });
}

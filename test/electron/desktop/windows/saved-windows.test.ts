import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  mostWindows,
  readWindows,
  type SavedWindow,
  saveWindows,
} from '../../../../electron/desktop/windows/saved-windows.ts';

const bounds = { x: 2000, y: 40, width: 1000, height: 700, maximized: true };
const display = { id: 7, x: 1920, y: 0, width: 1280, height: 1024 };
const wall: SavedWindow = { ...bounds, fullScreen: true, address: '/wall', display, console: null };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-windows-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const write = (text: string): void => writeFileSync(join(directory, 'window.json'), text);

test('what was saved is read', () => {
  const board = { ...wall, address: '/', display: null };
  saveWindows(directory, [wall, board]);
  expect(readWindows(directory)).toEqual([wall, board]);
});

test('the one window of an earlier release is read, on the board', () => {
  write(JSON.stringify(bounds));
  expect(readWindows(directory)).toEqual([
    { ...bounds, fullScreen: false, address: '/', display: null, console: null },
  ]);
});

test.each([
  '',
  '{',
  'null',
  '{"x":1}',
  '{"x":0,"y":0,"width":10,"height":10,"maximized":false}',
  '{"version":3,"windows":[]}',
  '{"version":2,"windows":7}',
  `{"version":2,"windows":[],"${'x'.repeat(2_000_000)}":1}`,
])('a damaged file counts as none: %.60j', (text) => {
  write(text);
  expect(readWindows(directory)).toEqual([]);
});

test.each([
  { address: 'https://example.com/' },
  { address: '/nowhere' },
  { address: `/?text=${'x'.repeat(10_000)}` },
  { width: 10 },
  { width: 2 ** 53 - 1, display: null },
  { height: 2 ** 53 - 1, display: null },
  { x: '0' },
  { display: {} },
])(
  'of a file that somebody changed, the windows are read that are as they should be: %.60j',
  (change) => {
    write(JSON.stringify({ version: 2, windows: [{ ...wall, ...change }, wall] }));
    expect(readWindows(directory)).toEqual([wall]);
  },
);

test('a directory that lies where it is written is no hindrance', () => {
  mkdirSync(join(directory, 'window.json.new', 'within'), { recursive: true });
  saveWindows(directory, [wall]);
  expect(readWindows(directory)).toEqual([wall]);
});

test('no more are opened than can be', () => {
  write(JSON.stringify({ version: 2, windows: Array(mostWindows + 5).fill(wall) }));
  expect(readWindows(directory)).toHaveLength(mostWindows);
});

test.runIf(process.platform !== 'win32')(
  'a named pipe in its place counts as none, and a link where it is written is not followed',
  () => {
    execFileSync('mkfifo', [join(directory, 'window.json')]);
    expect(readWindows(directory)).toEqual([]);
    const outside = join(directory, 'outside');
    writeFileSync(outside, 'precious');
    symlinkSync(outside, join(directory, 'window.json.new'));
    saveWindows(directory, [wall]);
    expect(readFileSync(outside, 'utf8')).toBe('precious');
    expect(readWindows(directory)).toEqual([wall]);
  },
);

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeWindow, readBounds, saveBounds } from '../../../electron/desktop/window-bounds.ts';

const displays = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];
const bounds = { x: 2000, y: 40, width: 1000, height: 700, maximized: true };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-bounds-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a window opens where it was', () => {
  saveBounds(directory, bounds);
  expect(placeWindow(readBounds(directory), displays)).toEqual(bounds);
});

test('without a saved place the system chooses one', () => {
  expect(placeWindow(readBounds(directory), displays)).toEqual({
    width: 1280,
    height: 820,
    maximized: false,
  });
});

test('a place on a display that is gone is given up, the size is kept', () => {
  expect(placeWindow(bounds, displays.slice(0, 1))).toEqual({
    width: 1000,
    height: 700,
    maximized: true,
  });
});

test.each([
  { ...bounds, y: -300 },
  { ...bounds, x: 3150 },
  { ...bounds, y: 1000 },
])('a window whose title bar nobody could take hold of is placed anew: %o', (place) => {
  expect(placeWindow(place, displays)).not.toHaveProperty('x');
});

test.each(['', '{', '{"x":1}', '{"x":0,"y":0,"width":10,"height":10,"maximized":false}'])(
  'a damaged file counts as none: %j',
  (text) => {
    writeFileSync(join(directory, 'window.json'), text);
    expect(readBounds(directory)).toBeUndefined();
  },
);

test.runIf(process.platform !== 'win32')(
  'a named pipe in its place counts as none, and a link where it is written is not followed',
  () => {
    execFileSync('mkfifo', [join(directory, 'window.json')]);
    expect(readBounds(directory)).toBeUndefined();
    const outside = join(directory, 'outside');
    writeFileSync(outside, 'precious');
    symlinkSync(outside, join(directory, 'window.json.new'));
    saveBounds(directory, bounds);
    expect(readFileSync(outside, 'utf8')).toBe('precious');
    expect(readBounds(directory)).toEqual(bounds);
  },
);

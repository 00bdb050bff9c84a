import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openProfiles } from '../../electron/store/documents/profiles.ts';
import { cardOfBoard, keepWhenDrawn } from '../bench/support/keep-when-drawn.ts';
import { fillWithProfiles } from '../bench/support/profile-directory.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-bench-test-'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(directory, { recursive: true, force: true });
});

test('a directory that was filled has so many profiles, and none of them connects by itself', async () => {
  await fillWithProfiles(directory, 50);
  const { store } = await openProfiles(directory);
  const all = store.list();
  store.close();
  expect(all.map(({ name }) => name)).toEqual(
    Array.from({ length: 50 }, (_, n) => `proxy ${n + 1}`),
  );
  expect(all.filter(({ autoConnect }) => autoConnect)).toEqual([]);
});

test('a page is drawn when there is a card of the board, and not by its heading', async () => {
  const there = new Set<string>();
  let changed = (): void => undefined;
  const window: { drawnAt?: number } = {};
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', {
    querySelector: (selector: string) => (there.has(selector) ? {} : null),
  });
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => paint());
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(look: () => void) {
        changed = look;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  const painted = () => new Promise((resolve) => setTimeout(resolve));
  keepWhenDrawn(cardOfBoard);
  there.add('h1');
  changed();
  await painted();
  expect(window.drawnAt).toBeUndefined();
  there.add(cardOfBoard);
  changed();
  await painted();
  expect(window.drawnAt).toBeGreaterThan(0);
});

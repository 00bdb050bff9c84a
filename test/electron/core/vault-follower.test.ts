import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../build/tool.ts';
import { isUse } from '../../../electron/core/vault-follower.ts';
import { calls } from '../../../shared/ipc/contract.ts';

/** The text of every file of the windows, by its path. */
const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, 'renderer', path), 'utf8') }));

/** What `renderer/api` asks for a user. */
const byHand = ['preferences.set', 'fleet.pause', 'desktop.openWindow'];

/** What a view fetches when it is shown, what is kept up to date by news, and what is asked beside the views. */
const asked = sources.flatMap(({ path, text }) => {
  const patterns = [
    /\b(?:useCall|callQuery|queryKeyOf)\(\s*(?:\w+,\s*)?'([^']+)'/g,
    ...(path.startsWith('api') ? [/\bcall\(\s*'([^']+)'/g] : []),
    ...(path === join('api', 'live.ts') ? [/'(\w+\.\w+)'/g] : []),
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name));
});
const names = [...new Set(asked)].filter((name) => name in calls && !byHand.includes(name));

it('takes nothing that windows ask by themselves for somebody who uses the app', () => {
  for (const name of [
    'plans.get',
    'copies.show',
    'fleet.visible',
    'history.range',
    'history.totals',
    'events.list',
  ]) {
    expect(names).toContain(name);
  }
  expect(names.filter((name) => isUse(name as keyof typeof calls))).toEqual([]);
});

it.each([
  'profiles.save',
  'change.bufferSize',
  'fleet.connect',
  'vault.setIdle',
  'desktop.openWindow',
  'desktop.setStartAtLogin',
  'updates.check',
  'updates.download',
  'support.diagnostics',
] as const)('takes %s for that', (name) => {
  expect(isUse(name)).toBe(true);
});

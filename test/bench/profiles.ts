import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Console, createConsole } from '../../electron/console.ts';
import { ownWindow } from '../../electron/core/actor.ts';
import { openProfiles } from '../../electron/store/documents/profiles.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import { longestPart } from '../../shared/ipc/calls/export.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { ServerMessage } from '../../shared/ipc/wire.ts';
import { exportText } from '../../shared/model/profile-export.ts';
import {
  type ProfileBook,
  profileFolderSchema,
  storedProfileSchema,
} from '../../shared/model/stored-profile.ts';
import type { Report } from './support/benchmark.ts';
import { pause, quantile, timeEach } from './support/measure.ts';

const count = 2000;
const folderCount = 100;
const times = 9;
/** Longer than events wait to be written together. */
const quietMs = 2500;

/** Nothing connects by itself: what is measured is profiles, and no proxy. */
function madeUpBook(): ProfileBook {
  const folders = Array.from({ length: folderCount }, (_, n) => ({
    id: randomUUID(),
    name: `folder ${n}`,
    parentId: null,
    colour: 'none' as const,
    kept: true,
    settings: { user: 'operator', autoConnect: false },
  }));
  const profiles = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    name: `proxy ${n}`,
    host: `10.0.${Math.floor(n / 250)}.${n % 250}`,
    folderId: folders[n % folderCount]?.id ?? null,
    tags: n % 3 === 0 ? 'mail, eu' : '',
    notes: n % 10 === 0 ? 'Behind the old switch; ask before it is restarted.' : '',
    colour: 'none' as const,
    favourite: false,
    settings: { port: 9000 + (n % 100) },
  }));
  return { folders, profiles, tags: [], classes: [] };
}

const fileSchema = z.looseObject({
  profiles: z.array(storedProfileSchema),
  folders: z.array(profileFolderSchema),
});

/** The least that reading such a text takes. */
const parse = async (text: string): Promise<unknown> => fileSchema.parse(JSON.parse(text));

/** A window of a console, and how many bytes it is told. */
function openWindow(core: Console) {
  let lastId = 0;
  let told = 0;
  const waiting = new Map<number, (message: ServerMessage & { type: 'result' }) => void>();
  const connection = core.router.connect((message) => {
    if (message.type === 'result') waiting.get(message.id)?.(message);
    else told += Buffer.byteLength(JSON.stringify(message));
  }, ownWindow());
  for (const topic of ['profiles.changed', 'folders.changed', 'events.added', 'audit.changed']) {
    connection.receive({ type: 'subscribe', id: ++lastId, topic, params: {} });
  }
  return {
    told: () => told,
    call: <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, ({ result }) => {
          waiting.delete(id);
          if (result.ok) resolve(result.value as CallOutput<N>);
          else reject(new Error(JSON.stringify(result.error)));
        });
        connection.receive({ type: 'call', id, name, input });
      }),
    close: () => connection.close(),
  };
}

/** Runs a task with a console on a data directory of its own, and a window of it. */
async function withConsole(
  task: (window: ReturnType<typeof openWindow>, directory: string) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const logFault = (what: string, error: unknown): never => {
    throw new Error(what, { cause: error });
  };
  const vault = await openVaults({ directory, logFault });
  const core = await createConsole({ directory, shell: 'web', version: 'bench', vault, logFault });
  const window = openWindow(core);
  try {
    await task(window, directory);
  } finally {
    window.close();
    await core.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Resolves once the window was told nothing for a while. */
async function quiet(window: ReturnType<typeof openWindow>): Promise<void> {
  for (let before = -1; before !== window.told(); ) {
    before = window.told();
    await pause(quietMs);
  }
}

export async function profiles(report: Report): Promise<void> {
  const text = exportText(madeUpBook());
  const floor = quantile(await timeEach(times, () => parse(text)), 0.5);
  const beside = { what: 'JSON.parse and zod', value: floor };
  await withConsole(async (window, directory) => {
    let rewrites = 0;
    const watcher = watch(directory, (event, name) => {
      if (event === 'rename' && name === 'profiles.json') rewrites++;
    });
    const start = performance.now();
    const { token } = await window.call('import.begin', { length: text.length });
    for (let at = 0; at < text.length; at += longestPart) {
      await window.call('import.part', { token, text: text.slice(at, at + longestPart) });
    }
    const { rows } = await window.call('import.read', { token });
    const previewed = performance.now() - start;
    const choices = rows.map(() => 'add' as const);
    await window.call('import.apply', { token, choices, withPasswords: false });
    const value = performance.now() - start;
    const budget = { of: 'value', most: 1000 } as const;
    report({ what: 'reading a file and previewing 2,000', value: previewed, unit: 'ms', beside });
    report({ what: 'importing 2,000, preview included', value, unit: 'ms', beside, budget });
    // What came of it is written into the log of events, and told, a while later.
    await quiet(window);
    watcher.close();
    report({
      what: 'rewrites of the file for it',
      value: rewrites,
      unit: 'writes',
      budget: { of: 'value', most: 1 },
    });

    const [profile] = await window.call('profiles.list', {});
    if (profile === undefined) throw new Error('2,000 were imported');
    const before = window.told();
    await window.call('profiles.save', {
      id: profile.id,
      base: profile,
      draft: { ...profile, notes: 'One line more.' },
    });
    await quiet(window);
    report({
      what: 'told to each window of one edit',
      value: window.told() - before,
      unit: 'bytes',
      budget: { of: 'value', most: 2000 },
    });

    const saved = readFileSync(join(directory, 'profiles.json'), 'utf8');
    const reading = await timeEach(times, async () => {
      const { store } = await openProfiles(directory);
      if (store.list().length !== count) throw new Error('not all of them were read');
      store.close();
    });
    report({
      what: 'a start reads 2,000 in 100 folders',
      value: quantile(reading, 0.5),
      unit: 'ms',
      beside: {
        what: 'JSON.parse and zod',
        value: quantile(await timeEach(times, () => parse(saved)), 0.5),
      },
      budget: { of: 'value', most: 100 },
    });
  });
}

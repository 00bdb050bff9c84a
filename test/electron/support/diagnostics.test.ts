import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sayDiagnostics } from '../../../electron/support/diagnostics.ts';
import { openLog } from '../../../electron/support/log.ts';
import { systemFacts } from '../../../electron/support/system-facts.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';

const directory = '/home/ana/.local/share/spcp-console';
const profile = {
  ...profileDraftSchema.parse({
    name: 'Mail Lisbon',
    host: 'mail.lisbon.example',
    user: 'operator7',
    folder: 'Europe/Iberia',
    tags: 'critical, edge',
    transport: 'ssh',
    sshDestination: 'ana@jump.example',
  }),
  id: '00000000-0000-4000-8000-000000000001',
};

function faults() {
  const log = openLog({ shell: 'web', version: '1', show: () => undefined, now: () => 0 });
  const gone = new Error(
    `connect ECONNREFUSED 192.0.2.7:9090 mail.lisbon.example\n    at jump.example (critical.js:1:2)\n at ${directory}/x`,
  );
  log.fault('polling', Object.assign(gone, { code: 'ECONNREFUSED', name: 'operator7' }));
  log.fault('asking', 'gone.lisbon.example is not reached');
  return log.faults();
}

async function facts() {
  return {
    info: {
      version: '1.2.3',
      shell: 'web',
      dataDirectory: directory,
      vault: { kind: 'session', persistent: false, backend: null, reason: 'web-shell' },
      kernelSctp: { available: false, reason: 'none' },
    },
    system: {
      ...(await systemFacts('/nowhere', 0)),
      files: [
        { name: 'console.db', size: 1024 * 1024, isOurs: true },
        { name: 'Lisbon\nLast faults.json', size: 1, isOurs: false },
      ],
      moreFiles: 2,
    },
    profiles: [profile],
    folders: ['Europe', 'Iberia'],
    states: [
      { kind: 'off' },
      {
        kind: 'waiting',
        why: { code: 'connect-timeout', detail: { seconds: 10 } },
        since: 0,
        until: 1,
        attempt: 1,
      },
    ],
    paused: 1,
    missedPolls: 3,
    openAlerts: 2,
    plans: 4,
    notices: ['history-in-memory'],
    policy: false,
    faults: faults(),
  } as unknown as Parameters<typeof sayDiagnostics>[0];
}

test('versions, ways, counts and the last faults are told', async () => {
  const text = sayDiagnostics(await facts(), true);
  for (const line of [
    'version: 1.2.3',
    'vault: session',
    'kernel SCTP: not here (none)',
    'profiles by ssh: 1',
    'off: 1',
    'waiting: 1',
    'because of connect-timeout: 1',
    'missed polls: 3',
    'open alerts: 2',
    'notice history-in-memory: 1',
    'console.db: 1.0 MiB',
    '1970-01-01T00:00:00.000Z polling',
    'Lisbon<U+000A>Last faults.json: 0.0 MiB',
    'other files: 2',
  ])
    expect(text).toContain(line);
  expect(text).toContain('mail.lisbon.example');
});

test('nothing names a host, a proxy, a folder, a tag, a person or a path of theirs unless it is wanted', async () => {
  const text = sayDiagnostics(await facts(), false);
  for (const name of [
    'Lisbon',
    'lisbon',
    'jump.example',
    'operator7',
    'Iberia',
    'critical',
    '192.0.2.7',
    'fe80::1',
    '/home/ana',
    'critical.js',
  ])
    expect(text).not.toContain(name);
  expect(text).toContain('path: [data directory]');
  expect(text).toContain('console.db: 1.0 MiB');
  expect(text).toContain('other files: 3');
  expect(text).toMatch(/polling\n {4}a fault ECONNREFUSED\n {4}diagnostics\.test\.ts:\d+:\d+\n/);
  expect(text).toContain('asking\n    a fault\n');
});

test('of a command for passwords the words are told with names only', async () => {
  const known = await facts();
  const vault = { kind: 'command', persistent: true, backend: 'pass show lisbon', reason: null };
  const given = { ...known, info: { ...known.info, vault } } as typeof known;
  expect(sayDiagnostics(given, false)).toContain('backend: [command]');
  expect(sayDiagnostics(given, true)).toContain('backend: pass show lisbon');
});

test('the files of the app are known by their names', async () => {
  const top = await mkdtemp(join(tmpdir(), 'spcp-facts-'));
  try {
    for (const name of ['console.db-wal', 'profiles.json', 'a-customer.json'])
      await writeFile(join(top, name), 'x');
    expect((await systemFacts(top, 0)).files).toEqual([
      { name: 'console.db-wal', size: 1, isOurs: true },
      { name: 'profiles.json', size: 1, isOurs: true },
      { name: 'a-customer.json', size: 1, isOurs: false },
    ]);
  } finally {
    await rm(top, { recursive: true, force: true });
  }
});

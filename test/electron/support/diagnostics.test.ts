import { expect, test } from 'vitest';
import { sayDiagnostics } from '../../../electron/support/diagnostics.ts';
import { systemFacts } from '../../../electron/support/system-facts.ts';
import { withoutNames } from '../../../electron/support/without-names.ts';
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
      hostname: 'workstation9',
      user: 'ana',
      home: '/home/ana',
      files: [{ name: 'console.db', size: 1024 * 1024 }],
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
    faults: [
      {
        at: 0,
        what: 'polling Mail Lisbon',
        text: `Error: connect ECONNREFUSED 192.0.2.7:9090 mail.lisbon.example fe80::1 of operator7\n at ${directory}/x`,
      },
    ],
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
    '1970-01-01T00:00:00.000Z polling Mail Lisbon',
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
    'workstation9',
    '192.0.2.7',
    'fe80::1',
    '/home/ana',
  ])
    expect(text).not.toContain(name);
  expect(text).toContain('path: [data directory]');
  expect(text).toContain('ECONNREFUSED [host]');
});

test('the same name has the same sign, a longer one comes first, and a part of a word stays', () => {
  const known = { hosts: ['a', 'a.example'], names: ['io'], directories: [] };
  expect(withoutNames('a a.example radio io a', known)).toBe(
    '[host 1] [host 2] radio [name 1] [host 1]',
  );
});

test('addresses are found whatever stands around them', () => {
  const known = { hosts: [], names: [], directories: [] };
  expect(withoutNames('192.0.2.7:9090, [2001:db8::7]:9090 (::1) 10.0.0.1.', known)).toBe(
    '[address]:9090, [[address]]:9090 ([address]) [address].',
  );
});

test('times, versions and places in files are no addresses', () => {
  const known = { hosts: [], names: [], directories: [] };
  for (const text of ['at 12:34:56', '1.2.3', 'main.js:12:34', '2026-01-02T12:00:00.000Z'])
    expect(withoutNames(text, known)).toBe(text);
});

import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../../electron/support/log.ts';
import { withoutSecrets } from '../../../electron/support/without-secrets.ts';

let top: string;
let file: string;
let shown: string[] = [];

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'spcp-log-'));
  file = join(top, 'logs/console.log');
  shown = [];
});
afterEach(() => rm(top, { recursive: true, force: true }));

const noon = Date.parse('2026-01-02T12:00:00Z');

function open() {
  const log = openLog({
    shell: 'web',
    version: '1.2.3',
    show: (text) => shown.push(text),
    now: () => noon,
  });
  log.writeTo(file);
  return log;
}

async function entries(): Promise<Record<string, unknown>[]> {
  return (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a fault is a line of JSON with its time, its place and its stack, in a file of this user, and is shown', async () => {
  open().fault('polling', new TypeError('no such thing'));
  const [entry] = await entries();
  expect(entry).toMatchObject({
    level: 'error',
    at: '2026-01-02T12:00:00.000Z',
    shell: 'web',
    version: '1.2.3',
    what: 'polling',
    error: expect.stringMatching(/^TypeError: no such thing\n +at /),
  });
  expect(shown).toEqual([
    expect.stringMatching(/^2026-01-02T12:00:00.000Z polling: TypeError: no such thing\n +at /),
  ]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('what is no fault is written, and not shown', async () => {
  open().note('the console began', { pid: 7 });
  expect(await entries()).toMatchObject([{ level: 'info', what: 'the console began', pid: 7 }]);
  expect(shown).toEqual([]);
});

test('before a file is known, what is logged is shown alone', () => {
  const log = openLog({ shell: 'web', version: '1', show: (text) => shown.push(text) });
  log.fault('starting', 'no place yet');
  expect(shown).toHaveLength(1);
  expect(log.faults()).toMatchObject([{ what: 'starting', text: 'no place yet' }]);
});

test('a long log is put aside, and of those that were the four latest are kept', async () => {
  const log = open();
  log.note('first');
  for (let round = 1; round <= 6; round += 1) {
    await writeFile(file, String(round).repeat(1024 * 1024 + 1));
    log.note('next', { round });
  }
  expect((await readdir(join(top, 'logs'))).sort()).toEqual([
    'console.log',
    'console.log.1',
    'console.log.2',
    'console.log.3',
    'console.log.4',
  ]);
  expect(await entries()).toMatchObject([{ what: 'next', round: 6 }]);
  expect((await readFile(`${file}.1`, 'utf8')).slice(0, 3)).toBe('666');
  expect((await readFile(`${file}.4`, 'utf8')).slice(0, 3)).toBe('333');
});

test('one fault is cut where it would push the others out', async () => {
  open().fault('huge', 'x'.repeat(100_000));
  expect((await stat(file)).size).toBeLessThan(10_000);
});

test('the last twenty faults are known, oldest first', () => {
  const log = open();
  for (let number = 1; number <= 25; number += 1) log.fault(`fault ${number}`, 'x');
  expect(log.faults().map(({ what }) => what)).toEqual(
    Array.from({ length: 20 }, (_, index) => `fault ${index + 6}`),
  );
});

test('secrets are taken out of what is written, shown and kept', async () => {
  const log = open();
  const key = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF';
  log.fault(
    'asking',
    new Error(`https://ana:hunter2@example.org/?token=abc123 password: "hunter2" key ${key}`),
  );
  log.note('asked', { password: 'hunter2', url: 'https://ana:hunter2@example.org/' });
  const written = await readFile(file, 'utf8');
  const everything = [written, ...shown, JSON.stringify(log.faults())].join('\n');
  for (const secret of ['hunter2', 'abc123', key]) expect(everything).not.toContain(secret);
  expect(written).toContain('example.org');
});

test('what is no secret stays', () => {
  for (const text of [
    'connect ECONNREFUSED 192.0.2.7:9090',
    'the password is needed again',
    'at openLog (file:///opt/console/main.js:12:34)',
  ])
    expect(withoutSecrets(text)).toBe(text);
});

test('what cannot be put into words is told all the same', () => {
  const log = open();
  log.fault(
    'hostile',
    Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('never');
      },
    }),
  );
  expect(shown).toHaveLength(1);
});

test('a log that cannot be written is told, and throws nothing', async () => {
  await writeFile(join(top, 'logs'), 'a file is in the way');
  open().fault('polling', new Error('lost'));
  expect(shown.join('\n')).toContain('polling: Error: lost');
  expect(shown.join('\n')).toContain('console.log cannot be written');
});

test.runIf(process.platform !== 'win32')(
  'a named pipe or a link in its place is told, and neither waited for nor followed',
  async () => {
    await mkdir(join(top, 'logs'));
    execFileSync('mkfifo', [file]);
    const log = open();
    log.fault('polling', 'first');
    await rm(file);
    await symlink(join(top, 'outside'), file);
    log.fault('polling', 'second');
    expect(shown.join('\n').match(/console.log cannot be written/g)).toHaveLength(2);
    await expect(stat(join(top, 'outside'))).rejects.toMatchObject({ code: 'ENOENT' });
  },
);

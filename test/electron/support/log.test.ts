import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../../electron/support/log.ts';

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

test('a field says what it was given, under a name that no entry has', async () => {
  const log = open();
  log.note('updates', { said: 'Checking for update' });
  log.note('updates', { said: new Error('no feed') as never });
  // @ts-expect-error: of two values of one name a reader sees one.
  log.note('updates', { what: 'lost' });
  expect((await entries()).slice(0, 2)).toMatchObject([
    { what: 'updates', said: 'Checking for update' },
    { what: 'updates', said: expect.stringContaining('Error: no feed') },
  ]);
});

test('a fault of any size and depth is told by a few of its parts', () => {
  const untouched = new Proxy(new Error('huge'), {
    ownKeys: () => {
      throw new Error('every part was looked at');
    },
  });
  const log = open();
  log.fault('polling', untouched);
  let deep = new Error('innermost');
  for (let depth = 0; depth < 20_000; depth += 1) deep = new Error('outer', { cause: deep });
  log.fault('polling', deep);
  log.fault(
    'polling',
    new AggregateError(
      Array.from({ length: 20_000 }, (_, index) => new Error(`part ${index}`)),
      'many',
    ),
  );
  const [huge, deepText, many] = log.faults().map(({ text }) => text);
  expect(huge).toContain('Error: huge');
  expect(deepText?.match(/because of/g)).toHaveLength(5);
  expect(many).toContain('part 4');
  expect(many).not.toContain('part 5\n');
});

test('causes and codes are told', () => {
  const log = open();
  const cause = Object.assign(new Error('no route'), { code: 'EHOSTUNREACH' });
  log.fault('polling', new Error('not reached', { cause }));
  expect(log.faults()[0]?.text).toMatch(
    /not reached[\s\S]*because of Error: no route[\s\S]*EHOSTUNREACH/,
  );
});

test('what a terminal would obey is shown by its name, and ends of lines stay', () => {
  open().fault('asking\u001b[2J', 'one \u001b]0;title\u0007 \u202e\ntwo');
  expect(shown).toEqual([
    '2026-01-02T12:00:00.000Z asking<U+001B>[2J: one <U+001B>]0;title<U+0007> <U+202E>\ntwo',
  ]);
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

test('what lies in the place of a log that was put aside is gone round', async () => {
  const log = open();
  log.note('first');
  await mkdir(`${file}.4/kept`, { recursive: true });
  await mkdir(`${file}.2/kept`, { recursive: true });
  for (let round = 1; round <= 3; round += 1) {
    await writeFile(file, String(round).repeat(1024 * 1024 + 1));
    log.note('next', { round });
  }
  expect(await entries()).toMatchObject([{ what: 'next', round: 3 }]);
  expect((await readFile(`${file}.1`, 'utf8')).slice(0, 3)).toBe('333');
  expect((await readFile(`${file}.3`, 'utf8')).slice(0, 3)).toBe('222');
  expect(shown).toEqual([]);
});

test('a log that cannot be put aside begins anew, which is told once', async () => {
  const log = open();
  for (const number of [1, 2, 3, 4]) await mkdir(`${file}.${number}`, { recursive: true });
  for (let round = 1; round <= 2; round += 1) {
    await writeFile(file, 'x'.repeat(1024 * 1024 + 1));
    log.note('next', { round });
  }
  expect(await entries()).toMatchObject([{ what: 'next', round: 2 }]);
  expect(shown).toEqual([expect.stringContaining('begins anew')]);
});

test('the same failure to write is told once', async () => {
  await writeFile(join(top, 'logs'), 'a file is in the way');
  const log = open();
  for (let round = 1; round <= 3; round += 1) log.note('next', { round });
  expect(shown).toHaveLength(1);
});

test.runIf(process.platform !== 'win32')(
  'a link in the place of its directory is not followed',
  async () => {
    await mkdir(join(top, 'outside'));
    await symlink(join(top, 'outside'), join(top, 'logs'));
    open().note('lost');
    expect(await readdir(join(top, 'outside'))).toEqual([]);
    expect(shown).toEqual([expect.stringContaining('cannot be written')]);
  },
);

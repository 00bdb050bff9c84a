import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type CommandVault,
  createCommandVault,
} from '../../../../../electron/store/secrets/command/command-vault.ts';
import { placeSchema } from '../../../../../shared/model/place.ts';
import type { VaultCommand } from '../../../../../shared/model/vault.ts';
import { speaker } from '../../../../../shared/texts/say.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const place = placeSchema.parse({ host: 'proxy.example', user: 'operator' });
const planted = 'pl4nted-secret';
let directory: string;
let now: number;
let timers: { readonly milliseconds: number; readonly task: () => void }[];

beforeEach(() => {
  directory = temporaryDirectory();
  now = 0;
  timers = [];
});

const clock = {
  now: () => now,
  after(milliseconds: number, task: () => void) {
    const timer = { milliseconds, task };
    timers.push(timer);
    return () => {
      timers = timers.filter((each) => each !== timer);
    };
  },
};

/** A vault on a shell script, which finds its arguments in `$1` and so on. */
function vaultOn(script: string, more: Partial<VaultCommand> = {}): CommandVault {
  const program = join(directory, 'ask');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o700);
  const command = {
    arguments: [program, '{user}', '{host}', '{profile}'],
    timeoutSeconds: 300,
    cacheMinutes: 0,
    ...more,
  };
  return createCommandVault(() => command, clock);
}

const asked = (vault: CommandVault, name = 'Madrid', id = 'one') =>
  vault.get(id, { ...place, name });
const runs = () => readFileSync(join(directory, 'runs'), 'utf8').trim().split('\n').length;
const counting = `echo x >> "$(dirname "$0")/runs"; echo ${planted}`;

describe('an external command', () => {
  it('is given user, host and name of the profile, and prints the password', async () => {
    const vault = vaultOn(`printf '%s|%s|%s' "$1" "$2" "$3"`);
    expect(await asked(vault, 'Sala "1" $(id)')).toBe('operator|proxy.example|Sala "1" $(id)');
  });

  it('takes the end of a line away, and no space', async () => {
    expect(await asked(vaultOn(`printf ' with space \\r\\n'`))).toBe(' with space ');
  });

  it('says that there is a password, and whether it is the stock one, without being run', () => {
    const vault = vaultOn(counting);
    expect(vault.state('one', place)).toBe('here');
    expect(vault.isStock('one')).toBe(false);
    expect(existsSync(join(directory, 'runs'))).toBe(false);
  });

  it('keeps no password that is saved', async () => {
    const vault = vaultOn(counting);
    await expect(vault.set('one', 'x', place)).rejects.toMatchObject({
      code: 'vault-refused',
      detail: { case: 'command-holds' },
    });
  });

  it.each([
    [
      'ends with an error',
      `echo "no such\x1b[31m entry" >&2; exit 7`,
      { case: 'exit', exitCode: 7, silent: false, said: 'no such<U+001B>[31m entry' },
    ],
    [
      'repeats what it printed in its error',
      `echo ${planted}; echo "bad ${planted}!" >&2; exit 1`,
      { case: 'exit', exitCode: 1, silent: true, said: '' },
    ],
    [
      'repeats a part of it, spelt otherwise',
      `printf '  ${planted} more \\n'; echo "cut at ${planted.slice(0, 5)}, ${planted.toUpperCase()}" >&2; exit 1`,
      { case: 'exit', exitCode: 1, silent: true, said: '' },
    ],
    [
      'is ended by a signal',
      'kill -9 $$',
      { case: 'exit', exitCode: null, silent: false, said: '' },
    ],
    ['prints nothing', 'true', { case: 'empty' }],
    ['prints an empty line', 'echo', { case: 'empty' }],
    ['prints two lines', `echo ${planted}; echo user: x`, { case: 'two-lines' }],
    ['prints what SPCP cannot carry', `echo contraseña`, { case: 'not-sendable' }],
    ['prints without end', `yes ${planted}`, { case: 'long' }],
  ])('that %s is told in one clear sentence, without the password', async (_, script, detail) => {
    const error = await asked(vaultOn(script)).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'vault-command-failed', detail });
    for (const locale of ['en', 'es']) {
      const { message } = speaker(locale).error(error.toValue());
      expect(message).toMatch(/^\S[^\n]+\.$/);
    }
    const value = JSON.stringify(error.toValue());
    expect(value.toLowerCase()).not.toContain(planted.slice(0, 5));
    expect(value).not.toContain('contrase');
  });

  it('that hangs is killed with all that it started', async () => {
    const vault = vaultOn(`sleep 300 & echo $! > "$(dirname "$0")/child"; wait`, {
      timeoutSeconds: 5,
    });
    await expect(asked(vault)).rejects.toMatchObject({ detail: { case: 'timeout', seconds: 5 } });
    const child = Number(readFileSync(join(directory, 'child'), 'utf8'));
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  it('that leaves an agent behind is not waited for', async () => {
    const vault = vaultOn(`sleep 3000 & echo $! > "$(dirname "$0")/agent"; echo ${planted}`, {
      timeoutSeconds: 600,
    });
    expect(await asked(vault)).toBe(planted);
    const agent = Number(readFileSync(join(directory, 'agent'), 'utf8'));
    expect(isRunning(agent)).toBe(true);
    process.kill(agent);
  });

  it('that is not there, or no program, is told', async () => {
    const missing = { arguments: ['/nowhere/ask'], timeoutSeconds: 1, cacheMinutes: 0 };
    const vault = createCommandVault(() => missing);
    await expect(asked(vault)).rejects.toMatchObject({
      detail: { case: 'not-found', program: '/nowhere/ask' },
    });
    const plain = vaultOn('echo x');
    chmodSync(join(directory, 'ask'), 0o600);
    await expect(asked(plain)).rejects.toMatchObject({
      detail: { case: 'not-executable', cause: 'EACCES' },
    });
  });

  it.each([
    ['control', 'two\nlines'],
    ['control', 'nul\0'],
    ['option', '--help'],
    ['path', '../../other'],
    ['path', '..'],
  ])('is not run for a name that is more than a value: %s', async (problem, name) => {
    const vault = vaultOn(counting);
    await expect(asked(vault, name)).rejects.toMatchObject({
      code: 'vault-command-failed',
      detail: { case: 'field', field: 'profile', problem },
    });
    expect(existsSync(join(directory, 'runs'))).toBe(false);
  });

  it('is asked once by all who want the same at once, and four at a time', async () => {
    const vault = vaultOn(
      `d="$(dirname "$0")"; mkdir "$d/in-$$"; ls -d "$d"/in-* | wc -l >> "$d/at-once"; sleep 0.3; rmdir "$d/in-$$"; ${counting}`,
    );
    const ids = ['a', 'a', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
    await Promise.all(ids.map((id) => asked(vault, id, id)));
    expect(runs()).toBe(7);
    const most = readFileSync(join(directory, 'at-once'), 'utf8').trim().split('\n').map(Number);
    expect(Math.max(...most)).toBeLessThanOrEqual(4);
  });

  it('is believed for as long as the user says, and asked anew once the login was refused', async () => {
    const vault = vaultOn(counting, { cacheMinutes: 10 });
    await asked(vault);
    now = 10 * 60_000 - 1;
    await asked(vault);
    expect(runs()).toBe(1);
    now += 1;
    await asked(vault);
    expect(runs()).toBe(2);
    vault.refused('one');
    await asked(vault);
    expect(runs()).toBe(3);
    await asked(vault, 'Another name');
    expect(runs()).toBe(4);
  });

  it('has no answer in memory once its time is over, or all are forgotten', async () => {
    const vault = vaultOn(counting, { cacheMinutes: 10 });
    await asked(vault);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([10 * 60_000]);
    for (const { task } of timers) task();
    expect(timers).toEqual([]);
    await asked(vault);
    expect(runs()).toBe(2);
    vault.refused('one');
    expect(timers).toEqual([]);
    await Promise.all(['one', 'two'].map((id) => asked(vault, id, id)));
    expect(timers).toHaveLength(2);
    vault.forget();
    expect(timers).toEqual([]);
  });

  it('is asked each time where the user wants that, and after a failure', async () => {
    const vault = vaultOn(counting);
    await asked(vault);
    await asked(vault);
    expect(runs()).toBe(2);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

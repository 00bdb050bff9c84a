import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runTrial, trialPath } from '../../../../electron/change/trial/run-trial.ts';
import { trialLimits } from '../../../../shared/model/trial.ts';

const mail = 'Subject: hello\r\n\r\nSome text\r\n';
const directories = () => readdirSync(tmpdir()).filter((name) => name.startsWith('spcp-trial-'));

/** A directory as another trial has it. */
function temporaryTrial(): string {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-trial-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Whether a process is there and no zombie. */
function isAlive(pid: number): boolean {
  const status = `/proc/${pid}/status`;
  return existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
}

/** Waits until a process is gone; a kill is not done at once. */
async function gone(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid)).toBe(false);
}

describe.skipIf(process.platform === 'win32')('a transformation that is tried here', () => {
  it('gets the mail and tells what it made of it', async () => {
    const trial = await runTrial('tr a-z A-Z', mail);
    expect(trial).toEqual({
      end: 'exited',
      exitCode: 0,
      signal: null,
      output: mail.toUpperCase(),
      errors: '',
      errorsCut: false,
      unread: false,
      leftRunning: false,
      files: [],
      durationMs: expect.any(Number),
    });
  });

  it('tells its exit status and standard error', async () => {
    const trial = await runTrial('no-such-program-here; echo "to the error" >&2; exit 3', mail);
    expect(trial).toMatchObject({ end: 'exited', exitCode: 3, output: '' });
    expect(trial.errors).toContain('no-such-program-here');
    expect(trial.errors).toContain('to the error');
  });

  it('is killed where it hangs, with all that it started', async () => {
    const trial = await runTrial('echo $$; sleep 60 & echo $!; sleep 60', mail, { timeMs: 5000 });
    expect(trial).toMatchObject({ end: 'timeout', exitCode: null, signal: null });
    const pids = trial.output.trim().split('\n').map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) await gone(pid);
  });

  it('leaves nothing running behind it', async () => {
    const trial = await runTrial('sleep 60 & echo $!', mail);
    expect(trial).toMatchObject({ end: 'exited', exitCode: 0, leftRunning: true });
    await gone(Number(trial.output));
    const quiet = await runTrial('sleep 60 >/dev/null 2>&1 & echo $!', mail);
    expect(quiet).toMatchObject({ end: 'exited', leftRunning: true });
    await gone(Number(quiet.output));
  });

  it('is killed when it floods, with as much of its output as may be', async () => {
    const trial = await runTrial('yes', mail);
    expect(trial).toMatchObject({ end: 'flood', exitCode: null });
    expect(trial.output).toHaveLength(trialLimits.output);
    const errors = await runTrial('yes >&2', mail, { timeMs: 5000 });
    expect(errors).toMatchObject({ end: 'timeout', errorsCut: true });
    expect(errors.errors).toHaveLength(trialLimits.errors);
  });

  it('may read nothing of a mail that is larger than a pipe', async () => {
    const trial = await runTrial('echo done', 'x'.repeat(2_000_000));
    expect(trial).toMatchObject({ end: 'exited', exitCode: 0, output: 'done\n', unread: true });
  });

  it('tells the signal that ended it', async () => {
    expect(await runTrial('kill -TERM $$', mail)).toMatchObject({
      end: 'signal',
      exitCode: null,
      signal: 'SIGTERM',
    });
  });

  it('is in an empty directory, which is gone after, whatever it did to it', async () => {
    const before = directories();
    const trial = await runTrial('ls -A; cat > copy; mkdir sub; echo x > sub/y; pwd', mail);
    expect(trial.files).toEqual(['copy', 'sub']);
    expect(trial.output).toMatch(/^copy\n|^\/.*spcp-trial-/);
    expect(existsSync(trial.output.trim().split('\n').at(-1) ?? '')).toBe(false);
    await runTrial('cat > copy; chmod 000 .', mail);
    expect(directories()).toEqual(before);
  });

  it('tells what came of it also where the command removed its directory, or locked parts of it', async () => {
    const before = directories();
    const removed = await runTrial('rm -rf "$PWD"; cat', mail);
    expect(removed).toMatchObject({ end: 'exited', exitCode: 0, output: mail, files: [] });
    const locked = await runTrial('mkdir a; touch a/b; chmod 0 a; cat', mail);
    expect(locked).toMatchObject({ end: 'exited', exitCode: 0, output: mail, files: ['a'] });
    expect(directories()).toEqual(before);
  });

  it('takes away what a console left that was killed, and nothing that is in use', async () => {
    const [old, young] = [mkdtempSync(join(tmpdir(), 'spcp-trial-')), temporaryTrial()];
    utimesSync(old, 0, 0);
    await runTrial('cat', mail);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  it('cannot write a file that fills the disk', async () => {
    const trial = await runTrial('head -c 50000000 /dev/zero > big; ls -l big', mail);
    expect(trial.files).toEqual(['big']);
    const size = Number(/\s([0-9]+) \w{3} /.exec(trial.output)?.[1]);
    expect(size).toBeLessThanOrEqual(2 * trialLimits.file);
  });

  it('sees nothing of the environment of the console', async () => {
    process.env.SPCP_PASSWORD = 'secret';
    try {
      const { output } = await runTrial('env', mail);
      const names = output
        .trim()
        .split('\n')
        .map((line) => line.split('=')[0]);
      expect(
        names.filter((name) => !['_', 'SHLVL', 'OLDPWD'].includes(name ?? '')).toSorted(),
      ).toEqual(['HOME', 'LC_ALL', 'PATH', 'PWD', 'TMPDIR']);
      expect(output).toContain(`PATH=${trialPath}\n`);
    } finally {
      delete process.env.SPCP_PASSWORD;
    }
  });

  it('is a command line like any other: quotes and dollars stay what they are', async () => {
    const { output } = await runTrial(`printf '%s|' "$1" "it's"`, mail);
    expect(output).toBe("|it's|");
  });

  it('ends with the console', async () => {
    const ending = new AbortController();
    const started = join(temporaryTrial(), 'started');
    const command = `echo $$ > ${started}.new; mv ${started}.new ${started}; sleep 3000`;
    const running = runTrial(command, mail, { signal: ending.signal, timeMs: 600_000 });
    await expect.poll(() => existsSync(started)).toBe(true);
    ending.abort();
    expect((await running).end).toBe('timeout');
    await gone(Number(readFileSync(started, 'utf8')));
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasEnded, isRunningHere, thisProcess } from '../../../electron/base/process-mark.ts';

describe.runIf(process.platform === 'linux')('a process', () => {
  it('is known to have ended where it ran here, and of no other is anything known', async () => {
    const here = thisProcess();
    expect(hasEnded(here)).toBe(false);
    expect(hasEnded({ ...here, started: '1' })).toBe(true);
    const child = spawn('true');
    await once(child, 'exit');
    const ended = { ...here, pid: child.pid ?? 0 };
    expect(hasEnded(ended)).toBe(true);
    expect(hasEnded({ ...ended, kernel: 'another boot' })).toBe(false);
    expect(hasEnded({ ...ended, kernel: null })).toBe(false);
  });

  it('runs here where its number is that of one which started then, under this kernel', () => {
    const here = thisProcess();
    expect(isRunningHere(here)).toBe(true);
    expect(isRunningHere({ ...here, started: null })).toBe(true);
    expect(isRunningHere({ ...here, started: '1' })).toBe(false);
    expect(isRunningHere({ ...here, kernel: 'another boot' })).toBe(false);
    expect(isRunningHere({ ...here, kernel: null })).toBe(false);
  });

  it('has ended once it was killed, though whoever started it has not looked', async () => {
    // What the shell becomes never waits for the child that the shell had; the shell itself would.
    const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const pid = Number(String((await once(parent.stdout, 'data'))[0]));
    await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
    process.kill(pid, 'SIGKILL');
    const child = { ...thisProcess(), pid, started: null };
    await expect.poll(() => hasEnded(child)).toBe(true);
    expect(isRunningHere(child)).toBe(false);
    expect(process.kill(pid, 0)).toBe(true);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../build/tool.ts';
import { hasEnded, isRunningHere, thisProcess } from '../../../electron/base/process-mark.ts';

/** The number of exit(2) on Linux, which differs by processor. */
const exitCall = process.arch === 'x64' ? 60 : 93;

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

  it('has not ended while one of its threads is left, and with it all files that it has open', async () => {
    // Ends the thread that runs it, and no other (exit(2), which no library wraps); Node has more of them.
    const endFirstThread = `require('koffi').load('libc.so.6').func('long syscall(long, long)')(${exitCall}, 0)`;
    const child = spawn(process.execPath, ['-e', endFirstThread], { cwd: root, stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const pid = child.pid ?? 0;
    await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ');
    const mark = { ...thisProcess(), pid, started: null };
    expect(hasEnded(mark)).toBe(false);
    expect(isRunningHere(mark)).toBe(true);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect(hasEnded(mark)).toBe(true);
  });
});

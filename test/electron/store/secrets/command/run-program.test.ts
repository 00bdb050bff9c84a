import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runProgram } from '../../../../../electron/store/secrets/command/run-program.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const running = new AbortController().signal;

describe('a program that is asked', () => {
  it('is not started where nobody waits for its answer any more, whether it is there or not', async () => {
    const uncaught = vi.fn();
    process.on('uncaughtException', uncaught);
    onTestFinished(() => {
      process.off('uncaughtException', uncaught);
    });
    const started = join(temporaryDirectory(), 'started');
    const options = { timeoutMs: 5000, signal: AbortSignal.abort() };
    const ran = [
      await runProgram('/nowhere/ask', [], options),
      await runProgram('touch', [started], options),
    ];
    expect(ran).toEqual([{ kind: 'aborted' }, { kind: 'aborted' }]);
    // What the system says of a program that it could not start comes behind the answer.
    await runProgram('true', [], { timeoutMs: 5000, signal: running });
    expect(uncaught).not.toHaveBeenCalled();
    expect(existsSync(started)).toBe(false);
  });

  it('is told as one that did not answer where its group must not be killed, and ends alone', async () => {
    const kill = process.kill.bind(process);
    const groups: number[] = [];
    vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
      if (pid >= 0) return kill(pid, signal);
      groups.push(pid);
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
    });
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const ran = await runProgram('sleep', ['300'], { timeoutMs: 100, signal: running });
    expect(ran).toEqual({ kind: 'timeout' });
    expect(groups).toHaveLength(1);
    const [group = 0] = groups;
    await expect.poll(() => isRunning(kill, -group)).toBe(false);
  });
});

function isRunning(kill: typeof process.kill, pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch {
    return false;
  }
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../build/tool.ts';

/** What awaiting this expression comes to in a process that has no file descriptor left. */
function withoutDescriptors(file: string, expression: string) {
  const program = `
    import { closeSync, openSync } from 'node:fs';
    const tried = await import(${JSON.stringify(join(root, file))});
    const held = [];
    try { for (;;) held.push(openSync('/dev/null')); } catch {}
    const said = await (${expression}).catch((error) => ({ error }));
    for (const each of held) closeSync(each);
    console.log(JSON.stringify(said), said.error?.code ?? said.error?.cause?.code);`;
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      ...['-c', 'ulimit -n 100; exec "$@"', 'sh', process.execPath],
      ...['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program],
    ],
    { encoding: 'utf8', cwd: root },
  );
  return { stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('where no file descriptor is left', () => {
  it.each([
    ['ssh', 'electron/transport/ssh/process.ts', "tried.startSsh(['-V'], {}).exited"],
    [
      'ssh, which is told to end at once,',
      'electron/transport/ssh/process.ts',
      "(() => { const ssh = tried.startSsh(['-V'], {}); ssh.write(Buffer.of(1)); ssh.pause(); ssh.resume(); return ssh.end(1); })()",
    ],
    ['a trial', 'electron/change/trial/run-trial.ts', "tried.runTrial('cat', 'mail')"],
    [
      'a transformation',
      'electron/reference-proxy/relay/transform.ts',
      "tried.transformMail(['cat'], Buffer.of(1))",
    ],
    [
      'a program that knows a password',
      'electron/store/secrets/command/run-program.ts',
      "tried.runProgram('cat', [], { timeoutMs: 60000, signal: new AbortController().signal })",
    ],
  ])('%s is not started, and the process goes on', (_, file, expression) => {
    const { stdout, stderr } = withoutDescriptors(file, expression);
    expect(stderr).toBe('');
    expect(stdout).toContain('EMFILE');
  });
});

import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerAsProgram } from '../../../electron/command/in-desktop-app.ts';
import { engineFlags } from '../../../electron/desktop/engine-flags.ts';
import manifest from '../../../package.json' with { type: 'json' };

/** A process that was started so, and what came of it. */
async function started(argv: readonly string[], isPackaged: boolean) {
  let out = '';
  const exits: number[] = [];
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      // As a slow reader takes it.
      setTimeout(() => {
        out += String(chunk);
        done();
      }, 20);
    },
  });
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const fake = { argv, env: {}, stdout, stderr, exitCode: undefined };
  const asked = await answerAsProgram(
    { isPackaged, exit: (code) => exits.push(code) },
    fake as unknown as NodeJS.Process,
  );
  return { asked, out, exits };
}

test('the installed app answers as the command does, and ends once all is written', async () => {
  expect(await started(['/opt/SPCP Console/spcp-console', '--version'], true)).toEqual({
    asked: true,
    out: `${manifest.version}\n`,
    exits: [0],
  });
  const mistyped = await started(['/opt/SPCP Console/spcp-console', 'completion', 'tcsh'], true);
  expect(mistyped).toEqual({ asked: true, out: '', exits: [2] });
});

test('so does the app of a checkout, whose path stands before the arguments', async () => {
  expect((await started(['electron', '/checkout', '--version'], false)).asked).toBe(true);
});

test('what the engine is started with stands before the name of a program', async () => {
  for (const [packaged, before] of [
    [true, ['spcp-console']],
    [false, ['electron', '/checkout']],
  ] as const)
    expect((await started([...before, ...engineFlags, '--version'], packaged)).asked).toBe(true);
});

test.each([
  [[]],
  [[...engineFlags]],
  [[...engineFlags, 'spcp-console://proxy/cli']],
  [['--data-dir', '/srv/cli', '--demo']],
  [['--lang=en-GB', 'cli']],
  [['spcp-console://proxy/cli']],
])('a start that names no program wants a window: %j', async (args) => {
  expect(await started(['spcp-console', ...args], true)).toEqual({
    asked: false,
    out: '',
    exits: [],
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CompletionShell,
  completionFor,
  completionShells,
} from '../../../electron/command/completion/completion.ts';
import { describeConsole, describeShort } from '../../../electron/command/describe.ts';
import { outlineOf, withAllBelow } from '../../../electron/command/outline.ts';
import { missingProgram } from '../../support/has-program.ts';
import { whySkipped } from '../../support/why-skipped.ts';

const run = promisify(execFile);
const outlines = await Promise.all(
  [describeConsole, describeShort].map(async (each) => outlineOf(await each('en', process))),
);

let directory: string;
const script = (shell: CompletionShell) => join(directory, `completion.${shell}`);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-completion-'));
  for (const shell of completionShells)
    await writeFile(script(shell), outlines.map((each) => completionFor(shell, each)).join(''));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** What is asked of a shell: the words that were typed, of which the last is to be completed. */
type Typed = readonly string[];

const list = (typed: Typed) => typed.map((word) => `'${word}'`).join(' ');
const called = ([program = '']: Typed) => `_${program.replaceAll('-', '_')}`;

/** How a shell is told to print what can stand there, each line beginning with a word. */
const askers: Readonly<Record<CompletionShell, { before: string; ask: (typed: Typed) => string }>> =
  {
    bash: {
      before: 'compopt() { :; }',
      ask: (typed) =>
        `COMP_WORDS=(${list(typed)}); COMP_CWORD=${typed.length - 1}; ${called(typed)}; printf '%s\n' "\${COMPREPLY[@]}"`,
    },
    // What fills its menus is replaced by what prints them.
    zsh: {
      before: `compdef() { :; }
        _describe() { print -rl -- "\${(@)\${(P)4}%%:*}"; }
        compadd() { shift; print -rl -- "$@"; }
        _files() { :; }`,
      ask: (typed) => `words=(${list(typed)}); CURRENT=${typed.length}; ${called(typed)}`,
    },
    fish: { before: '', ask: (typed) => `complete -C '${typed.join(' ')}'` },
  };

/** The words that a shell offers for each of what is asked, in one start of it. */
async function offered(shell: CompletionShell, asked: readonly Typed[]): Promise<string[][]> {
  const { before, ask } = askers[shell];
  const lines = asked.map((typed) => `${ask(typed)}\necho '==='\n`).join('');
  const file = join(directory, `ask.${shell}`);
  await writeFile(file, `${before}\nsource ${script(shell)}\n${lines}`);
  const flags = { bash: '--norc', zsh: '-f', fish: '--no-config' }[shell];
  const env = { ...process.env, HOME: directory, XDG_DATA_HOME: directory };
  const { stdout } = await run(shell, [flags, file], { env, cwd: directory });
  return stdout
    .split('===\n')
    .slice(0, -1)
    .map((part) => part.split('\n').map((line) => line.split('\t', 1)[0] ?? ''));
}

describe.each(completionShells)('in %s', (shell) => {
  const missing = missingProgram(shell);
  describe.skipIf(missing !== null)(`it is offered${whySkipped(missing)}`, () => {
    test('what each command has below it and takes, all of it', async () => {
      const all = outlines.flatMap(withAllBelow);
      const below = await offered(
        shell,
        all.map(({ path }) => [...path.split(' '), '']),
      );
      const flags = await offered(
        shell,
        all.map(({ path }) => [...path.split(' '), '--']),
      );
      expect(all.length).toBeGreaterThan(80);
      for (const [at, { path, commands, options }] of all.entries()) {
        const long = options.flatMap(({ names }) => names.filter((name) => name.startsWith('--')));
        expect(below[at], path).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
        expect(flags[at], path).toEqual(expect.arrayContaining(long));
      }
    });

    test('the values of what has but a few, and nothing of another command', async () => {
      const [transports, shells, ofVault, ofServe] = await offered(shell, [
        ['spcp', 'metrics', '--transport', ''],
        ['spcp-console', 'completion', ''],
        ['spcp', 'vault', '--'],
        ['spcp-console', 'serve', '--'],
      ]);
      expect(transports).toEqual(expect.arrayContaining(['auto', 'kernel', 'udp', 'ssh']));
      expect(shells).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
      expect(ofVault).toContain('--data-dir');
      expect(ofVault).not.toContain('--relay-command');
      expect(ofServe).toContain('--no-open');
      expect(ofServe).not.toContain('--profile');
    });
  });
});

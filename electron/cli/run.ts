import { debuglog } from 'node:util';
import { AppError, type ErrorValue, toErrorValue } from '../../shared/errors.ts';
import { commandLineTexts } from '../../shared/texts/command-line.ts';
import { speaker } from '../../shared/texts/say.ts';
import { localeOf } from '../base/locale.ts';
import { whenNpmIsGone } from '../base/npm-gone.ts';
import { asksForJson } from './arguments/global-options.ts';
import type { CommandContext } from './context.ts';
import { type ExitCode, exitCode, exitCodeOf } from './exit-code.ts';
import { createInterrupt } from './interrupt.ts';
import { createOutput } from './output/output.ts';
import { runProgram } from './program.ts';

const debug = debuglog('spcp-console');

/** Runs one command of the command line in this process. Never rejects: every failure is told where the user looks, and is a code to end with. */
export async function runCommandLine(
  argv: readonly string[],
  process: NodeJS.Process,
): Promise<ExitCode> {
  const { stdin, stdout, stderr, env } = process;
  const spoken = speaker(localeOf(env));
  const texts = commandLineTexts(spoken.language);
  const { signal, interrupt } = createInterrupt(process, () => output.note(texts.ending));
  whenNpmIsGone(interrupt);
  const json = asksForJson(argv);
  const output = createOutput({
    stdout,
    stderr,
    json,
    speaker: spoken,
    prefixes: texts.prefixes,
    onReaderGone: interrupt,
  });
  let code: ExitCode = exitCode.done;
  const endWith = (next: ExitCode) => {
    code = next;
  };
  const context: CommandContext = {
    output,
    speaker: spoken,
    texts,
    interrupted: signal,
    stdin,
    stderr,
    env,
    endWith,
  };
  try {
    await runProgram(argv, context);
    return code;
  } catch (error) {
    debug('%o', error);
    await output.error(errorValueOf(error)).catch((second: unknown) => debug('%o', second));
    return exitCodeOf(toErrorValue(error).code);
  }
}

function errorValueOf(error: unknown): ErrorValue {
  if (error instanceof AppError) return error.toValue();
  return new AppError('internal', { log: 'debug' }).toValue();
}

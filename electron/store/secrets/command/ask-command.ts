import { AppError, type ErrorDetail } from '../../../../shared/errors.ts';
import { showHidden } from '../../../../shared/model/hidden.ts';
import { argumentSchema } from '../../../../shared/model/profile.ts';
import type { VaultCommand } from '../../../../shared/model/vault.ts';
import { type FieldValues, fillArguments } from './fill-arguments.ts';
import { type Ran, runProgram } from './run-program.ts';

/** Lines and characters of what a program said that are shown. */
const shownLines = 3;
const shownLength = 400;

/** Runs the command for these values and answers the password that it prints. Throws `vault-command-failed`, whose facts never hold what it printed. */
export async function askCommand(
  { arguments: [program = '', ...args], timeoutSeconds }: VaultCommand,
  values: FieldValues,
  signal: AbortSignal,
): Promise<string> {
  const filled = fillArguments(args, values);
  const ran = await runProgram(program, filled, { timeoutMs: timeoutSeconds * 1000, signal });
  const shown = showHidden(program);
  const answer = answerOf(ran, shown, timeoutSeconds);
  if (typeof answer === 'string') return answer;
  throw new AppError('vault-command-failed', answer);
}

function answerOf(
  ran: Ran,
  program: string,
  seconds: number,
): string | ErrorDetail<'vault-command-failed'> {
  switch (ran.kind) {
    case 'not-started':
      return ran.cause === 'ENOENT'
        ? { case: 'not-found', program }
        : { case: 'not-executable', program, cause: ran.cause };
    case 'timeout':
      return { case: 'timeout', program, seconds };
    case 'flood':
      return { case: 'long', program };
    case 'aborted':
      return { case: 'ended', program };
    case 'ended': {
      const { exitCode, output, said } = ran;
      const text = output.toString('utf8');
      // What failed may repeat the password that it had printed, whole or in part and in any spelling: then none of its words is shown.
      if (exitCode !== 0) {
        const silent = text.trim() !== '';
        return { case: 'exit', program, exitCode, silent, said: silent ? '' : firstWords(said) };
      }
      const lines = text.split(/\r\n|\r|\n/);
      if (lines.at(-1) === '') lines.pop();
      const [password = '', ...more] = lines;
      if (more.length > 0) return { case: 'two-lines', program };
      if (password === '') return { case: 'empty', program };
      return argumentSchema.safeParse(password).success
        ? password
        : { case: 'not-sendable', program };
    }
  }
}

function firstWords(said: Buffer): string {
  const lines = said
    .toString('utf8')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const text = showHidden(lines.slice(0, shownLines).join(' / '));
  return (text.length > shownLength ? `${text.slice(0, shownLength)}…` : text).replace(/\.$/, '');
}

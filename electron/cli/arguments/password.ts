import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AppError } from '../../../shared/errors.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import { argumentSchema } from '../../../shared/model/profile.ts';
import { readFirstLine } from '../../base/first-line.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import type { ProxyTarget } from '../target/target.ts';
import type { GlobalOptions } from './global-options.ts';

/** Whether somebody can be asked. */
export function isAtTerminal({ stdin, stderr }: Pick<CommandContext, 'stdin' | 'stderr'>): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/**
 * The password that comes with the command: the first line of standard input with --password-stdin, else SPCP_PASSWORD. Null where there is
 * neither. Throws `invalid-input` for one that SPCP cannot carry, `cancelled`.
 */
export async function givenPassword(
  context: CommandContext,
  options: GlobalOptions,
): Promise<string | null> {
  const { stdin, env, interrupted } = context;
  if (options.passwordStdin) {
    if (isAtTerminal(context)) return null;
    const line = await readFirstLine(stdin, interrupted);
    if (line === null) throw promptCancelled();
    return checked(line, 'standard-input');
  }
  const { SPCP_PASSWORD } = env;
  return SPCP_PASSWORD === undefined ? null : checked(SPCP_PASSWORD, 'environment');
}

/**
 * The password that is typed at a terminal, unseen. Throws `no-password` where there is none, `invalid-input` for one that SPCP cannot
 * carry, `cancelled`.
 */
export async function typedPassword(
  context: CommandContext,
  { user, address }: Pick<ProxyTarget, 'user' | 'address'>,
): Promise<string> {
  if (!isAtTerminal(context))
    throw new AppError('no-password', {
      case: 'command-line',
      user,
      name: hostAndPort(address.host, address.port),
    });
  return checked(
    await typed(
      context,
      context.texts.passwordPrompt(user, hostAndPort(address.host, address.port)),
    ),
    'prompt',
  );
}

function checked(password: string, source: 'standard-input' | 'environment' | 'prompt'): string {
  if (argumentSchema.safeParse(password).success) return password;
  throw new AppError('invalid-input', {
    case: 'password',
    field: 'password',
    source,
    problem: problemOf(password),
  });
}

function problemOf(password: string): 'empty' | 'byte-order-mark' | 'not-sendable' {
  if (password === '') return 'empty';
  return password.startsWith('\ufeff') ? 'byte-order-mark' : 'not-sendable';
}

/** Asks at the terminal, without echo unless it may be `seen`. Throws `cancelled`. */
export async function typed(
  { stdin, stderr, interrupted }: CommandContext,
  prompt: string,
  seen = false,
): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = seen ? stderr : unseen;
  const reader = createInterface({ input: stdin, output, terminal: true });
  // In raw mode the terminal sends no signal: Ctrl+C and Ctrl+D arrive here.
  const left = new AbortController();
  reader.once('SIGINT', () => left.abort());
  reader.once('close', () => left.abort());
  stderr.write(printable(prompt));
  try {
    return await reader.question('', { signal: AbortSignal.any([left.signal, interrupted]) });
  } catch (error) {
    if (left.signal.aborted || interrupted.aborted) throw promptCancelled();
    throw error;
  } finally {
    stderr.write('\n');
    reader.close();
  }
}

function promptCancelled(): AppError {
  return new AppError('cancelled', { case: 'prompt' });
}

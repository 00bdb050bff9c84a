import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AppError } from '../../../shared/errors.ts';
import { argumentSchema } from '../../../shared/model/profile.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import type { GlobalOptions } from './global-options.ts';

const byteOrderMark = '\ufeff';

/** More bytes than any password and its line end can have. */
const maxLineBytes = 4096;

/**
 * The password: the first line of standard input with --password-stdin, else SPCP_PASSWORD, else what is typed at a terminal, unseen.
 * Throws `no-password` where there is none of these, `invalid-input` for one that SPCP cannot carry, `cancelled`.
 */
export async function readPassword(
  context: CommandContext,
  options: GlobalOptions,
  asked: { readonly user: string; readonly name: string },
): Promise<string> {
  const { stdin, stderr, env, interrupted } = context;
  const atTerminal = stdin.isTTY === true && stderr.isTTY === true;
  if (options.passwordStdin && !atTerminal)
    return checked(await firstLine(stdin, interrupted), 'standard-input');
  const { SPCP_PASSWORD } = env;
  if (!options.passwordStdin && SPCP_PASSWORD !== undefined)
    return checked(SPCP_PASSWORD, 'environment');
  if (atTerminal) return checked(await typed(context, asked), 'prompt');
  const { user, name } = asked;
  throw new AppError('no-password', { case: 'command-line', user, name });
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
  return password.startsWith(byteOrderMark) ? 'byte-order-mark' : 'not-sendable';
}

/** Up to the first line end, which is left out. What follows is not read. */
async function firstLine(stdin: NodeJS.ReadStream, interrupted: AbortSignal): Promise<string> {
  const stop = () => stdin.destroy();
  interrupted.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stdin) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      length += bytes.length;
      if (bytes.includes(0x0a) || length > maxLineBytes) break;
    }
  } catch (error) {
    if (!interrupted.aborted) throw error;
  } finally {
    interrupted.removeEventListener('abort', stop);
  }
  if (interrupted.aborted) throw promptCancelled();
  const [line = ''] = textOf(Buffer.concat(chunks)).split('\n', 1);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Windows writes UTF-16 where nobody asked for it, and says so by the same mark. */
function textOf(bytes: Buffer): string {
  const isUtf16 = [0xfeff, 0xfffe].includes(bytes.length < 2 ? 0 : bytes.readUInt16BE());
  return isUtf16 ? byteOrderMark : bytes.toString();
}

/** Asks at the terminal, without echo. */
async function typed(
  { stdin, stderr, interrupted, texts }: CommandContext,
  { user, name }: { readonly user: string; readonly name: string },
): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: unseen, terminal: true });
  // In raw mode the terminal sends no signal: Ctrl+C and Ctrl+D arrive here.
  const left = new AbortController();
  reader.once('SIGINT', () => left.abort());
  reader.once('close', () => left.abort());
  stderr.write(printable(texts.passwordPrompt(user, name)));
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

import { AppError } from '../../../shared/errors.ts';
import { passphraseLength } from '../../../shared/model/vault.ts';
import { readFirstLine } from '../../base/first-line.ts';
import type { CommandContext } from '../context.ts';
import { isAtTerminal, typed } from './password.ts';

export interface PassphraseOptions {
  readonly passphraseStdin?: true;
}

/**
 * The passphrase of an exported file: the first line of standard input with --passphrase-stdin, else SPCP_EXPORT_PASSPHRASE, else what is
 * typed at a terminal, unseen. Throws `export-passphrase` where there is none of these, `cancelled`.
 */
export async function exportPassphrase(
  context: CommandContext,
  { passphraseStdin }: PassphraseOptions,
): Promise<string> {
  const { stdin, env, interrupted, texts } = context;
  if (passphraseStdin && !isAtTerminal(context)) {
    const line = await readFirstLine(stdin, interrupted);
    if (line === null) throw new AppError('cancelled', { case: 'prompt' });
    return line;
  }
  const { SPCP_EXPORT_PASSPHRASE } = env;
  if (SPCP_EXPORT_PASSPHRASE !== undefined) return SPCP_EXPORT_PASSPHRASE;
  if (!isAtTerminal(context)) throw new AppError('export-passphrase', { case: 'command-line' });
  return typed(context, texts.exportPassphrasePrompt);
}

/** One that a file is to have, typed twice where it is typed. Throws `export-passphrase` as well for one that is short, or two that differ. */
export async function newExportPassphrase(
  context: CommandContext,
  options: PassphraseOptions,
): Promise<string> {
  const passphrase = await exportPassphrase(context, options);
  const { least } = passphraseLength;
  if (passphrase.length < least) throw new AppError('export-passphrase', { case: 'short', least });
  const isTyped = isAtTerminal(context) && context.env.SPCP_EXPORT_PASSPHRASE === undefined;
  if (isTyped && (await typed(context, context.texts.exportPassphraseAgain)) !== passphrase) {
    throw new AppError('export-passphrase', { case: 'differs' });
  }
  return passphrase;
}

import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { calledAs } from '../base/called-as.ts';
import { declareMetrics, metricsOptions } from '../export/endpoint/options.ts';

const options = z.object({
  port: z.number(),
  open: z.boolean(),
  demo: z.boolean(),
  vaultPassphraseStdin: z.boolean().optional(),
  dataDir: z.string().min(1).optional(),
  ...metricsOptions,
});

export interface WebOptions extends z.infer<typeof options> {}

/** What the arguments ask for: to serve, or to print something and end with this exit code. */
export type ParsedArguments =
  | { readonly serve: WebOptions }
  | { readonly text: string; readonly exitCode: number };

/** What the web shell can be told. */
export function declareWeb(): Command {
  const command = new Command(calledAs('serve'))
    .description("SPCP Console in a browser, on this machine's loopback only")
    .option('--port <n>', 'TCP port to listen on, 0 for any that is free', port, 9080)
    .option('--open', 'open a browser (what happens unless --no-open is given)', true)
    .option('--no-open', 'only print the address')
    .option('--demo', 'start the embedded demo fleet', false)
    .option('--data-dir <directory>', 'where profiles, history and the audit log lie', directory)
    .option(
      '--vault-passphrase-stdin',
      'unlock the passphrase vault with the first line of standard input',
    );
  return declareMetrics(command)
    .allowExcessArguments(false)
    .addHelpText(
      'after',
      `
Prints one line on standard output: the address with a one-time token. Where standard input is a terminal, Enter prints a new one.
With --metrics Prometheus finds what the console reads there. Where other machines reach the address, certificate, key and token are a must;
their files are read again on SIGUSR2, which also prints a new address.
A passphrase vault is unlocked at the start with SPCP_VAULT_PASSPHRASE, or with --vault-passphrase-stdin; else in a browser.
Exit codes: 0 interrupted, 1 could not start, 2 wrong arguments.`,
    );
}

/** Reads the command line of the web shell; arguments without program and script. */
export function parseWebArguments(argv: readonly string[]): ParsedArguments {
  let text = '';
  const keep = (part: string) => {
    text += part;
  };
  const command = declareWeb().exitOverride().configureOutput({ writeOut: keep, writeErr: keep });
  try {
    command.parse([...argv], { from: 'user' });
    return { serve: options.parse(command.opts()) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { text, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}

function port(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || value > 65_535)
    throw new InvalidArgumentError('It is a whole number from 0 to 65535.');
  return value;
}

function directory(text: string): string {
  if (text === '') throw new InvalidArgumentError('It is the path of a directory.');
  return text;
}

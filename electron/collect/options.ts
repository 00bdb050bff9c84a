import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { CommandLineTexts } from '../../shared/texts/command-line-texts.ts';
import { calledAs } from '../base/called-as.ts';
import { declareMetrics, metricsOptions } from '../export/endpoint/options.ts';
import { type ListenAddress, parseListenAddress } from '../http/listen-address.ts';
import { parseShard, type Shard } from './shard.ts';

const options = z.object({
  shard: z.custom<Shard>().optional(),
  listen: z.custom<ListenAddress>().optional(),
  leaseDir: z.string().optional(),
  dataDir: z.string().optional(),
  vaultPassphraseStdin: z.boolean().optional(),
  logJson: z.boolean().optional(),
  ...metricsOptions,
});

export interface CollectOptions extends z.infer<typeof options> {}

/** What the arguments ask for: to collect, or to print something and end with this exit code. */
export type ParsedArguments =
  | { readonly collect: CollectOptions }
  | { readonly text: string; readonly exitCode: number };

/** What a collector can be told. */
export function declareCollect({ console: { collect: words } }: CommandLineTexts): Command {
  const required = <T>(read: (text: string) => T | null, why: string) => {
    return (text: string): T => {
      const value = read(text);
      if (value === null) throw new InvalidArgumentError(why);
      return value;
    };
  };
  const directory = required((text) => text || null, words.noDirectory);
  const command = new Command(calledAs('collect'))
    .description(words.about)
    .option('--shard <n/of>', words.shard, required(parseShard, words.noShard))
    .option('--listen <address>', words.listen, required(parseListenAddress, words.noAddress))
    .option('--lease-dir <directory>', words.leaseDir, directory)
    .option('--data-dir <directory>', words.dataDir, directory)
    .option('--vault-passphrase-stdin', words.passphrase)
    .option('--log-json', words.logJson);
  return declareMetrics(command)
    .allowExcessArguments(false)
    .addHelpText('after', `\n${words.more}`);
}

/** Reads the command line of a collector; arguments without program and script. */
export function parseCollectArguments(
  argv: readonly string[],
  texts: CommandLineTexts,
): ParsedArguments {
  let text = '';
  const keep = (part: string) => {
    text += part;
  };
  const command = declareCollect(texts)
    .exitOverride()
    .configureOutput({ writeOut: keep, writeErr: keep });
  try {
    command.parse([...argv], { from: 'user' });
    return { collect: options.parse(command.opts()) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { text, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}

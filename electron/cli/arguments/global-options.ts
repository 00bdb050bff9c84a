import { type Command, Option } from 'commander';
import { type TransportChoice, transportChoices } from '../../../shared/model/profile-words.ts';
import type { CommandLineTexts } from '../../../shared/texts/command-line-texts.ts';
import { choice, directory, duration, integer } from './values.ts';

/** Options of the program itself; they stand before or after the command. Without a default where it matters whether one was given. */
export interface GlobalOptions {
  readonly profile?: string;
  readonly host?: string;
  readonly port?: number;
  readonly transport?: TransportChoice;
  readonly udpPort?: number;
  readonly sshDestination?: string;
  readonly relayCommand?: string;
  readonly user?: string;
  readonly passwordStdin?: true;
  readonly timeout?: number;
  readonly dataDir?: string;
  readonly json?: true;
  readonly alone?: true;
}

const port = integer(1, 65_535);

/**
 * Adds them. Host and port have the letters that the protocol's own client has for them; there is no `-p`, since what is typed behind it by
 * habit is a password. A profile says where the proxy is, so it excludes the options that say it too.
 */
export function addGlobalOptions(program: Command, texts: CommandLineTexts['options']): Command {
  return program
    .addOption(
      new Option('-P, --profile <name>', texts.profile).conflicts([
        'host',
        'port',
        'transport',
        'udpPort',
        'sshDestination',
        'relayCommand',
        'user',
      ]),
    )
    .option('-L, --host <host>', texts.host)
    .option('-o, --port <n>', texts.port, port)
    .addOption(
      new Option('--transport <kind>', texts.transport)
        .choices(transportChoices)
        .argParser(choice(transportChoices)),
    )
    .option('--udp-port <n>', texts.udpPort, port)
    .option('--ssh-destination <server>', texts.sshDestination)
    .option('--relay-command <command>', texts.relayCommand)
    .option('-u, --user <name>', texts.user)
    .option('--password-stdin', texts.passwordStdin)
    .addOption(new Option('-t, --timeout <time>', texts.timeout).argParser(duration(1, 600_000)))
    .option('--data-dir <dir>', texts.dataDir, directory)
    .option('--alone', texts.alone)
    .option('-j, --json', texts.json);
}

/** Whether the arguments ask for JSON, before they are read: what is wrong with them is told in it as well. */
export function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.some((word) => word === '--json' || /^-j/.test(word));
}

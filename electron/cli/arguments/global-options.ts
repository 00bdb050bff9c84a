import { type Command, Option } from 'commander';
import { type TransportChoice, transportChoices } from '../../../shared/model/profile.ts';
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
}

const port = integer(1, 65_535);

/** Adds them. A profile says where the proxy is, so it excludes the options that say it too. */
export function addGlobalOptions(program: Command): Command {
  return program
    .addOption(
      new Option('--profile <name>', 'the saved profile of a proxy').conflicts([
        'host',
        'port',
        'transport',
        'udpPort',
        'sshDestination',
        'relayCommand',
        'user',
      ]),
    )
    .option(
      '--host <host>',
      'or: host name or address of a proxy, or its URL: spcp://user@host:port',
    )
    .option('--port <n>', 'its SCTP port (default: 9090)', port)
    .addOption(
      new Option('--transport <kind>', 'how it is reached (default: auto)')
        .choices(transportChoices)
        .argParser(choice(transportChoices)),
    )
    .option('--udp-port <n>', 'its UDP port, for SCTP in UDP (default: 9899)', port)
    .option(
      '--ssh-destination <server>',
      'for ssh: [user@]host[:port] from which --host is reached',
    )
    .option(
      '--relay-command <command>',
      'for ssh: what joins that server with the proxy; {host} and {port} stand for those of the proxy (default: socat)',
    )
    .option('--user <name>', 'user to log in as')
    .option('--password-stdin', 'read the password from the first line of standard input')
    .addOption(
      new Option(
        '--timeout <time>',
        'for the connection, and for each answer: 500ms, 5s, 2m (default: 5s; by ssh 15s to connect)',
      ).argParser(duration(1, 600_000)),
    )
    .option(
      '--data-dir <dir>',
      'where profiles and the audit log are kept (also SPCP_CONSOLE_HOME)',
      directory,
    )
    .option('--json', 'print JSON; counters are decimal strings, an error is {"error":{…}}');
}

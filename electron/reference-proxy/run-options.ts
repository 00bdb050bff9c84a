import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { calledAs } from '../base/called-as.ts';
import { transformations } from './transformations.ts';

/** Proxies that one process may start. */
const maxCount = 2_000;

const options = z.object({
  count: z.number(),
  host: z.string(),
  port: z.number(),
  udpPort: z.number(),
  pop3Port: z.number(),
  user: z.string(),
  password: z.string().optional(),
  origin: z.object({ host: z.string(), port: z.number() }).optional(),
  traffic: z.boolean(),
  quirks: z.boolean(),
  kernel: z.boolean(),
  json: z.boolean(),
});

export type RunOptions = z.infer<typeof options>;

/** What the arguments ask for: to run, or to print something and end with this exit code. */
export type ParsedArguments =
  | { readonly run: RunOptions }
  | { readonly text: string; readonly exitCode: number };

/** What reference proxies can be told. */
export function declareReferenceProxy(): Command {
  return new Command(calledAs('reference-proxy'))
    .description('POP3 proxies with an SPCP management service, on this machine only')
    .option('--count <n>', 'proxies to start', integer(1, maxCount), 1)
    .option('--host <address>', 'loopback address to listen on', '127.0.0.1')
    .option('--port <n>', 'SCTP port', integer(1, 65_535), 9090)
    .option('--udp-port <n>', 'UDP port of the first proxy, 0 for any', integer(0, 65_535), 9899)
    .option('--pop3-port <n>', 'POP3 port of the first proxy, 0 for any', integer(0, 65_535), 0)
    .option('--user <name>', 'user of the management service', text255, 'admin')
    .option(
      '--password <text>',
      'its password; random unless given, `admin` with --quirks',
      text255,
    )
    .option(
      '--origin <host:port>',
      'POP3 server behind the proxies; sample mails unless given',
      origin,
    )
    .addOption(
      new Option('--traffic', 'run mail clients against the proxies')
        .default(false)
        .conflicts('origin'),
    )
    .option('--quirks', 'answer as the deployed server does, faults included', false)
    .addOption(
      new Option('--kernel', "listen on the machine's own SCTP, not in UDP")
        .default(false)
        .conflicts('udpPort'),
    )
    .option('--json', 'print one JSON object for each proxy', false)
    .addHelpText(
      'after',
      `\nTransformations that can be set:\n${[...transformations.keys()].map((name) => `  ${name}`).join('\n')}`,
    );
}

/** Reads the command line of reference proxies; arguments without program and script. */
export function parseProxyArguments(argv: readonly string[]): ParsedArguments {
  let text = '';
  const keep = (part: string) => {
    text += part;
  };
  const command = declareReferenceProxy()
    .exitOverride()
    .configureOutput({ writeOut: keep, writeErr: keep });
  try {
    command.parse([...argv], { from: 'user' });
    return { run: options.parse(command.opts()) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { text, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}

function integer(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[0-9]{1,9}$/.test(text) || value < min || value > max)
      throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
    return value;
  };
}

function text255(text: string): string {
  if (!/^[\x20-\x7e]{1,255}$/.test(text))
    throw new InvalidArgumentError('It is 1 to 255 printable ASCII characters.');
  return text;
}

function origin(text: string): { host: string; port: number } {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s]+)):([0-9]{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port < 1 || port > 65_535)
    throw new InvalidArgumentError('It is host:port, for example 127.0.0.1:110 or [::1]:110.');
  return { host, port };
}

import { isIPv6 } from 'node:net';
import { AppError } from '../../../shared/errors.ts';
import { sshDestinationPattern } from '../../../shared/model/profile.ts';

/** What the far side prints before the relay begins: everything before it (a greeting of its shell's start files) is no data. */
export const readyLine = 'SPCP-RELAY-READY';

/** Printable ASCII, on one line. */
const commandPattern = /^[\x20-\x7e]{1,500}$/;
const hostPattern = /^[A-Za-z0-9._:%-]+$/;

/** Where a relay leads: an SSH server, the command there, and the proxy's address as that server sees it. */
export interface RelayTarget {
  /** `[user@]host[:port]`, or a name of the user's own SSH configuration. */
  readonly sshDestination: string;
  /** With `{host}` and `{port}` for the proxy's. */
  readonly relayCommand: string;
  readonly host: string;
  /** SCTP port. */
  readonly port: number;
}

/** Options that OpenSSH knows from 8.7 on. An older one ends at each of them, and knows them in nobody's configuration either. */
const newer = {
  // The session is the relay's, it reads from here, and it stays in the foreground.
  SessionType: 'default',
  StdinNull: 'no',
  ForkAfterAuthentication: 'no',
} as const;

/** What an older `ssh` says to them. */
export const unknownOption =
  /Bad configuration option: (?:SessionType|StdinNull|ForkAfterAuthentication)/i;

export interface SshOptions {
  readonly connectTimeoutMs: number;
  /** For an `ssh` that has said `unknownOption`. */
  readonly older?: boolean;
}

/**
 * The arguments of `ssh` for a relay. Throws `invalid-input` (detail.field) for a destination or command that is not one.
 */
export function sshArguments(target: RelayTarget, options: SshOptions): readonly string[] {
  // Begins with a word of ours, so no ssh takes it for an option.
  const command = `echo ${readyLine} && ${remoteCommand(target)}`;
  return commandArguments(target.sshDestination, command, options);
}

/**
 * The arguments of `ssh` for a command of the far side's shell, each one word whatever it holds; no shell reads them on this side. The user's own
 * configuration decides on keys, agent, known hosts and jump hosts. Nothing of it that opens a way back, asks a question, or takes the command's
 * input away is left in force. The command must not begin with a hyphen. Throws `invalid-input` (detail.field) for a destination that is none.
 */
export function commandArguments(
  sshDestination: string,
  command: string,
  { connectTimeoutMs, older = false }: SshOptions,
): readonly string[] {
  const { destination, port } = parseDestination(sshDestination);
  return [
    // No terminal, no agent, no X11.
    '-T',
    '-a',
    '-x',
    '-e',
    'none',
    ...options({
      // Nobody would see a question.
      BatchMode: 'yes',
      ConnectTimeout: String(Math.max(1, Math.ceil(connectTimeoutMs / 1000))),
      ConnectionAttempts: '1',
      ServerAliveInterval: '15',
      ServerAliveCountMax: '3',
      ClearAllForwardings: 'yes',
      ForwardAgent: 'no',
      ForwardX11: 'no',
      PermitLocalCommand: 'no',
      Tunnel: 'no',
      // A master would outlive the relay in the background. One that is there already is used.
      ControlMaster: 'no',
      ControlPersist: 'no',
      // One in the configuration of the host would take the place of ours.
      RemoteCommand: 'none',
      // Its errors are read; a configuration that silences them would hide the cause.
      LogLevel: 'ERROR',
      ...(older ? {} : newer),
    }),
    ...(port === null ? [] : ['-p', String(port)]),
    '--',
    destination,
    command,
  ];
}

function options(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

function parseDestination(text: string): { destination: string; port: number | null } {
  const host = text.slice(text.indexOf('@') + 1);
  const [, destination = text, portText] = isIPv6(host) ? [] : (/^(.*):([0-9]+)$/.exec(text) ?? []);
  const port = portText === undefined ? null : Number(portText);
  if (!sshDestinationPattern.test(text) || (port ?? 0) > 65_535) {
    throw notValid('sshDestination');
  }
  return { destination, port };
}

/** The command for the far side's shell, the proxy's address filled in and quoted. */
function remoteCommand({ relayCommand, host, port }: RelayTarget): string {
  if (!commandPattern.test(relayCommand)) {
    throw notValid('relayCommand');
  }
  if (!hostPattern.test(host)) {
    throw notValid('host');
  }
  const values: Readonly<Record<string, string>> = {
    host: quoteForShell(isIPv6(host.split('%')[0] ?? '') ? `[${host}]` : host),
    port: String(port),
  };
  return relayCommand.replaceAll(/\{(host|port)\}/g, (_whole, name: string) => values[name] ?? '');
}

function notValid(field: keyof RelayTarget): AppError {
  return new AppError('invalid-input', { case: 'field', field, rule: 'format' });
}

/** One word for a POSIX shell. */
export function quoteForShell(word: string): string {
  return /^[A-Za-z0-9._-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

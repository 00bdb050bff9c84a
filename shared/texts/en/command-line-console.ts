import type { CommandLineTexts } from '../command-line-texts.ts';

/** What `spcp-console` says of itself, and the headings of the manual. */
export const consoleTexts: CommandLineTexts['console'] = {
  about: 'A console for administrators of proxies that speak SPCP.',
  more: `Each of these has its own help: spcp-console serve --help. “spcp” is “spcp-console cli” in short.
Exit codes: 0 done, 2 wrong arguments, else those of what was called.`,
  version: 'print the version',
  serve: 'the console in a browser, on this machine',
  collectSummary: 'watches a fleet as a service, with nobody there',
  collect: {
    about: 'SPCP Console as a service: watches the fleet with no window and nobody there',
    more: `A passphrase vault is unlocked with SPCP_VAULT_PASSPHRASE, or with --vault-passphrase-stdin; an external command needs nobody.
Of two collectors on one share the second waits, and takes over when the first is gone. SIGHUP reads files anew, SIGTERM ends in order.
Exit codes: 0 asked to end, 1 could not start, or has the share no more, 2 wrong arguments.`,
    shard: 'watch one share of the fleet, such as 2/5',
    listen: 'answer /healthz and /readyz at [address:]port, on loopback unless told',
    leaseDir: 'the directory that all collectors of the fleet share, by which each share has one',
    dataDir: 'where profiles, history and the audit log lie',
    passphrase: 'unlock the passphrase vault with the first line of standard input',
    logJson: 'log lines of JSON on standard error',
    noShard: 'It is a share as 2/5: a number, and how many there are, 1000 at most.',
    noAddress: 'It is a port, or an IP address and a port: 9460, 192.0.2.7:9460, [::1]:9460.',
    noDirectory: 'It is the path of a directory.',
  },
  attach: 'joins a window on another machine with the console that runs here',
  cli: 'reads and changes of one go, for scripts',
  referenceProxy: 'proxies to try the console with',
  completion: 'print what completes the words of spcp-console and spcp in a shell',
  shell: 'the shell',
  headings: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    options: 'OPTIONS',
    commands: 'COMMANDS',
  },
};

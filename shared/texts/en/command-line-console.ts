import type { CommandLineTexts } from '../command-line-texts.ts';

/** What `spcp-console` says of itself, and the headings of the manual. */
export const consoleTexts: CommandLineTexts['console'] = {
  about: 'A console for administrators of proxies that speak SPCP.',
  more: `Each of these has its own help: spcp-console serve --help. “spcp” is “spcp-console cli” in short.
Exit codes: 0 done, 2 wrong arguments, else those of what was called.`,
  version: 'print the version',
  serve: 'the console in a browser, on this machine',
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

import type { ProfileDraft } from '../../model/profile.ts';
import { colours, transportChoices, usualClassIds } from '../../model/profile-words.ts';

/** The option of each field of a profile, and what its value has to be. */
export const fieldOptions: Readonly<Record<keyof ProfileDraft, { option: string; rule: string }>> =
  {
    name: { option: '--name', rule: 'a name of 1 to 80 characters' },
    host: { option: '--host', rule: 'a host name, an IPv4 or an IPv6 address' },
    port: { option: '--port', rule: 'an SCTP port from 1 to 65535' },
    transport: { option: '--transport', rule: `one of ${transportChoices.join(', ')}` },
    udpPort: { option: '--udp-port', rule: 'a UDP port from 1 to 65535' },
    sshDestination: {
      option: '--ssh-destination',
      rule: 'user@host, user@host:port, or a name of the SSH configuration',
    },
    relayCommand: {
      option: '--relay-command',
      rule: 'a command of 1 to 500 printable ASCII characters',
    },
    user: { option: '--user', rule: 'a user of 1 to 255 printable ASCII characters' },
    environment: {
      option: '--class',
      rule: `the name of a class: ${usualClassIds.join(', ')}, or one of your own`,
    },
    folder: { option: '--folder', rule: 'a folder path of at most 200 characters' },
    tags: { option: '--tags', rule: 'tags of at most 400 characters, with commas between' },
    notes: { option: '--notes', rule: 'plain text of at most 4000 characters' },
    colour: { option: '--colour', rule: `one of ${colours.join(', ')}` },
    favourite: { option: '--favourite', rule: 'given or not' },
    pollSeconds: { option: '--poll-seconds', rule: 'seconds between two polls, from 0.5 to 3600' },
    autoConnect: { option: '--no-auto-connect', rule: 'given or not' },
    intendedTransformation: {
      option: 'intendedTransformation',
      rule: 'empty for whatever is in force, “none”, or = and a command of 1 to 255 printable ASCII characters',
    },
    intendedBufferSize: {
      option: 'intendedBufferSize',
      rule: 'bytes from 10 to 16777216, or 0 for whatever was set',
    },
  };

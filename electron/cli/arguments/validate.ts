import type { z } from 'zod';
import {
  environments,
  type ProfileDraft,
  transportChoices,
} from '../../../shared/model/profile.ts';
import { usageError } from './usage.ts';

/** The option of each field of a profile, and what its value has to be. */
const fields: Readonly<Record<keyof ProfileDraft, readonly [option: string, rule: string]>> = {
  name: ['--name', 'a name of 1 to 80 characters'],
  host: ['--host', 'a host name, an IPv4 or an IPv6 address, without brackets and port'],
  port: ['--port', 'an SCTP port from 1 to 65535'],
  transport: ['--transport', `one of ${transportChoices.join(', ')}`],
  udpPort: ['--udp-port', 'a UDP port from 1 to 65535'],
  sshDestination: [
    '--ssh-destination',
    'user@host, user@host:port, or a name of the SSH configuration',
  ],
  relayCommand: ['--relay-command', 'a command of 1 to 500 printable ASCII characters'],
  user: ['--user', 'a user of 1 to 255 printable ASCII characters'],
  environment: ['--environment', `one of ${environments.join(', ')}`],
  folder: ['--folder', 'a folder path of at most 200 characters'],
  pollSeconds: ['--poll-seconds', 'seconds between two polls, from 0.5 to 3600'],
  autoConnect: ['--no-auto-connect', 'given or not'],
};

/** The values of options as the schema has them, defaults filled in. Throws `invalid-input` that names every option that is wrong. */
export function validated<T>(schema: z.ZodType<T>, input: Partial<ProfileDraft>, path = ''): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0] as keyof ProfileDraft));
  const problems = [...wrong].map((field) => {
    const [option, rule] = fields[field];
    return {
      field,
      text: `${option} ${input[field] === undefined ? 'is missing' : 'is wrong'}: ${rule}`,
    };
  });
  throw usageError(
    `${problems.map(({ text }) => text).join('; ')}.`,
    Object.fromEntries(problems.map(({ field, text }) => [field, text])),
    path,
  );
}

import { z } from 'zod';
import { showHidden } from './hidden.ts';
import { hostSchema } from './host.ts';
import { folderSchema, nameSchema } from './name.ts';
import { boundedText } from './text.ts';

/** What a proxy is used for. A production profile is read-only until unlocked for a limited time. */
export const environments = ['development', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];

export const transportChoices = ['auto', 'kernel', 'udp', 'ssh'] as const;
export type TransportChoice = (typeof transportChoices)[number];

const port = z.int().min(1).max(65_535);

/** `[user@]host[:port]`, or a name of the user's SSH configuration. Never begins with a hyphen, and holds nothing that ssh expands. */
export const sshDestinationPattern =
  /^(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,63}@)?(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?(?::[1-9][0-9]{0,4})?|(?=[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:.]{2,45})$/;

/**
 * Joins standard input and output with the proxy, on the side of the SSH server. `-d -d` makes socat tell when it has connected
 * ("starting data transfer loop"); a relay of another kind is given a second to fail.
 */
export const defaultRelayCommand = 'socat -d -d - SCTP:{host}:{port}';

/** Printable ASCII that fits one SPCP argument (draft 2.3). */
export const argumentSchema = boundedText(255)
  .min(1)
  .regex(/^[\x20-\x7e]+$/);

/** What an administrator fills in for one proxy. The password is not a part of it: it lies in a vault. */
export const profileDraftSchema = z.object({
  name: nameSchema,
  host: hostSchema,
  port: port.default(9090),
  transport: z.enum(transportChoices).default('auto'),
  udpPort: port.default(9899),
  /** For the `ssh` way, else empty. Host and port of the proxy are then seen from that SSH server. */
  sshDestination: z
    .union([z.literal(''), boundedText(320).trim().regex(sshDestinationPattern)])
    .default(''),
  /** A command for the shell of the SSH server, with `{host}` and `{port}` for the proxy's. */
  relayCommand: boundedText(500)
    .trim()
    .regex(/^[\x20-\x7e]+$/)
    .default(defaultRelayCommand),
  user: argumentSchema,
  environment: z.enum(environments).default('development'),
  /** Folder path, `/` between its parts; empty for the top. */
  folder: folderSchema.default(''),
  /** Seconds between two polls. */
  pollSeconds: z.number().min(0.5).max(3600).default(1),
  /** Connect when the app starts. */
  autoConnect: z.boolean().default(true),
});

export type ProfileDraft = z.infer<typeof profileDraftSchema>;

export const profileIdSchema = z.uuid();

/** A name as a log kept it, maybe of a release that let through what nobody sees. */
export const profileNameSchema = z.string().overwrite((name) => showHidden(name));

/** A saved proxy. */
export const profileSchema = profileDraftSchema.extend({ id: profileIdSchema });
export type Profile = z.infer<typeof profileSchema>;

import { z } from 'zod';

/** What a proxy is used for. A production profile is read-only until unlocked for a limited time. */
export const environments = ['development', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];

export const transportChoices = ['auto', 'kernel', 'udp'] as const;
export type TransportChoice = (typeof transportChoices)[number];

const port = z.int().min(1).max(65_535);

/** A host name (RFC 1123), an IPv4 or an IPv6 address, no brackets and no port. */
export const hostSchema = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%[A-Za-z0-9_.-]+)?)$/,
  );

/** Printable ASCII that fits one SPCP argument (draft 2.3). */
export const argumentSchema = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\x20-\x7e]+$/);

/** What an administrator fills in for one proxy. The password is not a part of it: it lies in a vault. */
export const profileDraftSchema = z.object({
  name: z.string().trim().min(1).max(80),
  host: hostSchema,
  port: port.default(9090),
  transport: z.enum(transportChoices).default('auto'),
  udpPort: port.default(9899),
  user: argumentSchema,
  environment: z.enum(environments).default('development'),
  /** Folder path, `/` between its parts; empty for the top. */
  folder: z.string().trim().max(200).default(''),
  /** Seconds between two polls. */
  pollSeconds: z.number().min(0.5).max(3600).default(1),
  /** Connect when the app starts. */
  autoConnect: z.boolean().default(true),
});

export type ProfileDraft = z.infer<typeof profileDraftSchema>;

export const profileIdSchema = z.uuid();

/** A saved proxy. */
export const profileSchema = profileDraftSchema.extend({ id: profileIdSchema });
export type Profile = z.infer<typeof profileSchema>;

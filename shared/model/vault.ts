import { z } from 'zod';
import { boundedText } from './text.ts';

/**
 * Where passwords are kept: in a file under the operating system's keychain, in a file under a passphrase, in memory until the app ends, or by
 * another program that is asked for each.
 */
export const vaultKinds = ['keychain', 'passphrase', 'session', 'command'] as const;
export type VaultKind = (typeof vaultKinds)[number];

/**
 * Why a kind cannot be chosen here: the shell has no keychain; the keychain keeps passwords in the clear (`plain-text`), under a key that
 * everybody knows (`exposed`), or not at all; the policy of this machine names other kinds.
 */
export const vaultRefusals = [
  'web-shell',
  'plain-text',
  'exposed',
  'no-keychain',
  'policy',
] as const;
export type VaultRefusal = (typeof vaultRefusals)[number];

/** So long a passphrase has to be, and may be. */
export const passphraseLength = { least: 8, most: 1024 } as const;
export const passphraseSchema = z.string().min(passphraseLength.least).max(passphraseLength.most);

/** Fields that an argument of the external command may name, each in braces. */
export const commandFields = ['user', 'host', 'profile'] as const;

/** Stands for all that an external command is, for who may not see it. */
export const hiddenArgument = '…';

/** The program that is asked for a password: it prints one, alone, in one line. */
export const vaultCommandSchema = z.object({
  /** The program, and what it is given; never through a shell. */
  arguments: z.array(boundedText(1000).min(1)).min(1).max(40),
  timeoutSeconds: z.int().min(1).max(300),
  /** How long an answer is used without asking again; 0: asked for each login. */
  cacheMinutes: z.int().min(0).max(1440),
});
export type VaultCommand = z.infer<typeof vaultCommandSchema>;

/** How long a passphrase vault stays unlocked while nobody uses the app, minutes; null: until it is locked by hand or the app ends. */
export const idleMinutesSchema = z.int().min(1).max(1440).nullable();

/** What is to be in use from now on. */
export const vaultChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keychain') }),
  z.object({
    kind: z.literal('passphrase'),
    passphrase: passphraseSchema,
    idleMinutes: idleMinutesSchema,
  }),
  z.object({ kind: z.literal('session') }),
  z.object({ kind: z.literal('command'), command: vaultCommandSchema }),
]);
export type VaultChoice = z.infer<typeof vaultChoiceSchema>;

/** The vault as windows see it: never what is in it. */
export const vaultStateSchema = z.object({
  kind: z.enum(vaultKinds),
  /** Outlives the process. */
  persistent: z.boolean(),
  /** The name of the keychain, where there is one. */
  backend: z.string().nullable(),
  /** Only a passphrase vault is ever locked: sessions that are up stay up, and new logins wait for the unlock. */
  locked: z.boolean(),
  idleMinutes: idleMinutesSchema,
  /** Its arguments are one `hiddenArgument` for who does not administer the console. */
  command: vaultCommandSchema.nullable(),
  /** Somebody in the app chose what the command runs, or agreed to it; else it was written by another program, and is not run. */
  agreed: z.boolean(),
  /** The vault whose passwords rest while an external command is in use, until another than a command is chosen. */
  resting: z.enum(vaultKinds).nullable(),
  /** Every kind; `refused` says why it cannot be chosen. */
  offered: z.array(
    z.object({ kind: z.enum(vaultKinds), refused: z.enum(vaultRefusals).nullable() }),
  ),
  /** Logins that wait for the unlock. */
  waiting: z.int().min(0),
});
export type VaultState = z.infer<typeof vaultStateSchema>;

import { z } from 'zod';
import { profileIdSchema } from '../../model/profile.ts';
import {
  idleMinutesSchema,
  passphraseLength,
  passphraseSchema,
  vaultChoiceSchema,
  vaultCommandSchema,
  vaultStateSchema,
} from '../../model/vault.ts';

const nothing = z.object({});

/** The calls of the contract about where passwords are kept. None answers a password or a passphrase. */
export const vaultCalls = {
  'vault.state': { role: 'view', byWindow: true, input: nothing, output: vaultStateSchema },
  /** Throws `wrong-passphrase`, `vault-damaged`, `vault-locked` where it was locked meanwhile. Logins that wait go on. */
  'vault.unlock': {
    role: 'administer',
    input: z.object({ passphrase: z.string().min(1).max(passphraseLength.most) }),
    output: vaultStateSchema,
  },
  /** Sessions that are up stay up. */
  'vault.lock': { role: 'administer', input: nothing, output: vaultStateSchema },
  /**
   * Takes another vault, and all that is saved along: all of it or nothing. Throws `vault-locked`, `vault-refused`, and what the vaults throw.
   * What an external command holds is its own: what was saved before rests in its vault meanwhile, is there again when that one is chosen again (a
   * passphrase vault then wants the passphrase that it has: `wrong-passphrase`), and goes along to any other.
   */
  'vault.choose': {
    role: 'administer',
    input: z.object({ choice: vaultChoiceSchema }),
    output: vaultStateSchema,
  },
  /**
   * The passphrase is lost, and with it all that is under it: its file is set aside, so that another vault, or a passphrase anew, can be chosen;
   * `kept` is where it is then. Throws `vault-refused` where no passphrase vault is in use or rests.
   */
  'vault.forget': {
    role: 'administer',
    input: nothing,
    output: vaultStateSchema.extend({ kept: z.string().nullable() }),
  },
  /**
   * What another program wrote to be run for passwords may be run. Throws `vault-refused` where no command is in use, and where it is another by
   * now than these arguments.
   */
  'vault.agreeCommand': {
    role: 'administer',
    input: vaultCommandSchema.pick({ arguments: true }),
    output: vaultStateSchema,
  },
  /** Throws `wrong-passphrase`. */
  'vault.changePassphrase': {
    role: 'administer',
    input: z.object({
      old: z.string().min(1).max(passphraseLength.most),
      next: passphraseSchema,
    }),
    output: vaultStateSchema,
  },
  'vault.setIdle': {
    role: 'administer',
    input: z.object({ idleMinutes: idleMinutesSchema }),
    output: vaultStateSchema,
  },
  /** Asks the program for the password of this profile and says whether one came, never which. Throws `vault-command-failed`. */
  'vault.tryCommand': {
    role: 'administer',
    input: z.object({ command: vaultCommandSchema, id: profileIdSchema }),
    output: z.null(),
  },
} as const;

export const vaultTopics = {
  /** At once, and after every change. */
  'vault.changed': { role: 'view', params: nothing, value: vaultStateSchema },
} as const;

import { z } from 'zod';
import { commandFields, vaultKinds, vaultRefusals } from '../model/vault.ts';
import { cases, nothing, text } from './facts.ts';

/** The program as the settings name it, escaped. */
const program = text;

/** Errors of the vaults. None has a password or a passphrase in it. */
export const vaultErrors = {
  /** A password is there, and the passphrase vault that it lies in is locked. */
  'vault-locked': cases({
    app: {},
    /** The command line has no passphrase. */
    'command-line': {},
    /** A collector was given no passphrase. */
    collector: {},
  }),
  'wrong-passphrase': nothing,
  /** The file of the passphrase vault, or a password in it, is not as it was written. */
  'vault-damaged': cases({
    /** All of it. */
    file: { file: text },
    /** The password of this profile or folder, by its name, else by its id. */
    entry: { file: text, entry: text },
  }),
  'vault-refused': cases({
    kind: { kind: z.enum(vaultKinds), refusal: z.enum(vaultRefusals) },
    /** No passphrase vault is in use. */
    'no-passphrase': {},
    /** Passwords lie in the keychain, which the desktop app alone can read: nothing of them could be taken along. */
    'kept-in-desktop': {},
    /** An external command is in use: passwords are kept by its program, and only there. */
    'command-holds': {},
    /** Another program wrote what is to be run for passwords, and nobody in the app agreed to it; escaped. */
    'not-agreed': { program },
    /** No command is in use, or another than the one that was agreed to. */
    'other-command': {},
    /** A collector starts with nobody there to enter passwords that are kept in memory alone. */
    'nobody-there': {},
    /** The same, because what administrators ordain cannot be told: their file, and the path or the places in it that are wrong. */
    'managed-wrong': { file: text, place: text },
    /** The command line can neither read nor keep passwords in a vault of this kind. */
    'command-line': { kind: z.enum(vaultKinds) },
  }),
  'vault-command-failed': cases({
    'not-found': { program },
    /** `cause` is the system's code. */
    'not-executable': { program, cause: text },
    timeout: { program, seconds: z.number() },
    /** It ended well and printed no password. */
    empty: { program },
    'two-lines': { program },
    long: { program },
    /** What it printed is no argument of SPCP. */
    'not-sendable': { program },
    /**
     * `exitCode` is null where a signal ended it; `said` its first words on standard error, escaped. `silent`: it had printed something, which may
     * be the password, so that none of its words is here.
     */
    exit: { program, exitCode: z.int().nullable(), said: text, silent: z.boolean() },
    /** What stands for a field cannot be put into an argument. */
    field: { field: z.enum(commandFields), problem: z.enum(['control', 'option', 'path']) },
    /** The console ended, or another vault was chosen, meanwhile. */
    ended: { program },
  }),
} as const;

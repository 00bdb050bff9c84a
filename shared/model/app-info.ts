import { z } from 'zod';
import { kernelSctpReasons } from './kernel-sctp.ts';
import { boundedText } from './text.ts';

/**
 * Something the user is to be told: what happened, until it is dismissed (a file restored), or what holds, until it ends (a directory that
 * cannot be written; the notice is then updated under its id, and `at` is the beginning).
 *
 * Details of the codes about files: `file` its name, `kept` the name under which a damaged one was set aside (null where there was none to
 * keep), `restoredFrom` the time of the copy that is in force now (epoch milliseconds, null without one), `lost` and `mended` how many
 * entries could not be read, and how many of them a copy had; `auditEntries` how many
 * entries of the audit log a damaged database still had; `sealed` and `removed` how many passwords, which everybody could have read, are under
 * a key of the keychain now, and how many could not be kept; `path` what could not be read or written, and `reason` why,
 * one of `StorageTrouble`; `version` of a file by a newer release; `missed` and `due` polls between `since` and `until` (epoch milliseconds).
 */
export const noticeSchema = z.object({
  id: z.string(),
  at: z.number(),
  code: z.enum([
    'profiles-restored',
    'profiles-damaged',
    'history-damaged',
    'history-emptied',
    'history-foreign',
    'history-in-memory',
    'file-restored',
    'file-damaged',
    'file-newer',
    'storage-failed',
    'passwords-exposed',
    'polls-missed',
  ]),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Where passwords are kept. `persistent` is false where they are forgotten when the app ends; `reason` says why. */
export const vaultInfoSchema = z.object({
  kind: z.enum(['keychain', 'session']),
  persistent: z.boolean(),
  backend: z.string().nullable(),
  reason: z.string().nullable(),
});
export type VaultInfo = z.infer<typeof vaultInfoSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  shell: z.enum(['desktop', 'web']),
  dataDirectory: z.string(),
  vault: vaultInfoSchema,
  kernelSctp: z.object({ available: z.boolean(), reason: z.enum(kernelSctpReasons) }),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

const choices = {
  colorScheme: z.enum(['auto', 'light', 'dark']),
  language: z.enum(['auto', 'en', 'es']),
  boardSort: z.enum(['name', 'state', 'connections', 'bytesPerSecond', 'accessesPerSecond']),
  boardDescending: z.boolean(),
  /** What the board is filtered by: text in name, host or folder, and the state. */
  boardText: boundedText(200),
  boardState: z.enum(['all', 'ready', 'waiting', 'needs-attention', 'off']),
  /** What the sparklines of the board draw. */
  boardMetric: z.enum(['connections', 'bytesPerSecond', 'accessesPerSecond']),
  /** What the proxy's page shows: 5 minutes, 1 hour, 24 hours. */
  chartRange: z.enum(['5m', '1h', '24h']),
} as const;

/** Choices that outlive the window. */
export const preferencesSchema = z.object({
  colorScheme: choices.colorScheme.default('auto'),
  language: choices.language.default('auto'),
  boardSort: choices.boardSort.default('name'),
  boardDescending: choices.boardDescending.default(false),
  boardText: choices.boardText.default(''),
  boardState: choices.boardState.default('all'),
  boardMetric: choices.boardMetric.default('bytesPerSecond'),
  chartRange: choices.chartRange.default('5m'),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Some of the choices. Has no defaults: `preferencesSchema.partial()` would fill in, and so reset, those that are not given. */
export const preferencesChangeSchema = z.object(choices).partial();

import { randomUUID } from 'node:crypto';
import { AppError, toErrorValue } from '../../../shared/errors.ts';
import type { ImportPreview } from '../../../shared/ipc/calls/export.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { type Exported, readExport } from '../../../shared/model/profile-export.ts';
import type { ImportStep, OnExisting } from '../../../shared/model/profile-import.ts';
import { type ExportedSecrets, noSecrets } from '../../../shared/model/sealed-secrets.ts';
import type { Clock } from '../../base/clock.ts';
import { openSecrets, requireIntact } from '../../store/exports/seal-secrets.ts';
import type { ImportUndo } from '../roster/importing/import-undo.ts';
import type { Importing } from '../roster/importing/importing.ts';
import { type FilePasswords, previewOf } from './preview.ts';

/** A file that is read, and can be taken back, is kept so long after it was last asked for, milliseconds. */
const keptMs = 15 * 60_000;

/** So many files at once; the one that was asked for longest ago goes first. */
const mostFiles = 4;

interface ImportFile {
  readonly length: number;
  text: string;
  exported: Exported | null;
  /** As the last preview showed them. */
  steps: readonly ImportStep[];
  secrets: ExportedSecrets;
  undo: ImportUndo | null;
  endsAt: () => void;
}

export interface ImportApply {
  readonly token: string;
  /** In the order of the preview's rows. */
  readonly choices: readonly OnExisting[];
  /** What was typed where guarded profiles are replaced. */
  readonly confirmName?: string | undefined;
  readonly withPasswords: boolean;
  readonly withTags?: boolean | undefined;
}

/** Files that windows import, step by step. Passwords that were opened stay here until they are in the vault, or the file is forgotten. */
export interface Imports {
  begin(length: number): string;
  /** Throws `import-expired`, `not-an-export` where more comes than was said. */
  part(token: string, text: string): void;
  read(token: string, passphrase: string | undefined): Promise<ImportPreview>;
  apply(order: ImportApply): Promise<CallOutput<'import.apply'>>;
  undo(token: string, confirmName?: string): Promise<void>;
  forget(token: string): void;
  close(): void;
}

export function createImports({
  importing,
  clock,
}: {
  readonly importing: Importing;
  readonly clock: Pick<Clock, 'after'>;
}): Imports {
  const files = new Map<string, ImportFile>();
  const forget = (token: string): void => {
    files.get(token)?.endsAt();
    files.delete(token);
  };
  const keep = (token: string, file: ImportFile): ImportFile => {
    forget(token);
    file.endsAt = clock.after(keptMs, () => files.delete(token));
    files.set(token, file);
    for (const oldest of files.keys()) {
      if (files.size <= mostFiles) break;
      forget(oldest);
    }
    return file;
  };
  const fileOf = (token: string): ImportFile => {
    const file = files.get(token);
    if (file === undefined) throw new AppError('import-expired', {});
    return keep(token, file);
  };
  return {
    begin(length) {
      const token = randomUUID();
      const nothing = { text: '', exported: null, steps: [], secrets: noSecrets, undo: null };
      keep(token, { length, ...nothing, endsAt: () => undefined });
      return token;
    },
    part(token, text) {
      const file = fileOf(token);
      if (file.text.length + text.length > file.length) {
        throw new AppError('not-an-export', { case: 'long' });
      }
      file.text += text;
    },
    async read(token, passphrase) {
      const file = fileOf(token);
      file.exported ??= readExport(file.text);
      file.text = '';
      const { book } = file.exported;
      const passwords = await passwordsOf(file.exported, passphrase);
      file.secrets = passwords.secrets;
      file.steps = importing.steps(book);
      return previewOf(book, file.steps, passwords, importing);
    },
    async apply({ token, choices, confirmName, withPasswords, withTags }) {
      const file = fileOf(token);
      const { exported, steps } = file;
      if (exported === null || choices.length !== steps.length) {
        throw new AppError('invalid-input', { case: 'field', field: 'choices', rule: 'length' });
      }
      const done = await importing.run({
        exported: exported.book,
        secrets: withPasswords ? file.secrets : noSecrets,
        confirmName,
        withTags,
        choose: (_, index) => ({
          choice: choices[index] ?? 'skip',
          seen: steps[index]?.there ?? null,
        }),
      });
      // What can be taken back needs neither the file nor its passwords.
      file.exported = null;
      file.secrets = noSecrets;
      file.steps = [];
      file.undo = done.undo;
      const counted = Map.groupBy(done.profiles, (each) => each.done);
      return {
        added: counted.get('added')?.length ?? 0,
        replaced: counted.get('replaced')?.length ?? 0,
        skipped: counted.get('skipped')?.length ?? 0,
        passwords: done.passwordChanged.length,
      };
    },
    async undo(token, confirmName) {
      const { undo } = fileOf(token);
      if (undo === null) throw new AppError('import-expired', {});
      await importing.undo(undo, confirmName);
      forget(token);
    },
    forget,
    close() {
      for (const token of [...files.keys()]) forget(token);
    },
  };
}

async function passwordsOf(
  { secrets }: Exported,
  passphrase: string | undefined,
): Promise<FilePasswords> {
  if (secrets === null) return { kind: 'none', trouble: null, secrets: noSecrets };
  try {
    requireIntact(secrets);
    if (passphrase === undefined) return { kind: 'sealed', trouble: null, secrets: noSecrets };
    return { kind: 'open', trouble: null, secrets: await openSecrets(secrets, passphrase) };
  } catch (error) {
    // The profiles can be imported all the same; a wrong passphrase can be typed again.
    if (!(error instanceof AppError) || error.code !== 'not-an-export') throw error;
    return { kind: 'unusable', trouble: toErrorValue(error), secrets: noSecrets };
  }
}

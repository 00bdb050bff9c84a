import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { showHidden } from '../../../../shared/model/hidden.ts';
import type { VaultCommand } from '../../../../shared/model/vault.ts';
import { shellWord } from '../../../../shared/texts/shell-word.ts';
import { databaseFile } from '../../database/database-file.ts';
import { openDocument } from '../../documents/document.ts';
import type { DocumentFormat } from '../../documents/format.ts';

const agreedSchema = z.object({
  /** Of the last argument vector that somebody chose or agreed to, in hexadecimal digits; null where nobody ever did. */
  sha256: z.string().nullable(),
});

/** The hash of none. */
const noCommand = '';

export const agreementFile = 'vault-agreed.json';

const agreedFormat: DocumentFormat<z.infer<typeof agreedSchema>> = {
  file: agreementFile,
  migrations: [],
  copies: 1,
  empty: { sha256: null },
  encode: (agreed) => ({ agreed }),
  decode: (content) => ({
    value: z.object({ agreed: agreedSchema }).parse(content).agreed,
    lost: [],
  }),
  mend: () => null,
};

/** What somebody in the app agreed that is run for passwords: whatever else comes to lie in the file of the choice is not run. */
export interface Agreement {
  /** Throws `vault-refused` for another. */
  require(command: VaultCommand): void;
  has(command: VaultCommand): boolean;
  /** Holds at once; what cannot be written of it is told, and has to be agreed to again at the next start. */
  give(command: VaultCommand): Promise<void>;
  close(): void;
}

/**
 * `present` is what the file of the choice names now. In a directory in which no console ran yet, which has no database, it is taken: an
 * administrator laid it down. Not so where the file of the agreement is damaged and has no good copy. What another process agrees to while this
 * one runs is not taken.
 */
export async function openAgreement(
  directory: string,
  present: VaultCommand | null,
  logFault: (what: string, error: unknown) => void,
): Promise<Agreement> {
  const document = await openDocument(directory, agreedFormat);
  let agreed = document.get().sha256;
  const has = (command: VaultCommand): boolean => hashOf(command) === agreed;
  const give = async (command: VaultCommand): Promise<void> => {
    const sha256 = hashOf(command);
    agreed = sha256;
    await document
      .change((saved) => (saved.sha256 === sha256 ? saved : { sha256 }))
      .catch((error: unknown) => logFault('the command that was agreed to is not kept', error));
  };
  // Also where the file of the agreement was removed: whoever can write the one is not believed for want of the other.
  if (agreed === null && existsSync(join(directory, databaseFile))) agreed = noCommand;
  if (agreed === null && document.notices.length > 0) {
    // Whoever damages the file is asked, also at the next start.
    agreed = noCommand;
    await document
      .change((saved) => (saved.sha256 === null ? { sha256: noCommand } : saved))
      .catch((error: unknown) => logFault('that a command has to be agreed to is not kept', error));
  }
  if (agreed === null && present !== null) await give(present);
  return {
    has,
    require(command) {
      if (has(command)) return;
      throw new AppError('vault-refused', { case: 'not-agreed', program: commandLine(command) });
    },
    give,
    close: document.close,
  };
}

/** From now on nothing that lies in this directory, in which no console runs, is run for passwords before somebody agrees. */
export async function agreeToNothing(directory: string): Promise<void> {
  const document = await openDocument(directory, agreedFormat);
  await document.change(() => ({ sha256: noCommand }));
  document.close();
}

/** A command as a shell would take it, escaped. */
export function commandLine({ arguments: words }: VaultCommand): string {
  return words.map((word) => shellWord(showHidden(word))).join(' ');
}

function hashOf({ arguments: words }: VaultCommand): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

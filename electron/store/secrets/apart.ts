import { AppError } from '../../../shared/errors.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import { createTurns } from '../../base/turns.ts';
import type { Vaults } from './vaults.ts';

/*
 * Ids of secrets that are no profile's. Profiles and folders have UUIDs, also those of files that others made, so that none of them can name one of these, have it
 * sent to its proxy, or remove it with itself.
 */

/** Of the token that whoever reads `/metrics` shows. */
export const metricsTokenId = 'metrics:token';
/** Of the secret that messages to the webhook are signed with. */
export const webhookSecretId = 'webhook:secret';
/** Of the secret for the Prometheus with this id that history comes from. */
export const historySecretId = (sourceId: string): string => `history:${sourceId}`;

/** The UUIDs under which older consoles kept the same. */
const oldTokenId = 'a1e27000-0000-4000-8000-0000000000fe';
const oldWebhookId = 'a1e27000-0000-4000-8000-0000000000ff';

export interface ApartParts {
  readonly vault: Pick<Vaults, 'read' | 'putBack' | 'onChange'>;
  /** Of all Prometheus servers that history comes from. */
  readonly sourceIds: readonly string[];
  /** Where an id is a profile's or a folder's, the secret under it is, too. */
  readonly books: readonly ProfileBook[];
  readonly logFault: (what: string, error: unknown) => void;
}

/**
 * Moves what older consoles kept under UUIDs to the ids of now, each as it is: now, or once the vault is opened, or another is in force. Resolves after the first
 * try; what cannot be written is logged, and tried again with the next change of the vault.
 */
export async function setSecretsApart(parts: ApartParts): Promise<void> {
  const { vault, sourceIds, books, logFault } = parts;
  const taken = new Set(
    books.flatMap(({ profiles, folders }) => [...profiles, ...folders]).map(({ id }) => id),
  );
  const ids = new Map([
    [oldTokenId, metricsTokenId],
    [oldWebhookId, webhookSecretId],
    ...sourceIds.map((id): [string, string] => [id, historySecretId(id)]),
  ]);
  for (const id of taken) ids.delete(id);
  const move = async (): Promise<void> => {
    try {
      const old = await vault.read([...ids.keys()]);
      if (old.length === 0) return;
      const moved = old.map((secret) => ({ ...secret, id: ids.get(secret.id) ?? secret.id }));
      // One that was entered since holds.
      const entered = new Set((await vault.read(moved.map(({ id }) => id))).map(({ id }) => id));
      await vault.putBack(
        moved.filter(({ id }) => !entered.has(id)),
        old.map(({ id }) => id),
      );
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault-locked') return;
      logFault('secrets could not be set apart from those of profiles', error);
    }
  };
  const inTurn = createTurns();
  vault.onChange(() => void inTurn('apart', move));
  await inTurn('apart', move);
}

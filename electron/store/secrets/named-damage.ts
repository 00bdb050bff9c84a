import { AppError } from '../../../shared/errors.ts';

/** Vaults know ids: what the task throws of a password that is damaged says the name of whose it is, where there is one. */
export async function namingDamage<T>(
  nameOf: (id: string) => string | undefined,
  task: () => Promise<T>,
): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault-damaged') throw error;
    const { file, entry } = error.detail;
    const name = entry === undefined ? undefined : nameOf(entry);
    throw name === undefined ? error : new AppError('vault-damaged', { file, entry: name });
  }
}

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
    if (error.detail.case !== 'entry') throw error;
    const { file, entry } = error.detail;
    throw new AppError('vault-damaged', { case: 'entry', file, entry: nameOf(entry) ?? entry });
  }
}

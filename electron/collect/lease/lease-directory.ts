import { access, constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where leases lie, and which collectors can see them there. */
export interface LeaseDirectory {
  readonly directory: string;
  /** `fleet`: all that were told of it. `data-directory`: only those of the same data directory; of others nobody knows. */
  readonly seenBy: 'fleet' | 'data-directory';
}

/** The one that was named; else one beside the file that supplies the profiles, where that can be written; else one in the data directory. */
export async function leaseDirectoryOf(
  named: string | undefined,
  managedFile: string | null,
  dataDirectory: string,
): Promise<LeaseDirectory> {
  if (named !== undefined) return { directory: named, seenBy: 'fleet' };
  const beside = managedFile === null ? null : dirname(managedFile);
  if (beside !== null && (await isWritable(beside)))
    return { directory: join(beside, 'leases'), seenBy: 'fleet' };
  return { directory: join(dataDirectory, 'leases'), seenBy: 'data-directory' };
}

async function isWritable(directory: string): Promise<boolean> {
  return access(directory, constants.W_OK).then(
    () => true,
    () => false,
  );
}
